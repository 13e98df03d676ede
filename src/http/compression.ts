import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { firstElements } from './list-headers.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** The shortest answer that is compressed, in bytes. */
const shortest = 1024;

const negotiator = new Negotiator<Encoding>({ supportedValues: ['br', 'gzip', 'identity'] });

/** Negotiates the content encoding (RFC 9110, 12.5.3) for a length in bytes; pictures are compressed already. */
export function chooseEncoding(accepted: string | undefined, length: number, type: string): Encoding {
  if (accepted === undefined || length < shortest || type.startsWith('image/')) return 'identity';
  return negotiator.negotiate(firstElements(accepted)) ?? 'identity';
}

/** Encodes a text into an ArrayBuffer of its own: Node's small buffers share a pool, which a stored one would retain. */
export function toBytes(text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text, encoding));
  bytes.write(text, encoding);
  return bytes;
}

/** Compresses, at levels that are cheap enough for each answer. */
export async function encode(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'br') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotli(bytes, { params });
  }
  return encoding === 'gzip' ? deflate(bytes, { level: 6 }) : bytes;
}
