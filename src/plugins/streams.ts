import { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

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
    // What is left is the time in which the answer has to be read (sockets.ts).
    socket.setTimeout(request.server.server.timeout).off('timeout', stop);
  };
  reply.raw.once('close', () => {
    streaming.delete(socket);
    end();
  });
  return end;
}
