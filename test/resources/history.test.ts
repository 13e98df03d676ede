import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };
const history = (slug: string, more = '', key = app.admin) =>
  app.send('GET', `/v1/reviews/${slug}/revisions${more}`, { key });
const patch = (slug: string, body: object) =>
  app.send('PATCH', `/v1/reviews/${slug}`, { key: app.admin, headers: any, body });
const restore = (slug: string, revision: number, how: { body?: object; key?: string } = {}) =>
  app.send('POST', `/v1/reviews/${slug}/revisions/${revision}/restore`, { key: app.admin, ...how });
const count = async (table: string) =>
  Number((await app.db.$client.unsafe(`select count(*) as number from ${table}`))[0]?.number);

test('every change of a review is a revision that says when, by whom, how and why', async () => {
  const { slug } = await postReview(app, { status: 'draft', message: 'First reading.' });
  await patch(slug, { title: 'Second', message: 'Second reading.' });
  await app.send('POST', `/v1/reviews/${slug}/publish`, { key: app.admin, body: { message: 'Out.' } });
  await app.send('POST', `/v1/reviews/${slug}/archive`, { key: app.admin });
  const { status, body } = await history(slug);
  assert.equal(status, 200);
  assert.deepEqual(
    body.data.map((one: Record<string, unknown>) => [one.revision, one.action, one.message, one.status]),
    [
      [4, 'archive', null, 'archived'],
      [3, 'publish', 'Out.', 'published'],
      [2, 'update', 'Second reading.', 'draft'],
      [1, 'create', 'First reading.', 'draft'],
    ],
  );
  assert.deepEqual(body.data[1].by, {
    key: app.admin.slice(4, 36).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    name: 'test',
  });
  assert.equal((await history(slug, '/1')).body.title.startsWith('Reading part'), true);
});

test('a write that changes nothing leaves no history, and one that fails neither', async () => {
  const { slug, title } = await postReview(app);
  const before = [await count('review_revisions'), await count('audit_log')];
  assert.equal((await patch(slug, { title, message: 'Nothing.' })).body.revision, 1);
  assert.equal((await patch(slug, { reviewedVersion: 99 })).status, 422);
  assert.deepEqual([await count('review_revisions'), await count('audit_log')], before);
});

test('two revisions are compared: each field that differs, and the body as a unified diff', async () => {
  const { slug } = await postReview(app, { body: 'One.\n\nTwo.\n', tags: ['a'] });
  await patch(slug, { body: 'One.\n\n둘.\n', tags: ['a', 'b'], summary: 'Now.' });
  const { body } = await history(slug, '/2?against=1');
  assert.equal(body.comparison.against, 1);
  assert.deepEqual(body.comparison.fields, [
    { field: 'summary', before: null, after: 'Now.' },
    { field: 'tags', before: ['a'], after: ['a', 'b'] },
  ]);
  assert.match(
    body.comparison.body,
    /^--- revision 1.*\n\+\+\+ revision 2.*\n@@ -1,3 \+1,3 @@\n One\.\n \n-Two\.\n\+둘\.\n$/m,
  );
  assert.equal((await history(slug, '/1?against=1')).body.comparison.body, null);
  for (const [path, code] of [
    ['/9', 404],
    ['/1?against=9', 404],
    ['/0', 400],
    ['/1?against=x', 400],
  ] as const)
    assert.equal((await history(slug, path)).status, code, path);
});

test('bodies that have nothing in common are compared within bounds', async () => {
  const lines = (start: number) =>
    Array.from({ length: 20_000 }, (_, line) => `${start + line * 7919}`).join('\n');
  const { slug } = await postReview(app, { body: lines(1) });
  await patch(slug, { body: lines(2) });
  const { body } = await history(slug, '/2?against=1');
  const diff: string[] = body.comparison.body.split('\n');
  assert.ok(diff.includes('-1') && diff.includes('+2'));
});

test('a restored revision brings back the content, never status, slug, publishedAt or source', async () => {
  const category = await postThing(app, 'categories', { name: 'Kept' });
  const { slug } = await postReview(app, {
    ...{ status: 'published', title: 'First', summary: 'S', body: 'One.', tags: ['x', 'y'] },
    ...{ category: category.slug, source: 'file:one' },
  });
  const first = (await app.send('GET', `/v1/reviews/${slug}`, { key: app.admin })).body;
  await patch(slug, {
    slug: 'moved',
    title: 'Second',
    summary: null,
    body: 'Two.',
    tags: ['z'],
    category: null,
    source: 'file:two',
  });
  await app.send('POST', '/v1/reviews/moved/unpublish', { key: app.admin });
  const restored = await restore('moved', 1);
  assert.equal(restored.status, 200, restored.text);
  const { body } = restored;
  assert.deepEqual(
    [body.title, body.summary, body.body, body.tags, body.category],
    [first.title, first.summary, first.body, first.tags, first.category],
  );
  assert.deepEqual([body.slug, body.status, body.source, body.revision], ['moved', 'draft', 'file:two', 4]);
  const [newest] = (await history('moved')).body.data;
  assert.deepEqual([newest.action, newest.message], ['restore', 'Revision 1 restored.']);
  assert.equal((await restore('moved', 1)).body.revision, 4, 'again it changes nothing');
});

