/** The most pixels of a picture; the memory of the decoders and encoders is in proportion to them. */
export const mostPixels = 40_000_000;
/** The most pixels where decoder and encoder hold planes of a whole picture several times: AVIF and WebP. */
export const mostPlanarPixels = 16_000_000;
/** The most pixels of a progressive JPEG that is turned (its coefficients, 6 bytes each, and all pixels are held) or in CMYK (8 bytes each). */
export const mostCoefficientPixels = 24_000_000;
/** The most pixels of a WebP that is encoded without loss, which takes 50 bytes for each; larger ones become PNG. */
export const mostLosslessPixels = 4_000_000;
/** The most frames of an animation, and their most pixels together; of WebP all are held, at 4 bytes each. */
export const mostFrames = 200;
export const mostAnimatedPixels = 100_000_000;
export const mostAnimatedWebpPixels = 64_000_000;
/** The most pixels of a frame of an animated WebP that is encoded without loss. */
export const mostLosslessFramePixels = 2_000_000;

/** The most resident memory of the image process, in bytes; a picture within the bounds takes less than 400 MB. */
export const mostMemory = 560 * 1024 ** 2;
