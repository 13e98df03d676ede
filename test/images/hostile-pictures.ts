import { constants, crc32, deflateRawSync } from 'node:zlib';
import { animation, plain, pngChunk, pngOf, quarters, svg } from './pictures.ts';

/** A file that is not what it says, or costs more than it shows. */
export interface HostilePicture {
  bytes: Buffer;
  /** What it becomes, or what the refusal says. */
  becomes: string | RegExp;
}

/** What must not be in any picture that is stored. */
export const payload = 'PAYLOAD';
const script = `<html><body><script>alert("${payload}")</script></body></html>`;

const signature = 8;
/** Behind the signature and IHDR of a PNG. */
const behindHeader = signature + 25;

/** A file in an archive (APPNOTE 4.3), not compressed: a whole zip that ends where the bytes end, as readers look for it. */
function zip(name: string, content: string): Buffer {
  const [file, data] = [Buffer.from(name), Buffer.from(content)];
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, file, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, Buffer.alloc(14), file]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A zlib stream (RFC 1950) of so many MiB of zeros: one block again and again, a thousandth of them. */
function deflateZeros(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(2 ** 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const last = Buffer.from([0x03, 0x00]);
  const adler = Buffer.alloc(4);
  adler.writeUInt16BE((mebibytes * 2 ** 20) % 65_521, 0);
  adler.writeUInt16BE(1, 2);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array(mebibytes).fill(block), last, adler]);
}

