import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../problems.ts';
import { isRead } from './caching.ts';
import { describeProblem, pathOf } from './problems.ts';
import { writeReadyHead } from './ready-head.ts';
import { step } from './step.ts';

const problem = new Problem(
  'unavailable',
  'More requests come than can be answered, and this one was not carried out. Send it again after the seconds in `Retry-After`.',
);
const { instance: _, ...told } = describeProblem(problem, '');
/** What is told, but for what was asked. */
const beginning = JSON.stringify(told).slice(0, -1);
const headers = [
  ...['cache-control', 'private, no-store', 'retry-after', '1', 'x-content-type-options', 'nosniff'],
  ...['content-type', 'application/problem+json; charset=utf-8'],
];

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

/**
 * Makes what refuses a request, in fewer steps than other answers take: most that come may have to be refused, and what
 * that takes is missing to those that are answered.
 */
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
    return refuse(request, reply);
  };
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = `${beginning},"instance":${JSON.stringify(pathOf(request))}}`;
  const own = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, `${value}`]);
  own.push('content-length', `${Buffer.byteLength(body)}`);
  if (request.routeOptions.config.access === 'read' && isRead(request)) own.push('x-cache', 'bypass');
  reply.hijack();
  writeReadyHead(reply.raw, problem.status, headers, own);
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
  return reply;
}
