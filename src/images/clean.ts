import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import sharp, { type Sharp } from 'sharp';
import { mostLosslessPixels } from './limits.ts';
import { type OpenedImage, openImage } from './open.ts';
import { refuseBroken } from './refusal.ts';
import type { ImageType } from './sniff.ts';
import { summarize } from './summary.ts';
import { longestSide } from './variants.ts';
import { chooseEffort } from './webp.ts';

/** What a cleaned picture is. */
export interface CleanedImage {
  mediaType: Exclude<ImageType, 'image/svg+xml' | 'image/avif'>;
  /** The size of the file, and its SHA-256 in hexadecimal. */
  bytes: number;
  sha256: string;
  /** The size of the first frame in pixels, orientation applied. */
  width: number;
  height: number;
  animated: boolean;
  frames: number;
  /** A picture of at most 16 pixels a side, as a `data:` URL of at most 600 characters. */
  placeholder: string;
  /** The dominant colour of what is opaque, as `#rrggbb`. */
  color: string;
}

/**
 * Decodes a picture and encodes its pixels anew, in 8-bit sRGB: orientation is applied and colour profiles are
 * converted, and nothing else of the file is left, neither metadata nor what is appended. An SVG is drawn as PNG.
 * @throws Problem `image-invalid`
 */
export async function cleanImage(file: string, toFile: string): Promise<CleanedImage> {
  const picture = await openImage(file);
  const { mediaType, encoded } = encode(picture);
  await refuseBroken(encoded.toFile(toFile));
  // Encoders leave out frames that are as the one before.
  const { width, height, pages: frames = 1 } = await sharp(toFile).metadata();
  return {
    mediaType,
    bytes: (await stat(toFile)).size,
    sha256: await hashFile(toFile),
    width,
    height,
    animated: frames > 1,
    frames,
    ...(await summarize(toFile)),
  };
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function encode(picture: OpenedImage): { mediaType: CleanedImage['mediaType']; encoded: Sharp } {
  const decoded = picture.decode('all').toColourspace('srgb');
  switch (picture.type) {
    case 'image/jpeg':
      return { mediaType: 'image/jpeg', encoded: encodeJpeg(decoded, picture) };
    case 'image/gif':
      return { mediaType: 'image/gif', encoded: decoded.gif({ effort: 3, keepDuplicateFrames: true }) };
    case 'image/webp':
      if (picture.isLossless && picture.frames === 1 && picture.width * picture.height > mostLosslessPixels)
        return { mediaType: 'image/png', encoded: encodePng(decoded) };
      return { mediaType: 'image/webp', encoded: encodeWebp(decoded, picture) };
    case 'image/avif':
      // Half the memory and time of AVIF at its fastest, and no more of either for any browser.
      return { mediaType: 'image/webp', encoded: encodeWebp(decoded, picture) };
    default:
      return { mediaType: 'image/png', encoded: encodePng(decoded) };
  }
}

const encodePng = (decoded: Sharp): Sharp => decoded.png({ compressionLevel: 6 });

function encodeWebp(decoded: Sharp, { width, height, frames, isLossless }: OpenedImage): Sharp {
  const fitted =
    Math.max(width, height) > longestSide
      ? decoded.resize(longestSide, longestSide, { fit: 'inside' })
      : decoded;
  return fitted.webp({
    ...chooseEffort(width * height * frames),
    quality: 90,
    alphaQuality: 95,
    lossless: isLossless,
  });
}

function encodeJpeg(decoded: Sharp, { metadata }: OpenedImage): Sharp {
  const chromaSubsampling = metadata.chromaSubsampling === '4:2:0' ? '4:2:0' : '4:4:4';
  // Optimised Huffman tables need the coefficients of the whole picture in memory, 6 bytes a pixel.
  return decoded.jpeg({ quality: 92, chromaSubsampling, optimiseCoding: false });
}
