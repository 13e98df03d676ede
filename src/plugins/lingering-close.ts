import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** So many bytes are discarded of one connection, and for so long, in milliseconds; then it is cut. */
const [mostDiscarded, longestLinger] = [256 * 2 ** 20, 30_000];
/** A client that sends nothing for so long has read the answer, or never will, in milliseconds. */
const longestPause = 5000;
/** A body of this length is read to its end behind the answer, and the connection lives on, in bytes. */
const mostKept = 8 * 2 ** 20;

const lingering = new WeakSet<Socket>();

/** Whether a connection is being closed in this way: what still comes over it is no request. */
export const isLingering = (socket: Socket): boolean => lingering.has(socket);

/**
 * Lingering close (RFC 9112, 9.6): sends what is written, closes for writing, and discards what still comes until the
 * client closes too. A socket that is closed with bytes unread is reset, and a client that was still sending loses the
 * answer. What comes goes through Node's parser on to nobody: requests of a socket that cannot be written are dropped.
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
 * Sees to the body of a request that is answered before all of it was read. What is left of a long one ends the
 * connection with the answer, lingering; of one that is short it is discarded, and the connection is used again. To be
 * called before the request is handled; one without a body costs two look-ups.
 */
export function watchBody(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length, 'transfer-encoding': encoding, expect } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return;
  const { socket } = request;
  if (!(socket instanceof Socket)) return;
  const { shouldKeepAlive } = response;
  // A client that waits for `100 Continue` may leave the body out: what comes next could be either.
  if (encoding !== undefined || Number(length) > mostKept || expect !== undefined) {
    response.shouldKeepAlive = false;
    request.once('end', () => {
      response.shouldKeepAlive = shouldKeepAlive;
    });
  }
  // What Node calls after the last answer of a connection.
  socket.destroySoon = () => {
    if (request.complete || lingering.has(socket)) Socket.prototype.destroySoon.call(socket);
    else closeLingering(socket);
  };
  response.once('finish', () => {
    if (!request.complete) discard(request);
  });
}

/**
 * Lets a body flow to nobody. Node does so with one of which nothing was read. An iterator that is still waiting for more
 * keeps a stream from flowing by its listener; with one for `data` the stream flows on when that is gone.
 */
function discard(body: IncomingMessage): void {
  body.on('data', () => undefined).resume();
}
