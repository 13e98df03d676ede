import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { openImageProcessor } from '../../src/images/processor.ts';

export const folder = await mkdtemp(join(tmpdir(), 'postil-images-'));
export const processor = openImageProcessor();

/** The turn of one caller. */
export const mine = { by: 'me', bytes: 1 };
after(async () => {
  await processor.close();
  await rm(folder, { recursive: true });
});

let number = 0;
/** A new path; the name says nothing of the type. */
export const newPath = () => join(folder, `${++number}.txt`);

export async function write(bytes: Buffer | string): Promise<string> {
  const file = newPath();
  await writeFile(file, bytes);
  return file;
}

/** Cleans a picture, and reads what comes out. */
export async function clean(picture: Sharp | Buffer | string) {
  const toFile = newPath();
  const source = typeof picture === 'string' || Buffer.isBuffer(picture) ? picture : await picture.toBuffer();
  const result = await processor.clean(await write(source), toFile, mine);
  return { result, file: toFile, bytes: await readFile(toFile) };
}

/** The detail of the refusal. */
export async function refuse(picture: Sharp | Buffer | string): Promise<string> {
  const found = await clean(picture).catch((error) => error);
  if (found.code !== 'image-invalid')
    throw new Error(`It was not refused: ${JSON.stringify(found)} ${found}`);
  return found.message;
}

/** The channels of a pixel. */
export async function pixelAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

export const isNear = (one: number[], other: number[], most: number) =>
  one.length === other.length && one.every((value, at) => Math.abs(value - (other[at] ?? 0)) <= most);

export const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture whose quarters are red, green, blue and white, from the left above. */
export function quarters(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const quarter = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1);
      data.set(
        [
          [255, 0, 0],
          [0, 255, 0],
          [0, 0, 255],
          [255, 255, 255],
        ][quarter] ?? [],
        (y * width + x) * 3,
      );
    }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Noise, so that every part of a file holds something. */
export const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'gray',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

/** Frames of different colours, one above the other. */
export function animation(width: number, height: number, frames: number): Sharp {
  const data = Buffer.alloc(width * height * frames * 3);
  for (let frame = 0; frame < frames; frame += 1)
    data.fill(
      Buffer.from([(frame * 50) % 256, 200, (frame * 7) % 256]),
      frame * width * height * 3,
      (frame + 1) * width * height * 3,
    );
  return sharp(data, { raw: { width, height: height * frames, channels: 3, pageHeight: height } });
}

/** A chunk of PNG (PNG 3, 5.3). */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A PNG of grey pixels of that size, with the rows that are given. */
export function pngOf(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const svg = (attributes: string, inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
