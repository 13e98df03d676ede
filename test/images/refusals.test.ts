import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import type { Sharp } from 'sharp';
import { sniffImage } from '../../src/images/sniff.ts';
import { animation, clean, folder, noise, plain, pngOf, quarters, refuse, svg } from './pictures.ts';

test('what is no picture is refused, whatever it is called', async () => {
  const others = [
    '',
    'text',
    '<!DOCTYPE html><html><svg xmlns="http://www.w3.org/2000/svg"/></html>',
    '<html><body>',
    '%PDF-1.7\n',
    'PK\x03\x04',
    'GIF88a',
    'RIFF\0\0\0\0WAVEfmt ',
    '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
    'BM\0\0\0\0',
    'II*\0',
    '<?xml version="1.0"?><!-- <svg> --><html/>',
  ];
  for (const other of others) {
    assert.equal(sniffImage(Buffer.from(other, 'latin1')), null, other);
    assert.match(await refuse(Buffer.from(other, 'latin1')), /no PNG, JPEG, WebP, AVIF, GIF or SVG/);
  }
});

test('a picture that is something else too is what its first bytes are', async () => {
  const gif = await quarters(20, 20).gif({ keepDuplicateFrames: true }).toBuffer();
  const script = Buffer.concat([gif, Buffer.from(';alert(1)//<script>alert(1)</script>')]);
  const { result, bytes } = await clean(script);
  assert.equal(result.mediaType, 'image/gif');
  assert.ok(!bytes.includes('alert'));
  // GIF89a as the beginning of a script: its size in the header is the text, and there is nothing behind.
  assert.match(await refuse('GIF89a/*\0\0\0\0\0*/=alert(1)//'), /broken|megapixels/);
  assert.equal(sniffImage(Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- a --><svg/>')), 'image/svg+xml');
});

test('a signature with nothing behind it is refused', async () => {
  for (const start of [
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff',
    'GIF89a',
    'RIFF\x04\0\0\0WEBPVP8 ',
    '\0\0\0\x18ftypavif\0\0\0\0',
  ])
    assert.match(await refuse(Buffer.from(start, 'latin1')), /truncated or broken/);
});

test('a decompression bomb is refused by its header, and says how many megapixels it has', async () => {
  // 60,000 × 60,000 zeros; what is there of them is not read.
  const bomb = pngOf(60_000, 60_000, Buffer.alloc(60_001 * 300));
  assert.ok(bomb.length < 100_000);
  assert.match(await refuse(bomb), /has 3600 megapixels \(60000 × 60000\); it may have 40/);
  assert.match(await refuse(await plain(8000, 5001, 'red').png().toBuffer()), /has 40\.1 megapixels/);
  assert.match(
    await refuse(await plain(4000, 4001, 'red').webp({ effort: 0 }).toBuffer()),
    /has 16\.1 megapixels .*AVIF and WebP may have 16/,
  );
  const turned = plain(6000, 4001, 'red').withMetadata({ orientation: 6 }).jpeg({ progressive: true });
  assert.match(await refuse(await turned.toBuffer()), /has 24\.1 megapixels .*turned or in CMYK may have 24/);
  const inCmyk = plain(6000, 4001, 'red').toColourspace('cmyk').jpeg({ progressive: true });
  assert.match(await refuse(await inCmyk.toBuffer()), /has 24\.1 megapixels .*in CMYK may have 24/);
  assert.match(
    await refuse(await plain(4001, 4000, 'red').avif({ effort: 0 }).toBuffer()),
    /AVIF.* may have 16/,
  );
});

test('an animation has at most 200 frames, and 100 megapixels in all of them', async () => {
  assert.match(
    await refuse(animation(4, 4, 300).gif({ keepDuplicateFrames: true })),
    /has 300 frames, and may have 200/,
  );
  assert.match(await refuse(animation(4, 4, 201).webp()), /has 201 frames/);
  assert.match(
    await refuse(animation(1000, 1000, 101).gif({ effort: 1, keepDuplicateFrames: true })),
    /have 101 megapixels together, and may have 100/,
  );
  assert.match(
    await refuse(animation(1000, 1000, 65).webp({ effort: 0 })),
    /have 65 megapixels together, and may have 64/,
  );
  assert.match(
    await refuse(animation(2001, 1000, 2).webp({ effort: 0, lossless: true })),
    /has 2\.1 megapixels .*a frame of an animated WebP without loss may have 2/,
  );
});

const truncated: Record<string, Sharp> = {
  png: noise(60, 40).png(),
  jpeg: noise(60, 40).jpeg(),
  'progressive jpeg': noise(60, 40).jpeg({ progressive: true }),
  webp: noise(60, 40).webp(),
  'webp without loss': noise(60, 40).webp({ lossless: true }),
  avif: noise(60, 40).avif(),
  gif: noise(60, 40).gif({ keepDuplicateFrames: true }),
  'animated gif': animation(40, 30, 6).gif({ keepDuplicateFrames: true }),
  'animated webp': animation(40, 30, 6).webp(),
};

for (const [name, picture] of Object.entries(truncated))
  test(`a ${name} that is cut off is refused, unless all of its pixels are there`, async () => {
    const whole = await picture.toBuffer();
    const { result, bytes } = await clean(whole);
    const steps = Array.from({ length: 100 }, (_, at) => Math.floor((whole.length * at) / 100));
    for (const length of [...steps, whole.length - 1]) {
      const found = await clean(whole.subarray(0, length)).catch((error) => error);
      if (found.code === 'image-invalid') continue;
      assert.ok(found.result, `${length}: ${found}`);
      assert.deepEqual(found.result.frames, result.frames, `${length} of ${whole.length}`);
      assert.deepEqual(found.bytes, bytes, `${length} of ${whole.length}`);
    }
  });

test('a picture whose bytes were changed is refused or decoded, and the process goes on', async () => {
  for (const picture of Object.values(truncated)) {
    const whole = await picture.toBuffer();
    for (let step = 1; step < 12; step += 1) {
      const changed = Buffer.from(whole);
      for (let at = 16 * step; at < whole.length; at += 97 * step)
        changed[at] = (changed[at] ?? 0) ^ (0x55 + step);
      const found = await clean(changed).catch((error) => error);
      assert.ok(found.result || found.code === 'image-invalid', `${found}`);
    }
  }
});

test('of what is refused no file is left', async () => {
  const before = (await readdir(folder)).length;
  await refuse((await noise(60, 40).png().toBuffer()).subarray(0, 3000));
  // The picture that was sent.
  assert.equal((await readdir(folder)).length, before + 1);
});

test('an SVG that is cut off is refused', async () => {
  const whole = svg('width="10" height="10"', '<g><rect width="5" height="5"/></g>');
  for (let length = 0; length < whole.length; length += 1) await refuse(whole.slice(0, length));
});
