import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { animation, clean, isNear, noise, pixelAt, plain, pngChunk, quarters } from './pictures.ts';

const colours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
];

test('every orientation of EXIF is applied to the pixels', async () => {
  // Where each quarter of the stored picture is shown (Exif 2.32, 4.6.4 A): left above, right above, left below, right below.
  const shown = [
    [0, 1, 2, 3],
    [1, 0, 3, 2],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
    [0, 2, 1, 3],
    [2, 0, 3, 1],
    [3, 1, 2, 0],
    [1, 3, 0, 2],
  ];
  for (const [index, order] of shown.entries())
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const stored = quarters(64, 32).withMetadata({ orientation: index + 1 });
      const { result, bytes } = await clean(stored.toFormat(format, { quality: 100 }));
      const [width, height] = index < 4 ? [64, 32] : [32, 64];
      assert.deepEqual([result.width, result.height], [width, height], `${format} ${index + 1}`);
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([info.width, info.height], [width, height]);
      for (const [quarter, expected] of order.entries()) {
        const x = quarter % 2 ? width - 4 : 3;
        const y = quarter > 1 ? height - 4 : 3;
        const at = (y * width + x) * 3;
        const found = [...data.subarray(at, at + 3)];
        assert.ok(
          isNear(found, colours[expected] ?? [], 12),
          `${format} ${index + 1}: ${found} at ${quarter}`,
        );
      }
      assert.equal((await sharp(bytes).metadata()).orientation, undefined);
    }
});

test('of metadata nothing is left, in any format', async () => {
  const exif = {
    IFD0: { Copyright: 'SECRET-exif', ImageDescription: 'SECRET-text' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
  };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>SECRET-xmp</rdf:RDF></x:xmpmeta>';
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const picture = quarters(64, 32).withExif(exif).withXmp(xmp).withIccProfile('p3').toFormat(format);
    const source = await picture.toBuffer();
    assert.ok(source.includes('SECRET'), format);
    const { bytes } = await clean(source);
    assertClean(bytes, format);
  }
});

test('comments, text chunks, thumbnails and what is appended are gone', async () => {
  const jpeg = await quarters(64, 32).jpeg().toBuffer();
  const comment = Buffer.from('\xff\xfe\x00\x10SECRET-comment', 'latin1');
  comment.writeUInt16BE(comment.length - 2, 2);
  const iptc = Buffer.from(
    '\xff\xed\x00\x00Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0eSECRET-iptc-xx',
    'latin1',
  );
  iptc.writeUInt16BE(iptc.length - 2, 2);
  const png = await quarters(64, 32).png().toBuffer();
  const text = pngChunk('tEXt', Buffer.from('Comment\0SECRET-chunk'));
  const gif = await quarters(64, 32).gif().toBuffer();
  const gifComment = Buffer.from('\x21\xfe\x06SECRET\x00', 'latin1');
  const webp = await quarters(64, 32).webp().toBuffer();
  const tail = Buffer.from('PK\x03\x04SECRET%PDF-1.7<script>SECRET</script>', 'latin1');
  const sources = [
    Buffer.concat([jpeg.subarray(0, 2), comment, iptc, jpeg.subarray(2), tail]),
    Buffer.concat([png.subarray(0, 33), text, png.subarray(33), tail]),
    Buffer.concat([gif.subarray(0, -1), gifComment, gif.subarray(-1), tail]),
    Buffer.concat([webp, tail]),
  ];
  for (const source of sources) {
    const { bytes, result } = await clean(source);
    assertClean(bytes, result.mediaType);
  }
});

