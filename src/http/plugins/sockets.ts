import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '../../problem-types.ts';
import { Problem } from '../../problems.ts';
import { closeLingering, isLingering } from '../lingering-close.ts';
import { isStreaming } from '../streams.ts';
import { definePlugin } from './define.ts';
import { describeProblem } from './problems.ts';

/** The methods of all resources. */
const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

const awaiting = new WeakSet<IncomingMessage>();

/**
 * HTTP/1.1 connection handling that Node leaves to the application: `100 Continue` only when the body is read, half-closed
 * sockets, CONNECT, and a write timeout for clients that do not read (Slow Read).
 */
export const sockets = definePlugin('sockets', ['auth'], (app: FastifyInstance) => {
  const server: Server & { httpAllowHalfOpen?: boolean } = app.server;
  // A half-closed socket is answered: the client may close for writing after its request (RFC 9112, 9.6).
  server.httpAllowHalfOpen = true;
  closeStalled(server, app.config.WRITE_TIMEOUT_MS);
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    const problem = new Problem('method-not-allowed', 'CONNECT is not possible here: this is no proxy.');
    const described = describeProblem(problem, '/', app.urls.readProblemUrls());
    answerOnSocket(socket, described, `Allow: ${methods}\r\n`);
  });

  // An unknown expectation may be ignored (RFC 9110, 10.1.1); Node's own answer is no problem+json.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    awaiting.add(request);
    server.emit('request', request, response);
  });
  app.addHook('preParsing', (request, reply, payload, done) => {
    done(null, awaiting.has(request.raw) ? continueAtReading(request.raw, reply.raw) : payload);
  });
});

/** The body of a request with `Expect: 100-continue`, which is sent at the first read. */
function continueAtReading(request: IncomingMessage, response: ServerResponse): Readable {
  return Readable.from(
    (async function* () {
      response.writeContinue();
      yield* request.iterator({ destroyOnReturn: false });
    })(),
  );
}

/**
 * The write timeout: resets connections whose client has read nothing of an answer for so long, in milliseconds, which frees
 * the buffers of Node and the kernel. Progress counts, not the total time.
 */
function closeStalled(server: Server, milliseconds: number): void {
  // A fraction distinguishes it from other timeouts: Node has one timer per socket for all of them.
  const limit = milliseconds === 0 ? 0 : milliseconds + 0.5;
  server.timeout = limit;
  server.on('timeout', (socket: Socket) => {
    if (socket.writableLength > 0) socket.resetAndDestroy();
    // Else an answer is being computed, or a request is arriving, which has timeouts of its own.
    else if (socket.timeout !== limit) socket.destroy();
  });
}

/**
 * `_httpMessage`, internal to node:http (20 to 24): the response that is being written to a socket, the first unfinished one.
 */
type ServingSocket = Socket & { _httpMessage?: ServerResponse | null };

/** Fastify's `clientErrorHandler`: answers parser errors on the raw socket, after pending responses. */
export function answerClientError(
  this: FastifyInstance,
  error: Error & { code?: string },
  socket: ServingSocket,
): void {
  // Bytes after a request with `Connection: close`.
  if (isLingering(socket) || error.code === 'HPE_CLOSED_CONNECTION') return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isStreaming(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (broken.has(socket)) return;
  broken.add(socket);
  answerInOrder(socket, describeProblem(new Problem(codeOf(error)), '/', this.urls.readProblemUrls()));
}

const broken = new WeakSet<Socket>();

function answerInOrder(socket: ServingSocket, problem: Described): void {
  const current = socket._httpMessage;
  if (current?.req.complete) current.once('close', () => answerInOrder(socket, problem));
  // The answer to the broken request itself has begun.
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
