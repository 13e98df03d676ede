import type { IncomingMessage } from 'node:http';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';

const mostNames = 20_000;
/** The longest spelling of an address; what is longer came in a header and is none. */
const longestAddress = 45;

const names = new LRUCache<string, string>({ max: mostNames });

/** What a caller without a key is known by: its address, or in IPv6 the network (/64) that one subscriber has. */
export function nameAddress(address: string): string {
  const known = names.get(address);
  if (known !== undefined) return known;
  const [plain = ''] = address.slice(0, longestAddress).split('%', 1);
  const name = normalizeIP(plain);
  if (address.length <= longestAddress) names.set(address, name);
  return name;
}

/** What the sender of a request is known by when it has no key. */
export const nameCaller = ({ forwarded }: FastifyInstance, request: IncomingMessage): string =>
  nameAddress(forwarded.readClient(request));
