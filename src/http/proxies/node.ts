import { isIP, SocketAddress } from 'node:net';

/** The longest node: a quoted IPv6 address with zone and port. */
const longestNode = 100;

/**
 * Reads one entry of `X-Forwarded-For`, or a node of `Forwarded` (RFC 7239, 6): an IP address with or without
 * brackets, quotes, zone and port. Some proxies write the port, which is another one for every connection.
 * @returns the bare address, lower case, IPv4 for an IPv4-mapped one; null for `unknown`, an obfuscated identifier, or
 * what is no address
 */
export function parseNode(text: string): string | null {
  if (text.length > longestNode) return null;
  const node = text.trim().replace(/^"(.*)"$/, '$1');
  const [, ipv6, ipv4] = /^(?:\[([^\]]+)\](?::\w*)?|(\d+(?:\.\d+){3})(?::\w*)?)$/.exec(node) ?? [];
  const [address = ''] = (ipv6 ?? ipv4 ?? node).split('%', 1);
  if (isIP(address) === 4) return ipv6 === undefined ? address : null;
  if (isIP(address) !== 6) return null;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonical)?.[1] ?? canonical;
}
