import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { extract, pack } from 'tar-stream';
import { startTestApp } from '../support/app.ts';
import { emptyDatabase } from '../support/empty.ts';
import { postReview } from '../support/things.ts';

const key = 'k'.repeat(32);
const folder = await mkdtemp(join(tmpdir(), 'postil-archived-'));
after(() => rm(folder, { recursive: true, force: true }));
const app = await startTestApp({ ADMIN_KEY: key, IMAGES_URL: pathToFileURL(folder).href });

const read = () => app.send('GET', '/v1/archive.tar', { key });
const readRows = async () => (await app.send('GET', '/v1/archive.ndjson', { key })).text;
const send = (payload: Buffer | string, type = 'application/x-tar') =>
  app.send('POST', '/v1/archive', { key, payload, headers: { 'content-type': type } });

async function empty(): Promise<void> {
  await emptyDatabase(app.db);
  await clearFiles();
}

const listFiles = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

async function clearFiles(): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

interface Member {
  name: string;
  bytes: Buffer;
  type?: 'file' | 'symlink' | 'directory';
}

async function unpack(tar: Buffer): Promise<Member[]> {
  const members: Member[] = [];
  const entries = extract();
  entries.end(tar);
  for await (const entry of entries)
    members.push({ name: entry.header.name, bytes: await buffer(entry as never) });
  return members;
}

function packMembers(members: Member[]): Promise<Buffer> {
  const packed = pack();
  for (const { name, bytes, type = 'file' } of members)
    if (type === 'file') packed.entry({ name }, bytes);
    else packed.entry({ name, type, linkname: '/etc/passwd' });
  packed.finalize();
  return buffer(packed as never);
}

let tar: Buffer = Buffer.alloc(0);
let members: Member[] = [];

test('a tar has the rows and the pictures; read into an empty service it gives the same tar, byte for byte, and the same files', async () => {
  const ids: string[] = [];
  for (const [index, color] of ['#204080', '#804020', '#208040'].entries()) {
    const payload = await sharp({
      create: { width: 700 + index, height: 300, channels: 3, background: color },
    })
      .jpeg()
      .toBuffer();
    const headers = { 'content-type': 'image/jpeg' };
    const { body } = await app.send('POST', '/v1/images', { key, payload, headers });
    ids.push(body.id);
  }
  await postReview(app, { status: 'published', body: `![Figure](image:${ids[0]})`, cover: ids[1] });
  const shown = await app.send('GET', `/v1/images/${ids[0]}/320.webp`);
  assert.equal(shown.status, 200);

  const answer = await read();
  assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'application/x-tar']);
  tar = answer.bytes;
  members = await unpack(tar);
  assert.deepEqual(
    members.map(({ name }) => name),
    ['archive.ndjson', ...ids.map((id) => `images/${id}.jpg`)],
  );
  assert.equal(members[0]?.bytes.toString(), await readRows());
  const files = await listFiles();
  const originals = files.filter((file) => file.includes('original.'));
  assert.equal(originals.length, 3);
  const contents = await Promise.all(originals.map((file) => readFile(file)));

  await empty();
  const imported = await send(tar);
  assert.equal(imported.status, 200, imported.text);
  assert.deepEqual(await listFiles(), originals);
  assert.deepEqual(await Promise.all(originals.map((file) => readFile(file))), contents);
  assert.deepEqual((await read()).bytes, tar);
  const again = await app.send('GET', `/v1/images/${ids[0]}/320.webp`);
  assert.deepEqual([again.status, again.bytes], [200, shown.bytes]);
});

