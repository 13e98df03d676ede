import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { newArxivId, postReview, postThing } from '../support/things.ts';

// Nothing can be read without a key here, but by a link.
const app = await startTestApp({
  LOG_LEVEL: 'warn',
  PUBLIC_READ: false,
  PUBLIC_URL: 'https://api.example.org/',
});
const any = { 'if-match': '*' };

interface Link {
  id: string;
  path: string;
  expiresAt: string;
  createdAt: string;
}

async function link(review: string, { of = '', body }: { of?: string; body?: object } = {}): Promise<Link> {
  const path = `/v1/reviews/${review}/preview-links${of && `?of=${of}`}`;
  const answer = await app.send('POST', path, { key: app.admin, ...(body ? { body } : {}) });
  assert.equal(answer.status, 201, answer.text);
  const { origin, pathname, search } = new URL(answer.body.url);
  assert.equal(origin, 'https://api.example.org');
  return { ...answer.body, path: pathname + search };
}

const open = (path: string, key?: string) => app.send('GET', path, key === undefined ? {} : { key });
const read = async (id: string) => (await app.send('GET', `/v1/reviews/${id}`, { key: app.admin })).body;
const edit = async (id: string, body: object) => {
  const answer = await app.send('PATCH', `/v1/reviews/${id}/draft`, { key: app.admin, headers: any, body });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const day = 86_400_000;
const lifeOf = ({ createdAt, expiresAt }: Link) => Date.parse(expiresAt) - Date.parse(createdAt);

test('a link shows a draft as it stands to whoever has it, in two statements, and tells caches and crawlers to leave it', async () => {
  const { id } = await postReview(app, { tags: ['seen early'], title: 'First words' });
  const { path } = await link(id);
  const patched = await app.send('PATCH', `/v1/reviews/${id}`, {
    key: app.admin,
    headers: any,
    body: { title: 'Better words' },
  });
  assert.equal(patched.status, 200);
  let answer = await open(path);
  const statements = await app.countStatements(async () => {
    answer = await open(path);
  });
  assert.equal(statements.length, 2, statements.join('\n'));
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.body, await read(id));
  assert.equal(answer.body.title, 'Better words');
  const { headers } = answer;
  assert.equal(headers['cache-control'], 'private, no-store');
  assert.equal(headers['x-robots-tag'], 'noindex');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  for (const name of ['surrogate-key', 'etag', 'last-modified']) assert.equal(headers[name], undefined, name);
  // A key, a wrong one too, is not looked at: the address is enough.
  assert.equal((await open(path, 'nonsense')).text, answer.text);
  assert.equal((await app.send('GET', `/v1/reviews/${id}`)).status, 401);
});

test('a link to the working copy shows what publishing it would make, and the review itself stays hidden by it', async () => {
  const arxiv = newArxivId();
  await postThing(app, 'papers', {
    title: 'Another work',
    identifiers: { arxiv },
    versions: [{ number: 1 }, { number: 2 }],
  });
  const category = await postThing(app, 'categories', { name: 'Aside' });
  const { id, slug } = await postReview(app, { status: 'published', tags: ['kept'], summary: 'Once.' });
  const missing = await app.send('POST', `/v1/reviews/${id}/preview-links?of=draft`, { key: app.admin });
  assert.equal(missing.status, 409, missing.text);
  await edit(id, {
    ...{ paper: `arxiv:${arxiv}`, category: category.slug, reviewedVersion: 1, slug: `${slug}-again` },
    ...{ tags: ['fresh Tag', 'kept', 'Fresh tag'], summary: null, title: 'Read again' },
    body: '## Limitations\n\nIt is $O(n^2)$.\n',
  });
  const { path } = await link(id, { of: 'draft' });
  const { status, body: shown } = await open(path);
  assert.equal(status, 200);
  const published = await read(id);
  assert.equal(published.summary, 'Once.');
  const statements = await app.countStatements(() => open(path));
  assert.equal(statements.length, 2, statements.join('\n'));

  const publish = await app.send('POST', `/v1/reviews/${id}/publish`, { key: app.admin });
  assert.equal(publish.status, 200, publish.text);
  const [tag] = publish.body.tags;
  assert.deepEqual(shown.tags[0], { ...tag, id: '00000000-0000-0000-0000-000000000000' });
  const { revision, updatedAt } = shown;
  assert.deepEqual(
    { ...shown, tags: [tag, ...shown.tags.slice(1)], revision: revision + 1, updatedAt: null },
    { ...publish.body, updatedAt: null },
  );
  assert.notEqual(updatedAt, published.updatedAt);
  assert.equal(shown.outdated, true);
  assert.match(shown.html, /<math/);
  assert.equal((await open(path)).status, 404, 'the working copy is no more');
});

test('what a working copy refers to and is gone since does not break its preview', async () => {
  const paper = await postThing(app, 'papers', { title: 'Soon gone' });
  const category = await postThing(app, 'categories', { name: 'Soon gone' });
  const review = await postReview(app, { status: 'published' });
  await edit(review.id, { paper: paper.id, category: category.id });
  const { path } = await link(review.id, { of: 'draft' });
  assert.equal((await open(path)).body.paper.id, paper.id);
  for (const [kind, { id }] of Object.entries({ papers: paper, categories: category })) {
    const gone = await app.send('DELETE', `/v1/${kind}/${id}`, { key: app.admin, headers: any });
    assert.equal(gone.status, 204, gone.text);
  }
  const { status, body } = await open(path);
  assert.deepEqual([status, body.paper, body.category], [200, review.paper, null]);
});

