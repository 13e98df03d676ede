/** The widths that are offered, in pixels. */
export const variantWidths = [320, 640, 960, 1280, 1920] as const;

/** The longest side of a WebP picture (RFC 9649, 2.7). */
export const longestSide = 16_383;

export interface ImageSize {
  width: number;
  height: number;
}

/** A variant: the width that names it, and its real size in pixels. */
export interface Variant extends ImageSize {
  name: number;
}

/**
 * The size of a picture in that width, in its proportions. It is never enlarged, no side is shorter than a pixel, and
 * none longer than WebP can have: a very high picture gets narrower than asked.
 * @param mostPixels a bound of the area
 */
export function fitWidth({ width, height }: ImageSize, wanted: number, mostPixels = Infinity): ImageSize {
  const scale = Math.min(1, wanted / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The variants of a picture: the offered widths up to its own, and the next larger one, in the picture's own width, when
 * that is none of them; at least one.
 */
export function variantsOf(picture: ImageSize): Variant[] {
  const own = fitWidth(picture, variantWidths[variantWidths.length - 1] as number).width;
  const above = variantWidths.find((width) => width >= own);
  return variantWidths
    .filter((width) => width < own || width === above)
    .map((name) => ({ name, ...fitWidth(picture, name) }));
}
