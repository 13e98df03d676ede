import { BlockList, isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import { parseNode } from './node.ts';

/** The trusted proxies: none, a number of hops, or addresses. */
export type TrustedProxies = false | number | string[];

/** Whether a proxy is trusted. @param hop the number of proxies between it and this process */
export type Trust = (address: string, hop: number) => boolean;

/** The most cached results, each of at most 100 characters. */
const mostKnown = 1000;

/** Named ranges, as in Express and Fastify. */
const ranges: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Parses the setting TRUST_PROXY; undefined when it is invalid. */
export function parseTrustedProxies(text: string): TrustedProxies | undefined {
  if (text === 'false' || text === '0') return false;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const addresses = text.split(',').map((part) => part.trim());
  return addresses.every((address) => address in ranges || isRange(address)) ? addresses : undefined;
}

/** An address, or a block in CIDR notation; not `/0`, which is every client. */
function isRange(text: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return false;
  return prefix === undefined || (Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** The predicate of trusted proxies; null for none. */
export function createTrust(proxies: TrustedProxies): Trust | null {
  if (proxies === false) return null;
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  const list = new BlockList();
  for (const range of proxies.flatMap((name) => ranges[name] ?? [name])) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(parseNode(address) ?? address, familyOf(parseNode(address)));
    else list.addSubnet(address, Number(prefix), family);
  }
  const known = new LRUCache<string, boolean>({ max: mostKnown });
  return (address) => {
    const isKnown = known.get(address);
    if (isKnown !== undefined) return isKnown;
    const plain = parseNode(address);
    const isTrusted = plain !== null && list.check(plain, familyOf(plain));
    if (plain !== null) known.set(address, isTrusted);
    return isTrusted;
  };
}

const familyOf = (address: string | null) => (isIP(address ?? '') === 4 ? 'ipv4' : 'ipv6');