test('CMYK, 16 bit, grey with alpha and a palette become 8-bit sRGB', async () => {
  const cmyk = await clean(plain(40, 40, '#a08070').toColourspace('cmyk').jpeg({ quality: 100 }));
  const described = await sharp(cmyk.bytes).metadata();
  assert.deepEqual([described.space, described.channels, cmyk.result.mediaType], ['srgb', 3, 'image/jpeg']);
  const red = await pixelAt(cmyk.bytes, 20, 20);
  assert.ok(isNear(red, [0xa0, 0x80, 0x70], 8), `${red}`);

  const deep = await quarters(40, 40).toColourspace('rgb16').png().toBuffer();
  assert.equal((await sharp(deep).metadata()).depth, 'ushort');
  const flat = await clean(deep);
  assert.equal((await sharp(flat.bytes).metadata()).depth, 'uchar');
  assert.deepEqual(await pixelAt(flat.bytes, 5, 5), [255, 0, 0]);

  const grey = sharp(Buffer.from([10, 255, 200, 0]), { raw: { width: 2, height: 1, channels: 2 } });
  const cleanGrey = await clean(grey.toColourspace('b-w').png());
  const rgba = await sharp(cleanGrey.bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer();
  assert.deepEqual([...rgba.subarray(0, 4), rgba[7]], [10, 10, 10, 255, 0]);
  assert.equal(cleanGrey.result.color, '#0a0a0a');

  const palette = await clean(quarters(40, 40).png({ palette: true }));
  assert.deepEqual(await pixelAt(palette.bytes, 35, 5), [0, 255, 0]);
});

test('a colour profile is converted to sRGB', async () => {
  const green = '#40a060';
  const wide = await plain(30, 30, green).withIccProfile('p3').png().toBuffer();
  const raw = await sharp(wide, { ignoreIcc: true }).raw().toBuffer();
  assert.ok(
    !isNear([...raw.subarray(0, 3)], [0x40, 0xa0, 0x60], 6),
    'the stored numbers are of another space',
  );
  const { bytes } = await clean(wide);
  const pixel = await pixelAt(bytes, 10, 10);
  assert.ok(isNear(pixel, [0x40, 0xa0, 0x60], 3), `${pixel}`);
  assert.equal((await sharp(bytes).metadata()).icc, undefined);
});

test('animations stay animated', async () => {
  for (const [format, mediaType] of [
    ['gif', 'image/gif'],
    ['webp', 'image/webp'],
  ] as const) {
    const { result, bytes } = await clean(
      animation(30, 20, 5).toFormat(format, {
        delay: Array(5).fill(120),
        loop: 2,
        ...(format === 'gif' && { keepDuplicateFrames: true }),
      }),
    );
    assert.deepEqual(
      [result.mediaType, result.animated, result.frames, result.width, result.height],
      [mediaType, true, 5, 30, 20],
    );
    const { pages, delay, loop } = await sharp(bytes, { animated: true }).metadata();
    assert.deepEqual([pages, delay, loop], [5, [120, 120, 120, 120, 120], 2]);
  }
});

test('from one pixel to 50,000 in a row, every picture has a size, a placeholder and a colour', async () => {
  const sizes = [
    [1, 1],
    [50_000, 1],
    [1, 50_000],
  ] as const;
  for (const [width, height] of sizes)
    for (const format of ['png', 'jpeg', 'gif'] as const) {
      const { result, bytes } = await clean(plain(width, height, '#ff0000').toFormat(format));
      assert.deepEqual([result.width, result.height, result.bytes], [width, height, bytes.length]);
      const [red = 0, green = 255] = Buffer.from(result.color.slice(1), 'hex');
      assert.ok(red > 250 && green < 5, result.color);
      assert.ok(result.placeholder.length <= 600);
      const drawn = Buffer.from(result.placeholder.split(',')[1] ?? '', 'base64');
      const { format: drawnFormat, width: drawnWidth } = await sharp(drawn).metadata();
      assert.equal(drawnFormat, 'webp');
      assert.ok((drawnWidth ?? 0) <= 16);
    }
});

test('the placeholder of noise with transparency has at most 600 characters', async () => {
  const side = 64;
  const data = Buffer.from(
    Array.from({ length: side * side * 4 }, (_, at) => (at * 7919 * (at % 251)) % 256),
  );
  const { result } = await clean(sharp(data, { raw: { width: side, height: side, channels: 4 } }).png());
  assert.ok(result.placeholder.length <= 600, `${result.placeholder.length}`);
});

test('the dominant colour is of what is opaque; of nothing it is white', async () => {
  const hidden = sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  });
  assert.equal((await clean(hidden.clone().png())).result.color, '#ffffff');
  const dot = await plain(6, 6, '#0000ff').png().toBuffer();
  assert.equal((await clean(hidden.composite([{ input: dot }]).png())).result.color, '#0000ff');
});

test('AVIF becomes WebP, without loss stays without loss, and the chroma of JPEG stays as fine', async () => {
  const avif = await clean(noise(64, 48).avif());
  assert.deepEqual([avif.result.mediaType, avif.result.width], ['image/webp', 64]);
  const exact = await clean(quarters(33, 17).webp({ lossless: true }));
  assert.deepEqual((await pixelAt(exact.bytes, 17, 3)).slice(0, 3), [0, 255, 0]);
  const large = await clean(plain(2001, 2000, '#204080').webp({ lossless: true, effort: 0 }));
  assert.deepEqual([large.result.mediaType, large.result.color], ['image/png', '#204080']);
  for (const chromaSubsampling of ['4:2:0', '4:4:4']) {
    const { bytes } = await clean(noise(64, 48).jpeg({ chromaSubsampling }));
    assert.equal((await sharp(bytes).metadata()).chromaSubsampling, chromaSubsampling);
  }
});

function assertClean(bytes: Buffer, name: string): void {
  for (const mark of [
    'SECRET',
    'Exif',
    'EXIF',
    'eXIf',
    'XMP',
    'xmpmeta',
    'GPS',
    'ICCP',
    'iCCP',
    'tEXt',
    '8BIM',
    'PK\x03\x04',
  ])
    assert.ok(!bytes.includes(mark), `${name} has ${mark}`);
}
