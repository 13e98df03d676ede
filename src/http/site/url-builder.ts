import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.ts';
import { type ForwardedReader, isHost } from '../proxies/forwarded.ts';

/** The base URL of the service. */
export interface Base {
  /** An absolute URL without a trailing slash, such as `https://example.org/cms`. */
  url: string;
  /** Whether it comes from the settings or a trusted proxy, and not from an untrusted `Host`. */
  isVouchedFor: boolean;
}

/** What stands before the path of a problem's `type`, and of its `instance`. */
export interface ProblemUrls {
  types: string;
  prefix: string;
}

/**
 * Builds the URLs of this service: from PUBLIC_URL with its path, else from the headers of a trusted proxy, else
 * relative to the request (RFC 3986, 5), which is right below any prefix that a proxy strips.
 */
export class UrlBuilder {
  readonly #forwarded: ForwardedReader;
  readonly #public: Base | null;
  /** The path of PUBLIC_URL; null without a PUBLIC_URL. */
  readonly prefix: string | null;
  readonly #fallback: string;

  constructor(config: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'PORT'>, reader: ForwardedReader) {
    this.#forwarded = reader;
    const url = publicBase(config);
    const { HOST, PORT } = config;
    this.#public = url === null ? null : { url, isVouchedFor: true };
    this.prefix = url === null ? null : new URL(url).pathname.replace(/\/$/, '');
    this.#fallback = `${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  }

  /** The absolute URL of the service for the client. */
  readBase(request: IncomingMessage): Base {
    if (this.#public) return this.#public;
    const { protocol, host, prefix } = this.#forwarded.read(request);
    const sent = request.headers.host ?? '';
    const named = host ?? (isHost(sent) ? sent : this.#fallback);
    return { url: `${protocol}://${named}${prefix ?? ''}`, isVouchedFor: host !== undefined };
  }

  /**
   * A URI reference to a path of this service for the answer to a request: with the prefix where that is known, else
   * relative to the requested URL.
   * @param path with its query, such as `/v1/reviews/x?limit=2`
   * @param from the path that it is relative to, if not that of the request
   */
  refer(request: IncomingMessage, path: string, from = originForm(sentTarget(request))): string {
    const prefix = this.prefix ?? this.#forwarded.read(request).prefix;
    return prefix === null ? relate(from, path) : prefix + path;
  }

  /**
   * What stands before the paths in a problem: its type is the same for every request (RFC 9457, 3.1.1), absolute with
   * PUBLIC_URL.
   * @param request undefined for one that could not be parsed
   */
  readProblemUrls(request?: IncomingMessage): ProblemUrls {
    const prefix = this.prefix ?? (request && this.#forwarded.read(request).prefix) ?? '';
    return { types: this.#public?.url ?? prefix, prefix };
  }

  /** The cache key of an answer's URLs: requests with the same key have the same ones. */
  readKey(request: IncomingMessage): string {
    if (this.#public) return '';
    if (!this.#forwarded.isTrusting) return request.headers.host ?? '';
    const { protocol, host, prefix } = this.#forwarded.read(request);
    return `${protocol}\n${host ?? request.headers.host}\n${prefix}\n${host !== undefined}`;
  }
}

/** PUBLIC_URL without a query, a fragment and slashes at its end; null where it is not set. */
export const publicBase = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): string | null =>
  PUBLIC_URL?.replace(/[?#].*$/, '').replace(/\/+$/, '') ?? null;

/** The request target before Fastify's `rewriteUrl`. */
export const sentTarget = (request: IncomingMessage & { originalUrl?: string }): string =>
  request.originalUrl ?? request.url ?? '/';

/** The origin-form of a target in absolute-form (RFC 9112, 3.2.2). */
const originForm = (target: string) => target.replace(/^https?:\/\/[^/?#]*/i, '');

/** A relative reference (RFC 3986, 4.2) from one path to another, the inverse of the resolution in 5.2. */
export function relate(from: string, to: string): string {
  const [path = '/'] = from.split('?', 1);
  const [target = '/'] = to.split('?', 1);
  const search = to.slice(target.length);
  if (path === target && search !== '') return search;
  const folders = path.split('/').slice(0, -1);
  const steps = target.split('/');
  let common = 0;
  while (common < folders.length && common < steps.length - 1 && folders[common] === steps[common])
    common += 1;
  const up = '../'.repeat(folders.length - common);
  const rest = up + steps.slice(common).join('/');
  // Neither a scheme, nor an empty path, nor an authority may be read into it.
  return (/^[^/]*:|^$|^\//.test(rest) ? `./${rest}` : rest) + search;
}
