/** The media types of pictures that are taken. */
export type ImageType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/avif'
  | 'image/gif'
  | 'image/svg+xml';

/** The bytes from the start of a file that `sniffImage` looks at. */
export const sniffedBytes = 4096;

/** An XML declaration, comments and a document type, in any number and order, before the element `svg` of any prefix. */
const svgStart =
  /^\s*(?:<\?xml\b[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg\b[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?svg[\s>/]/;

/**
 * Reads the media type out of a file's signature (MIME Sniffing, 6.1; AVIF 1.1, 6), never out of its name or a header: what
 * else a file may be, a script or an archive, does not matter then.
 * @param start the first `sniffedBytes` of the file
 * @returns null for everything else
 */
export function sniffImage(start: Uint8Array): ImageType | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, sniffedBytes));
  const latin = bytes.toString('latin1');
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(latin)) return 'image/gif';
  if (latin.startsWith('RIFF') && latin.startsWith('WEBPVP', 8)) return 'image/webp';
  if (latin.startsWith('ftyp', 4)) return isAvif(bytes, latin) ? 'image/avif' : null;
  return svgStart.test(new TextDecoder().decode(bytes)) ? 'image/svg+xml' : null;
}

/** Whether a major or compatible brand of the file type box (ISO/IEC 14496-12, 4.3) is AVIF's. */
function isAvif(bytes: Buffer, latin: string): boolean {
  const end = Math.min(bytes.length >= 4 ? bytes.readUInt32BE(0) : 0, bytes.length);
  for (let at = 8; at + 4 <= end; at += 4)
    if (at !== 12 && /^avi[fs]/.test(latin.slice(at, at + 4))) return true;
  return false;
}