test('a tar that is cut off, has other files than those of its images, or damaged ones, is refused and leaves nothing', async () => {
  await empty();
  const bare = await readRows();
  const [rows = { name: '', bytes: Buffer.alloc(0) }, one = rows, two = rows, three = rows] = members;
  const text = rows.bytes.toString();
  const withRows = (changed: string): Member => ({ name: 'archive.ndjson', bytes: Buffer.from(changed) });
  const isDamaged = Buffer.from(one.bytes);
  isDamaged[isDamaged.length - 20] = ~(isDamaged.at(-20) ?? 0) & 255;
  const foreign = { name: 'images/../../evil.sh', bytes: Buffer.from('x') };
  const cases: [string, Member[], RegExp][] = [
    ['a file is missing', [rows, one, two], /cut off: images\/[\w-]+\.jpg is missing/],
    ['none is there', [rows], /is missing/],
    ['another order', [rows, two, one, three], /where "images/],
    ['a foreign name', [rows, one, foreign, two, three], /"images\/\.\.\/\.\.\/evil\.sh" where/],
    ['one more', [rows, one, two, three, foreign], /where nothing belongs/],
    ['one twice', [rows, one, one, two, three], /where "images/],
    ['a link', [rows, { ...one, bytes: Buffer.alloc(0), type: 'symlink' }, two, three], /where "images/],
    ['a folder', [{ name: 'images/', bytes: Buffer.alloc(0), type: 'directory' }, ...members], /no archive/],
    ['no rows', [one, two, three], /no archive/],
    [
      'too long',
      [rows, { ...one, bytes: Buffer.concat([one.bytes, Buffer.alloc(1)]) }, two, three],
      /by its row/,
    ],
    ['too large', [rows, { ...one, bytes: Buffer.alloc(3_000_000) }, two, three], /has 3000000 bytes/],
    ['damaged', [rows, { ...one, bytes: isDamaged }, two, three], /damaged: it has not the SHA-256/],
    ['cut rows', [withRows(text.slice(0, -20)), one, two, three], /cut off/],
    [
      'a wrong id',
      [withRows(text.replace(/"images":\{"id":"[^"]*/, '"images":{"id":"../../x')), one, two, three],
      /damaged/,
    ],
    [
      'a wrong type',
      [withRows(text.replace('"media_type":"image/jpeg"', '"media_type":"text/html"')), one, two, three],
      /damaged/,
    ],
    [
      'a broken row',
      [withRows(text.replace('"width":700', '"width":"wide"')), one, two, three],
      /cannot be stored/,
    ],
  ];
  for (const [what, wrong, detail] of cases) {
    const answer = await send(await packMembers(wrong));
    assert.ok(answer.status === 422 || answer.status === 400, `${what}: ${answer.status} ${answer.text}`);
    assert.match(answer.body.detail, detail, what);
    assert.equal(await readRows(), bare, what);
    assert.deepEqual(await listFiles(), [], what);
  }
  for (const length of [
    100,
    511,
    512,
    5000,
    tar.length / 2,
    tar.length - 2048,
    tar.length - 1024,
    tar.length - 1,
  ]) {
    const answer = await send(tar.subarray(0, length));
    assert.ok(answer.status === 422 || answer.status === 400, `${length}: ${answer.status} ${answer.text}`);
    assert.equal(await readRows(), bare, `${length}`);
    assert.deepEqual(await listFiles(), [], `${length}`);
  }
});

test('rows without files are taken only where the storage has the files already', async () => {
  await empty();
  const rows = members[0]?.bytes.toString() ?? '';
  const refused = await send(rows, 'application/x-ndjson');
  assert.equal(refused.status, 422, refused.text);
  assert.match(refused.body.detail, /images without their files/);
  assert.equal((await send(tar)).status, 200);
  const files = await listFiles();
  await emptyDatabase(app.db);
  assert.equal((await send(rows, 'application/x-ndjson')).status, 200);
  assert.deepEqual(await listFiles(), files);
  assert.deepEqual((await read()).bytes, tar);
});

test('an export whose files are not in the storage breaks off, and never looks whole', async () => {
  const [file = ''] = await listFiles();
  await rm(file);
  await assert.rejects(
    app.app.inject({ url: '/v1/archive.tar', headers: { authorization: `Bearer ${key}` } }),
  );
});
