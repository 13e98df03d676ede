import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { definePlugin } from './define.ts';

/** The longest logged path, in characters. */
const longestPath = 1000;

/**
 * The access log: a line per request, without headers, query and body. Requests have no child logger (app.ts), which would
 * be created for each and rarely used: log lines have `reqId` themselves.
 */
export const logging = definePlugin('logging', ['response-cache'], (app: FastifyInstance) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const line = describeRequest(request.raw, request.id, reply.statusCode, ms);
    if (request.viewer?.keyId) line.key = request.viewer.keyId;
    request.log.info(line, 'request');
    done();
  });
});

interface RequestLine {
  reqId: string;
  method: string | undefined;
  path: string;
  status: number;
  ms: number;
  key?: string;
  traceId?: string;
}

/** The log line of a request. @param ms until the answer, in milliseconds */
export function describeRequest(
  { method, url = '', headers }: IncomingMessage,
  reqId: string,
  status: number,
  ms: number,
): RequestLine {
  const line: RequestLine = { reqId, method, path: pathForLog(url), status, ms };
  const traceId = headers.traceparent === undefined ? undefined : readTraceId(`${headers.traceparent}`);
  if (traceId !== undefined) line.traceId = traceId;
  return line;
}

/**
 * The path of a request target for the log: truncated, without query and authority (RFC 9112, 3.2.2), which may have a
 * password. Bytes other than printable ASCII are percent-encoded (terminal escape injection).
 */
export function pathForLog(url: string): string {
  const query = url.indexOf('?');
  let path = query < 0 ? url : url.slice(0, query);
  if (path[0] !== '/') path = path.replace(/^[^/]*:\/\/[^/]*/, '') || '/';
  if (path.length > longestPath) path = `${path.slice(0, longestPath)}...`;
  return path.replace(
    /[^\x20-\x7e]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** The trace id of a `traceparent` (W3C Trace Context, 3.2.2); undefined when that is not valid. */
export function readTraceId(traceParent: string): string | undefined {
  const [, version, traceId] =
    /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/.exec(
      traceParent,
    ) ?? [];
  // Only later versions may have more fields.
  return version === '00' && traceParent.length > 55 ? undefined : traceId;
}
