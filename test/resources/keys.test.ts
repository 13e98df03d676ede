import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, mock, test } from 'node:test';
import { type SQL, sql } from 'drizzle-orm';
import { buildApp } from '../../src/app.ts';
import { scopes } from '../../src/db/schema/tables.ts';
import { startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const revoke = (id: string, key = app.admin) => app.send('DELETE', `/v1/keys/${id}`, { key });

const post = (key: string, body: unknown) => app.send('POST', '/v1/keys', { key, body });

const rowsOf = (statement: SQL) => app.db.execute<Record<string, string | null>>(statement);

async function rowOf(id: string): Promise<Record<string, string | null>> {
  const [row] = await rowsOf(sql`select * from api_keys where id = ${id}`);
  assert.ok(row);
  return row;
}

/** Changes the row of a key past the API, as the passing of time would. */
const setRow = (id: string, what: SQL) => rowsOf(sql`update api_keys set ${what} where id = ${id}`);

/** The key as the list shows it. */
async function listed(id: string) {
  const { body } = await app.send('GET', '/v1/keys?limit=100', { key: app.admin });
  return body.data.find((key: { id: string }) => key.id === id);
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Another character of the same kind, so that only the checksum can tell. */
const otherThan = (character: string, alphabet: string) =>
  alphabet[(alphabet.indexOf(character) + 1) % alphabet.length] ?? '';

test('a new key shows its secret once, works at once, and no list or table ever shows the secret', async () => {
  const posted = await post(app.admin, { name: ' the builder ', scopes: ['drafts:read'] });
  assert.equal(posted.status, 201, posted.text);
  const { key, ...shown } = posted.body;
  assert.deepEqual(shown, {
    ...{ id: shown.id, name: 'the builder', scopes: ['drafts:read'], createdAt: shown.createdAt },
    ...{ status: 'active', expiresAt: null, lastUsedAt: null, revokedAt: null, previousUntil: null },
  });
  assert.equal(posted.headers['cache-control'], 'private, no-store');
  const draft = await postReview(app);
  assert.equal((await app.send('GET', `/v1/reviews/${draft.slug}`, { key })).status, 200);
  const list = await app.send('GET', '/v1/keys?limit=100', { key: app.admin });
  assert.deepEqual(await listed(shown.id), { ...shown, lastUsedAt: (await listed(shown.id)).lastUsedAt });
  const random = key.slice(-49);
  assert.ok(!list.text.includes(random));
  const row = await rowOf(shown.id);
  assert.equal(row.secret_hash, createHash('sha256').update(key).digest('hex'));
  for (let start = 0; start + 8 <= random.length; start += 1) {
    assert.ok(!JSON.stringify(row).includes(random.slice(start, start + 8)));
  }
});

test('a key is pst_, its id, 256 random bits and a checksum', async () => {
  const keys = await Promise.all([1, 2, 3].map(() => app.makeKey(['drafts:read'])));
  for (const { id, key } of keys) {
    assert.match(key, /^pst_[0-9a-f]{32}_[0-9A-Za-z]{49}$/);
    assert.equal(key.slice(4, 36), id.replaceAll('-', ''));
    // Each of the 43 random characters is one of 62.
    assert.ok(43 * Math.log2(62) >= 256);
  }
  assert.equal(new Set(keys.map(({ key }) => key.slice(37))).size, 3);
});

test('a typo in any place of a key is a 401 that costs no statement', async () => {
  const { key } = await app.makeKey(['drafts:read']);
  const typos = [...key].map((character, index) => {
    const alphabet = index < 4 || index === 36 ? '_abcxyz' : index < 36 ? '0123456789abcdef' : base62;
    return key.slice(0, index) + otherThan(character, alphabet) + key.slice(index + 1);
  });
  const swapped = `${key.slice(0, 40)}${key[41]}${key[40]}${key.slice(42)}`;
  if (swapped !== key) typos.push(swapped);
  typos.push(key.slice(0, -1), `${key}0`, key.toUpperCase(), 'pst_', 'x');
  const statements = await app.countStatements(async () => {
    for (const typo of typos) {
      const answer = await app.send('GET', '/v1/reviews', { key: typo });
      assert.deepEqual([answer.status, answer.body.type], [401, '/problems/unauthorized'], typo);
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
    }
    assert.equal((await post(`${key.slice(0, -1)}-`, { name: 'x', scopes: ['drafts:read'] })).status, 401);
  });
  assert.deepEqual(statements, []);
  assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 200);
});

test('an Authorization header that is no Bearer key is a 401 without a statement, also on a public read', async () => {
  const { key } = await app.makeKey(['drafts:read']);
  const statements = await app.countStatements(async () => {
    for (const authorization of [
      key,
      `Basic ${key}`,
      'Bearer',
      'Bearer ',
      `Bearer ${key} x`,
      `Bearer "${key}"`,
    ]) {
      const answer = await app.send('GET', '/v1/reviews', { headers: { authorization } });
      assert.deepEqual([answer.status, answer.headers['www-authenticate']], [401, 'Bearer'], authorization);
    }
  });
  assert.deepEqual(statements, []);
  const { status } = await app.send('GET', '/v1/reviews', { headers: { authorization: `bearer ${key}` } });
  assert.equal(status, 200);
});

test('a well-formed key that is not in the table, or has the id of another one, is a 401', async () => {
  const { id, key } = await app.makeKey(['drafts:read']);
  await rowsOf(sql`delete from api_keys where id = ${id}`);
  assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 401);
  const other = await app.makeKey(['drafts:read']);
  const hash = createHash('sha256').update('something else').digest('hex');
  await setRow(other.id, sql`secret_hash = ${hash}`);
  assert.equal((await app.send('GET', '/v1/reviews', { key: other.key })).status, 401);
  assert.equal((await rowOf(other.id)).last_used_at, null);
});

