import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { firstElements } from './list-headers.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** Shorter answers cost more than they save. */
const shortest = 1024;

const negotiator = new Negotiator<Encoding>({ supportedValues: ['br', 'gzip', 'identity'] });

/** The encoding that so many bytes are best sent in, by what the caller takes (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string | undefined, length: number): Encoding {
  if (accepted === undefined || length < shortest) return 'identity';
  return negotiator.negotiate(firstElements(accepted)) ?? 'identity';
}

/** The bytes of a text, in memory of its own: small buffers of Node share theirs, and one that is kept keeps all of it. */
export function toBytes(text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text, encoding));
  bytes.write(text, encoding);
  return bytes;
}

/** Compresses what is sent; at levels that a server can afford for each answer. */
export async function encode(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'br') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotli(bytes, { params });
  }
  return encoding === 'gzip' ? deflate(bytes, { level: 6 }) : bytes;
}
