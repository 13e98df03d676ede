import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { makeSecret } from '../../../src/access/secret.ts';
import { uuidv7 } from '../../../src/db/schema/columns.ts';
import { startTestApp } from '../../support/app.ts';
import { serverUrl } from '../../support/database.ts';
import { newReview, postReview } from '../../support/things.ts';

// So long that those who come first are let in on a busy machine, too.
const longest = 400;
const app = await startTestApp({ POOL_SIZE: 1, OVERLOAD_WAIT_MS: longest });
await postReview(app, { status: 'published', slug: 'kept', tags: ['a', 'b'] });

/** Holds the only connection, with others behind it that wait too long already. */
async function overload() {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding: Promise<void> = Promise.resolve();
  await new Promise<void>((hasIt, failed) => {
    holding = app.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      hasIt();
      await held;
    });
    holding.catch(failed);
  });
  const first = app.send('GET', '/v1/categories');
  const writing = app.send('POST', '/v1/reviews', { key: app.admin, body: newReview() });
  while (app.db.$client.expectWait('statement') <= longest) await sleep(5);
  return {
    async end() {
      letGo();
      await holding;
      return [(await first).status, (await writing).status];
    },
  };
}

test('what would wait too long is refused at once, before anything is done for it; what was let in is not', async () => {
  const busy = await overload();
  const statements = await app.countStatements(async () => {
    const key = makeSecret(uuidv7());
    const refused = [
      await app.send('GET', '/v1/tags'),
      await app.send('GET', '/v1/reviews/kept', { headers: { 'if-none-match': '"x"' } }),
      await app.send('GET', '/v1/reviews', { key: app.admin }),
      await app.send('GET', '/v1/reviews', { key }),
      await app.send('GET', '/feeds/atom.xml'),
      await app.send('POST', '/v1/reviews', {
        key,
        payload: '{',
        headers: { 'content-type': 'application/json' },
      }),
    ];
    for (const { status, headers, body } of refused) {
      assert.deepEqual([status, headers['retry-after']], [503, '1']);
      assert.equal(body.type, '/problems/unavailable');
      assert.equal(headers['cache-control'], 'private, no-store');
    }
  });
  assert.deepEqual(statements, []);
  assert.deepEqual(await busy.end(), [200, 201]);
  assert.equal((await app.send('GET', '/v1/tags')).status, 200);
  assert.equal((await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview() })).status, 201);
});

test('a refusal says what was asked, by its id, to pages of other origins too, and has no body for HEAD', async () => {
  const busy = await overload();
  const headers = { origin: 'https://reader.example' };
  const refused = await app.send('GET', '/v1/tags?limit=3', { headers });
  const head = await app.app.inject({ method: 'HEAD', url: '/v1/tags?limit=3' });
  await busy.end();
  assert.deepEqual(
    [refused.body.status, refused.body.instance, refused.headers['access-control-allow-origin']],
    [503, '/v1/tags', '*'],
  );
  assert.match(`${refused.headers['content-type']}`, /^application\/problem\+json/);
  assert.match(`${refused.headers['x-request-id']}`, /^[\da-f-]{36}$/);
  assert.equal(refused.headers['x-content-type-options'], 'nosniff');
  assert.deepEqual([head.statusCode, head.payload], [503, '']);
  assert.ok(Number(head.headers['content-length']) > 0);
});

