import cluster from 'node:cluster';
import type { IncomingMessage } from 'node:http';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onWorkerMessage, tellWorkers } from '../../cluster/messages.ts';
import type { Bucket, Buckets } from '../../limits/buckets.ts';
import { Limits } from '../../limits/limits.ts';
import { type Message, shareCharges } from '../../limits/sharing.ts';
import { Problem } from '../../problems.ts';
import { nameCaller } from '../callers.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyInstance {
    limits: Limits;
  }
  interface FastifyContextConfig {
    /** A health check, with a rate limit of its own. */
    isProbe?: boolean;
  }
  interface FastifyRequest {
    /** The RateLimit headers, names and values alternating; null before the request was counted. */
    quota: string[] | null;
  }
}

const topic = 'limits';

/** The token buckets of callers, which the workers of a service share. */
export const limits = definePlugin('limits', ['urls'], (app: FastifyInstance) => {
  const limits = new Limits(app.config);
  app.decorate('limits', limits);
  app.decorateRequest('quota', null);
  if (!cluster.isWorker) return;
  const { reads, writes, probes, failures } = limits;
  const end = shareCharges(
    { reads, writes, probes, failures },
    {
      tell: (message) => tellWorkers(topic, message),
      listen: (handle) => onWorkerMessage(topic, (message) => handle(message as Message)),
    },
  );
  app.addHook('onClose', async () => end());
});

type Kind = 'reads' | 'writes' | 'probes';
interface Counter {
  kind: Kind;
  buckets: Buckets;
  count: ReturnType<FastifyInstance['createRateLimit']>;
}

/**
 * Rate limiting (token bucket), before the body is read and before any other refusal, which counts too. The rate limit key
 * is an API key that was valid at its last use, else the address, so that nobody can exhaust another key's bucket.
 */
export const limiting = definePlugin(
  'limiting',
  ['limits', 'identification'],
  async (app: FastifyInstance) => {
    const { reads, writes, probes } = app.limits;
    if (!reads && !writes) return;
    await app.register(fastifyRateLimit, { global: false, store: BucketStore });
    const open = (kind: Kind, buckets: Buckets | null): Counter | null => {
      if (!buckets) return null;
      const { perSecond, burst } = buckets.allowance;
      const options = {
        max: burst,
        timeWindow: Math.ceil((burst / perSecond) * 1000),
        keyGenerator: callerOf,
      };
      return { kind, buckets, count: app.createRateLimit(Object.assign(options, { buckets })) };
    };
    const counters = {
      ...{ reads: open('reads', reads), writes: open('writes', writes), probes: open('probes', probes) },
    };

    app.addHook('onRequest', async (request, reply) => {
      const counter = counters[kindOf(request)];
      if (!counter) return;
      const counted = await counter.count(request);
      if (counted.isAllowed) return;
      const { isExceeded, remaining, ttlInSeconds } = counted;
      request.quota = describeQuota(counter.kind, counter.buckets, remaining, ttlInSeconds);
      for (let at = 0; at < request.quota.length; at += 2)
        reply.header(`${request.quota[at]}`, request.quota[at + 1]);
      if (isExceeded) throw refuse(counter, ttlInSeconds);
    });
  },
);

