import type { IncomingMessage } from 'node:http';
import { sentTarget, type UrlBuilder } from './site/url-builder.ts';

/** Request headers whose effect only the whole application knows. */
const unusual = new Set([
  ...[
    'if-match',
    'if-unmodified-since',
    'authorization',
    'content-encoding',
    'content-length',
    'transfer-encoding',
    'expect',
    'range',
    'upgrade',
  ],
  ...['access-control-request-headers', 'access-control-request-method'],
]);

/**
 * An alias of the cache key: the unparsed parts of an anonymous read that its answer can depend on. Undefined for any other
 * request, and for one that the application may refuse.
 */
export function readAlias(request: IncomingMessage, urls: UrlBuilder): string | undefined {
  const { method, headers, rawHeaders, httpVersion } = request;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  // Proxies use HTTP/1.0, nginx by default, which requires no host.
  if (httpVersion === '1.1' ? headers.host === undefined : httpVersion !== '1.0') return undefined;
  let names = 0;
  for (const name in headers) {
    if (unusual.has(name)) return undefined;
    names += 1;
  }
  // Node joins or drops repeated headers.
  if (rawHeaders.length !== names * 2) return undefined;
  return `${sentTarget(request)}\n${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${urls.readKey(request)}`;
}
