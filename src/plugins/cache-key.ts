import type { IncomingMessage } from 'node:http';
import { sentTarget, type UrlBuilder } from '../site/url-builder.ts';

/** What an answer may depend on in ways that only the whole application knows. */
const unusual = new Set([
  ...[
    'if-match',
    'if-unmodified-since',
    'authorization',
    'content-encoding',
    'content-length',
    'transfer-encoding',
    'expect',
    'upgrade',
  ],
  ...['access-control-request-headers', 'access-control-request-method'],
]);

/**
 * An alias of the cache key of a plain read without an API key: everything that its answer can depend on, as it was
 * sent. Undefined for a request that is anything else, or that the application may refuse.
 */
export function readAlias(request: IncomingMessage, urls: UrlBuilder): string | undefined {
  const { method, headers, rawHeaders, httpVersion } = request;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  // Proxies speak HTTP/1.0 too, nginx by default, where a host is not required.
  if (httpVersion === '1.1' ? headers.host === undefined : httpVersion !== '1.0') return undefined;
  let names = 0;
  for (const name in headers) {
    if (unusual.has(name)) return undefined;
    names += 1;
  }
  // Node joins or drops what is sent twice.
  if (rawHeaders.length !== names * 2) return undefined;
  return `${sentTarget(request)}\n${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${urls.readKey(request)}`;
}
