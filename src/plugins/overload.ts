import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../problems.ts';
import { isRead } from './caching.ts';
import { answerProblem } from './problems.ts';
import { step } from './step.ts';

const problem = new Problem(
  'unavailable',
  'More requests come than can be answered, and this one was not carried out. Send it again after the seconds in `Retry-After`.',
  { headers: { 'Retry-After': '1' } },
);

/** How often the log says that requests are refused, in milliseconds. */
const logInterval = 1000;

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether a request would wait for the database for so long that it is better refused. */
    isOverloaded(request: FastifyRequest): boolean;
  }
}

/**
 * Refuses requests at once when those before them make them wait too long for the database, before anything is done for
 * them: nothing is read, nobody is looked up, and those that were let in have what they need. What memory may answer goes
 * on. To be registered before `auth`, and `overloadOfReads` after `caching`.
 */
export const overload = plugin((app: FastifyInstance) => {
  const { OVERLOAD_WAIT_MS: longest } = app.config;
  const { $client: pool } = app.db;
  app.decorate('isOverloaded', (request: FastifyRequest) => {
    const { access = 'open' } = request.routeOptions.config ?? {};
    if (longest === 0 || access === 'open' || request.method === 'OPTIONS') return false;
    if (pool.expectWait('statement') > longest) return true;
    return !isRead(request) && pool.expectWait('transaction') > longest;
  });
  const refuse = makeRefusal(app);
  app.addHook(
    'onRequest',
    step((request, reply) =>
      !request.remembered && app.isOverloaded(request) ? refuse(request, reply) : undefined,
    ),
  );
});

/** The same for reads that memory might have answered, and did not. */
export const overloadOfReads = plugin((app: FastifyInstance) => {
  const refuse = makeRefusal(app);
  app.addHook(
    'preHandler',
    step((request, reply) =>
      request.remembered && app.isOverloaded(request) ? refuse(request, reply) : undefined,
    ),
  );
});

function makeRefusal({ log }: FastifyInstance) {
  let refused = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    refused += 1;
    const now = performance.now();
    if (now - loggedAt >= logInterval) {
      log.warn({ refused }, 'requests are refused: the database is busy');
      [refused, loggedAt] = [0, now];
    }
    return answerProblem(problem, request, reply);
  };
}