test('a key can give only scopes that it has itself', async () => {
  const { key } = await app.makeKey(['keys:manage', 'drafts:read']);
  const given = await post(key, { name: 'less', scopes: ['drafts:read'] });
  assert.equal(given.status, 201);
  for (const scope of scopes.filter((name) => !['keys:manage', 'drafts:read'].includes(name))) {
    const refused = await post(key, { name: 'more', scopes: ['drafts:read', scope] });
    assert.deepEqual([refused.status, refused.body.type], [403, '/problems/forbidden']);
    assert.match(refused.body.detail, new RegExp(scope));
  }
  const { body } = await app.send('GET', '/v1/keys?limit=100', { key });
  assert.ok(!body.data.some(({ name }: { name: string }) => name === 'more'));
});

test('keys:manage is what sees, makes and revokes keys: without a key 401, without the scope 403', async () => {
  const { id, key } = await app.makeKey(scopes.filter((scope) => scope !== 'keys:manage'));
  for (const [method, path, body] of [
    ['GET', '/v1/keys', undefined],
    ['POST', '/v1/keys', { name: 'x', scopes: ['drafts:read'] }],
    ['DELETE', `/v1/keys/${id}`, undefined],
  ] as const) {
    const asked = body ? { body } : {};
    assert.equal((await app.send(method, path, asked)).status, 401, method);
    const refused = await app.send(method, path, { key, ...asked });
    assert.equal(refused.status, 403, method);
    assert.match(refused.body.detail, /keys:manage/);
  }
  assert.equal((await rowOf(id)).revoked_at, null);
});

test('each scope opens its own operations and no others', async () => {
  const paper = await postThing(app, 'papers', { title: 'T' });
  const headers = { 'if-match': '*' };
  const operations: [string, string, object, string[]][] = [
    ['POST', '/v1/reviews', { body: newReview() }, ['reviews:write']],
    ['POST', '/v1/papers', { body: { title: 'T' } }, ['papers:write']],
    ['PATCH', `/v1/papers/${paper.id}`, { headers, body: { venue: 'x' } }, ['papers:write']],
    ['POST', '/v1/tags', { body: { name: 'a tag of scopes' } }, ['taxonomy:write']],
    ['POST', '/v1/categories', { body: { name: 'T' } }, ['taxonomy:write']],
    ['POST', '/v1/keys', { body: { name: 'T', scopes: ['keys:manage'] } }, ['keys:manage']],
    ['GET', '/v1/keys', {}, ['keys:manage']],
  ];
  for (const scope of scopes) {
    const { key } = await app.makeKey([scope]);
    assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 200);
    for (const [method, path, asked, needs] of operations) {
      const { status } = await app.send(method, path, { key, ...asked });
      const place = `${method} ${path} with ${scope}`;
      if (needs.includes(scope)) assert.ok(status < 300, `${place}: ${status}`);
      else assert.equal(status, 403, place);
    }
  }
});