test('health, 304s, what memory has in any spelling and what needs no database are answered meanwhile', async () => {
  const [page, conditional] = ['/v1/reviews?tag=a&tag=b', '/v1/reviews?limit=3'];
  const { headers } = await app.send('GET', page);
  const { headers: compressed } = await app.send('GET', page, { headers: { 'accept-encoding': 'gzip' } });
  await app.send('GET', conditional);
  const busy = await overload();
  const asked: [string, Record<string, string>, number][] = [
    ['/health/live', {}, 200],
    ['/', {}, 200],
    ['/openapi.json', {}, 200],
    ['/problems/unavailable', {}, 200],
    ['/nowhere', {}, 404],
    [page, {}, 200],
    ['/v1/reviews?limit=20&tag=a&tag=b', {}, 200],
    ['/v1/reviews?tag=a&tag=b&limit=20', { 'accept-encoding': 'br' }, 200],
    [page, { 'if-none-match': `${headers.etag}` }, 304],
    [page, { 'if-none-match': `${compressed.etag}`, 'accept-encoding': 'gzip' }, 304],
    ['/v1/reviews?limit=0', {}, 400],
  ];
  // The embedded engine has one session, which is held.
  if (serverUrl !== undefined) asked.push(['/health/ready', {}, 200]);
  for (const [path, sent, expected] of asked) {
    const { status } = await app.send('GET', path, { headers: sent });
    assert.equal(status, expected, `${path} ${JSON.stringify(sent)}`);
  }
  assert.equal((await app.send('OPTIONS', '/v1/tags')).status, 204);
  assert.deepEqual(await busy.end(), [200, 201]);
});

test('over HTTP what surely needs the database is refused before it is looked at, and nothing else is', async () => {
  const address = await app.app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const body = method === 'POST' ? '{' : undefined;
    const answer = await fetch(address + path, { method, headers, body });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const authorization = `Bearer ${app.admin}`;
  await ask('GET', '/v1/reviews?limit=7');
  const busy = await overload();
  const refused = [
    await ask('GET', '/v1/nowhere', { authorization }),
    await ask('POST', '/v1/reviews', { authorization, 'content-type': 'text/plain' }),
    await ask('GET', '/v1/tags?limit=7', { origin: 'https://reader.example' }),
  ];
  for (const { status, headers, text } of refused) {
    assert.deepEqual([status, headers.get('retry-after'), headers.get('vary')], [503, '1', 'Origin']);
    assert.match(`${headers.get('x-request-id')}`, /^[\da-f-]{36}$/);
    assert.equal(JSON.parse(text).type, '/problems/unavailable');
  }
  assert.deepEqual(
    refused.map(({ headers }) => headers.get('access-control-allow-origin')),
    [null, null, '*'],
  );
  const head = await ask('HEAD', '/v1/tags', { authorization });
  assert.deepEqual([head.status, head.text], [503, '']);
  const others: [string, string, number][] = [
    ['GET', '/', 200],
    ['GET', '/health/live', 200],
    ['GET', '/problems/unavailable', 200],
    ['POST', '/nowhere', 404],
    ['OPTIONS', '/v1/reviews', 204],
    ['GET', '/v1/reviews?limit=7', 200],
    ['GET', '/v1/reviews?limit=0', 400],
  ];
  for (const [method, path, status] of others) assert.equal((await ask(method, path)).status, status, path);
  assert.deepEqual(await busy.end(), [200, 201]);
  assert.equal((await ask('GET', '/v1/nowhere', { authorization })).status, 404);
});

test('of many more than can be served each is answered or refused, and all are served after them', async () => {
  const statuses = new Set<number>();
  const ask = async (number: number) => {
    const { status, headers } = await app.send('GET', `/v1/papers?limit=${(number % 100) + 1}`, {
      headers: { accept: `application/json;q=0.${(number % 9) + 1}` },
    });
    statuses.add(status);
    assert.equal(headers['retry-after'], status === 503 ? '1' : undefined);
  };
  const all: Promise<void>[] = [];
  for (let number = 0; number < 300; number += 1) {
    all.push(ask(number));
    if (number % 10 === 0) await sleep(1);
  }
  await Promise.all(all);
  assert.ok(statuses.has(200));
  for (const status of statuses) assert.ok(status === 200 || status === 503, `${status}`);
  for (let number = 1; number <= 20; number += 1)
    assert.equal((await app.send('GET', `/v1/tags?limit=${number}`)).status, 200);
});
