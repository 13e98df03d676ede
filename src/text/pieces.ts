import { createHash } from 'node:crypto';
import { startSlices } from '../slices.ts';

/**
 * A text in pieces, as gather output takes it (writev): to join, encode or hash several MiB in one go is a long slice of
 * the event loop.
 */
export class Pieces {
  readonly texts: string[];

  constructor(texts: string[]) {
    this.texts = texts;
  }
}

/**
 * Sets long texts aside while a writer writes what is around them, which takes a mark in place of each. A mark is of U+0000:
 * no text of Postgres holds it, JSON escapes it, and XML has no way to say it.
 */
export class Asides {
  readonly #texts: string[] = [];

  /** @returns the mark that stands for the text */
  put(text: string): string {
    return `\0${this.#texts.push(text) - 1}\0`;
  }

  /** Puts the texts back where their marks are. @param mend what is done to all that is around them */
  restore(written: string, mend = (around: string) => around): Pieces {
    const parts = written.split('\0');
    return new Pieces(
      parts.map((part, at) => (at % 2 === 0 ? mend(part) : (this.#texts[Number(part)] ?? ''))),
    );
  }
}

/** So many UTF-16 units are encoded in one go. */
const unitsAtOnce = 2 ** 18;

/**
 * Encodes and hashes a text, with turns of the event loop for others in between.
 * @returns its bytes, in memory of their own, and their SHA-256 in base64url
 */
export async function encodeInSlices(
  { texts }: Pieces,
  encoding: 'utf8' | 'latin1',
): Promise<{ bytes: Buffer; digest: string }> {
  const pause = startSlices();
  let length = 0;
  for (const piece of cut(texts)) {
    length += Buffer.byteLength(piece, encoding);
    await pause();
  }
  const bytes = Buffer.allocUnsafeSlow(length);
  const hash = createHash('sha256');
  let at = 0;
  for (const piece of cut(texts)) {
    const end = at + bytes.write(piece, at, encoding);
    hash.update(bytes.subarray(at, end));
    at = end;
    await pause();
  }
  return { bytes, digest: hash.digest('base64url') };
}

/** Cuts texts where no surrogate pair is. */
function* cut(texts: string[]): Generator<string> {
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      const end = at + unitsAtOnce;
      const isWithinPair = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
      yield text.slice(at, end + (isWithinPair ? 1 : 0));
      at = end + (isWithinPair ? 1 : 0);
    }
  }
}
