import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { closeDatabase, openDatabase } from '../../src/db/driver/client.ts';
import { unlimited } from '../../src/limits/limits.ts';
import { startTestApp } from '../support/app.ts';
import { createTestDatabase, serverUrl } from '../support/database.ts';
import { newArxivId, newReview } from '../support/things.ts';

const key = 'k'.repeat(32);
const config = {
  ...readConfig({ LOG_LEVEL: 'silent', ADMIN_KEY: key }),
  ...{ ...unlimited, OVERLOAD_WAIT_MS: 0 },
  ...{ POOL_SIZE: 1, POOL_TIMEOUT_MS: 1000, RESPONSE_CACHE_MB: 0 },
};
const database = await createTestDatabase();
const statements = new EventEmitter();
const db = openDatabase(database.connection, config, (statement) => statements.emit(statement.trim()));
const outside = openDatabase(database.connection, config);
const app = await buildApp({ config, db });
const address = await app.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await closeDatabase(db);
  await closeDatabase(outside);
  await database.drop();
});

const authorization = { authorization: `Bearer ${key}` };
/** Posts a review; unlike an `inject` that nobody waits for yet, it is under way at once. */
const post = async (
  payload: object | string = newReview(),
  headers: Record<string, string> = authorization,
) =>
  await app.inject({
    method: 'POST',
    url: '/v1/reviews',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

test('while a write holds the only connection, others get 503 with Retry-After in time, as it does when its lock does not come', async () => {
  const lock = await lockReviews();
  const writing = post();
  await once(statements, 'begin');
  const begun = Date.now();
  const refused = await Promise.all([app.inject('/v1/reviews'), app.inject('/v1/tags'), post()]);
  assert.ok(Date.now() - begun < 10_000);
  for (const answer of refused) {
    assert.equal(answer.statusCode, 503);
    assert.equal(answer.headers['retry-after'], '1');
    assert.equal(answer.json().type, '/problems/unavailable');
  }
  // A server has a lock_timeout; on the embedded engine, whose settings are everybody's, it goes on.
  await sleep(500);
  await lock.release();
  assert.equal((await writing).statusCode, serverUrl === undefined ? 201 : 503);
  assert.equal((await app.inject('/v1/reviews')).statusCode, 200);
});

test('what needs no connection is answered while none is free', async () => {
  const lock = await lockReviews();
  const writing = post();
  await once(statements, 'begin');
  const mistyped = { authorization: 'Bearer pst_mistyped' };
  const answers = await Promise.all([
    app.inject('/'),
    app.inject('/health/live'),
    app.inject('/openapi.json'),
    app.inject('/problems/unavailable'),
    app.inject('/nowhere'),
    app.inject('/v1/reviews?limit=0'),
    app.inject('/v1/reviews?tag=%ff'),
    app.inject({ url: '/v1/reviews', headers: mistyped }),
    app.inject({ method: 'PUT', url: '/v1/reviews' }),
    post(newReview(), {}),
    post('{"title": '),
    post({ title: 5 }),
    app.inject({ method: 'DELETE', url: '/v1/tags/some', headers: authorization }),
  ]);
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200, 404, 400, 400, 401, 405, 401, 400, 422, 428],
  );
  await lock.release();
  assert.equal((await writing).statusCode, 201);
});

test('those who wait get their turn', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => app.inject('/v1/reviews')));
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([200]));
});

test('clients that go away, waiting or being served, take no place with them', async () => {
  const lock = await lockReviews();
  const gone = [1, 2, 3].map(() => {
    const asked = request(`${address}/v1/reviews`, { method: 'POST', agent: false, headers: authorization });
    asked.setHeader('content-type', 'application/json');
    asked.on('error', () => undefined);
    asked.end(JSON.stringify(newReview()));
    return asked;
  });
  await once(statements, 'begin');
  assert.equal((await app.inject('/v1/tags')).statusCode, 503);
  for (const asked of gone) asked.destroy();
  await lock.release();
  for (let tries = 0; (await app.inject('/v1/reviews')).statusCode !== 200; tries += 1) assert.ok(tries < 20);
});

test('a text that is rendered holds no connection: readers are answered before it is', async () => {
  const order: string[] = [];
  const posting = post({ ...newReview(), body: '*a '.repeat(300_000) }).then(({ statusCode }) => {
    order.push('post');
    return statusCode;
  });
  for (const path of ['/v1/reviews', '/v1/tags', '/v1/papers']) {
    assert.equal((await app.inject(path)).statusCode, 200);
    order.push(path);
  }
  assert.equal(await posting, 201);
  assert.deepEqual(order, ['/v1/reviews', '/v1/tags', '/v1/papers', 'post']);
});

test('writes that wait for each other leave connections to readers', {
  skip: serverUrl === undefined && 'the embedded engine has one session, which a write holds',
}, async () => {
  const more = openDatabase(database.connection, { ...config, POOL_SIZE: 4, POOL_TIMEOUT_MS: 60_000 });
  const larger = await buildApp({ config, db: more });
  const lock = await lockReviews();
  const writing = Array.from({ length: 8 }, () =>
    larger
      .inject({ method: 'POST', url: '/v1/reviews', headers: authorization, payload: newReview() })
      .then(),
  );
  await waitFor(
    more,
    sql`select count(*) = 3 as done from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`,
  );
  const paths = ['/v1/reviews', '/v1/tags', '/v1/papers', '/v1/categories'];
  const read = await Promise.all(paths.map((path) => larger.inject(path)));
  assert.deepEqual(new Set(read.map(({ statusCode }) => statusCode)), new Set([200]));
  await lock.release();
  const written = await Promise.all(writing);
  assert.deepEqual(new Set(written.map((answer) => answer?.statusCode)), new Set([201]));
  await larger.close();
  await closeDatabase(more);
});

