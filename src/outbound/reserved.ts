import { BlockList, isIP } from 'node:net';

/** Networks that are not of the public Internet (IANA's special-purpose registries, and multicast). */
const ranges = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...[
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.31.196.0/24',
      '192.52.193.0/24',
      '192.88.99.0/24',
      '192.168.0.0/16',
    ],
    ...[
      '192.175.48.0/24',
      '198.18.0.0/15',
      '198.51.100.0/24',
      '203.0.113.0/24',
      '224.0.0.0/4',
      '240.0.0.0/4',
    ],
  ],
  // Of IPv6 only 2000::/3 is given out, and not all of it: 6to4 and Teredo hold addresses of IPv4.
  ipv6: ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
} as const;

const reserved = new BlockList();
const unicast = new BlockList();
for (const [family, list] of Object.entries(ranges))
  for (const range of list) {
    const [network = '', prefix] = range.split('/');
    reserved.addSubnet(network, Number(prefix), family as 'ipv4' | 'ipv6');
  }
unicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address is of the public Internet: not private, loopback, link-local, shared (CGNAT), unique local, multicast,
 * for documentation or otherwise reserved, and no IPv6 address that stands for one of IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return false;
  if (version === 4) return !reserved.check(address, 'ipv4');
  return unicast.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
