import sharp, { type Sharp } from 'sharp';

/** The side of the sample that the dominant colour is counted in, and those of the placeholder, in pixels. */
const sampleSide = 64;
const placeholderSides = [16, 8, 4];
const longestPlaceholder = 600;
/** The colour of a picture of which nothing is opaque. */
const white = '#ffffff';

/**
 * A preview of a picture that is shown while it loads.
 * @returns its first frame as a `data:` URL of at most 600 characters, and its dominant colour as `#rrggbb`
 */
export async function summarize(file: string): Promise<{ placeholder: string; color: string }> {
  const { data, info } = await sharp(file, { sequentialRead: true })
    .resize(sampleSide, sampleSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sample = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } });
  return { placeholder: await drawPlaceholder(sample), color: findDominant(data) };
}

async function drawPlaceholder(sample: Sharp): Promise<string> {
  for (const side of placeholderSides) {
    const drawn = await sample
      .clone()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 30, alphaQuality: 30, effort: 6 })
      .toBuffer();
    const url = `data:image/webp;base64,${drawn.toString('base64')}`;
    if (url.length <= longestPlaceholder) return url;
  }
  throw new Error('A placeholder of 4 pixels is too long');
}

/** Colour quantisation to 4 bits a channel; the mean of the colours of the fullest bin. @param rgba raw pixels */
function findDominant(rgba: Buffer): string {
  const bins = new Map<number, { count: number; sums: [number, number, number] }>();
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < 128) continue;
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    const bin = bins.get(key) ?? { count: 0, sums: [0, 0, 0] };
    bin.count += 1;
    bin.sums[0] += red;
    bin.sums[1] += green;
    bin.sums[2] += blue;
    bins.set(key, bin);
  }
  const [fullest] = [...bins.values()].sort((one, other) => other.count - one.count);
  if (!fullest) return white;
  return `#${fullest.sums
    .map((sum) =>
      Math.round(sum / fullest.count)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
