import type { IncomingMessage } from 'node:http';

const slash = 0x2f;

/**
 * Brings a request target in absolute form, as proxies are sent it, into origin form: its host counts, and what the Host
 * header says does not (RFC 9112, 3.2.2). Any other target stays as it is, and leads nowhere.
 */
export function readTarget(request: IncomingMessage): void {
  const { url = '/', headers } = request;
  if (url.charCodeAt(0) === slash) return;
  const [, host, rest = ''] = /^https?:\/\/([^/?#@\\\s]+)([/?].*)?$/i.exec(url) ?? [];
  if (host === undefined || headers.host === undefined) return;
  headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}
