import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './reserved.ts';

/** What is fetched. */
export interface Fetched {
  /** After redirects. */
  url: string;
  type: string;
  bytes: Buffer;
}

export interface FetchBounds {
  /** Of the decoded body. */
  mostBytes: number;
  /** Of the whole, redirects included, in milliseconds. */
  timeout: number;
}

export interface HostAddress {
  address: string;
  family: number;
}

export interface OutboundOptions {
  /** Hosts (`host:port`) that may be asked by http, on any port and at any address, such as those of tests. */
  allowed?: string[];
  /** The addresses of a name, asked once for each request. */
  resolve?: (host: string) => Promise<HostAddress[]>;
}

/** An address may not be asked, or its answer not be read; the message is a phrase. */
export class OutboundRefused extends Error {
  override name = 'OutboundRefused';
}

export type Fetch = (url: string, bounds: FetchBounds) => Promise<Fetched>;

const mostRedirects = 5;
const resolveAll = (host: string) => lookup(host, { all: true, verbatim: true });

/**
 * Makes the one function by which anything is fetched from elsewhere (protection from SSRF): by https, from public addresses alone. A name is
 * resolved once and the connection made to that very address, so that an answer of DNS that changes leads nowhere else; each redirect is
 * checked like the first address. Size, also after decoding, and time are bounded.
 */
export function createFetch({ allowed = [], resolve = resolveAll }: OutboundOptions = {}): Fetch {
  return async (url, bounds) => {
    const signal = AbortSignal.timeout(bounds.timeout);
    let at = url;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const target = readAddress(at, allowed);
      const isAllowed = allowed.includes(hostOf(target));
      const address = await pickAddress(target, isAllowed, resolve);
      const response = await ask(target, address, signal);
      const { statusCode: status = 0, headers } = response;
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        response.destroy();
        if (!URL.canParse(headers.location, at)) throw new OutboundRefused('it redirects to no address');
        at = new URL(headers.location, at).href;
        continue;
      }
      if (status !== 200) {
        response.destroy();
        throw new OutboundRefused(`it answers ${status}`);
      }
      const bytes = await readBody(response, bounds.mostBytes, signal);
      return { url: at, type: headers['content-type'] ?? '', bytes };
    }
    throw new OutboundRefused(`it redirects more than ${mostRedirects} times`);
  };
}

const hostOf = ({ hostname, port, protocol }: URL) =>
  `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;

function readAddress(text: string, allowed: string[]): URL {
  if (!URL.canParse(text)) throw new OutboundRefused('it is no address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    throw new OutboundRefused('it has a user and password in it');
  if (allowed.includes(hostOf(url)) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== 'https:') throw new OutboundRefused('it is no https address');
  if (url.port !== '') throw new OutboundRefused('it has a port other than that of https');
  return url;
}

/** The one address that is connected to. A name with an address that is not public is not asked at any. */
async function pickAddress(
  { hostname }: URL,
  isAllowed: boolean,
  resolve: (host: string) => Promise<HostAddress[]>,
): Promise<HostAddress> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const found = family === 0 ? await resolve(literal).catch(() => []) : [{ address: literal, family }];
  const [first] = found;
  if (!first) throw new OutboundRefused(`there is no host ${literal}`);
  if (!isAllowed && !found.every(({ address }) => isPublicAddress(address)))
    throw new OutboundRefused(`${literal} is not on the public Internet`);
  return first;
}

function ask(url: URL, { address, family }: HostAddress, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asking = send(url, {
      signal,
      agent: false,
      headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Postil' },
      // The connection is made to the address that was checked.
      lookup: (_host, options, done) => {
        if (options.all)
          (done as unknown as (error: null, found: HostAddress[]) => void)(null, [{ address, family }]);
        else done(null, address, family);
      },
    });
    asking.on('response', resolve);
    asking.on('error', (error) => reject(describe(error, signal)));
    asking.end();
  });
}

function describe(error: Error, signal: AbortSignal): OutboundRefused {
  if (error instanceof OutboundRefused) return error;
  return new OutboundRefused(
    signal.aborted ? 'it takes too long' : `it cannot be reached: ${error.message}`,
    {
      cause: error,
    },
  );
}

const decoders: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

async function readBody(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = decoders[encoding]?.();
  try {
    if (encoding !== 'identity' && !decoder) throw new OutboundRefused(`its encoding ${encoding} is unknown`);
    if (decoder) response.on('error', (error) => decoder.destroy(error)).pipe(decoder);
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of decoder ?? response) {
      size += part.length;
      if (size > most) throw new OutboundRefused(`it is larger than ${Math.floor(most / 1024)} KiB`);
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
  } catch (error) {
    throw describe(error as Error, signal);
  } finally {
    response.destroy();
    decoder?.destroy();
  }
}
