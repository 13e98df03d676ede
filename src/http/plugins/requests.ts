import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../problems.ts';
import { JsonFault } from '../json/fault.ts';
import { parseJson } from '../json/parse.ts';
import { definePlugin } from './define.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The raw body, for the fingerprint of an `Idempotency-Key`. */
    sentBytes: Buffer | null;
  }
}

/** Headers whose repetition is ambiguous (request smuggling). */
const onceOnly = new Set([
  'host',
  'authorization',
  'if-match',
  'if-unmodified-since',
  'if-modified-since',
  'idempotency-key',
  'content-type',
  'content-length',
]);

/** The most parameters of a query. */
const mostParameters = 100;

/** The key of the reason on a refused query, since the parser may not throw. */
const refusal = Symbol('why a query is refused');

/**
 * Parses a query string (application/x-www-form-urlencoded, UTF-8) to strings, and to arrays of repeated parameters,
 * normalised to NFC, in linear time up to the first fault.
 */
export function parseQuery(text: string): Record<string | symbol, unknown> {
  const query: Record<string | symbol, unknown> = Object.create(null);
  let count = 0;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    count += 1;
    if (count > mostParameters) return { [refusal]: `A query has at most ${mostParameters} parameters.` };
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null)
      return { [refusal]: 'The query string is not percent-encoded UTF-8, or holds NUL.' };
    const before = query[name];
    if (before === undefined) query[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else query[name] = [before, value];
  }
  return query;
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' ')).normalize('NFC');
    return decoded.includes('\0') ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Checks headers, query and path of every request, and parses bodies. */
export const requests = definePlugin('requests', ['overload'], (app: FastifyInstance) => {
  app.decorateRequest('sentBytes', null);
  app.addHook('onRequest', (request, _reply, done) => {
    refuseHeaders(request);
    const { [refusal]: reason } = (request.query ?? {}) as { [refusal]?: string };
    if (reason !== undefined) throw new Problem('malformed-request', reason);
    // `identity` is none (RFC 9110, 12.5.3), and should not be sent (8.4).
    if ((request.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
      throw new Problem('unsupported-media-type', 'Send the body as it is, without a Content-Encoding.');
    }
    normalizePath(request);
    done();
  });

  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const { schema, config } = request.routeOptions;
    if (isForm(request) && schema?.body && !config.bodyOptional) throw refuseForm();
    done();
  });

  // No limit but the size: Node silently drops headers after the 2,000th.
  app.server.maxHeadersCount = 0;

  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      checkContentType(request);
      if (request.headers['idempotency-key'] !== undefined) request.sentBytes = bytes;
      if (bytes.length === 0) return undefined;
      try {
        return parseJson(bytes);
      } catch (error) {
        if (!(error instanceof JsonFault)) throw error;
        const errors =
          error.pointer === undefined ? undefined : [{ pointer: error.pointer, detail: error.reason }];
        throw new Problem('malformed-request', error.message, errors ? { errors } : {});
      }
    },
  );
  // Of an operation that needs no body: nothing, or an empty object.
  app.addContentTypeParser<Buffer>(
    form,
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, bytes: Buffer) => {
      if (!/^\s*(\{\s*\})?\s*$/.test(bytes.toString('latin1'))) throw refuseForm();
      return undefined;
    },
  );
});

const form = 'application/x-www-form-urlencoded';
const isForm = ({ headers }: FastifyRequest) => headers['content-type']?.startsWith(form) === true;

/** What `curl -d` says of every body, and of JSON too. */
const refuseForm = () =>
  new Problem(
    'unsupported-media-type',
    `Bodies are JSON in UTF-8, and this one is said to be a form (${form}), as curl says with -d alone: add -H 'Content-Type: application/json', or use --json.`,
  );

function refuseHeaders(request: FastifyRequest): void {
  const { rawHeaders, httpVersion } = request.raw;
  if (httpVersion === '1.1' && request.headers.host === undefined)
    throw new Problem('malformed-request', 'The header host is missing (RFC 9112, 3.2).');
  if (httpVersion !== '1.1' && httpVersion !== '1.0')
    throw new Problem('malformed-request', 'HTTP/1.1 and HTTP/1.0 are spoken here, and no other version.');
  if (!request.raw.url?.startsWith('/') && `${request.method} ${request.raw.url}` !== 'OPTIONS *')
    throw new Problem('malformed-request', 'The request target is neither a path nor an absolute address.');
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!onceOnly.has(name)) continue;
    if (seen.has(name))
      throw new Problem('malformed-request', `The header ${name} was sent twice: send it once.`);
    seen.add(name);
  }
}

function normalizePath(request: FastifyRequest): void {
  const params = (request.params ?? {}) as Record<string, string>;
  for (const [name, value] of Object.entries(params)) {
    if (value === '') throw new Problem('not-found');
    if (/[\0\uFFFD]/.test(value))
      throw new Problem('malformed-request', 'The path is not percent-encoded UTF-8, or holds NUL.');
    params[name] = value.normalize('NFC');
  }
}

/** @throws Problem unsupported-media-type for another charset than UTF-8, and a merge patch without PATCH */
export function checkContentType(request: FastifyRequest): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/merge-patch+json' && request.method !== 'PATCH') {
    throw new Problem('unsupported-media-type', 'A merge patch is for PATCH only: send application/json.');
  }
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter
      .split('=')
      .map((part) => part.trim().toLowerCase().replaceAll('"', ''));
    if (name === 'charset' && value !== 'utf-8') {
      throw new Problem(
        'unsupported-media-type',
        `JSON is UTF-8 here (RFC 8259): the charset ${value} is not taken.`,
      );
    }
  }
}
