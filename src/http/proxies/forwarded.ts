import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Config } from '../../config.ts';
import { parseNode } from './node.ts';
import { createTrust, type Trust } from './trust.ts';

/** A request as a trusted proxy received it. */
export interface Forwarded {
  protocol: 'http' | 'https';
  /** The host by the proxy; undefined where it names none. */
  host: string | undefined;
  /** The path prefix that the proxy stripped; null where it names none. */
  prefix: string | null;
}

const mostWays = 20_000;
/** The longest cached header, in characters. */
const longestWay = 200;

const hostShape = /^(?=.{1,255}$)(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const prefixShape = /^(?=.{0,255}$)(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$&'()*+,;=:@%-]+)*\/?$/;

/** Whether a text is a host with or without a port (RFC 9110, 7.2), which stays within a URL's authority. */
export const isHost = (text: string): boolean => hostShape.test(text);

/**
 * Reads the forwarding headers of TRUST_PROXY_HEADERS, of requests from a proxy of TRUST_PROXY. Of lists the last entry
 * counts, which is that proxy's own: clients can spoof the others.
 */
export class ForwardedReader {
  readonly #trust: Trust | null;
  readonly #names: ReadonlySet<string>;
  readonly #clients = new LRUCache<string, string>({ max: mostWays });

  constructor(config: Pick<Config, 'TRUST_PROXY' | 'TRUST_PROXY_HEADERS'>) {
    this.#trust = createTrust(config.TRUST_PROXY);
    this.#names = new Set(config.TRUST_PROXY_HEADERS);
  }

  /** Whether any proxy is trusted. */
  get isTrusting(): boolean {
    return this.#trust !== null;
  }

  /** The client's IP address: the nearest one that is no trusted proxy; '' where the socket has none. */
  readClient(request: IncomingMessage): string {
    const peer = request.socket.remoteAddress ?? '';
    if (!this.#trust) return peer;
    const { forwarded, 'x-forwarded-for': list } = request.headers;
    const header = (this.#names.has('forwarded') ? forwarded : this.#has('x-forwarded-for') && list) || '';
    const way = `${peer}\n${header}`;
    const known = this.#clients.get(way);
    if (known !== undefined) return known;
    const client = this.#walk(peer, `${header}`);
    if (way.length <= longestWay) this.#clients.set(way, client);
    return client;
  }

  /** The request as the proxy received it. */
  read(request: IncomingMessage): Forwarded {
    const isBelieved = this.#trust?.(request.socket.remoteAddress ?? '', 0) ?? false;
    const value = (name: string) =>
      isBelieved && this.#has(name) ? lastOf(request.headers[name]) : undefined;
    const element =
      isBelieved && this.#has('forwarded') ? parseForwarded(request.headers.forwarded).at(-1) : undefined;
    const protocol = (element?.get('proto') ?? value('x-forwarded-proto'))?.toLowerCase();
    const host = element?.get('host') ?? value('x-forwarded-host');
    const prefix = value('x-forwarded-prefix') ?? '';
    const isPrefixTold = isBelieved && this.#has('x-forwarded-prefix') && prefixShape.test(prefix);
    return {
      protocol: protocol === 'https' ? 'https' : 'http',
      host: host !== undefined && isHost(host) ? host : undefined,
      prefix: isPrefixTold ? prefix.replace(/\/$/, '') : null,
    };
  }

  #has(name: string): boolean {
    return this.#names.has(name);
  }

  /** From the nearest proxy outwards. An unknown or obfuscated client counts as the proxy. */
  #walk(peer: string, header: string): string {
    const nodes = this.#has('forwarded')
      ? parseForwarded(header).map((element) => element.get('for') ?? '')
      : header.split(',');
    let client = parseNode(peer) ?? peer;
    for (let hop = 0; nodes.length > 0 && this.#trust?.(client, hop); hop += 1) {
      const node = parseNode(nodes.pop() ?? '');
      if (node === null) break;
      client = node;
    }
    return client;
  }
}

/** The last entry of a list; Node joins repeated headers. */
function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.at(-1) : header;
  return text?.slice(text.lastIndexOf(',') + 1).trim();
}

const pair = /[ \t]*([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))[ \t]*([;,]|$)/y;

/**
 * Reads the header `Forwarded` (RFC 7239, 4). One that breaks the grammar is none: a quote that a client leaves open
 * would take in what the proxy has added.
 * @returns its elements, each by the lower-case names of its pairs
 */
export function parseForwarded(header: string | undefined): ReadonlyMap<string, string>[] {
  const elements = [new Map<string, string>()];
  if (!header) return [];
  pair.lastIndex = 0;
  while (pair.lastIndex < header.length) {
    const found = pair.exec(header);
    if (!found) return [];
    const [, name = '', quoted, token = '', end] = found;
    elements.at(-1)?.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token);
    if (end === ',') elements.push(new Map());
  }
  return elements;
}
