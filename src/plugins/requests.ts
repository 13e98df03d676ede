import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { JsonFault } from '../json/fault.ts';
import { parseJson } from '../json/parse.ts';
import { Problem } from '../problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent, where an `Idempotency-Key` makes it matter. */
    sentBytes: Buffer | null;
  }
}

/** Headers that mean nothing, or two things, when they are sent twice. */
const onceOnly = new Set([
  'host',
  'authorization',
  'if-match',
  'idempotency-key',
  'content-type',
  'content-length',
]);

/** Marks a query that could not be decoded; the parser runs where nothing may be thrown. */
const malformed = Symbol('malformed query');

/**
 * Reads a query string (application/x-www-form-urlencoded, UTF-8) to texts, and to lists of texts for what is
 * repeated, normalised to NFC.
 */
export function parseQuery(text: string): Record<string | symbol, unknown> {
  const query: Record<string | symbol, unknown> = Object.create(null);
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null) return Object.assign(query, { [malformed]: true });
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
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

/** What every request must be before anything of it is believed, and how bodies are read. */
export const requests = plugin((app: FastifyInstance) => {
  app.decorateRequest('sentBytes', null);
  app.addHook('onRequest', (request, _reply, done) => {
    refuseHeaders(request);
    if (Object.getOwnPropertySymbols(request.query ?? {}).includes(malformed)) {
      throw new Problem('malformed-request', 'The query string is not percent-encoded UTF-8, or holds NUL.');
    }
    if (request.headers['content-encoding'] !== undefined) {
      throw new Problem('unsupported-media-type', 'Send the body as it is, without a Content-Encoding.');
    }
    normalizePath(request);
    done();
  });

  // All headers are read, as many as fit: Node drops those after the 2,000th in silence.
  app.server.maxHeadersCount = 0;
  // An expectation that nobody knows may be ignored (RFC 9110, 10.1.1); Node's own answer is no problem+json.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));

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
});

function refuseHeaders(request: FastifyRequest): void {
  const { rawHeaders, httpVersion } = request.raw;
  if (httpVersion === '1.1' && request.headers.host === undefined)
    throw new Problem('malformed-request', 'The header host is missing (RFC 9112, 3.2).');
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

/** @throws Problem unsupported-media-type for what is no UTF-8, and a merge patch that is no PATCH */
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
