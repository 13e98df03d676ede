import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { startTestApp } from '../support/app.ts';

/** A file system of so many KiB; undefined where none can be mounted. */
function mountSmall(size: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'postil-small-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder]).status === 0;
  after(() => {
    if (isMounted) execFileSync('umount', ['-l', folder]);
    return rm(folder, { recursive: true, force: true });
  });
  return isMounted ? folder : undefined;
}

const storage = mountSmall(2048);
const temporary = mountSmall(1024);
const options = {
  skip: (storage === undefined || temporary === undefined) && 'no file system can be mounted here',
};
const { send, admin, db } = await startTestApp(
  storage === undefined ? {} : { IMAGES_URL: pathToFileURL(storage).href },
);

/** Noise, which no format makes small: some 540 KB as PNG. */
async function upload(width = 450) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width, height: 400, channels: 3, background: 'gray', noise } as const;
  const payload = await sharp({ create }).png().toBuffer();
  return send('POST', '/v1/images', { key: admin, payload, headers: { 'content-type': 'image/png' } });
}

const countRows = async () => {
  const [found] = await db.$client`select count(*)::integer as images from images`;
  return found?.images;
};

const listFiles = async (folder = '') =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test(
  'on a full disk an upload is a 503 that says so and leaves nothing; reads go on, and uploads when there is room',
  options,
  async () => {
    const { body: first } = await upload();
    await send('GET', first.variants[0].url);
    const sent = [];
    do sent.push(await upload());
    while (sent.at(-1)?.status === 201 && sent.length < 10);
    const refused = sent.pop();
    assert.deepEqual(
      [refused?.status, refused?.body.type],
      [503, '/problems/storage-unavailable'],
      refused?.text,
    );
    assert.match(refused?.body.detail, /disk .* is full: nothing was stored/);
    assert.equal(refused?.headers['retry-after'], '5');
    assert.equal(await countRows(), 1 + sent.length);
    const files = await listFiles(storage);
    assert.deepEqual(files.sort(), ['320.webp', ...Array(1 + sent.length).fill('original.png')]);

    for (const path of [
      first.variants[0].url,
      `/v1/images/${first.id}/original.png`,
      '/v1/images',
      '/v1/reviews',
    ])
      assert.equal((await send('GET', path, { key: admin })).status, 200, path);

    const [gone] = sent;
    const removed = await send('DELETE', `/v1/images/${gone?.body.id}`, {
      key: admin,
      headers: { 'if-match': '*' },
    });
    assert.equal(removed.status, 204);
    assert.equal((await upload()).status, 201);
  },
);

test(
  'where the disk of temporary files is full, while it is received and while it is processed, it is a 503, too',
  options,
  async (t) => {
    const { TMPDIR } = process.env;
    t.after(() => {
      process.env.TMPDIR = TMPDIR ?? '/tmp';
    });
    process.env.TMPDIR = temporary;
    await db.$client`update images set sent_at = now() - interval '2 hours'`;
    assert.equal((await send('DELETE', '/v1/images?unused=true', { key: admin })).status, 200);
    const rows = await countRows();
    // A file of 600 KB fits, with room for a part of the cleaned one; then not even that.
    for (const filled of [0, 700]) {
      const filling = join(temporary ?? '', 'filling');
      await writeFile(filling, Buffer.alloc(filled * 1024));
      const refused = await upload(500);
      assert.deepEqual(
        [refused.status, refused.body.type],
        [503, '/problems/storage-unavailable'],
        refused.text,
      );
      assert.match(refused.body.detail, /disk .* is full/);
      await rm(filling);
      assert.deepEqual([await countRows(), await listFiles(temporary)], [rows, []]);
    }
    process.env.TMPDIR = TMPDIR ?? '/tmp';
    const { status, body: image } = await upload(500);
    assert.equal(status, 201);
    // A variant is made of a copy of the picture.
    process.env.TMPDIR = temporary;
    const filling = join(temporary ?? '', 'filling');
    await writeFile(filling, Buffer.alloc(800 * 1024));
    const refused = await send('GET', `/v1/images/${image.id}/640.jpg`, { key: admin });
    assert.deepEqual([refused.status, refused.body?.type], [503, '/problems/storage-unavailable']);
    await rm(filling);
    assert.deepEqual(await listFiles(temporary), []);
    assert.equal((await send('GET', `/v1/images/${image.id}/640.jpg`, { key: admin })).status, 200);
  },
);
