import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem, type ProblemCode } from '../problems.ts';
import { definePlugin } from './define.ts';
import { closeLingering, isLingering } from './lingering-close.ts';
import { describeProblem } from './problems.ts';
import { isStreaming } from './streams.ts';

/** What some resource of ours has. */
const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

const awaiting = new WeakSet<IncomingMessage>();

/**
 * What HTTP/1.1 asks of a connection and Node leaves open: `100 Continue` when the body is wanted and no earlier, an
 * answer to a client that has closed its half, one to CONNECT, and an end to those that do not read.
 */
export const sockets = definePlugin('sockets', ['auth'], (app: FastifyInstance) => {
  const server: Server & { httpAllowHalfOpen?: boolean } = app.server;
  // A client may close for writing when it has sent its request (RFC 9112, 9.6).
  server.httpAllowHalfOpen = true;
  cutUnread(server, app.config.WRITE_TIMEOUT_MS);
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    const problem = new Problem('method-not-allowed', 'CONNECT is not possible here: this is no proxy.');
    const described = describeProblem(problem, '/', app.urls.prefix ?? '');
    answerOnSocket(socket, described, `Allow: ${methods}\r\n`);
  });

  // An expectation that nobody knows may be ignored (RFC 9110, 10.1.1); Node's own answer is no problem+json.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    awaiting.add(request);
    server.emit('request', request, response);
  });
  app.addHook('preParsing', (request, reply, payload, done) => {
    done(null, awaiting.has(request.raw) ? continueAtReading(request.raw, reply.raw) : payload);
  });
});

/** The body of a request whose client waits: it is told to go on when the first byte is wanted. */
function continueAtReading(request: IncomingMessage, response: ServerResponse): Readable {
  return Readable.from(
    (async function* () {
      response.writeContinue();
      yield* request.iterator({ destroyOnReturn: false });
    })(),
  );
}

/**
 * Cuts connections with an answer of which nothing was taken for so long, in milliseconds: what counts is progress, not
 * how long all of it takes. One that is cut within a pause of its client frees what Node and the kernel keep for it.
 */
function cutUnread(server: Server, milliseconds: number): void {
  // A fraction, so that no time for anything else is the same: Node uses one timer of a connection for all of them.
  const limit = milliseconds === 0 ? 0 : milliseconds + 0.5;
  server.timeout = limit;
  server.on('timeout', (socket: Socket) => {
    if (socket.writableLength > 0) socket.resetAndDestroy();
    // Else an answer is worked on, or a request is still to come, which has limits of its own.
    else if (socket.timeout !== limit) socket.destroy();
  });
}

/**
 * Node's socket with the response that is being written to it, the first of those that are not finished: internal to
 * node:http (20 to 24), which has no public name for it.
 */
type ServingSocket = Socket & { _httpMessage?: ServerResponse | null };

/** Answers what Node's HTTP parser could not read, on the bare socket, behind the answers to what it could. */
export function answerClientError(
  this: FastifyInstance,
  error: Error & { code?: string },
  socket: ServingSocket,
): void {
  // What comes behind a request with `Connection: close` is no request.
  if (isLingering(socket) || error.code === 'HPE_CLOSED_CONNECTION') return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isStreaming(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  // Whatever else comes is as broken.
  if (broken.has(socket)) return;
  broken.add(socket);
  answerInTurn(socket, describeProblem(new Problem(codeOf(error)), '/', this.urls.prefix ?? ''));
}

const broken = new WeakSet<Socket>();

function answerInTurn(socket: ServingSocket, problem: Described): void {
  const current = socket._httpMessage;
  if (current?.req.complete) current.once('close', () => answerInTurn(socket, problem));
  // The answer to the very request that is broken has begun.
  else if (current?.headersSent) socket.destroy();
  else if (socket.writable) answerOnSocket(socket, problem);
}

function codeOf({ code }: { code?: string }): ProblemCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'malformed-request';
}

type Described = ReturnType<typeof describeProblem>;

function answerOnSocket(socket: Socket, problem: Described, headers = ''): void {
  const body = JSON.stringify(problem);
  socket.write(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${headers}Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
  closeLingering(socket);
}
