import type { IncomingMessage } from 'node:http';
import { normalizeIP } from '@fastify/rate-limit';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';

const mostAddresses = 20_000;
/** The longest spelling of an address; what is longer came in a header and is none. */
const longestAddress = 45;
const longestForwarded = 200;

const names = new LRUCache<string, string>({ max: mostAddresses });

/** What a caller without a key is known by: its address, or in IPv6 the network (/64) that one subscriber has. */
export function nameAddress(address: string): string {
  const known = names.get(address);
  if (known !== undefined) return known;
  const [plain = ''] = address.slice(0, longestAddress).split('%', 1);
  const name = normalizeIP(plain);
  if (address.length <= longestAddress) names.set(address, name);
  return name;
}

/** Knows callers again before Fastify has said which address is theirs. */
export class SeenAddresses {
  readonly #trusts: boolean;
  readonly #names = new LRUCache<string, string>({ max: mostAddresses });

  constructor({ TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>) {
    this.#trusts = TRUST_PROXY !== false;
  }

  /** The name of whoever sent the request; undefined when that is for Fastify to say, which believes some proxies. */
  find(request: IncomingMessage): string | undefined {
    if (!this.#trusts) return nameAddress(request.socket.remoteAddress ?? '');
    return this.#names.get(wayOf(request));
  }

  /** Remembers whose address Fastify found in a request. @returns its name */
  learn(request: IncomingMessage, address: string): string {
    const name = nameAddress(address);
    const way = wayOf(request);
    if (this.#trusts && way.length <= longestForwarded) this.#names.set(way, name);
    return name;
  }
}

const wayOf = ({ headers, socket }: IncomingMessage) =>
  `${socket.remoteAddress}\n${headers['x-forwarded-for'] ?? ''}`;
