import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { EncodedResponse } from '../cache/cached-response.ts';
import { writeLastModified } from '../cache/last-modified.ts';
import type { ResponseStore } from '../cache/response-store.ts';
import { uuidv7 } from '../db/columns.ts';
import type { VersionWatcher } from '../db/version-watcher.ts';
import { readAlias } from './cache-key.ts';
import { isNotModified } from './conditional-reads.ts';
import { countCachedRead } from './limits.ts';
import { watchBody } from './lingering-close.ts';
import { describeRequest } from './logging.ts';
import { writeRawHead } from './raw-head.ts';
import { readTarget } from './request-target.ts';

/** The stored responses, and what says whether they are current. */
export interface ResponseCache {
  store: ResponseStore;
  watcher: VersionWatcher;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A fast path in front of Fastify's routing, which would take longer than the answer: responses out of the cache, where
 * whatever else there is to a request was checked at the first one with that cache key; and refusals under overload.
 */
export function serveFromCache(app: FastifyInstance, cache: ResponseCache | null): void {
  const { log, server, urls } = app;
  const [handle = missingHandler] = server.listeners('request') as Handle[];
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
    if (!app.overload.isForSomeLike(request)) return false;
    const id = uuidv7();
    app.overload.refuse(request, response, id);
    noteAnswer(request, id, response.statusCode);
    return true;
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    // It came behind the last one that is answered.
    if (!request.socket.writable) return;
    readTarget(request);
    // What is stored under another alias is for the application to find.
    const alias = cache && !isClosing ? readAlias(request, urls) : undefined;
    if (alias !== undefined && serveStored(request, response, alias)) return;
    watchBody(request, response);
    if (isClosing || alias !== undefined || !refuse(request, response)) handle(request, response);
  }

  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Pipelined requests are carried out one after the other (RFC 9112, 9.3.2), so that one connection takes the memory
    // of one answer: a response has its socket when those before it are sent.
    if (response.socket === null) response.once('socket', () => process.nextTick(serve, request, response));
    else serve(request, response);
  });
}

const missingHandler: Handle = () => {
  throw new Error('The server handles no requests');
};

interface EncodedAnswer {
  encoded: EncodedResponse;
  /** Headers of this response alone, names and values in turn. */
  own: string[];
}

/** Writes an encoded response, or 304 when the caller has it. @returns the status */
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