test('a revision whose category is gone cannot be restored, and says so', async () => {
  const category = await postThing(app, 'categories', { name: 'Goes' });
  const { slug } = await postReview(app, { category: category.slug });
  await patch(slug, { category: null });
  await app.send('DELETE', `/v1/categories/${category.id}`, { key: app.admin, headers: any });
  const { status, body } = await restore(slug, 1);
  assert.equal(status, 409);
  assert.match(body.detail, /^Revision 1 cannot be restored as it was\. category: no category is known as/);
});

test('restoring what the public sees needs reviews:publish, and heeds If-Match', async () => {
  const { slug } = await postReview(app, { status: 'published' });
  await patch(slug, { title: 'Second' });
  const { key } = await app.makeKey(['reviews:write', 'drafts:read']);
  assert.equal((await restore(slug, 1, { key })).status, 403);
  const stale = await app.send('POST', `/v1/reviews/${slug}/revisions/1/restore`, {
    key: app.admin,
    headers: { 'if-match': '"1-x"' },
  });
  assert.equal(stale.status, 412);
});

test('the history of what a key may not see is not there for it', async () => {
  const { slug } = await postReview(app, { status: 'draft' });
  const { key } = await app.makeKey(['history:read']);
  for (const path of ['', '/1']) assert.equal((await history(slug, path, key)).status, 404);
});

test('every write is in the audit log: when, which key, what, from which revision to which, from where', async () => {
  const { id: keyId, key } = await app.makeKey([
    'reviews:write',
    'drafts:read',
    'papers:write',
    'taxonomy:write',
    'keys:manage',
  ]);
  const made = await app.send('POST', '/v1/reviews', {
    key,
    body: {
      paper: { title: 'Audited paper' },
      title: 'Audited',
      body: 'x',
      language: 'en',
      tags: ['audited'],
    },
  });
  const { slug, id, paper } = made.body;
  await app.send('PATCH', `/v1/reviews/${slug}`, { key, headers: any, body: { title: 'Twice' } });
  await app.send('PATCH', `/v1/papers/${paper.id}`, { key, headers: any, body: { venue: 'ICLR' } });
  const other = await app.send('POST', '/v1/keys', { key, body: { name: 'other', scopes: ['drafts:read'] } });
  await app.send('DELETE', `/v1/keys/${other.body.id}`, { key });
  await app.send('DELETE', `/v1/keys/${other.body.id}`, { key });
  const { body } = await app.send('GET', `/v1/audit?key=${keyId}`, { key: app.admin });
  const told = body.data.map((one: Record<string, unknown>) => [one.action, one.type, one.from, one.to]);
  // What a review brings is created in no certain order.
  const [last, beforeLast] = [told.pop(), told.pop()];
  assert.deepEqual([last, beforeLast].sort(), [
    ['create', 'paper', null, 1],
    ['create', 'tag', null, 1],
  ]);
  assert.deepEqual(told, [
    ['revoke', 'key', null, null],
    ['create', 'key', null, null],
    ['update', 'paper', 1, 2],
    ['update', 'review', 1, 2],
    ['create', 'review', null, 1],
  ]);
  const [, , , , created] = body.data;
  assert.deepEqual(created.thing, { id, slug });
  assert.deepEqual(created.by, { key: keyId, name: 'test' });
  assert.equal(created.address, '127.0.0.1');
  const filtered = await app.send('GET', `/v1/audit?thing=${id}&action=update`, { key: app.admin });
  assert.equal(filtered.body.data.length, 1);
});

test('a list and a read of the history run two statements and the key, a post one for the log and one for the revision', async () => {
  const { slug } = await postReview(app);
  await history(slug);
  assert.equal((await app.countStatements(() => history(slug))).length, 3);
  assert.equal((await app.countStatements(() => history(slug, '/1'))).length, 3);
  const statements = await app.countStatements(() => patch(slug, { title: 'Counted' }));
  const writes = (table: string) =>
    statements.filter((text) => new RegExp(`insert into "?${table}`).test(text)).length;
  assert.deepEqual([writes('audit_log'), writes('review_revisions')], [1, 1]);
});
