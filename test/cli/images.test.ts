import assert from 'node:assert/strict';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { drawPicture } from '../support/operations.ts';
import { ask, cleanUp, finishPostil, makeFolder, makePlace, startServer } from '../support/process.ts';

const key = 'k'.repeat(32);
after(cleanUp);

const folder = await makeFolder();
const images = join(folder, 'images');
const temporary = await makeFolder();
const place = {
  ...(await makePlace()),
  IMAGES_URL: pathToFileURL(images).href,
  ADMIN_KEY: key,
  SAMPLE_CONTENT: 'false',
  TMPDIR: temporary,
};

const authorization = `Bearer ${key}`;
const upload = (url: string) => {
  const { payload, headers } = drawPicture();
  return fetch(`${url}/v1/images`, {
    method: 'POST',
    body: `${payload}`,
    headers: { ...headers, authorization },
  });
};

/** The ids of the images whose files are there. */
async function listStored(): Promise<string[]> {
  const entries = await readdir(images, { recursive: true });
  return entries.flatMap((path) => /([\da-f-]{36})\/original\.png$/.exec(path)?.[1] ?? []).sort();
}

async function listRows(url: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await ask(`${url}/v1/images?limit=100&fields=id${after}`, { key });
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    if (body.page.next === null) return ids.sort();
    after = `&after=${body.page.next}`;
  }
}

async function makeOld(): Promise<void> {
  const old = new Date(Date.now() - 7_200_000);
  for (const entry of await readdir(images, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), old, old);
}

test('a server that is killed during uploads leaves no row without its file, and prune finds the files without a row', async () => {
  for (const wait of [300, 700, 1500]) {
    const server = await startServer(place);
    const sending = Array.from({ length: 12 }, () => upload(server.url).catch(() => undefined));
    await sleep(wait);
    server.kill('SIGKILL');
    await server.ended;
    await Promise.all(sending);
  }
  // Files whose rows were never written, as by a kill between both.
  const orphan = '0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90';
  const server = await startServer(place);
  assert.equal((await upload(server.url)).status, 201);
  const rows = await listRows(server.url);
  const stored = await listStored();
  assert.deepEqual(
    rows.filter((id) => !stored.includes(id)),
    [],
  );
  const { body: first } = await ask(`${server.url}/v1/images/${rows[0]}`, { key });
  const target = join(images, orphan.slice(-2), orphan.slice(-4, -2), orphan);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'original.png'), 'x');
  const prune = async (...options: string[]) => {
    const pruned = await finishPostil(
      ['images', 'prune', ...options, '--url', server.url, '--key', key],
      place,
    );
    assert.deepEqual([pruned.code, pruned.stderr], [0, '']);
    return pruned.stdout;
  };
  assert.equal(await prune(), 'images: 0 that nothing shows deleted, 0 files without an image removed\n');
  await makeOld();
  const lost = (await listStored()).length - rows.length;
  assert.ok(lost >= 1);
  const said = /^images \(nothing was done\): 0 that nothing shows deleted, (\d+) files/;
  assert.ok(Number(said.exec(await prune('--dry-run'))?.[1]) >= lost);
  assert.match(
    await prune(),
    /^images: 0 that nothing shows deleted, [1-9]\d* files without an image removed\n$/,
  );
  assert.deepEqual(await listStored(), rows);
  assert.equal((await fetch(new URL(first.url, server.url))).status, 200);
  const soon = new Date(Date.now() + 60_000).toISOString();
  assert.deepEqual(JSON.parse(await prune('--before', soon, '--json')), {
    dryRun: false,
    images: rows.length,
    files: 0,
  });
  assert.deepEqual([await listStored(), await listRows(server.url)], [[], []]);
  await server.stop();
});

test('uploads whose connection is cut leave no row, no file and no temporary file', async () => {
  for (const name of await readdir(temporary))
    await rm(join(temporary, name), { recursive: true, force: true });
  const server = await startServer(place);
  const { hostname, port } = new URL(server.url);
  const cut = (headers: Record<string, string>, start: string) =>
    new Promise<void>((resolve) => {
      const sending = request({
        hostname,
        port,
        method: 'POST',
        path: '/v1/images',
        headers: { ...headers, authorization },
      });
      sending.on('error', () => resolve());
      sending.write(start);
      setTimeout(() => sending.destroy(new Error('cut')), 200);
    });
  const { payload } = drawPicture();
  const half = `${payload}`.slice(0, 60);
  const form = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.svg"\r\n\r\n${half}`;
  await Promise.all([
    ...Array.from({ length: 4 }, () =>
      cut({ 'content-type': 'image/svg+xml', 'content-length': '5000' }, half),
    ),
    ...Array.from({ length: 4 }, () => cut({ 'content-type': 'image/svg+xml' }, half)),
    ...Array.from({ length: 4 }, () => cut({ 'content-type': 'multipart/form-data; boundary=b' }, form)),
  ]);
  const listLeft = async () => (await readdir(temporary)).filter((name) => name.startsWith('postil-upload'));
  for (let tries = 0; tries < 50 && (await listLeft()).length > 0; tries += 1) await sleep(100);
  assert.deepEqual([await listLeft(), await listStored(), await listRows(server.url)], [[], [], []]);
  await server.stop();
});

test('a storage that takes no file is a 503 of images, and nothing else fails', async () => {
  const server = await startServer(place);
  const kept = (await (await upload(server.url)).json()) as { id: string; url: string };
  assert.equal((await stat(images)).isDirectory(), true);
  await rename(images, `${images}-away`);
  await writeFile(images, 'A file lies in its place.');
  const refused = await upload(server.url);
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5']);
  assert.equal(((await refused.json()) as { type: string }).type.endsWith('storage-unavailable'), true);
  assert.equal((await fetch(new URL(kept.url, server.url))).status, 503);
  for (const path of ['/v1/reviews', '/v1/images', `/v1/images/${kept.id}`, '/health/ready'])
    assert.notEqual((await ask(server.url + path, { key })).status, 503, path);
  await rm(images);
  await rename(`${images}-away`, images);
  assert.equal((await fetch(new URL(kept.url, server.url))).status, 200);
  assert.equal((await upload(server.url)).status, 201);
  await server.stop();
});
