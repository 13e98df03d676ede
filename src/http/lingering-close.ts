import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** The bounds of a lingering close: bytes that are discarded, and milliseconds. */
const [mostDiscarded, longestLinger] = [256 * 2 ** 20, 30_000];
/** The idle timeout of a lingering close, in milliseconds. */
const longestPause = 5000;
/** The longest body that is discarded after the answer to reuse the connection, in bytes. */
const mostKept = 8 * 2 ** 20;

const lingering = new WeakSet<Socket>();

/** Whether a connection lingers: what it still receives is no request. */
export const isLingering = (socket: Socket): boolean => lingering.has(socket);

/**
 * Lingering close (RFC 9112, 9.6): flushes, closes for writing, and discards what arrives until the client closes too. TCP
 * resets a socket that is closed with unread bytes, and a client that is still sending loses the answer. Node's parser reads
 * what arrives; requests on a socket that cannot be written are dropped (fast-path.ts).
 */
export function closeLingering(socket: Socket): void {
  if (lingering.has(socket) || socket.destroyed) return;
  lingering.add(socket);
  const mostRead = socket.bytesRead + mostDiscarded;
  const end = performance.now() + longestLinger;
  const watch = setInterval(() => {
    if (socket.bytesRead > mostRead || performance.now() > end) socket.destroy();
  }, 1000).unref();
  socket.once('close', () => clearInterval(watch));
  socket.once('end', () => socket.destroySoon());
  socket.setTimeout(longestPause);
  socket.end();
}

/**
 * Handles the unread rest of a body whose request is answered early: a long one closes the connection, lingering; a short
 * one is discarded, and the connection is reused. Called before the request is handled; without a body it costs two look-ups.
 */
export function watchBody(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length, 'transfer-encoding': encoding, expect } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return;
  const { socket } = request;
  if (!(socket instanceof Socket)) return;
  const { shouldKeepAlive } = response;
  // A client that waits for `100 Continue` may omit the body: the next bytes are ambiguous (request smuggling).
  if (encoding !== undefined || Number(length) > mostKept || expect !== undefined) {
    response.shouldKeepAlive = false;
    request.once('end', () => {
      response.shouldKeepAlive = shouldKeepAlive;
    });
  }
  // Node calls it after the last answer of a connection.
  socket.destroySoon = () => {
    if (request.complete || lingering.has(socket)) Socket.prototype.destroySoon.call(socket);
    else closeLingering(socket);
  };
  response.once('finish', () => {
    if (!request.complete) discard(request);
  });
}

/**
 * Discards a body, as Node does with one that was not read at all. The 'readable' listener of a pending iterator stops the
 * flow; with one for 'data' it resumes when the iterator is gone.
 */
function discard(body: IncomingMessage): void {
  body.on('data', () => undefined).resume();
}
