import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLingering } from './lingering-close.ts';
import { checkContentType } from './requests.ts';

export const ndjson = 'application/x-ndjson';

/**
 * Hands bodies of newline-delimited JSON to the handler as they come. Its loop may be left in the middle: the socket is
 * not destroyed with it, as that of a Readable is, and carries the answer (lingering-close.ts).
 */
export function takeStreams(app: FastifyInstance): void {
  app.addContentTypeParser(ndjson, async (request: FastifyRequest, bytes: Readable) => {
    checkContentType(request);
    return bytes === (request.raw as Readable) ? bytes.iterator({ destroyOnReturn: false }) : bytes;
  });
}

export const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  body instanceof Object && Symbol.asyncIterator in body;

const streaming = new WeakSet<Socket>();

/** Whether the body that comes through the socket is a stream, which may take its time as long as it goes on. */
export const isStreaming = (socket: Socket): boolean => streaming.has(socket);

/**
 * Lets the body of this request take any time until it is answered, if nothing stands still for longer than
 * REQUEST_TIMEOUT_MS.
 * @returns what ends the watch, when all has come and the answer is worked on
 */
export function letStream(request: FastifyRequest, reply: FastifyReply): () => void {
  const { socket } = request.raw;
  if (!(socket instanceof Socket)) return () => undefined;
  const limit = request.server.config.REQUEST_TIMEOUT_MS;
  const stop = () => socket.destroy();
  streaming.add(socket);
  if (limit > 0) socket.setTimeout(limit, stop);
  const end = () => {
    socket.off('timeout', stop);
    // What is left is the time in which the answer has to be read (sockets.ts).
    if (!isLingering(socket)) socket.setTimeout(request.server.server.timeout);
  };
  reply.raw.once('close', () => {
    streaming.delete(socket);
    end();
  });
  return end;
}