test('only drafts:read sees what is not published', async () => {
  const draft = await postReview(app);
  const { key: blind } = await app.makeKey(scopes.filter((scope) => scope !== 'drafts:read'));
  const { key: seeing } = await app.makeKey(['drafts:read']);
  const path = `/v1/reviews/${draft.slug}`;
  assert.equal((await app.send('GET', path, { key: blind })).status, 404);
  assert.equal((await app.send('GET', path, { key: seeing })).status, 200);
  const ids = async (key: string) =>
    (await app.send('GET', '/v1/reviews?status=draft&limit=100', { key })).body.data.map(
      ({ id }: { id: string }) => id,
    );
  assert.deepEqual(await ids(blind), []);
  assert.ok((await ids(seeing)).includes(draft.id));
});

test('a key works until it expires, and an expiry in the past is a 422', async () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const posted = await post(app.admin, { name: 'short', scopes: ['drafts:read'], expiresAt: soon });
  assert.equal(posted.body.expiresAt, soon);
  const { id, key } = posted.body;
  assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 200);
  const { lastUsedAt, status } = await listed(id);
  await app.db
    .$client`update api_keys set expires_at = now(), last_used_at = last_used_at - interval '1 hour' where id = ${id}`;
  const before = await listed(id);
  const refused = await app.send('GET', '/v1/reviews', { key });
  assert.deepEqual([refused.status, refused.headers['www-authenticate']], [401, 'Bearer']);
  assert.ok(before.lastUsedAt < lastUsedAt);
  assert.deepEqual([status, before.status], ['active', 'expired']);
  assert.deepEqual(await listed(id), before, 'a use that was refused is no use');
  const past = await post(app.admin, {
    name: 'late',
    scopes: ['drafts:read'],
    expiresAt: new Date(Date.now() - 1000).toISOString(),
  });
  assert.deepEqual([past.status, past.body.errors[0].pointer], [422, '/expiresAt']);
});

test('a revoked key is refused from the next request on, stays in the list, and stays as it was revoked', async () => {
  const { id, key } = await app.makeKey(['drafts:read']);
  assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 200);
  assert.equal((await revoke(id)).status, 204);
  assert.equal((await app.send('GET', '/v1/reviews', { key })).status, 401);
  const { revokedAt } = await listed(id);
  assert.ok(revokedAt);
  assert.equal((await revoke(id.toUpperCase())).status, 204);
  assert.equal((await listed(id)).revokedAt, revokedAt);
  for (const unknown of ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10', 'nothing', key]) {
    assert.equal((await revoke(unknown)).status, 404, unknown);
  }
});

test('a key can revoke itself', async () => {
  const { id, key } = await app.makeKey(['keys:manage']);
  assert.equal((await revoke(id, key)).status, 204);
  assert.equal((await revoke(id, key)).status, 401);
});

test('the last use is written at most once a minute', async () => {
  const { id, key } = await app.makeKey(['drafts:read']);
  const use = () => app.send('GET', '/v1/reviews?limit=1', { key });
  const lastUse = async () => (await listed(id)).lastUsedAt;
  assert.equal(await lastUse(), null);
  await use();
  const first = await lastUse();
  assert.ok(Math.abs(Date.parse(first) - Date.now()) < 30_000, first);
  await Promise.all([use(), use(), use()]);
  assert.equal(await lastUse(), first);
  await setRow(id, sql`last_used_at = now() - interval '50 seconds'`);
  const recent = await lastUse();
  await use();
  assert.equal(await lastUse(), recent);
  await setRow(id, sql`last_used_at = now() - interval '61 seconds'`);
  await use();
  assert.ok((await lastUse()) > recent);
});

test('a key without a name or scopes, with an unknown or repeated scope, is a 422', async () => {
  for (const [body, pointer] of [
    [{ scopes: ['drafts:read'] }, '/name'],
    [{ name: ' ', scopes: ['drafts:read'] }, '/name'],
    [{ name: 'x' }, '/scopes'],
    [{ name: 'x', scopes: [] }, '/scopes'],
    [{ name: 'x', scopes: ['everything'] }, '/scopes/0'],
    [{ name: 'x', scopes: ['drafts:read', 'drafts:read'] }, '/scopes'],
    [{ name: 'x', scopes: ['drafts:read'], key: 'pst_mine' }, '/key'],
  ] as const) {
    const answer = await post(app.admin, body);
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, pointer], answer.text);
  }
});

