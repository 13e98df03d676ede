import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };
const remove = (name: string, more = '', key = app.admin) =>
  app.send('DELETE', `/v1/reviews/${name}${more}`, { key, headers: any });
const restore = (name: string, key = app.admin) => app.send('POST', `/v1/reviews/${name}/restore`, { key });
const read = (name: string, key?: string) =>
  app.send('GET', `/v1/reviews/${name}`, key === undefined ? {} : { key });
const list = async (query: string) =>
  (await app.send('GET', `/v1/reviews?${query}`, { key: app.admin })).body.data.map(
    ({ id }: { id: string }) => id,
  );

test('a deleted review is in the trash: gone for all but those who ask for it', async () => {
  const { id, slug } = await postReview(app, { status: 'published', title: 'Zyzzyva' });
  const suggest = async () =>
    (await app.send('GET', '/v1/suggest?q=zyzzyva', { key: app.admin })).body.data.length;
  assert.equal(await suggest(), 1);
  const counted = (await app.send('GET', '/v1/reviews?total=true', { key: app.admin })).body.page.total;
  assert.equal((await remove(slug)).status, 204);
  assert.equal((await read(slug)).status, 404);
  assert.equal((await read(id)).status, 404);
  assert.equal((await read(slug, app.admin)).status, 404);
  assert.equal(await suggest(), 0);
  const trashed = (await read(id, app.admin)).body;
  assert.equal(trashed.status, 'trashed');
  assert.equal(trashed.deletedAt, trashed.updatedAt);
  assert.ok(!(await list('')).includes(id));
  assert.deepEqual(await list('status=trashed'), [id]);
  const after = (await app.send('GET', '/v1/reviews?total=true', { key: app.admin })).body.page.total;
  assert.equal(after, counted - 1);
  const { body: changes } = await app.send('GET', '/v1/changes');
  assert.equal(changes.data.find((one: { id: string }) => one.id === id).change, 'gone');
});

test('deleted again it stays as it is, and nothing else can be done with it', async () => {
  const { id } = await postReview(app, { status: 'published' });
  await remove(id);
  const before = (await read(id, app.admin)).text;
  assert.equal((await remove(id)).status, 204);
  const patch = await app.send('PATCH', `/v1/reviews/${id}`, {
    key: app.admin,
    headers: any,
    body: { title: 'Changed' },
  });
  assert.deepEqual([patch.status, patch.body.detail], [409, 'It is in the trash: restore it first.']);
  for (const action of ['publish', 'unpublish', 'archive', 'revisions/1/restore'])
    assert.equal((await app.send('POST', `/v1/reviews/${id}/${action}`, { key: app.admin })).status, 409);
  assert.equal((await read(id, app.admin)).text, before);
});

test('restored it is what it was, under its slug', async () => {
  for (const status of ['draft', 'published', 'archived']) {
    const posted = await postReview(app, { status, tags: ['kept'], summary: 'Kept.' });
    await remove(posted.id);
    const restored = await restore(posted.id);
    assert.equal(restored.status, 200, restored.text);
    const { updatedAt: _, revision, ...rest } = restored.body;
    const { updatedAt: __, revision: first, ...was } = posted;
    assert.deepEqual(rest, was);
    assert.equal(revision, first + 2);
    assert.equal((await restore(posted.id)).body.revision, revision, 'again it changes nothing');
  }
});

test('a slug in the trash is free for others, and the restored review takes the next free one', async () => {
  const first = await postReview(app, { slug: 'wanted', status: 'published' });
  await remove(first.id);
  const second = await postReview(app, { slug: 'wanted', status: 'published' });
  assert.equal((await read('wanted')).body.id, second.id);
  assert.equal((await restore(first.id)).body.slug, 'wanted-2');
  assert.equal((await read('wanted')).body.id, second.id);
  assert.equal((await read('wanted-2')).body.id, first.id);
});

test('a former slug of what is in the trash leads nowhere, also for a key, until it is restored', async () => {
  const { id } = await postReview(app, { slug: 'former', status: 'published' });
  const rename = { key: app.admin, headers: any, body: { slug: 'present' } };
  assert.equal((await app.send('PATCH', `/v1/reviews/${id}`, rename)).status, 200);
  await remove(id);
  await postReview(app, { slug: 'present', status: 'published' });
  for (const key of [undefined, app.admin]) assert.equal((await read('former', key)).status, 404);
  assert.equal((await restore(id)).body.slug, 'present-2');
  assert.equal((await read('former')).headers.location, '/v1/reviews/present-2');
});

test('what was scheduled for a time that has passed comes back as a draft', async () => {
  const { id } = await postReview(app);
  await app.send('POST', `/v1/reviews/${id}/publish`, {
    key: app.admin,
    body: { at: '2999-01-01T00:00:00Z' },
  });
  await remove(id);
  assert.equal((await restore(id)).body.status, 'scheduled');
  await remove(id);
  await app.db.$client`update reviews set published_at = now() - interval '1 hour' where id = ${id}`;
  const { body } = await restore(id);
  assert.deepEqual([body.status, body.publishedAt], ['draft', null]);
});

test('deleting for good needs trash:purge, and takes the history along but not the audit log', async () => {
  const { id } = await postReview(app);
  const { key } = await app.makeKey(['reviews:write', 'drafts:read']);
  assert.equal((await remove(id, '?permanent=true', key)).status, 403);
  assert.equal((await remove(id, '', key)).status, 204);
  assert.equal((await remove(id, '?permanent=true')).status, 204);
  assert.equal((await read(id, app.admin)).status, 404);
  const [kept] = await app.db
    .$client`select count(*)::integer as revisions from review_revisions where review_id = ${id}`;
  assert.equal(kept?.revisions, 0);
  const { body } = await app.send('GET', `/v1/audit?thing=${id}`, { key: app.admin });
  assert.deepEqual(
    body.data.map(({ action, from, to }: Record<string, unknown>) => [action, from, to]),
    [
      ['delete', 2, null],
      ['trash', 1, 2],
      ['create', null, 1],
    ],
  );
});

test('taking from the public, and bringing back to it, needs reviews:publish', async () => {
  const { id } = await postReview(app, { status: 'published' });
  const { key } = await app.makeKey(['reviews:write', 'drafts:read', 'trash:purge']);
  assert.equal((await remove(id, '', key)).status, 403);
  assert.equal((await remove(id, '?permanent=true', key)).status, 403);
  await remove(id);
  assert.equal((await restore(id, key)).status, 403);
});
