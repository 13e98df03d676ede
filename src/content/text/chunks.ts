import { createHash } from 'node:crypto';
import { startSlices } from '../../runtime/slices.ts';

/**
 * A text in chunks (gather output, as of writev): joining, encoding or hashing several MiB at once blocks the event loop.
 */
export class TextChunks {
  readonly texts: string[];

  constructor(texts: string[]) {
    this.texts = texts;
  }
}

/**
 * Placeholders of long texts in a serialised document, which are substituted afterwards. A placeholder contains U+0000, which
 * no text of Postgres has, JSON escapes, and XML excludes.
 */
export class Placeholders {
  readonly #texts: string[] = [];

  /** @returns the placeholder of the text */
  put(text: string): string {
    return `\0${this.#texts.push(text) - 1}\0`;
  }

  /** Substitutes the texts for their placeholders. @param mend applied to the parts in between */
  restore(serialised: string, mend = (part: string) => part): TextChunks {
    const parts = serialised.split('\0');
    return new TextChunks(
      parts.map((part, at) => (at % 2 === 0 ? mend(part) : (this.#texts[Number(part)] ?? ''))),
    );
  }
}

/** The UTF-16 units that are encoded at once. */
const unitsAtOnce = 2 ** 18;

/**
 * Encodes and hashes a text in chunks, and yields the event loop in between.
 * @returns its bytes, in an ArrayBuffer of their own, and their SHA-256 in base64url
 */
export async function encodeInSlices(
  { texts }: TextChunks,
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

/** Splits texts, but no surrogate pair. */
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
