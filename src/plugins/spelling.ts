import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

/** What an answer may depend on in ways that only the whole application knows. */
const unusual = new Set([
  ...['authorization', 'content-encoding', 'content-length', 'transfer-encoding', 'expect', 'upgrade'],
  ...['access-control-request-headers', 'access-control-request-method'],
]);

/**
 * Everything that the answer to a plain read without a key can depend on, as it was sent: requests of one spelling have
 * one answer. Undefined for a request that is anything else, or that the application may refuse.
 */
export function spellRequest(
  { method, url, headers, rawHeaders, httpVersion, socket }: IncomingMessage,
  { PUBLIC_URL, TRUST_PROXY }: Pick<Config, 'PUBLIC_URL' | 'TRUST_PROXY'>,
): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || headers.host === undefined || httpVersion !== '1.1')
    return undefined;
  let names = 0;
  for (const name in headers) {
    if (unusual.has(name)) return undefined;
    names += 1;
  }
  // Node joins or drops what is sent twice.
  if (rawHeaders.length !== names * 2) return undefined;
  const spelling = `${url}\n${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n`;
  if (PUBLIC_URL !== undefined) return spelling;
  if (TRUST_PROXY === false) return spelling + headers.host;
  const forwarded = `${headers['x-forwarded-host'] ?? ''}\n${headers['x-forwarded-proto'] ?? ''}`;
  return `${spelling}${headers.host}\n${forwarded}\n${socket.remoteAddress}`;
}
