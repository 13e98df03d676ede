import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { createClient, PostilError, type Send } from '../../packages/client/src/index.ts';
import { writeClientTypes } from '../../scripts/client-types.ts';
import { startTestApp } from '../support/app.ts';
import { loadSample } from '../support/sample.ts';
import { newReview } from '../support/things.ts';

const api = await startTestApp();
await loadSample(api);
await api.app.listen({ port: 0 });
const url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
const { admin: key } = api;
const manifest = JSON.parse(readFileSync('packages/client/package.json', 'utf8'));
// Below the packages that are installed here: the client finds what it needs as an installed one does.
const folder = await mkdtemp(resolve('node_modules', '.client-'));
after(() => rm(folder, { recursive: true }));

/** A way to send that answers first in place of the server, and keeps the keys that were sent. */
function failFirst(answer: () => Response): { send: Send; keys: (string | null)[] } {
  const keys: (string | null)[] = [];
  const send: Send = async (request) => {
    keys.push(request.headers.get('idempotency-key'));
    return keys.length === 1 ? answer() : fetch(request);
  };
  return { send, keys };
}

test('the types of the client are current', async () => {
  assert.ok(
    readFileSync('packages/client/src/api.ts', 'utf8') === (await writeClientTypes()),
    'run npm run openapi',
  );
});

test('all goes through every page, and an item has what was asked for', async () => {
  const postil = createClient(url);
  const slugs: string[] = [];
  for await (const review of postil.reviews.all({ limit: 3, fields: ['slug'] })) {
    assert.deepEqual(Object.keys(review), ['slug']);
    slugs.push(review.slug);
    // @ts-expect-error: it is not among the fields
    assert.equal(review.title, undefined);
  }
  assert.equal(new Set(slugs).size, 14);
  const { html } = await postil.reviews.get('simpo-en', { include: ['html'] });
  assert.match(html, /<h2/);
  const { data } = await postil.reviews.list({ tag: ['llm'], include: ['text'] });
  assert.ok(data.length > 0 && data.every(({ text, title }) => text.length > 0 && title.length > 0));
});

test('a POST that is refused for now, or whose answer is lost, is sent again with one Idempotency-Key, and made once', async () => {
  const busy = failFirst(() => new Response(null, { status: 503, headers: { 'retry-after': '0' } }));
  const lost = failFirst(() => {
    throw new TypeError('fetch failed');
  });
  for (const { send, keys } of [busy, lost]) {
    const made = await createClient(url, { key, fetch: send }).reviews.create(newReview() as never);
    assert.equal((await createClient(url, { key }).reviews.get(made.id)).id, made.id);
    assert.equal(keys.length, 2);
    assert.match(keys[0] ?? '', /^[\da-f]{32}$/);
    assert.equal(keys[1], keys[0]);
  }
});

test('what could be carried out twice is not sent again when its answer is lost, and nothing more often than told', async () => {
  const lost = failFirst(() => {
    throw new TypeError('fetch failed');
  });
  const body = { markdown: 'text' } as never;
  await assert.rejects(
    createClient(url, { key, fetch: lost.send }).api.POST('/v1/render', { body }),
    /fetch failed/,
  );
  assert.equal(lost.keys.length, 1);
  const busy = failFirst(() => new Response(null, { status: 503, headers: { 'retry-after': '0' } }));
  await assert.rejects(createClient(url, { fetch: busy.send, tries: 1 }).tags.list(), {
    status: 503,
    code: undefined,
  });
  assert.equal(busy.keys.length, 1);
});

test('a problem is an error with its code', async () => {
  const missing = createClient(url).reviews.get('no-such-review');
  await assert.rejects(missing, (error) => error instanceof PostilError && error.code === 'not-found');
  const refused = createClient(url).reviews.create(newReview() as never);
  await assert.rejects(refused, { status: 401, code: 'unauthorized' });
});

test('changes are given once, from where the last sync ended', async () => {
  const postil = createClient(url, { key });
  const sync = { since: 0 };
  const first: string[] = [];
  for await (const change of postil.changes(sync)) first.push(change.id);
  assert.ok(first.length > 14);
  const made = await postil.reviews.create({ ...newReview(), status: 'published' } as never);
  const next: string[] = [];
  for await (const change of postil.changes(sync)) next.push(change.id);
  assert.ok(next.includes(made.id) && next.length < first.length);
});

test('the packed client has below 10 KB of code and 120 KB of types, and needs openapi-fetch alone', () => {
  const source = join(folder, 'source');
  cpSync('packages/client', source, { recursive: true, filter: (path) => !path.includes('dist') });
  cpSync('tsconfig.json', join(folder, 'tsconfig.json'));
  const settings = JSON.parse(readFileSync(join(source, 'tsconfig.json'), 'utf8'));
  writeFileSync(join(source, 'tsconfig.json'), JSON.stringify({ ...settings, extends: '../tsconfig.json' }));
  execFileSync(process.execPath, [
    resolve('node_modules/typescript/bin/tsc'),
    '-p',
    join(source, 'tsconfig.json'),
  ]);
  execFileSync(process.execPath, [join(source, 'indent.mjs')]);
  const told = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: source, encoding: 'utf8' });
  const [packed] = JSON.parse(told);
  const sizes = (ending: RegExp) =>
    (packed.files as { path: string; size: number }[])
      .filter(({ path }) => ending.test(path))
      .reduce((sum, { size }) => sum + size, 0);
  assert.ok(sizes(/\.js$/) > 0 && sizes(/\.js$/) < 10_000, `${sizes(/\.js$/)} bytes of code`);
  assert.ok(sizes(/\.d\.ts$/) > 0 && sizes(/\.d\.ts$/) < 120_000, `${sizes(/\.d\.ts$/)} bytes of types`);
  assert.deepEqual(Object.keys(manifest.dependencies), ['openapi-fetch']);
});

test('the version of the client is that of Postil', () => {
  assert.equal(manifest.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
});
