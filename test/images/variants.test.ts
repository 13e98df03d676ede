import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { fitWidth, variantsOf, variantWidths } from '../../src/images/variants.ts';
import { animation, clean, isNear, newPath, noise, pixelAt, plain, processor } from './pictures.ts';

test('the variants of a picture are the widths up to its own, and one in its own width', () => {
  const names = (width: number, height = width) =>
    variantsOf({ width, height }).map(({ name, width, height }) => `${name}: ${width} × ${height}`);
  assert.deepEqual(names(1), ['320: 1 × 1']);
  assert.deepEqual(names(320, 160), ['320: 320 × 160']);
  assert.deepEqual(names(700, 350), ['320: 320 × 160', '640: 640 × 320', '960: 700 × 350']);
  assert.deepEqual(
    names(4000, 2000).map((text) => text.split(':')[0]),
    variantWidths.map(String),
  );
  assert.deepEqual(names(50_000, 1).at(-1), '1920: 1920 × 1');
  assert.deepEqual(names(1, 50_000), ['320: 1 × 16383']);
  assert.deepEqual(names(400, 40_000), ['320: 164 × 16383']);
});

test('every picture has a variant; none is larger than it, or than WebP can have', () => {
  const side = fc.integer({ min: 1, max: 65_535 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const variants = variantsOf({ width, height });
      assert.ok(variants.length > 0);
      for (const [at, variant] of variants.entries()) {
        assert.ok(
          variant.width <= Math.min(width, variant.name) && variant.height <= Math.min(height, 16_383),
        );
        assert.ok(variant.width > (variants[at - 1]?.width ?? 0), 'each is wider than the one before');
        assert.deepEqual(fitWidth({ width, height }, variant.name), {
          width: variant.width,
          height: variant.height,
        });
      }
      assert.equal(variants.at(-1)?.width, fitWidth({ width, height }, 1920).width);
    }),
  );
});

async function make(picture: Sharp, width: number, format: 'webp' | 'jpg' | 'avif') {
  const original = await clean(picture);
  const toFile = newPath();
  const result = await processor.makeVariant(original.file, { width, format }, toFile, 1);
  return { result, bytes: await readFile(toFile) };
}

test('a variant has the wanted width, and never more than the picture', async () => {
  const formats = { webp: 'webp', jpg: 'jpeg', avif: 'heif' } as const;
  for (const format of ['webp', 'jpg', 'avif'] as const)
    for (const [wanted, width, height] of [
      [320, 320, 160],
      [1920, 500, 250],
    ] as const) {
      const { result, bytes } = await make(noise(500, 250).png(), wanted, format);
      assert.deepEqual(result, { width, height, bytes: bytes.length });
      const found = await sharp(bytes).metadata();
      assert.deepEqual([found.format, found.width, found.height], [formats[format], width, height]);
      assert.deepEqual([found.exif, found.icc, found.xmp], [undefined, undefined, undefined]);
    }
});

test('pictures of extreme proportions have variants in every format', async () => {
  for (const [width, height] of [
    [50_000, 1],
    [1, 50_000],
    [400, 20_000],
  ] as const)
    for (const format of ['webp', 'jpg', 'avif'] as const) {
      const { result, bytes } = await make(plain(width, height, '#ff0000').png(), 640, format);
      const found = await sharp(bytes).metadata();
      assert.deepEqual([found.width, found.height], [result.width, result.height]);
      if (format !== 'avif')
        assert.deepEqual(fitWidth({ width, height }, 640), { width: found.width, height: found.height });
    }
});

test('an animation stays one in WebP, and is its first frame as JPEG', async () => {
  for (const source of ['gif', 'webp'] as const) {
    const webp = await make(animation(400, 200, 4).toFormat(source), 320, 'webp');
    assert.deepEqual(webp.result, { width: 320, height: 160, bytes: webp.bytes.length });
    const { pages, pageHeight } = await sharp(webp.bytes, { animated: true }).metadata();
    assert.deepEqual([pages, pageHeight], [4, 160]);
    const still = await make(animation(400, 200, 4).toFormat(source), 320, 'jpg');
    assert.deepEqual([still.result.width, still.result.height], [320, 160]);
    const pixel = await pixelAt(still.bytes, 100, 100);
    assert.ok(isNear(pixel, [0, 200, 0], 16), `${pixel}`);
  }
});

test('transparency is white in JPEG, and stays in WebP and AVIF', async () => {
  const clear = sharp({
    create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  assert.deepEqual(await pixelAt((await make(clear.clone().png(), 320, 'jpg')).bytes, 9, 9), [255, 255, 255]);
  for (const format of ['webp', 'avif'] as const)
    assert.equal((await pixelAt((await make(clear.clone().png(), 320, format)).bytes, 9, 9))[3], 0);
});