test('reads of one thing share a connection, and nobody has it together with what counts or may sort', {
  skip: serverUrl === undefined && 'the embedded engine has one session, which the lock holds',
}, async () => {
  const sent: string[] = [];
  const note = (statement: string) => sent.push(statement);
  const read = async (url: string, headers = {}) => (await shared.inject({ url, headers })).statusCode;
  const watched = openDatabase(database.connection, config, note);
  const shared = await buildApp({ config, db: watched });
  await read('/v1/reviews/none');
  await read('/v1/tags/none');
  sent.length = 0;
  const lock = await lockReviews('access exclusive');
  const both = [read('/v1/reviews/first'), read('/v1/reviews/second')];
  await sleep(200);
  const together = sent.length;
  await lock.release();
  assert.deepEqual(await Promise.all(both), [404, 404]);
  const behind: number[] = [];
  for (const [path, headers] of [['/v1/tags/none'], ['/v1/reviews', authorization]] as const) {
    const again = await lockReviews('access exclusive');
    const long = read(path, headers);
    await sleep(200);
    behind.push(await read('/v1/reviews/first'));
    await again.release();
    await long;
  }
  await shared.close();
  await closeDatabase(watched);
  assert.deepEqual([together, ...behind], [2, 503, 503]);
});

test('every write operation does with one connection, and each kind of refusal gives it back', {
  timeout: 60_000,
}, async () => {
  const one = await startTestApp({ POOL_SIZE: 1, POOL_TIMEOUT_MS: 2000 });
  const [arxiv, other] = [newArxivId(), newArxivId()];
  const paper = {
    title: 'One connection',
    identifiers: { arxiv },
    authors: [{ name: 'A. Author' }],
    versions: [{ number: 1, releasedOn: '2024-01-01' }],
    links: [{ kind: 'code', label: 'Github' }],
  };
  const review = newReview({
    ...{ paper, slug: 'one', title: 'One', tags: ['a', 'b'], category: 'parent', reviewedVersion: 1 },
    ...{ status: 'published', source: 'one' },
  });
  const steps: [string, string, Record<string, unknown> | undefined, number][] = [
    ['POST', '/v1/categories', { name: 'Parent', slug: 'parent' }, 201],
    ['POST', '/v1/categories', { name: 'Child', slug: 'child', parent: 'parent' }, 201],
    ['POST', '/v1/reviews', review, 201],
    ['POST', '/v1/reviews', { ...review, slug: 'two' }, 409],
    ['POST', '/v1/reviews', { ...review, slug: 'three', source: null, category: 'nowhere' }, 422],
    ['PUT', '/v1/reviews/one', { ...review, title: 'Another', tags: ['c'] }, 200],
    ['PATCH', '/v1/reviews/one', { slug: 'two', category: 'child', body: '# New' }, 200],
    ['GET', '/v1/reviews/one', undefined, 308],
    ['GET', '/v1/reviews?total=true', undefined, 200],
    ['POST', '/v1/papers', { title: 'Alone', slug: 'alone', identifiers: { arxiv: other } }, 201],
    ['PUT', '/v1/papers/alone', { title: 'Still alone', identifiers: { arxiv: other } }, 200],
    ['PATCH', '/v1/papers/alone', { identifiers: { arxiv }, slug: 'lone' }, 409],
    ['PATCH', `/v1/papers/arxiv:${arxiv}`, { links: [], slug: 'renamed' }, 200],
    ['DELETE', '/v1/papers/renamed', undefined, 409],
    ['DELETE', '/v1/papers/alone', undefined, 204],
    ['POST', '/v1/tags', { name: 'Tag' }, 201],
    ['PUT', '/v1/tags/tag', { name: 'Renamed', slug: 'renamed' }, 200],
    ['PATCH', '/v1/tags/renamed', { description: 'Of one connection' }, 200],
    ['DELETE', '/v1/tags/c', undefined, 409],
    ['DELETE', '/v1/tags/renamed', undefined, 204],
    ['PUT', '/v1/categories/child', { name: 'Child', parent: 'parent', position: 2 }, 200],
    ['PATCH', '/v1/categories/parent', { parent: 'child' }, 409],
    ['DELETE', '/v1/categories/child', undefined, 409],
    ['DELETE', '/v1/reviews/nowhere?permanent=true', undefined, 404],
    ['DELETE', '/v1/reviews/two?permanent=true', undefined, 204],
    ['DELETE', '/v1/categories/child', undefined, 204],
    ['POST', '/v1/keys', { name: 'one', scopes: ['drafts:read'] }, 201],
    ['GET', '/v1/keys', undefined, 200],
  ];
  for (const [method, path, body, status] of steps) {
    const answer = await one.send(method, path, {
      key: one.admin,
      body,
      ...(method === 'POST' || method === 'GET' ? {} : { headers: { 'if-match': '*' } }),
    });
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
  }
});

async function waitFor(on: typeof db, isDone: SQL): Promise<void> {
  for (;;) if ((await on.execute(isDone))[0]?.done) return;
}

/** Makes every write of a review wait, from another connection (the embedded engine: everything). */
async function lockReviews(
  mode: 'share' | 'access exclusive' = 'share',
): Promise<{ release(): Promise<void> }> {
  assert.equal((await app.inject('/v1/reviews')).statusCode, 200, 'the connection is there');
  let [isLocked, letGo] = [() => {}, () => {}];
  const locked = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  const open = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const holding = outside.transaction(async (tx) => {
    await tx.execute(sql`lock table reviews in ${sql.raw(mode)} mode`);
    isLocked();
    await open;
  });
  await locked;
  return {
    async release() {
      letGo();
      await holding;
    },
  };
}
