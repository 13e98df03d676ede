import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const any = { 'if-match': '*' };
const write = (method: string, slug: string, body?: object, headers: Record<string, string> = any) =>
  app.send(method, `/v1/reviews/${slug}/draft`, { key: app.admin, headers, ...(body ? { body } : {}) });
const publish = (slug: string, headers?: Record<string, string>) =>
  app.send('POST', `/v1/reviews/${slug}/publish`, { key: app.admin, ...(headers ? { headers } : {}) });

test('the first PUT or PATCH starts a working copy, and the public answer stays byte-identical until it is published', async () => {
  const { slug, id } = await postReview(app, { status: 'published', tags: ['kept'], body: 'Old words.' });
  const before = await app.send('GET', `/v1/reviews/${slug}`);
  const list = await app.send('GET', '/v1/reviews');
  const started = await write('PATCH', slug, {
    body: 'New words.',
    tags: ['kept', 'brand new'],
    slug: 'renamed',
  });
  assert.deepEqual(
    [started.status, started.body.baseRevision, started.body.revision],
    [200, 1, 1],
    started.text,
  );
  const changed = await write(
    'PATCH',
    slug,
    { summary: 'Now with one.' },
    { 'if-match': started.headers.etag ?? '' },
  );
  assert.deepEqual([changed.body.revision, changed.body.body], [2, 'New words.']);
  const after = await app.send('GET', `/v1/reviews/${slug}`);
  assert.deepEqual([after.text, after.headers.etag], [before.text, before.headers.etag]);
  assert.equal((await app.send('GET', '/v1/reviews')).text, list.text);
  assert.equal((await app.send('GET', '/v1/tags/brand-new')).status, 404);
  const published = await publish(slug);
  assert.equal(published.status, 200, published.text);
  const { body } = await app.send('GET', '/v1/reviews/renamed');
  assert.deepEqual(
    {
      id: body.id,
      body: body.body,
      summary: body.summary,
      revision: body.revision,
      publishedAt: body.publishedAt,
    },
    { id, body: 'New words.', summary: 'Now with one.', revision: 2, publishedAt: before.body.publishedAt },
  );
  assert.equal((await app.send('GET', `/v1/reviews/${slug}`)).status, 308);
  assert.equal((await app.send('GET', '/v1/reviews/renamed/draft', { key: app.admin })).status, 404);
});

test('a working copy whose base has moved on is published only with the present ETag', async () => {
  const { slug } = await postReview(app, { status: 'published' });
  await write('PATCH', slug, { title: 'From the working copy' });
  const moved = await app.send('PATCH', `/v1/reviews/${slug}`, {
    key: app.admin,
    headers: any,
    body: { title: 'Meanwhile' },
  });
  const refused = await publish(slug);
  assert.equal(refused.status, 409);
  assert.match(refused.body.detail, /revision 1, now 2/);
  assert.equal((await app.send('GET', `/v1/reviews/${slug}`)).body.title, 'Meanwhile');
  assert.equal((await publish(slug, { 'if-match': '"1-stale"' })).status, 412);
  const done = await publish(slug, { 'if-match': moved.headers.etag ?? '' });
  assert.deepEqual([done.status, done.body.title], [200, 'From the working copy']);
});

test('PUT replaces the working copy and empties what is not sent; DELETE throws it away', async () => {
  const { slug, paper } = await postReview(app, { status: 'published', summary: 'x', tags: ['a'] });
  const put = await write('PUT', slug, { paper: paper.slug, body: 'All new.', language: 'ko' });
  assert.deepEqual([put.body.summary, put.body.tags, put.body.language], [null, [], 'ko'], put.text);
  assert.deepEqual((await app.send('GET', `/v1/reviews/${slug}/draft`, { key: app.admin })).body, put.body);
  assert.equal((await write('DELETE', slug, undefined, { 'if-match': '"9-x"' })).status, 412);
  assert.equal((await write('DELETE', slug)).status, 204);
  assert.equal((await write('DELETE', slug)).status, 404);
});

test('a working copy is for published reviews, refers to what is there, needs If-Match, and its own scopes', async () => {
  const draft = await postReview(app);
  assert.equal((await write('PATCH', draft.slug, { title: 'x' })).status, 409);
  const { slug } = await postReview(app, { status: 'published' });
  assert.equal((await write('PATCH', slug, { title: 'x' }, {})).status, 428);
  assert.equal((await write('PATCH', slug, { title: 'x' }, { 'if-match': '"1-x"' })).status, 412);
  for (const [body, pointer] of [
    [{ category: 'nowhere' }, '/category'],
    [{ paper: 'nothing' }, '/paper'],
    [{ reviewedVersion: 9 }, '/reviewedVersion'],
  ] as const) {
    const answer = await write('PATCH', slug, body);
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, pointer]);
  }
  await write('PATCH', slug, { title: 'secret title' });
  assert.equal((await app.send('GET', `/v1/reviews/${slug}/draft`)).status, 401);
  const { key } = await app.makeKey(['reviews:write']);
  assert.equal((await app.send('GET', `/v1/reviews/${slug}/draft`, { key })).status, 403);
  // A key that does not see the working copy can start one, and not change another's.
  const asked = { key, headers: any, body: { title: 'y' } };
  const refused = await app.send('PATCH', `/v1/reviews/${slug}/draft`, asked);
  assert.equal(refused.status, 409);
  assert.ok(!refused.text.includes('secret title'));
  const own = await postReview(app, { status: 'published' });
  assert.equal((await app.send('PATCH', `/v1/reviews/${own.slug}/draft`, asked)).status, 200);
});

test('of many writers with one ETag one changes the working copy, the rest are told', async () => {
  const { slug } = await postReview(app, { status: 'published' });
  const { headers } = await write('PATCH', slug, { title: 'start' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      write('PATCH', slug, { title: `writer ${at}` }, { 'if-match': headers.etag ?? '' }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, ...Array.from({ length: 19 }, () => 412)]);
});
