import type { IncomingMessage } from 'node:http';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';

const mostNames = 20_000;
/** The longest textual IPv6 address; a longer one came in a header and is invalid. */
const longestAddress = 45;

const names = new LRUCache<string, string>({ max: mostNames });

/** The rate limit key of an address: IPv4, or the /64 network of IPv6, which one subscriber has. */
export function nameAddress(address: string): string {
  const known = names.get(address);
  if (known !== undefined) return known;
  const [plain = ''] = address.slice(0, longestAddress).split('%', 1);
  const name = normalizeIP(plain);
  if (address.length <= longestAddress) names.set(address, name);
  return name;
}

/** The rate limit key of a request without an API key. */
export const nameCaller = ({ forwarded }: FastifyInstance, request: IncomingMessage): string =>
  nameAddress(forwarded.readClient(request));
