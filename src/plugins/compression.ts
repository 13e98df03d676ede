import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** Shorter answers cost more than they save. */
const shortest = 1024;

const negotiator = new Negotiator<Encoding>({ supportedValues: ['br', 'gzip', 'identity'] });

/** The encoding that a text of a length is best sent in, by what the caller takes (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string | undefined, length: number): Encoding {
  if (accepted === undefined || length < shortest) return 'identity';
  return negotiator.negotiate(accepted) ?? 'identity';
}

/** Compresses a text; at levels that a server can afford for each answer. */
export async function encode(text: string, encoding: string): Promise<string | Buffer> {
  if (encoding === 'br') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    return brotli(text, { params });
  }
  return encoding === 'gzip' ? deflate(text, { level: 6 }) : text;
}
