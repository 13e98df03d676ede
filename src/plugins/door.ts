import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Ready } from '../cache/answer.ts';
import type { Answers } from '../cache/answers.ts';
import { uuidv7 } from '../db/columns.ts';
import type { PublicClock } from '../db/public-clock.ts';
import { isUnmodified } from './caching.ts';
import { admitReady } from './limits.ts';
import { writeReadyHead } from './ready-head.ts';
import { spellRequest } from './spelling.ts';

/** Answers, and what says whether they still stand. */
export interface Memory {
  answers: Answers;
  clock: PublicClock;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers what can be answered at once before Fastify sees it, which would take longer than the answer; whatever else
 * there is to a request has been seen at the first one of that spelling.
 */
export function answerAtTheDoor(app: FastifyInstance, { answers, clock }: Memory): void {
  const { config, log, server } = app;
  const [handle] = server.listeners('request') as Handle[];
  if (!handle) throw new Error('The server handles no requests');
  const isLogged = ['info', 'debug', 'trace'].includes(config.LOG_LEVEL);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const version = isClosing ? undefined : clock.now;
    const spelling = version === undefined ? undefined : spellRequest(request, config);
    const ready =
      spelling === undefined || version === undefined ? undefined : answers.recall(spelling, version);
    if (!ready) return handle(request, response);
    const quota = admitReady(app, request);
    if (quota === null) return handle(request, response);
    const id = uuidv7();
    const status = writeReady(request, response, ready, ['x-request-id', id, ...quota]);
    if (!isLogged) return;
    const path = `${request.url}`.split('?', 1)[0];
    log.info({ reqId: id, method: request.method, path, status, ms: 0 }, 'request');
  });
}

/**
 * Writes a ready answer, or that it is what the caller has.
 * @param own headers of this response alone, names and values in turn
 * @returns the status
 */
export function writeReady(
  request: IncomingMessage,
  response: ServerResponse,
  ready: Ready,
  own: string[],
): number {
  const tags = request.headers['if-none-match'];
  const unmodified = tags !== undefined && isUnmodified(tags, ready.etag);
  const status = unmodified ? 304 : 200;
  const headers = unmodified ? ready.unmodified : ready.headers;
  writeReadyHead(response, status, headers, own);
  if (unmodified || request.method === 'HEAD') response.end();
  else response.end(ready.body);
  return status;
}