function kindOf({ method, routeOptions }: FastifyRequest): Kind {
  if (method === 'OPTIONS' || routeOptions.config?.isProbe) return 'probes';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

function callerOf(request: FastifyRequest): string {
  const { claimedKey, server, viewer } = request;
  if (viewer.authenticated) return viewer.name;
  const known = claimedKey && server.limits.keys.get(claimedKey.hash);
  return known ?? nameCaller(server, request.raw);
}

function refuse({ kind, buckets }: Counter, seconds: number): Problem {
  const { perSecond, burst } = buckets.allowance;
  const detail = `These are more ${kind} than one caller may send: ${perSecond} a second, after a pause ${burst} at once. Send the request again in ${seconds} s.`;
  return new Problem('too-many-requests', detail, { headers: { 'Retry-After': `${Math.max(1, seconds)}` } });
}

/** Token buckets as a store of @fastify/rate-limit, whose own one has fixed windows. */
class BucketStore {
  readonly #buckets: Buckets | undefined;

  constructor(options: object) {
    this.#buckets = (options as { buckets?: Buckets }).buckets;
  }

  incr(
    caller: string,
    callback: (error: Error | null, result: { current: number; ttl: number }) => void,
    _timeWindow: number,
    max: number,
  ): void {
    if (!this.#buckets) throw new Error('There are no buckets to take from');
    const now = performance.now();
    const bucket = this.#buckets.of(caller);
    if (this.#buckets.take(caller, bucket, now))
      callback(null, { current: max - bucket.left(now), ttl: bucket.untilFull(now) });
    else callback(null, { current: max + 1, ttl: bucket.untilNext(now) });
  }

  child(options: object): BucketStore {
    return new BucketStore(options);
  }
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10). */
function describeQuota(kind: Kind, { allowance }: Buckets, remaining: number, seconds: number): string[] {
  const { perSecond, burst } = allowance;
  return [
    ...['ratelimit-policy', `"${kind}";q=${burst};w=${Math.ceil(burst / perSecond)}`],
    ...['ratelimit', `"${kind}";r=${remaining};t=${seconds}`],
  ];
}

const uncounted: string[] = [];

/**
 * Counts a read that is answered by the cache.
 * @returns the RateLimit headers; null when the bucket is empty, for the application to refuse it
 */
export function countCachedRead(app: FastifyInstance, request: IncomingMessage): string[] | null {
  const { reads } = app.limits;
  if (!reads) return uncounted;
  const caller = nameCaller(app, request);
  const now = performance.now();
  const bucket: Bucket = reads.of(caller);
  if (!reads.take(caller, bucket, now)) return null;
  return describeQuota('reads', reads, bucket.left(now), Math.ceil(bucket.untilFull(now) / 1000));
}

/**
 * Counts further work of a write, such as each MiB of an upload.
 * @throws Problem too-many-requests
 */
export function chargeWrite(request: FastifyRequest): void {
  const { writes } = request.server.limits;
  if (!writes) return;
  const caller = callerOf(request);
  const now = performance.now();
  const bucket = writes.of(caller);
  if (writes.take(caller, bucket, now)) return;
  const seconds = Math.max(1, Math.ceil(bucket.untilNext(now) / 1000));
  throw new Problem(
    'too-many-requests',
    `Each MiB of an upload counts as a write, of which one caller may send ${writes.allowance.perSecond} a second. Send the request again in ${seconds} s.`,
    { headers: { 'Retry-After': `${seconds}` } },
  );
}

/**
 * Brute-force protection, before a key is looked up that was not valid recently.
 * @throws Problem too-many-requests when its address has sent too many invalid keys
 */
export function refuseKeyGuessing({ server, raw }: FastifyRequest, hash: string): void {
  const { failures, keys } = server.limits;
  if (!failures || keys.has(hash)) return;
  const now = performance.now();
  const bucket = failures.of(nameCaller(server, raw));
  if (bucket.left(now) > 0) return;
  const seconds = Math.max(1, Math.ceil(bucket.untilNext(now) / 1000));
  throw new Problem(
    'too-many-requests',
    `Too many keys that are none came from this address. Keys that were good lately go on to work; others are looked at again in ${seconds} s.`,
    { headers: { 'Retry-After': `${seconds}` } },
  );
}

/** Counts an invalid key. */
export function countFailure({ server, raw }: FastifyRequest, hash: string | null): void {
  const { failures, keys } = server.limits;
  if (hash !== null) keys.delete(hash);
  if (!failures) return;
  const caller = nameCaller(server, raw);
  failures.take(caller, failures.of(caller), performance.now());
}
