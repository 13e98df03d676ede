import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { ref } from '../wire.ts';
import { isLingering } from './lingering-close.ts';
import { checkContentType } from './plugins/requests.ts';

export const ndjson = 'application/x-ndjson';

/** Newline-delimited JSON under its names, none of which is registered. */
const lineTypes = [
  ndjson,
  ...['application/ndjson', 'application/jsonl', 'application/x-jsonl'],
  ...['application/jsonlines', 'application/x-jsonlines', 'application/json-lines'],
];

/**
 * Streams bodies of newline-delimited JSON to the handler. Leaving the loop early does not destroy the socket, as a
 * Readable's iterator does by default, so that it can carry the answer (lingering-close.ts).
 */
export function addStreamParser(app: FastifyInstance): void {
  app.addContentTypeParser(lineTypes, async (request: FastifyRequest, bytes: Readable) => {
    checkContentType(request);
    return bytes === (request.raw as Readable) ? bytes.iterator({ destroyOnReturn: false }) : bytes;
  });
}

/**
 * The schema of newline-delimited JSON: a text, each of whose lines is one of `line` (JSON Schema, `contentSchema`), with the
 * examples of that as its example.
 */
export function linesOf(line: TSchema) {
  const { $id, examples } = line as { $id?: string; examples?: unknown[] };
  return Type.Unsafe<unknown>({
    type: 'string',
    description: `One \`${$id}\` a line.`,
    contentMediaType: ndjson,
    contentSchema: ref(line),
    ...(examples ? { examples: [examples.map((one) => `${JSON.stringify(one)}\n`).join('')] } : {}),
  });
}

/** Streams bodies of these media types to the handler, as they come. */
export function addUploadParser(app: FastifyInstance, types: string[]): void {
  app.addContentTypeParser(types, async (request: FastifyRequest, bytes: Readable) =>
    bytes === (request.raw as Readable) ? bytes.iterator({ destroyOnReturn: false }) : bytes,
  );
}

export const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  body instanceof Object && Symbol.asyncIterator in body;

const streaming = new WeakSet<Socket>();

/** Whether a socket's body is a stream, which has no total timeout. */
export const isStreaming = (socket: Socket): boolean => streaming.has(socket);

/**
 * Replaces the total timeout of a request's body by an idle timeout of REQUEST_TIMEOUT_MS.
 * @returns a function that ends it, once the body is complete
 */
export function allowStreaming(request: FastifyRequest, reply: FastifyReply): () => void {
  const { socket } = request.raw;
  if (!(socket instanceof Socket)) return () => undefined;
  const limit = request.server.config.REQUEST_TIMEOUT_MS;
  const stop = () => socket.destroy();
  streaming.add(socket);
  if (limit > 0) socket.setTimeout(limit, stop);
  const end = () => {
    socket.off('timeout', stop);
    // The write timeout (sockets.ts).
    if (!isLingering(socket)) socket.setTimeout(request.server.server.timeout);
  };
  reply.raw.once('close', () => {
    streaming.delete(socket);
    end();
  });
  return end;
}
