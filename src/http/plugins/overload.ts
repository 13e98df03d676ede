import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../problems.ts';
import { writeRawHead } from '../fast-path/raw-head.ts';
import { maybeAsync } from '../maybe-async.ts';
import { isRead } from './conditional-requests.ts';
import { definePlugin } from './define.ts';
import { describeProblem } from './problems.ts';

const problem = new Problem(
  'unavailable',
  'More requests come than can be answered, and this one was not carried out. Send it again after the seconds in `Retry-After`.',
);
const { type, instance: _, ...rest } = describeProblem(problem, '', { types: '', prefix: '' });

/** The members that do not depend on the request. */
const common = JSON.stringify(rest).slice(1, -1);
const headers = [
  ...['cache-control', 'private, no-store', 'retry-after', '1', 'x-content-type-options', 'nosniff'],
  ...['content-type', 'application/problem+json; charset=utf-8', 'vary', 'Origin'],
];

/** The interval of log lines about refused requests, in milliseconds. */
const logInterval = 1000;

declare module 'fastify' {
  interface FastifyInstance {
    overload: Overload;
  }
}

interface Overload {
  /** Whether the wait estimate of a request is above OVERLOAD_WAIT_MS. */
  isFor(request: FastifyRequest): boolean;
  /** The same before routing, by the first segment of the target; false in doubt. */
  isForTarget(request: IncomingMessage): boolean;
  /**
   * Sends a 503 on a fast path: most requests may have to be refused, and the others need the time.
   */
  refuse(request: IncomingMessage, response: ServerResponse, id: string): void;
}

/**
 * Load shedding: refuses requests at once when the estimated wait for the database is too long, before any work is done for
 * them. Reads wait here in the admission queue. Requests that the response cache may answer pass.
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
  const segments = new Map<string, boolean>();
  app.addHook('onRoute', ({ url, config }) => {
    const name = firstSegment(url);
    segments.set(name, (segments.get(name) ?? true) && needsDatabase(config));
  });
  app.decorate('overload', {
    isFor: (request) => needsDatabase(request.routeOptions.config) && isBusyFor(request),
    isForTarget: (request) => isBusyFor(request) && segments.get(firstSegment(`${request.url}`)) === true,
    refuse,
  });
  const admit = makeAdmission(app);
  app.addHook(
    'onRequest',
    maybeAsync((request, reply) => (request.cacheLookup ? undefined : admit(request, reply))),
  );
});

/** Load shedding of cache misses. */
export const overloadOfReads = definePlugin(
  'overload-of-reads',
  ['overload', 'conditional-requests'],
  (app: FastifyInstance) => {
    const admit = makeAdmission(app);
    app.addHook(
      'preHandler',
      maybeAsync((request, reply) => (request.cacheLookup ? admit(request, reply) : undefined)),
    );
  },
);

const needsDatabase = (config: FastifyContextConfig | undefined) => (config?.access ?? 'open') !== 'open';

/** The first path segment: `v1` of `/v1/reviews?limit=1`. */
const firstSegment = (url: string) => /^\/([^/?]*)/.exec(url)?.[1] ?? '';

/** The hook that refuses a request, or lets a read wait in the admission queue. */
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
    const { types, prefix } = app.urls.readProblemUrls(request);
    const path = `${request.url}`.split('?', 1)[0];
    const body = `{"type":${JSON.stringify(types + type)},${common},"instance":${JSON.stringify(prefix + path)}}`;
    const own = ['x-request-id', id, 'content-length', `${Buffer.byteLength(body)}`];
    writeRawHead(response, problem.status, headers, [...own, ...app.describeOrigins(request)]);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
