import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopes } from '../../../src/db/schema/tables.ts';
import { purgeExpired } from '../../../src/db/unit-of-work/idempotency-store.ts';
import { type Answer, startTestApp } from '../../support/app.ts';
import { interleave, oneSession } from '../../support/interleave.ts';
import { Caller, freshen } from '../../support/operations.ts';
import { newReview, postReview } from '../../support/things.ts';

const app = await startTestApp();
const caller = new Caller(app);
await caller.seed();

const post = (path: string, body: unknown, idempotencyKey: string, key = app.admin) =>
  app.send('POST', path, { key, body, headers: { 'idempotency-key': idempotencyKey } });

/** What a repetition has to give again. */
const told = ({ status, text, headers }: Answer) => {
  const { etag, location, 'content-type': type } = headers;
  return { status, text, etag, location, type };
};

const isReplay = ({ headers }: Answer) => headers['idempotency-replayed'] === 'true';

async function countRows(table: string): Promise<number> {
  const [row] = await app.db.$client.unsafe(`select count(*)::integer as count from ${table}`);
  return Number(row?.count);
}

test('every POST that takes an Idempotency-Key gives its first answer again, and is carried out once', async () => {
  const posts = caller.operations.filter(({ method }) => method === 'POST');
  const taking = posts.filter(({ headers }) => headers.some(({ name }) => name === 'Idempotency-Key'));
  assert.deepEqual(
    posts.filter((operation) => !taking.includes(operation)).map(({ id }) => id),
    ['uploadImage', 'createKey', 'rotateKey', 'saveBatch', 'importArchive'],
  );
  // What has to be so before, where a published thing is not enough.
  const before: Record<string, [string, string]> = { restoreReview: ['DELETE', ''] };
  for (const [number, operation] of taking.entries()) {
    caller.forget(operation);
    const address = await caller.target(operation);
    const [method, below] = before[operation.id] ?? [];
    if (method) {
      const reference = address.split('/').slice(0, 4).join('/');
      await app.send(method, reference + below, { key: app.admin, headers: { 'if-match': '*' } });
    }
    const body = operation.body ? freshen(caller.sampler.example(operation.body)) : undefined;
    const first = await post(address, body, `every-${number}`);
    assert.equal(first.status, operation.success, `${operation.id}: ${first.text}`);
    assert.ok(!isReplay(first), operation.id);
    const deeds = await countRows('audit_log');
    const again = await post(address, body, `every-${number}`);
    assert.deepEqual(told(again), told(first), operation.id);
    assert.ok(isReplay(again), operation.id);
    assert.equal(await countRows('audit_log'), deeds, operation.id);
  }
  assert.ok(taking.length > 10);
});

test('the first answer comes again whatever became of the thing, also to a key that would not find it now', async () => {
  const { key } = await app.makeKey(['papers:write', 'reviews:write']);
  const body = newReview();
  const first = await post('/v1/reviews', body, 'later', key);
  const gone = { key: app.admin, headers: { 'if-match': '*' } };
  await app.send('DELETE', `/v1/reviews/${first.body.id}`, gone);
  assert.deepEqual(told(await post('/v1/reviews', body, 'later', key)), told(first));
  // But for what was deleted for good.
  await app.send('DELETE', `/v1/reviews/${first.body.id}?permanent=true`, gone);
  const purged = await post('/v1/reviews', body, 'later', key);
  assert.equal(purged.status, 410);
  assert.ok(!purged.text.includes(`${body.title}`));

  const [doubled, into] = [await postReview(app), await postReview(app)];
  for (const { id } of [doubled, into])
    await app.send('POST', `/v1/reviews/${id}/publish`, { key: app.admin });
  const merge = `/v1/papers/${doubled.paper.slug}/merge`;
  const merged = await post(merge, { into: into.paper.id }, 'merged', key);
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(told(await post(merge, { into: into.paper.id }, 'merged', key)), told(merged));
});

test('the address of a preview link comes again to its key, and what is kept of it tells nobody else', async () => {
  const { id } = await postReview(app);
  const { key } = await app.makeKey(['reviews:write', 'drafts:read']);
  const path = `/v1/reviews/${id}/preview-links`;
  const first = await post(path, {}, 'linked', key);
  assert.equal(first.status, 201, first.text);
  assert.deepEqual(told(await post(path, {}, 'linked', key)), told(first));
  const links = await app.send('GET', path, { key });
  assert.equal(links.body.data.length, 1);
  const [kept] = await app.db.$client.unsafe(`select body from idempotency_keys where key = 'linked'`);
  assert.match(kept?.body, /^[\w-]+(\.[\w-]+){3}$/);

  // As after a change of ADMIN_KEY, by which the same caller has another secret.
  const byAdmin = await post(path, {}, 'by-admin');
  assert.equal(byAdmin.status, 201, byAdmin.text);
  await app.db.$client.unsafe(`update idempotency_keys set body = 'AAAA' || body where key = 'by-admin'`);
  const changed = await post(path, {}, 'by-admin');
  assert.deepEqual([changed.status, changed.body.type], [422, '/problems/idempotency-key-reused']);
});

