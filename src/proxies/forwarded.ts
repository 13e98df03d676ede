import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import { parseNode } from './node.ts';
import { createTrust, type Trust } from './trust.ts';

/** What a request was before a trusted proxy passed it on. */
export interface Forwarded {
  protocol: 'http' | 'https';
  /** The host that the proxy vouches for; undefined where it names none. */
  host: string | undefined;
  /** What the proxy has taken off the path; null where it does not say. */
  prefix: string | null;
}

const mostWays = 20_000;
/** The longest header of addresses that is remembered, in characters. */
const longestWay = 200;

const hostShape = /^(?=.{1,255}$)(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const prefixShape = /^(?=.{0,255}$)(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$&'()*+,;=:@%-]+)*\/?$/;

/** Whether a text is a host with or without a port (RFC 9110, 7.2), and nothing that could leave a URL's authority. */
export const isHost = (text: string): boolean => hostShape.test(text);

/**
 * Reads the forwarded headers that TRUST_PROXY_HEADERS names, of requests that a proxy of TRUST_PROXY sent. Of lists
 * the last entry counts, which is that proxy's own; all others can be a client's.
 */
export class ForwardedReader {
  readonly #trust: Trust | null;
  readonly #names: ReadonlySet<string>;
  readonly #clients = new LRUCache<string, string>({ max: mostWays });

  constructor(config: Pick<Config, 'TRUST_PROXY' | 'TRUST_PROXY_HEADERS'>) {
    this.#trust = createTrust(config.TRUST_PROXY);
    this.#names = new Set(config.TRUST_PROXY_HEADERS);
  }

  /** Whether any proxy is believed. */
  get isTrusting(): boolean {
    return this.#trust !== null;
  }

  /** The IP address of the client: the nearest one that no trusted proxy has; '' where the socket has none. */
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

  /** What the request was before the proxy passed it on. */
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

  /** From the nearest proxy outwards. What a proxy does not know, or hides, is as if it had asked itself. */
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

/** The last entry of a list, which Node joins of several headers. */
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
