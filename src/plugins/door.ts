import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Ready } from '../cache/answer.ts';
import type { Answers } from '../cache/answers.ts';
import { type Modified, writeLastModified } from '../cache/last-modified.ts';
import { uuidv7 } from '../db/columns.ts';
import type { PublicClock } from '../db/public-clock.ts';
import { isNotModified } from './conditional-reads.ts';
import { admitReady } from './limits.ts';
import { watchBody } from './lingering-close.ts';
import { describeRequest } from './logging.ts';
import { writeReadyHead } from './ready-head.ts';
import { readTarget } from './request-target.ts';
import { spellRequest } from './spelling.ts';

/** Answers, and what says whether they still stand. */
export interface Memory {
  answers: Answers;
  clock: PublicClock;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers what can be answered at once before Fastify sees it, which would take longer than the answer: out of the
 * memory, where whatever else there is to a request has been seen at the first one of that spelling; and what has to be
 * refused because of overload, whatever it is.
 */
export function answerAtTheDoor(app: FastifyInstance, memory: Memory | null): void {
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

  function recall(request: IncomingMessage, response: ServerResponse, spelling: string): boolean {
    const version = memory?.clock.now;
    if (!memory || version === undefined) return false;
    const ready = memory.answers.recall(spelling, version);
    const quota = ready ? admitReady(app, request) : null;
    if (!ready || quota === null) return false;
    const id = uuidv7();
    const own = ['x-request-id', id, ...quota];
    const modified = memory.clock.dateOf(version);
    noteAnswer(request, id, writeReady(request, response, { ready, own, modified }));
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
    // What may be in memory in another spelling is for the application to find.
    const spelling = memory && !isClosing ? spellRequest(request, urls) : undefined;
    if (spelling !== undefined && recall(request, response, spelling)) return;
    watchBody(request, response);
    if (isClosing || spelling !== undefined || !refuse(request, response)) handle(request, response);
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

interface ReadyAnswer {
  ready: Ready;
  /** Headers of this response alone, names and values in turn. */
  own: string[];
  modified: Modified | undefined;
}

/** Writes a ready answer, or that it is what the caller has. @returns the status */
export function writeReady(
  request: IncomingMessage,
  response: ServerResponse,
  { ready, own, modified }: ReadyAnswer,
): number {
  const unmodified = isNotModified(request.headers, ready.etag, modified);
  const status = unmodified ? 304 : 200;
  const headers = unmodified ? ready.unmodified : ready.headers;
  writeReadyHead(response, status, headers, [...own, ...writeLastModified(modified)]);
  if (unmodified || request.method === 'HEAD') response.end();
  else response.end(ready.body);
  return status;
}
