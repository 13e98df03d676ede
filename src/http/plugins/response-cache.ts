import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CachedResponse, type EncodedResponse } from '../../cache/cached-response.ts';
import { type Flight, ResponseStore } from '../../cache/response-store.ts';
import { summarizeFault } from '../../db/driver/faults.ts';
import { VersionWatcher } from '../../db/unit-of-work/version-watcher.ts';
import { readAlias } from '../cache-key.ts';
import { canonicalUrl } from '../canonical.ts';
import { chooseEncoding, encode } from '../compression.ts';
import { type ResponseCache, serveFromCache, writeEncoded } from '../fast-path/fast-path.ts';
import { isPublicRead, isRead, nameTag } from './conditional-requests.ts';
import { definePlugin } from './define.ts';
import { countCachedRead } from './limits.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The cache of public responses; null when it is off. */
    responseCache: ResponseCache | null;
  }
  interface FastifyRequest {
    /** The lookup of a cacheable read; null for all other requests. */
    cacheLookup: CacheLookup | null;
  }
}

interface CacheLookup {
  /** See `readAlias`. */
  alias: string;
  /** The public version known at the beginning of the request: its answer may not be older. */
  version: number;
  generation: number;
  /** The canonical key. */
  key: string;
  /** The shared computation that this request has to settle. */
  flight: Flight | null;
}

const megabyte = 2 ** 20;

/**
 * A response cache for public reads, invalidated by change events, with singleflight: concurrent misses share a computation.
 * A response is served only while the public version is confirmed.
 */
export const responseCache = definePlugin('response-cache', ['urls', 'limits'], (app: FastifyInstance) => {
  const cache = openResponseCache(app);
  app.decorate('responseCache', cache);
  app.decorateRequest('cacheLookup', null);
  serveFromCache(app, cache);
  if (!cache) return;
  const { store, watcher } = cache;

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.access !== 'read') return;
    const alias = readAlias(request.raw, app.urls);
    if (alias === undefined) return;
    if (watcher.current === undefined && !watcher.isApart && app.overload.isFor(request)) return;
    const version = watcher.current ?? (await watcher.confirm());
    if (version === undefined) return;
    const { generation } = watcher;
    request.cacheLookup = { alias, version, generation, key: '', flight: null };
    const encoded = store.getByAlias(alias, version);
    if (!encoded) return;
    request.quota = countCachedRead(app, request.raw);
    if (request.quota !== null) send(request, reply, encoded);
  });

  app.addHook('preHandler', async (request, reply) => {
    const { cacheLookup } = request;
    if (!cacheLookup || !isPublicRead(request)) return;
    cacheLookup.key = readKey(request);
    const { key, version } = cacheLookup;
    const found = store.get(key, version);
    if (found) return deliver(request, reply, cacheLookup, found);
    const flight = store.join(key, version);
    // Without an await before `lead`, in which others would miss too.
    const shared = flight && (await flight.answer);
    if (shared && store.isCurrent(shared, version)) return deliver(request, reply, cacheLookup, shared);
    cacheLookup.flight = store.lead(key, version);
  });

  async function deliver(
    request: FastifyRequest,
    reply: FastifyReply,
    { alias, key }: CacheLookup,
    answer: CachedResponse,
  ): Promise<void> {
    const encoding = chooseEncoding(request.headers['accept-encoding'], answer.length, answer.type);
    const encoded = answer.get(encoding) ?? (await answer.make(encoding));
    store.alias(alias, key, encoded);
    send(request, reply, encoded);
  }

  function send(request: FastifyRequest, reply: FastifyReply, encoded: EncodedResponse): void {
    reply.hijack();
    const own = ['x-request-id', request.id, ...(request.quota ?? [])];
    writeEncoded(request.raw, reply.raw, { encoded, own });
  }

  app.addHook('onResponse', async ({ cacheLookup }) => {
    cacheLookup?.flight?.settle();
  });
});

/** Stores answers to public reads in the cache, and sets `X-Cache`. */
export const responseCacheStore = definePlugin(
  'response-cache-store',
  ['overload-of-reads', 'slicing', 'openapi'],
  (app: FastifyInstance) => {
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.routeOptions.config.access === 'read' && isRead(request))
        reply.header('X-Cache', storeAnswer(request, reply, payload) ? 'miss' : 'bypass');
      done();
    });

    function storeAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): boolean {
      const { cacheLookup } = request;
      if (!cacheLookup?.flight || !app.responseCache) return false;
      const { store, watcher } = app.responseCache;
      const answer = describeAnswer(reply);
      if (answer) watcher.advance(answer.version);
      const isCurrent =
        answer && cacheLookup.generation === watcher.generation && store.isCurrent(answer, watcher.version);
      if (isCurrent) store.set(cacheLookup.key, answer);
      if (answer && reply.statusCode === 200 && Buffer.isBuffer(payload)) {
        const encoded = answer.add(`${reply.getHeader('content-encoding') ?? 'identity'}`, payload);
        store.alias(cacheLookup.alias, cacheLookup.key, encoded);
      }
      cacheLookup.flight.settle(answer);
      return isCurrent === true;
    }
  },
);

function openResponseCache(app: FastifyInstance): ResponseCache | null {
  const { RESPONSE_CACHE_MB, PUBLIC_READ } = app.config;
  if (RESPONSE_CACHE_MB === 0 || !PUBLIC_READ) return null;
  const store = new ResponseStore(RESPONSE_CACHE_MB * megabyte);
  const watcher = new VersionWatcher(app.db, app.config, {
    onChange: ({ version, changed }) => changed && store.invalidate(version, changed),
    onRestart: () => store.clear(),
    onLost: (error) =>
      app.log.warn(
        { cause: summarizeFault(error) },
        'the public version cannot be followed, no answer comes out of memory',
      ),
  });
  app.addHook('onClose', () => watcher.stop());
  return { store, watcher };
}

/** The canonical cache key: requests with the same key have the same answer at a public version. */
function readKey(request: FastifyRequest): string {
  const { routeOptions, format, server, raw } = request;
  return `${routeOptions.url} ${canonicalUrl(request)} ${format.type} ${server.urls.readKey(raw)}`;
}

/** Headers that are not stored: they belong to one response, or to an encoding. */
const ownNames = new Set([
  ...['etag', 'last-modified', 'content-type', 'content-length', 'content-encoding', 'transfer-encoding'],
  ...['date', 'connection', 'keep-alive', 'x-request-id', 'x-cache', 'ratelimit', 'ratelimit-policy'],
]);

/** The answer for storing; undefined without a public version. */
function describeAnswer(reply: FastifyReply): CachedResponse | undefined {
  const { subject, plain } = reply;
  if (!plain || !subject?.state || (reply.statusCode !== 200 && reply.statusCode !== 304)) return undefined;
  const headers = Object.entries(reply.getHeaders())
    .filter(([name]) => !ownNames.has(name))
    .flatMap(([name, value]) => [value].flat().flatMap((one) => [name, `${one}`]));
  return new CachedResponse({
    version: subject.state.version,
    invalidatedBy: subject.invalidatedBy,
    headers: ['x-cache', 'hit', ...headers],
    ...plain,
    nameEncoding: (encoding) => nameTag(plain.tag, encoding),
    encode,
  });
}