test('the key of the configuration has every scope without being in the table, and costs no statement', async () => {
  const ADMIN_KEY = 'a key out of a compose file, 32+'.replaceAll(' ', '-');
  const configured = await buildApp({ config: { ...app.config, ADMIN_KEY }, db: app.db });
  after(() => configured.close());
  const headers = { authorization: `Bearer ${ADMIN_KEY}` };
  const made = await configured.inject({
    ...{ method: 'POST', url: '/v1/keys', headers },
    payload: { name: 'by the operator', scopes: [...scopes] },
  });
  assert.equal(made.statusCode, 201, made.body);
  const statements = await app.countStatements(async () => {
    const draft = await configured.inject({ url: '/v1/reviews?status=draft', headers });
    assert.ok(draft.json().data.length > 0);
  });
  assert.equal(statements.length, 1);
  for (const wrong of [ADMIN_KEY.slice(1), `${ADMIN_KEY}x`, ADMIN_KEY.toUpperCase()]) {
    const answer = await configured.inject({
      url: '/v1/reviews',
      headers: { authorization: `Bearer ${wrong}` },
    });
    assert.equal(answer.statusCode, 401);
  }
  assert.equal((await app.send('GET', '/v1/reviews', { key: ADMIN_KEY })).status, 401);
});

test('without public reading every read needs a key, and any valid one will do', async () => {
  const review = await postReview(app, { status: 'published', tags: ['closed'] });
  const closed = await buildApp({ config: { ...app.config, PUBLIC_READ: false }, db: app.db });
  after(() => closed.close());
  const { key } = await app.makeKey(['taxonomy:write']);
  const paths = ['reviews', `reviews/${review.slug}`, 'papers', `papers/${review.paper.slug}`];
  for (const path of [...paths, 'tags', 'tags/closed', 'categories', 'categories/none', 'reviews/none']) {
    const url = `/v1/${path}`;
    const statements = await app.countStatements(async () => {
      const answer = await closed.inject({ url });
      assert.deepEqual([answer.statusCode, answer.headers['www-authenticate']], [401, 'Bearer'], path);
      assert.match(String(answer.headers['cache-control']), /no-store/);
      assert.ok(!answer.body.includes(review.id));
    });
    assert.deepEqual(statements, []);
    const answer = await closed.inject({ url, headers: { authorization: `Bearer ${key}` } });
    assert.equal(answer.statusCode, path.endsWith('none') ? 404 : 200, path);
    assert.equal(answer.headers['cache-control'], 'private, no-store');
  }
  assert.equal((await closed.inject({ url: '/health/live' })).statusCode, 200);
});

test("the application's clock, an hour ahead or behind, decides nothing", async () => {
  for (const hours of [1, -1]) {
    mock.timers.enable({ apis: ['Date'], now: Date.now() + hours * 3_600_000 });
    try {
      const [clock] = await app.db.execute<{ soon: string; past: string }>(sql`
        select to_char((now() + interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as soon,
          to_char((now() - interval '1 minute') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as past`);
      const { soon = '', past = '' } = clock ?? {};
      const key = { name: 'short', scopes: ['reviews:write'] };
      const ask = (path: string, body: object, method = 'POST') =>
        app.send(method, path, { key: app.admin, body, headers: { 'if-match': '*' } });
      const made = await ask('/v1/keys', { ...key, expiresAt: soon });
      assert.equal(made.status, 201, made.text);
      const used = await app.send('POST', '/v1/reviews', { key: made.body.key, body: newReview() });
      assert.equal(used.status, 201, used.text);
      assert.equal((await ask('/v1/keys', { ...key, expiresAt: past })).status, 422);

      const path = `/v1/reviews/${used.body.id}`;
      assert.equal((await ask(`${path}/publish`, { at: past })).status, 422);
      assert.equal((await ask(`${path}/publish`, { at: soon })).body.status, 'scheduled');
      const published = (publishedAt: string) =>
        ask('/v1/reviews', newReview({ status: 'published', publishedAt }));
      assert.deepEqual([(await published(past)).status, (await published(soon)).status], [201, 422]);

      const link = await ask(`${path}/preview-links`, { expiresIn: 60 });
      assert.equal(link.status, 201, link.text);
      const address = new URL(link.body.url, 'http://host');
      const shown = await app.send('GET', address.pathname + address.search);
      assert.equal(shown.status, 200, shown.text);
    } finally {
      mock.timers.reset();
    }
  }
});
