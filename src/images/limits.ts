/** The most pixels of a picture; the memory of the decoders and encoders is in proportion to them. */
export const mostPixels = 40_000_000;
/** The most pixels where the decoder holds planes of a whole picture several times: AVIF, and WebP with transparency. */
export const mostPlanarPixels = 16_000_000;
/** The most frames of an animation, and their most pixels together. */
export const mostFrames = 200;
export const mostAnimatedPixels = 100_000_000;

/** The most resident memory of the image process, in bytes; a picture within the bounds takes up to 450 MB. */
export const mostMemory = 560 * 1024 ** 2;