test('expired, revoked, tampered with and of a deleted review, an address is answered alike', async () => {
  const post = () => postReview(app, {});
  const [review, trashed, purged] = [await post(), await post(), await post()];
  const [expired, revoked, working] = [await link(review.id), await link(review.id), await link(review.id)];
  const [hidden, lost] = [await link(trashed.id), await link(purged.id)];
  await app.db.$client`update preview_links set expires_at = now() where id = ${expired.id}`;
  const remove = async (path: string) =>
    (await app.send('DELETE', `/v1/reviews/${path}`, { key: app.admin, headers: any })).status;
  assert.equal(await remove(`${review.id}/preview-links/${revoked.id}`), 204);
  assert.equal(await remove(trashed.id), 204);
  assert.equal(await remove(`${purged.id}?permanent=true`), 204);
  const mistyped = working.path.slice(0, -1) + (working.path.endsWith('0') ? '1' : '0');
  const refused = [
    ...[expired.path, revoked.path, hidden.path, lost.path, mistyped],
    ...[working.path.replace(/=.*/, '='), working.path.replace(/=.*/, `=${app.admin}`)],
    // The token of another link, and no link at all.
    ...[working.path.replace(working.id, hidden.id), working.path.replace(working.id, 'nothing')],
  ];
  const answers = await Promise.all(
    refused.map(async (path) => {
      const { status, body, headers } = await open(path);
      const { 'x-request-id': _id, 'content-length': _length, date: _date, ...told } = headers;
      return JSON.stringify([status, { ...body, instance: null }, told]);
    }),
  );
  assert.match(answers[0] ?? '', /^\[404,.*noindex.*no-store/);
  assert.deepEqual(new Set(answers), new Set([answers[0]]));
  assert.equal((await open(working.path)).status, 200);
  const restored = await app.send('POST', `/v1/reviews/${trashed.id}/restore`, { key: app.admin });
  assert.equal(restored.status, 200);
  assert.equal((await open(hidden.path)).status, 200, 'with its review a link comes back');
});

test('what can be no link is refused without the database', async () => {
  const { path, id } = await link((await postReview(app, {})).id);
  const statements = await app.countStatements(async () => {
    for (const wrong of [`${path}x`, path.replace(id, 'nothing'), `/v1/previews/${id}?token=`])
      assert.equal((await open(wrong)).status, 404);
  });
  assert.deepEqual(statements, []);
});

test('a link works for a week, or as long as it is told, within 90 days', async () => {
  const { id } = await postReview(app, {});
  assert.equal(lifeOf(await link(id)), 7 * day);
  assert.equal(lifeOf(await link(id, { body: { expiresIn: 60 } })), 60_000);
  for (const expiresIn of [0, 90 * 86_400 + 1, 1.5, '60', null]) {
    const body = { expiresIn };
    const path = `/v1/reviews/${id}/preview-links`;
    const { status, body: problem } = await app.send('POST', path, { key: app.admin, body });
    assert.deepEqual([status, problem.errors[0].pointer], [422, '/expiresIn'], String(expiresIn));
  }
});

test('the links that work are listed without their addresses, those that have expired are dropped', async () => {
  const { id, slug } = await postReview(app, {});
  const [first, second, gone] = [await link(id), await link(id), await link(id)];
  await app.db.$client`update preview_links set expires_at = now() where id = ${gone.id}`;
  const list = async (query = '') =>
    app.send('GET', `/v1/reviews/${slug}/preview-links${query}`, { key: app.admin });
  const { status, text, body } = await list();
  const { createdAt, expiresAt } = second;
  assert.equal(status, 200);
  assert.deepEqual(body.data[0], { id: second.id, of: 'current', createdAt, expiresAt });
  assert.equal(body.data.length, 2);
  assert.doesNotMatch(text, /pvw_|[0-9a-f]{64}/);
  const page = (await list('?limit=1')).body.page;
  assert.equal((await list(`?limit=1&after=${page.next}`)).body.data[0].id, first.id);

  const count = async () =>
    (await app.db.$client`select count(*)::integer as count from preview_links where review_id = ${id}`)[0]
      ?.count;
  assert.equal(await count(), 3);
  const statements = await app.countStatements(() => link(id));
  assert.equal(statements.length, 7, statements.join('\n'));
  assert.equal(await count(), 3, 'one more, and the expired one is dropped');
});

test('links are in the audit log, and nothing of the review or the site changes by them', async () => {
  const review = await postReview(app, {});
  const versions = () => app.db.$client`select site_version, public_version from site_state`;
  const before = await versions();
  const { id } = await link(review.id);
  await app.send('DELETE', `/v1/reviews/${review.id}/preview-links/${id}`, { key: app.admin });
  const { body } = await app.send('GET', '/v1/audit?limit=2', { key: app.admin });
  const told = body.data.map(({ action, thing }: { action: string; thing: { id: string } }) => [
    action,
    thing.id,
  ]);
  assert.deepEqual(told, [
    ['revoke-preview', review.id],
    ['link-preview', review.id],
  ]);
  assert.deepEqual(await versions(), before);
  assert.deepEqual(await read(review.id), review);
});

test('no link is made to what is in the trash, nor revoked through another review', async () => {
  const [one, other] = [await postReview(app, {}), await postReview(app, {})];
  const { id } = await link(one.id);
  const revoke = `/v1/reviews/${other.id}/preview-links/${id}`;
  assert.equal((await app.send('DELETE', revoke, { key: app.admin })).status, 404);
  await app.send('DELETE', `/v1/reviews/${one.id}`, { key: app.admin, headers: any });
  const refused = await app.send('POST', `/v1/reviews/${one.id}/preview-links`, { key: app.admin });
  assert.equal(refused.status, 409, refused.text);
});
