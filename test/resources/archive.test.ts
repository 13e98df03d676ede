import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Scope, scopes } from '../../src/db/schema/tables.ts';
import { startTestApp } from '../support/app.ts';
import { emptyDatabase } from '../support/empty.ts';
import { sabotage } from '../support/failing.ts';
import { postReview, postThing } from '../support/things.ts';

const key = 'k'.repeat(32);
const app = await startTestApp({ ADMIN_KEY: key });
const ndjson = { 'content-type': 'application/x-ndjson' };

const read = () => app.send('GET', '/v1/archive.ndjson', { key });
const send = (payload: string, asker = key) =>
  app.send('POST', '/v1/archive', { key: asker, payload, headers: ndjson });

const paths = [
  ...['/v1/reviews?limit=100&include=body', '/v1/reviews?q=pending', '/v1/papers', '/v1/tags'],
  ...['/v1/categories', '/v1/changes', '/v1/export.ndjson', '/v1/keys', '/v1/audit'],
  ...['/v1/reviews/old-slug', '/v1/reviews/new-slug', '/v1/reviews/new-slug/draft'],
  ...['/v1/reviews/new-slug/revisions', '/v1/suggest?q=pap'],
];

async function readAnswers(): Promise<string[]> {
  const answers: string[] = [];
  for (const path of paths) {
    const { status, headers, text } = await app.send('GET', path, { key });
    answers.push(`${path} ${status} ${headers.etag} ${headers.location} ${text}`);
  }
  return answers;
}

let archive = '';

test('an archive that is read and written through the API gives the same answers and the same archive, byte for byte', async () => {
  const category = await postThing(app, 'categories', { name: 'Alpha' });
  const review = { slug: 'old-slug', status: 'published', category: category.id, tags: ['하나', 'Two'] };
  await postReview(app, { ...review, body: 'pending\r\n\u2028\\ "é" \u{1F600}\n' });
  const edit = (path: string, body: object) =>
    app.send('PATCH', path, { key, body, headers: { 'if-match': '*' } });
  await edit('/v1/reviews/old-slug', { slug: 'new-slug' });
  await edit('/v1/reviews/new-slug/draft', { title: 'Pending' });
  await postReview(app);

  const written = await read();
  assert.equal(written.status, 200);
  assert.equal(written.headers['cache-control'], 'private, no-store');
  archive = written.text;
  const answers = await readAnswers();
  const shown = (await app.send('GET', '/v1/reviews')).text;
  await emptyDatabase(app.db);
  const nothing = await app.send('GET', '/v1/papers');
  const imported = await send(archive);
  assert.equal(imported.status, 200, imported.text);
  assert.deepEqual(imported.body, { rows: archive.split('\n').length - 3 });
  assert.equal((await read()).text, archive);
  assert.deepEqual(await readAnswers(), answers);
  // Without a key too, whose answers are remembered.
  assert.notEqual((await app.send('GET', '/v1/papers')).text, nothing.text);
  assert.equal((await app.send('GET', '/v1/reviews')).text, shown);
});

test('a database that holds anything is a 409 and stays as it is', async () => {
  const answer = await send(archive);
  assert.equal(answer.status, 409, answer.text);
  assert.match(answer.body.detail, /^The database is not empty/);
  assert.equal((await read()).text, archive);
});

test('an archive needs the scopes of what it tells, and every scope to be taken', async () => {
  const needed: Scope[] = ['drafts:read', 'history:read', 'audit:read', 'keys:manage'];
  const reader = await app.makeKey(needed);
  assert.equal((await app.send('GET', '/v1/archive.ndjson', { key: reader.key })).status, 200);
  for (const missing of needed) {
    const other = await app.makeKey(scopes.filter((scope) => scope !== missing));
    const answer = await app.send('GET', '/v1/archive.ndjson', { key: other.key });
    assert.equal(answer.status, 403);
    assert.ok(answer.body.detail.includes(missing));
  }
  for (const missing of scopes) {
    const other = await app.makeKey(scopes.filter((scope) => scope !== missing));
    assert.equal((await send(archive, other.key)).status, 403, missing);
  }
});

test('an archive that is cut off, damaged or none is refused without a word of the database, and leaves nothing', async () => {
  await emptyDatabase(app.db);
  const bare = (await read()).text;
  const lines = archive.slice(0, -1).split('\n');
  const of = (list: string[]) => `${list.join('\n')}\n`;
  const at = lines.findIndex((line) => line.startsWith('{"review_tags"'));
  const orphan = lines[at]?.replace(/"tag_id":"[^"]*"/, '"tag_id":"018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10"');
  const cases: [payload: string, status: number, detail: RegExp][] = [
    [archive.slice(0, -5), 400, /cut off/],
    [of(lines.slice(0, -1)), 422, /cut off after line/],
    [of(lines.toSpliced(-3, 1)), 422, /is damaged/],
    [of(lines.with(at, orphan ?? '')), 422, /^Lines \d+ to \d+ .* cannot be stored: they break a rule/],
    ...['null', '5', '[]', '{"papers":null}', '{"papers":5}', '{"papers":{}}', '{"end":null}', '{'].map(
      (line): [string, number, RegExp] => [of(lines.toSpliced(1, 0, line)), 422, /^Line 2 .* is damaged/],
    ),
    ['null\n', 422, /damaged/],
    ['{"postil":null}\n', 422, /no archive/],
    ['', 422, /cut off after line 0/],
  ];
  for (const [payload, status, detail] of cases) {
    const answer = await send(payload);
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.body.detail, detail);
    assert.doesNotMatch(answer.text, /constraint|violates|syntax/);
    assert.equal((await read()).text, bare, payload.slice(0, 100));
  }
  const bytes = Buffer.concat([Buffer.from(archive.slice(0, 50)), Buffer.from([0xff, 0x0a])]);
  const answer = await app.send('POST', '/v1/archive', { key, payload: bytes, headers: ndjson });
  assert.equal(answer.status, 400, answer.text);
  assert.equal((await app.send('POST', '/v1/archive', { key, body: {} })).status, 415);
  assert.equal((await read()).text, bare);
});

test('whichever statement of an import fails, it leaves nothing and passes later', async () => {
  const bare = (await read()).text;
  const saboteur = sabotage(app.db);
  let failures = 0;
  for (let n = 1; ; n += 1) {
    saboteur.plant(n, 'error');
    const answer = await send(archive);
    if (!saboteur.lift()) {
      assert.equal(answer.status, 200, answer.text);
      break;
    }
    failures += 1;
    assert.equal(answer.status, 500, `statement ${n}: ${answer.text}`);
    assert.equal((await read()).text, bare, `statement ${n} left something behind`);
  }
  assert.ok(failures > 10, `${failures} failures`);
  assert.equal((await read()).text, archive);
  await emptyDatabase(app.db);
});

test('an upload that breaks off leaves nothing, and holds no connection', async () => {
  const bare = (await read()).text;
  await app.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.app.server.address() as AddressInfo;
  const headers = { ...ndjson, authorization: `Bearer ${key}` };
  for (let round = 0; round < app.config.POOL_SIZE + 1; round += 1) {
    const sending = request({ port, method: 'POST', path: '/v1/archive', headers });
    sending.on('error', () => undefined);
    sending.write(archive.slice(0, archive.length / 2));
    await sleep(50);
    sending.destroy();
  }
  assert.equal((await read()).text, bare);
  assert.equal((await send(archive)).status, 200);
});
