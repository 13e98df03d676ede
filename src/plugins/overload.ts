import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import { isRead } from './conditional-requests.ts';
import { definePlugin } from './define.ts';
import { describeProblem } from './problems.ts';
import { writeRawHead } from './raw-head.ts';
import { step } from './step.ts';

const problem = new Problem(
  'unavailable',
  'More requests come than can be answered, and this one was not carried out. Send it again after the seconds in `Retry-After`.',
);
const { type, instance: _, ...told } = describeProblem(problem, '', '');
/** What is told, but for what depends on the request. */
const common = JSON.stringify(told).slice(1, -1);
const headers = [
  ...['cache-control', 'private, no-store', 'retry-after', '1', 'x-content-type-options', 'nosniff'],
  ...['content-type', 'application/problem+json; charset=utf-8', 'vary', 'Origin'],
];

/** How often the log says that requests are refused, in milliseconds. */
const logInterval = 1000;

declare module 'fastify' {
  interface FastifyInstance {
    overload: Overload;
  }
}

interface Overload {
  /** Whether a request would wait for the database for so long that it is better refused. */
  isFor(request: FastifyRequest): boolean;
  /** The same before anything is known of a request but how it begins: when in doubt it is not refused. */
  isForSomeLike(request: IncomingMessage): boolean;
  /**
   * Answers that it is, in fewer steps than other answers take: most that come may have to be refused, and what that
   * takes is missing to those that are answered.
   */
  refuse(request: IncomingMessage, response: ServerResponse, id: string): void;
}

/**
 * Refuses requests at once when those before them make them wait too long for the database, before anything is done for
 * them: nothing is read, nobody is looked up, and those that were let in have what they need. Reads that have to wait
 * wait here, too. What memory may answer goes on.
 */
export const overload = definePlugin('overload', ['cors', 'preflights'], (app: FastifyInstance) => {
  const { OVERLOAD_WAIT_MS: longest } = app.config;
  const { $client: pool } = app.db;
  const refuse = makeRefusal(app);
  const isBusyFor = (request: { method?: string }) => {
    if (longest === 0 || request.method === 'OPTIONS') return false;
    if (isRead(request)) return pool.expectWait('arrival') > longest;
    return pool.expectWait('statement') > longest || pool.expectWait('transaction') > longest;
  };
  const beginnings = new Map<string, boolean>();
  app.addHook('onRoute', ({ url, config }) => {
    const name = readBeginning(url);
    beginnings.set(name, (beginnings.get(name) ?? true) && needsDatabase(config));
  });
  app.decorate('overload', {
    isFor: (request) => needsDatabase(request.routeOptions.config) && isBusyFor(request),
    isForSomeLike: (request) =>
      isBusyFor(request) && beginnings.get(readBeginning(`${request.url}`)) === true,
    refuse,
  });
  const admit = makeAdmission(app);
  app.addHook(
    'onRequest',
    step((request, reply) => (request.cacheLookup ? undefined : admit(request, reply))),
  );
});

/** The same for reads that memory might have answered, and did not. */
export const overloadOfReads = definePlugin(
  'overload-of-reads',
  ['overload', 'conditional-requests'],
  (app: FastifyInstance) => {
    const admit = makeAdmission(app);
    app.addHook(
      'preHandler',
      step((request, reply) => (request.cacheLookup ? admit(request, reply) : undefined)),
    );
  },
);

const needsDatabase = (config: FastifyContextConfig | undefined) => (config?.access ?? 'open') !== 'open';

/** The first part of a path: `v1` of `/v1/reviews?limit=1`. */
const readBeginning = (url: string) => /^\/([^/?]*)/.exec(url)?.[1] ?? '';

/** Makes what refuses a request, or lets it wait for its turn when it is a read. */
function makeAdmission({ db, overload }: FastifyInstance) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    if (overload.isFor(request)) {
      reply.hijack();
      overload.refuse(request.raw, reply.raw, request.id);
      return reply;
    }
    return isRead(request) && needsDatabase(request.routeOptions.config) ? db.$client.arrive() : undefined;
  };
}

function makeRefusal(app: FastifyInstance): Overload['refuse'] {
  let refused = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return (request, response, id) => {
    refused += 1;
    const now = performance.now();
    if (now - loggedAt >= logInterval) {
      app.log.warn({ refused }, 'requests are refused: the database is busy');
      [refused, loggedAt] = [0, now];
    }
    const prefix = app.urls.readPrefix(request);
    const path = `${request.url}`.split('?', 1)[0];
    const body = `{"type":${JSON.stringify(prefix + type)},${common},"instance":${JSON.stringify(prefix + path)}}`;
    const own = ['x-request-id', id, 'content-length', `${Buffer.byteLength(body)}`];
    writeRawHead(response, problem.status, headers, [...own, ...app.describeOrigins(request)]);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