function marker(code: number, content: string | Buffer): Buffer {
  const data = Buffer.from(content as string);
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A GIF of 1 × 1 of so many frames, each of 15 bytes. */
function gifOf(frames: number): Buffer {
  const header = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  const frame = Buffer.from('\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');
  return Buffer.concat([header, Buffer.alloc(frames * frame.length, frame), Buffer.from(';')]);
}

/** Writes a number over what stands behind the first name of a box or chunk. */
function overwrite(bytes: Buffer, name: string, behind: number, value: number[]): Buffer {
  const at = bytes.indexOf(name, 0, 'latin1');
  if (at < 0) throw new Error(`There is no ${name}`);
  const changed = Buffer.from(bytes);
  changed.set(value, at + name.length + behind);
  return changed;
}

const bombSize = 512;

/** Files that were made to be something else too, to lie about their size, or to grow when they are read. */
export async function makeHostilePictures(): Promise<Record<string, HostilePicture>> {
  const picture = quarters(64, 32);
  const jpeg = await picture.jpeg().toBuffer();
  const png = await picture.png().toBuffer();
  const gif = await picture.gif().toBuffer();
  const webp = await picture.webp().toBuffer();
  const alpha = await picture.clone().ensureAlpha(0.5).webp().toBuffer();
  const avif = await picture.avif().toBuffer();
  const archive = zip('run.js', `alert("${payload}")`);
  const withChunk = (...chunk: Parameters<typeof pngChunk>) =>
    Buffer.concat([png.subarray(0, behindHeader), pngChunk(...chunk), png.subarray(behindHeader)]);
  const text = (type: string, start: string, content: Buffer | string) =>
    withChunk(type, Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(content as string)]));
  const drawing = (start: string, inside: string) =>
    Buffer.from(`${start}${svg('width="20" height="20"', inside)}`);
  const zeros = deflateZeros(bombSize);
  const laughs = [...'bcdefghij'].map(
    (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`,
  );
  const outside = `http://127.0.0.1:9/${payload}`;

  return {
    // Polyglots.
    'JPEG and ZIP': { bytes: Buffer.concat([jpeg, archive]), becomes: 'image/jpeg' },
    'JPEG with a ZIP in its comment': {
      bytes: Buffer.concat([jpeg.subarray(0, 2), marker(0xfe, archive), jpeg.subarray(2)]),
      becomes: 'image/jpeg',
    },
    'JPEG with a PDF in an application segment': {
      bytes: Buffer.concat([
        jpeg.subarray(0, 2),
        marker(0xed, `%PDF-1.7\n${payload}\n%%EOF`),
        jpeg.subarray(2),
      ]),
      becomes: 'image/jpeg',
    },
    'PNG and HTML': { bytes: Buffer.concat([png, Buffer.from(script)]), becomes: 'image/png' },
    'PNG with HTML in its text': { bytes: text('tEXt', 'Comment\0', script), becomes: 'image/png' },
    'PNG with HTML in a chunk of its own': { bytes: text('prIv', '', script), becomes: 'image/png' },
    'PDF before a PNG': {
      bytes: Buffer.concat([Buffer.from(`%PDF-1.7\n${payload}\n`), png]),
      becomes: /no PNG, JPEG/,
    },
    'HTML before a GIF': { bytes: Buffer.concat([Buffer.from(script), gif]), becomes: /no PNG, JPEG/ },
    'WebP and a script': {
      bytes: Buffer.concat([webp, Buffer.from(`*/=1;alert("${payload}")//`)]),
      becomes: 'image/webp',
    },
    'WebP with a script in a chunk of its own': {
      bytes: (() => {
        const head = Buffer.from('jaVa\0\0\0\0');
        head.writeUInt32LE(script.length + (script.length % 2), 4);
        const padded = Buffer.from(script.length % 2 ? `${script} ` : script);
        const whole = Buffer.concat([webp, head, padded]);
        whole.writeUInt32LE(whole.length - 8, 4);
        return whole;
      })(),
      becomes: 'image/webp',
    },
    'GIF with an SVG in its comment': {
      bytes: Buffer.concat([
        gif.subarray(0, -1),
        Buffer.from([0x21, 0xfe]),
        ...[`<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${payload}')"/>`].map((comment) =>
          Buffer.from(`${String.fromCharCode(comment.length)}${comment}\0`, 'latin1'),
        ),
        gif.subarray(-1),
      ]),
      becomes: 'image/gif',
    },
    'AVIF and HTML': {
      bytes: Buffer.concat([avif, Buffer.from('\0\0\0\0free'), Buffer.from(script)]),
      becomes: 'image/webp',
    },

    // What grows when it is read.
    'iCCP bomb': { bytes: text('iCCP', `${payload}\0\0`, zeros), becomes: 'image/png' },
    'zTXt bomb': { bytes: text('zTXt', `${payload}\0\0`, zeros), becomes: 'image/png' },
    'iTXt bomb': { bytes: text('iTXt', `${payload}\0\x01\0\0\0`, zeros), becomes: 'image/png' },
    'a hundred zTXt bombs': {
      bytes: Buffer.concat([
        png.subarray(0, behindHeader),
        ...Array(100).fill(pngChunk('zTXt', Buffer.concat([Buffer.from(`${payload}\0\0`), deflateZeros(7)]))),
        png.subarray(behindHeader),
      ]),
      becomes: 'image/png',
    },
    'IDAT of more rows than the picture has': {
      bytes: pngOf(20, 20, Buffer.alloc(64 * 2 ** 20)),
      becomes: /^image\/png$|broken/,
    },
    'GIF of a million frames': { bytes: gifOf(1_000_000), becomes: /1000000 frames, and may have 200/ },
    'APNG that announces four billion frames': {
      bytes: withChunk('acTL', Buffer.from('ffffffff7fffffff', 'hex')),
      becomes: 'image/png',
    },
    'SVG with entities that expand': {
      bytes: drawing(`<!DOCTYPE svg [<!ENTITY a "ha">${laughs.join('')}]>`, '<text y="10">&j;</text>'),
      becomes: /entities/,
    },

    // What lies about its size, or is at an edge of it.
    'JPEG of 65,500 × 1': {
      bytes: await plain(65_500, 1, '#ff0000').jpeg().toBuffer(),
      becomes: 'image/jpeg',
    },
    'JPEG of 1 × 65,500': {
      bytes: await plain(1, 65_500, '#ff0000').jpeg().toBuffer(),
      becomes: 'image/jpeg',
    },
    'JPEG that says 65,500 × 65,500': {
      bytes: overwrite(jpeg, '\xff\xc0', 3, [0xff, 0xdc, 0xff, 0xdc]),
      becomes: /megapixels/,
    },
    'JPEG that says 0 × 0': {
      bytes: overwrite(jpeg, '\xff\xc0', 3, [0, 0, 0, 0]),
      becomes: /broken/,
    },
    'PNG that says 2³¹ − 1 × 2³¹ − 1': {
      bytes: pngOf(0x7fffffff, 0x7fffffff, Buffer.alloc(100)),
      becomes: /megapixels|broken/,
    },
    'PNG that says 0 × 0': { bytes: pngOf(0, 0, Buffer.alloc(1)), becomes: /broken/ },
    'WebP whose VP8X says 2²⁴ × 2²⁴': {
      bytes: overwrite(alpha, 'VP8X', 8, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      becomes: /broken|megapixels/,
    },
    'WebP whose VP8X says 4096 × 3000 of a frame of 64 × 32': {
      bytes: overwrite(alpha, 'VP8X', 8, [0xff, 0x0f, 0, 0xb7, 0x0b, 0]),
      becomes: /broken/,
    },
    'WebP whose VP8X says 1 × 1': {
      bytes: overwrite(alpha, 'VP8X', 8, [0, 0, 0, 0, 0, 0]),
      becomes: /broken/,
    },
    'WebP whose RIFF size is 4 GiB': {
      bytes: overwrite(webp, 'RIFF', 0, [0xff, 0xff, 0xff, 0xff]),
      becomes: /broken/,
    },
    'AVIF whose ispe says 2³² − 1 × 2³² − 1': {
      bytes: overwrite(avif, 'ispe', 4, Array(8).fill(0xff)),
      becomes: /broken|megapixels/,
    },
    'AVIF whose ispe says 0 × 0': {
      bytes: overwrite(avif, 'ispe', 4, Array(8).fill(0)),
      becomes: /broken/,
    },
    'AVIF whose ispe says 4000 × 4000 of a picture of 64 × 32': {
      bytes: overwrite(avif, 'ispe', 4, [0, 0, 0x0f, 0xa0, 0, 0, 0x0f, 0xa0]),
      becomes: /broken/,
    },
    'animated WebP whose frame lies outside': {
      bytes: overwrite(
        await animation(40, 30, 3).webp().toBuffer(),
        'ANMF',
        4,
        [0xff, 0xff, 0, 0xff, 0xff, 0],
      ),
      becomes: /broken/,
    },

    // SVG that asks for something outside of it, or brings something that is no drawing.
    'SVG with references outside': {
      bytes: drawing(
        `<?xml-stylesheet href="${outside}"?>`,
        `<image href="${outside}" width="9" height="9"/><use href="${outside}#a"/><rect fill="url(${outside}#b)" width="9" height="9"/>`,
      ),
      becomes: 'image/png',
    },
    'SVG with a foreign object': {
      bytes: drawing(
        '',
        `<foreignObject width="20" height="20"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${outside}">${payload}</iframe></foreignObject>`,
      ),
      becomes: 'image/png',
    },
    'SVG with a style that imports': {
      bytes: drawing('', `<style>@import url("${outside}"); @import '${outside}';</style>`),
      becomes: 'image/png',
    },
    'SVG with scripts': {
      bytes: drawing('', `<script>alert("${payload}")</script><rect onclick="alert('${payload}')"/>`),
      becomes: 'image/png',
    },
  };
}
