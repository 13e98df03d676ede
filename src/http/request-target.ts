import type { IncomingMessage } from 'node:http';

const slash = 0x2f;

/**
 * Converts a request target from absolute-form, which proxies are sent, to origin-form; its host replaces the Host header
 * (RFC 9112, 3.2.2). Other targets stay unchanged, and match no route.
 */
export function readTarget(request: IncomingMessage): void {
  const { url = '/', headers } = request;
  if (url.charCodeAt(0) === slash) return;
  const [, host, rest = ''] = /^https?:\/\/([^/?#@\\\s]+)([/?].*)?$/i.exec(url) ?? [];
  if (host === undefined || headers.host === undefined) return;
  headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}
