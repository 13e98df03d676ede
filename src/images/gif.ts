import { invalidImage } from './refusal.ts';

const imageDescriptor = 0x2c;
const extension = 0x21;
const trailer = 0x3b;

/**
 * Follows the blocks of a GIF to its trailer (GIF89a, 17 to 27): libvips takes one that is cut off as a shorter one.
 * @returns it without what stands behind
 * @throws Problem `image-invalid`
 */
export function cutGif(bytes: Buffer): Buffer {
  let at = 13 + tableSize(bytes[10]);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === trailer) return bytes.subarray(0, at + 1);
    if (block === imageDescriptor) at += 11 + tableSize(bytes[at + 9]);
    else if (block === extension) at += 2;
    else break;
    // Sub-blocks begin with their length, and end with an empty one.
    while (bytes[at]) at += 1 + (bytes[at] ?? 0);
    at += 1;
  }
  throw invalidImage('The GIF is truncated or broken: it has no end. Save it again, and send all of it.');
}

/** The bytes of a colour table, by the flags of its descriptor. */
const tableSize = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
