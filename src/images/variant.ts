import { stat } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { mostAnimatedWebpPixels } from './limits.ts';
import { openImage } from './open.ts';
import { refuseBroken } from './refusal.ts';
import { fitWidth, type ImageSize } from './variants.ts';
import { chooseEffort } from './webp.ts';

export interface VariantOrder {
  /** The wanted width in pixels. */
  width: number;
  format: 'webp' | 'jpg' | 'avif';
}

export interface WrittenVariant extends ImageSize {
  /** The size of the file. */
  bytes: number;
}

/** The most pixels of an AVIF: its encoder takes 40 bytes for each. */
const mostAvifPixels = 6_000_000;
/**
 * Scales a cleaned picture down to a width, as `fitWidth` does; never up. An animation stays one in WebP; otherwise the
 * first frame is taken. JPEG has transparency on white.
 * @throws Problem `image-invalid`
 */
export async function writeVariant(
  original: string,
  { width, format }: VariantOrder,
  toFile: string,
): Promise<WrittenVariant> {
  const picture = await openImage(original);
  const isAnimated = format === 'webp' && picture.frames > 1;
  const most = isAnimated ? mostAnimatedWebpPixels / picture.frames : undefined;
  const size = fitWidth(picture, width, format === 'avif' ? mostAvifPixels : most);
  const scaled = picture
    .decode(format === 'webp' ? 'all' : 'first')
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb');
  await refuseBroken(encode(scaled, format, size.width * size.height * picture.frames).toFile(toFile));
  return { ...size, bytes: (await stat(toFile)).size };
}

function encode(scaled: Sharp, format: VariantOrder['format'], pixels: number): Sharp {
  if (format === 'avif') return scaled.avif({ quality: 55, effort: 2 });
  if (format === 'webp') return scaled.webp({ ...chooseEffort(pixels), quality: 80 });
  return scaled.flatten({ background: 'white' }).jpeg({ quality: 82, mozjpeg: true });
}
