import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { EncodedResponse } from '../../cache/cached-response.ts';
import { writeLastModified } from '../../cache/last-modified.ts';
import type { ResponseStore } from '../../cache/response-store.ts';
import { uuidv7 } from '../../db/schema/columns.ts';
import type { VersionWatcher } from '../../db/unit-of-work/version-watcher.ts';
import { readAlias } from '../cache-key.ts';
import { isNotModified } from '../conditional-reads.ts';
import { watchBody } from '../lingering-close.ts';
import { countCachedRead } from '../plugins/limits.ts';
import { describeRequest } from '../plugins/logging.ts';
import { readTarget } from '../request-target.ts';
import { writeRawHead } from './raw-head.ts';

/** The stored responses, and the watcher that tells whether they are current. */
export interface ResponseCache {
  store: ResponseStore;
  watcher: VersionWatcher;
}

/**
 * A fast path in front of Fastify's routing: sends stored responses, whose requests were checked when the first one with
 * their alias went through all hooks, and refusals under overload. A stored list takes 50 µs of processor time here, and 60
 * through Fastify to the cache's first hook (10 clients on 2 cores).
 *
 * It replaces Fastify's listener of the server's 'request' event by one that calls `app.routing` for all other requests, so
 * that no hook of Fastify sees those that it answers. `app.inject` goes around it. It relies on
 * - Fastify (5): the one listener of 'request' is `app.routing`, and none is added later;
 * - node:http (20 to 24): a pipelined response has no socket until those before it are sent, and emits 'socket' then.
 *
 * test/http/fast-path/fast-path.test.ts fails when an upgrade changes either. RESPONSE_CACHE_MB=0 switches the stored responses off,
 * OVERLOAD_WAIT_MS=0 the refusals; then every request goes through Fastify.
 */
export function serveFromCache(app: FastifyInstance, cache: ResponseCache | null): void {
  const { log, server, urls } = app;
  const isLogged = ['info', 'debug', 'trace'].includes(app.config.LOG_LEVEL);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  const noteAnswer = (request: IncomingMessage, id: string, status: number) => {
    if (isLogged) log.info(describeRequest(request, id, status, 0), 'request');
  };

  function serveStored(request: IncomingMessage, response: ServerResponse, alias: string): boolean {
    const version = cache?.watcher.current;
    if (!cache || version === undefined) return false;
    const encoded = cache.store.getByAlias(alias, version);
    const quota = encoded ? countCachedRead(app, request) : null;
    if (!encoded || quota === null) return false;
    const id = uuidv7();
    const own = ['x-request-id', id, ...quota];
    noteAnswer(request, id, writeEncoded(request, response, { encoded, own }));
    return true;
  }

  function refuse(request: IncomingMessage, response: ServerResponse): boolean {
    if (!app.overload.isForTarget(request)) return false;
    const id = uuidv7();
    app.overload.refuse(request, response, id);
    noteAnswer(request, id, response.statusCode);
    return true;
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    // A request behind the last one of a connection.
    if (!request.socket.writable) return;
    readTarget(request);
    // A miss may be stored under its canonical key, which the application looks up.
    const alias = cache && !isClosing ? readAlias(request, urls) : undefined;
    if (alias !== undefined && serveStored(request, response, alias)) return;
    watchBody(request, response);
    if (isClosing || alias !== undefined || !refuse(request, response)) app.routing(request, response);
  }

  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Head-of-line: pipelined requests (RFC 9112, 9.3.2) are carried out one after the other, so that a connection takes the
    // memory of one answer.
    if (response.socket === null) response.once('socket', () => process.nextTick(serve, request, response));
    else serve(request, response);
  });
}

interface EncodedAnswer {
  encoded: EncodedResponse;
  /** Headers of this response alone, names and values alternating. */
  own: string[];
}

/** Writes an encoded response, or 304 by the conditional headers. @returns the status */
export function writeEncoded(
  request: IncomingMessage,
  response: ServerResponse,
  { encoded, own }: EncodedAnswer,
): number {
  const { modified } = encoded.response;
  const unmodified = isNotModified(request.headers, encoded.etag, modified);
  const status = unmodified ? 304 : 200;
  const headers = unmodified ? encoded.unmodified : encoded.headers;
  writeRawHead(response, status, headers, [...own, ...writeLastModified(modified)]);
  if (unmodified || request.method === 'HEAD') response.end();
  else response.end(encoded.body);
  return status;
}
