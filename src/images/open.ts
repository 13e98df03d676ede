import { open, readFile } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { cutGif } from './gif.ts';
import {
  mostAnimatedPixels,
  mostAnimatedWebpPixels,
  mostCoefficientPixels,
  mostFrames,
  mostLosslessFramePixels,
  mostPixels,
  mostPlanarPixels,
} from './limits.ts';
import { invalidImage, refuseBroken } from './refusal.ts';
import { type ImageType, sniffedBytes, sniffImage } from './sniff.ts';
import { redrawSvg } from './svg.ts';

// Only what is sniffed here has a decoder; the others of libvips are switched off.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif', 'Svg'].map((name) => `VipsForeignLoad${name}`),
});
sharp.cache(false);
sharp.concurrency(1);

/** A picture whose header is within the bounds. */
export interface OpenedImage {
  type: ImageType;
  /** The size of a frame, orientation applied. */
  width: number;
  height: number;
  frames: number;
  /** Whether it is WebP without loss. */
  isLossless: boolean;
  metadata: Metadata;
  /** Decodes it: all frames, or the first. */
  decode(frames: 'all' | 'first'): Sharp;
}

/**
 * Opens a picture by its signature and header; no pixel is decoded.
 * @throws Problem `image-invalid`
 */
export async function openImage(file: string): Promise<OpenedImage> {
  const start = await readStart(file);
  const type = sniffImage(start);
  if (type === null)
    throw invalidImage(
      'By its first bytes the file is no PNG, JPEG, WebP, AVIF, GIF or SVG (in UTF-8): its name and media type do not count. Convert it to one of these.',
    );
  const source = await prepareSource(file, type);
  const options = sharpOptions(type);
  const metadata = await refuseBroken(sharp(source, { ...options, limitInputPixels: false }).metadata());
  const frames = metadata.pages && type !== 'image/avif' ? metadata.pages : 1;
  const isLossless = type === 'image/webp' && start.includes('VP8L');
  checkBounds({ type, metadata, frames, isLossless });
  // An animation is not turned: its frames are one column of pixels here.
  const { width, height } = frames > 1 ? metadata : metadata.autoOrient;
  return {
    type,
    width,
    height,
    frames,
    isLossless,
    metadata,
    decode(wanted) {
      const isAnimated = wanted === 'all' && frames > 1;
      const picture = sharp(source, { ...options, animated: isAnimated });
      return isAnimated ? picture : picture.autoOrient();
    },
  };
}

/** @returns what libvips reads: the file, or what is left of it */
async function prepareSource(file: string, type: ImageType): Promise<string | Buffer> {
  if (type === 'image/svg+xml') return redrawSvg(await readFile(file));
  return type === 'image/gif' ? cutGif(await readFile(file)) : file;
}

function sharpOptions(type: ImageType): SharpOptions {
  const options: SharpOptions = {
    failOn: 'warning',
    limitInputPixels: mostAnimatedPixels,
    sequentialRead: true,
  };
  // A CSS pixel is 1/96 inch. The size of texts and images in it is bounded in svg.ts, not by libxml2.
  return type === 'image/svg+xml' ? { ...options, density: 96, unlimited: true } : options;
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

type Header = Pick<OpenedImage, 'type' | 'frames' | 'isLossless' | 'metadata'>;

/** The most pixels of a picture or frame of its kind, so that it is decoded and encoded within 400 MB. */
function boundOf({ type, frames, isLossless, metadata }: Header): [most: number, kind: string] {
  const { isProgressive, orientation = 1, space } = metadata;
  if (frames > 1 && isLossless) return [mostLosslessFramePixels, 'a frame of an animated WebP without loss'];
  if (type === 'image/avif' || type === 'image/webp') return [mostPlanarPixels, 'AVIF and WebP'];
  if (type === 'image/jpeg' && isProgressive && (orientation > 1 || space === 'cmyk'))
    return [mostCoefficientPixels, 'a progressive JPEG that is turned or in CMYK'];
  return [mostPixels, 'it'];
}

function checkBounds(header: Header): void {
  const { type, frames, metadata } = header;
  const { width, height } = metadata;
  if (frames > mostFrames)
    throw invalidImage(
      `The animation has ${frames} frames, and may have ${mostFrames}. Leave frames out, or use a video.`,
    );
  const [most, kind] = boundOf(header);
  if (width * height > most)
    throw invalidImage(
      `The picture has ${inMegapixels(width * height)} megapixels (${width} × ${height}); ${kind} may have ${inMegapixels(most)}. Scale it down.`,
    );
  const mostTogether = type === 'image/webp' ? mostAnimatedWebpPixels : mostAnimatedPixels;
  if (width * height * frames > mostTogether)
    throw invalidImage(
      `The ${frames} frames of the animation have ${inMegapixels(width * height * frames)} megapixels together, and may have ${inMegapixels(mostTogether)}. Scale it down, or leave frames out.`,
    );
}

/** Rounded up to a tenth, so that what is beyond a bound does not look like the bound. */
const inMegapixels = (pixels: number) => Math.ceil(pixels / 100_000) / 10;