test('an Idempotency-Key belongs to one request: another body, spelling of it or address is a 422', async () => {
  const body = newReview();
  const first = await post('/v1/reviews', body, 'taken');
  const others: [string, unknown][] = [
    ['/v1/reviews', { ...body, title: 'Another' }],
    ['/v1/reviews', Object.fromEntries(Object.entries(body).reverse())],
    ['/v1/tags', { name: 'Another' }],
    [`/v1/reviews/${first.body.id}/publish`, {}],
  ];
  for (const [path, other] of others) {
    const answer = await post(path, other, 'taken');
    assert.deepEqual([answer.status, answer.body.type], [422, '/problems/idempotency-key-reused'], path);
  }
  assert.ok(isReplay(await post('/v1/reviews', body, 'taken')));
});

test('Idempotency-Keys of two API keys have nothing to do with each other', async () => {
  const body = { name: 'Ours' };
  const other = await app.makeKey([...scopes]);
  assert.equal((await post('/v1/tags', body, 'shared')).status, 201);
  // The name is taken by now: so this was tried, and not answered from what the other key got.
  assert.equal((await post('/v1/tags', body, 'shared', other.key)).status, 409);
  const limited = await app.makeKey(['reviews:write']);
  assert.equal((await post('/v1/tags', body, 'shared', limited.key)).status, 403);
});

test('what was refused is not kept: sent again with the same key, it is a first try', async () => {
  const body = newReview({ category: 'to-come' });
  const refused = await post('/v1/reviews', body, 'refused');
  assert.equal(refused.status, 422, refused.text);
  assert.equal(
    (await post('/v1/categories', { name: 'To come', slug: 'to-come' }, 'for-refused')).status,
    201,
  );
  const taken = await post('/v1/reviews', body, 'refused');
  assert.deepEqual([taken.status, isReplay(taken)], [201, false], taken.text);
  assert.ok(isReplay(await post('/v1/reviews', body, 'refused')));
});

test('an Idempotency-Key that is empty, too long or no visible ASCII is a 400, as is one where none is taken', async () => {
  for (const bad of ['', 'with space', 'x'.repeat(256), 'é']) {
    const answer = await post('/v1/tags', { name: 'Never' }, bad);
    assert.deepEqual([answer.status, answer.body.type], [400, '/problems/malformed-request'], bad);
  }
  const key = await post('/v1/keys', { name: 'x', scopes: ['drafts:read'] }, 'a-key');
  assert.equal(key.status, 400, key.text);
  assert.equal((await post('/v1/tags', { name: 'Once' }, 'x'.repeat(255))).status, 201);
});

test('of the same request sent many times at once one is carried out; the others get its answer or a 409', async () => {
  const body = newReview({ title: 'Many at once', slug: 'many-at-once' });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => post('/v1/reviews', body, 'many')));
  const made = answers.filter((answer) => answer.status === 201 && !isReplay(answer));
  assert.equal(made.length, 1);
  for (const answer of answers) {
    if (answer.status === 201) assert.equal(answer.text, made[0]?.text);
    else
      assert.deepEqual(
        [answer.body.type, answer.headers['retry-after']],
        ['/problems/request-in-progress', '1'],
      );
  }
  assert.ok(isReplay(await post('/v1/reviews', body, 'many')));
});

test('a repetition of a request that is still running is a 409 at once, and waits for nothing', {
  skip: oneSession,
}, async () => {
  const body = newReview();
  const [first, second] = await interleave(
    app,
    () => post('/v1/reviews', body, 'running'),
    () => post('/v1/reviews', body, 'running'),
  );
  assert.equal(first.status, 201, first.text);
  assert.deepEqual([second.status, second.body.type], [409, '/problems/request-in-progress']);
  assert.deepEqual(told(await post('/v1/reviews', body, 'running')), told(first));
});

test('an answer is kept for 24 hours, and then forgotten', async () => {
  const body = { name: 'A day' };
  const age = (hours: number) =>
    app.db
      .$client`update idempotency_keys set created_at = now() - make_interval(hours => ${hours}) where key = 'day'`;
  assert.equal((await post('/v1/tags', body, 'day')).status, 201);
  await age(23);
  assert.ok(isReplay(await post('/v1/tags', body, 'day')));
  await age(25);
  // It is carried out again: the name is taken.
  assert.equal((await post('/v1/tags', body, 'day')).status, 409);
  const other = await post('/v1/tags', { name: 'Another day' }, 'day');
  assert.deepEqual([other.status, isReplay(other)], [201, false]);
  await age(25);
  const rows = await countRows('idempotency_keys');
  await purgeExpired(app.db);
  assert.equal(await countRows('idempotency_keys'), rows - 1);
});

test('an Idempotency-Key costs three statements, a repetition one, and none costs none', async () => {
  const counting = async (work: () => Promise<Answer>, expected: number) => {
    const statements = await app.countStatements(async () => assert.equal((await work()).status, expected));
    return statements;
  };
  const plain = await counting(
    () => app.send('POST', '/v1/tags', { key: app.admin, body: { name: 'Counted, plain' } }),
    201,
  );
  assert.ok(!plain.join().includes('idempotency'));
  const keyed = await counting(() => post('/v1/tags', { name: 'Counted, keyed' }, 'counted'), 201);
  const ofKeys = (statements: string[]) =>
    statements.filter((text) => text.includes('idempotency_keys')).length;
  assert.equal(ofKeys(keyed), 3);
  const again = await counting(() => post('/v1/tags', { name: 'Counted, keyed' }, 'counted'), 201);
  assert.equal(ofKeys(again), 1);
  assert.ok(!again.some((text) => text.includes('insert into')), again.join('\n'));
});
