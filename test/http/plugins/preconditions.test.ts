import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidateVersions } from '../../../src/db/unit-of-work/version-watcher.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

const app = await startTestApp();
const review = await postReview(app, { status: 'published', slug: 'dated', tags: ['dated'] });
await postThing(app, 'categories', { name: 'Shelf', slug: 'shelf' });

const changedAt = '2024-05-06T07:08:09.500Z';
const [within, next] = ['Mon, 06 May 2024 07:08:09 GMT', 'Mon, 06 May 2024 07:08:10 GMT'];
const future = new Date(Date.now() + 86_400_000).toUTCString();
/** Makes everything as old as that. */
async function age(): Promise<void> {
  for (const table of ['reviews', 'papers', 'tags', 'categories'])
    await app.db.$client.unsafe(`update ${table} set updated_at = '${changedAt}'`);
  await app.db.$client`
    update site_state set public_version = public_version + 1, public_changed_at = ${changedAt}::timestamptz`;
  invalidateVersions(app.db);
}

const reads = ['/v1/reviews', '/v1/reviews/dated', '/v1/tags', '/v1/reviews/dated.md', '/feeds/atom.xml'];
const things = [
  '/v1/reviews/dated',
  `/v1/papers/${review.paper.slug}`,
  '/v1/tags/dated',
  '/v1/categories/shelf',
];
type Headers = Record<string, string>;

test('a read is a 412 when If-Match names no state of it, else when it is newer than If-Unmodified-Since', async () => {
  await age();
  for (const path of reads) {
    const { etag = '', 'last-modified': date = '' } = (await app.send('GET', path)).headers;
    assert.equal(date, next, path);
    // By the time that all is told, the answer is in memory.
    assert.equal((await app.send('GET', path)).headers['x-cache'], 'hit', path);
    const cases: [Headers, number][] = [
      [{ 'if-match': etag }, 200],
      [{ 'if-match': `"other", ${etag}` }, 200],
      [{ 'if-match': '*' }, 200],
      [{ 'if-match': '"other"' }, 412],
      [{ 'if-match': `W/${etag}` }, 412],
      [{ 'if-match': etag, 'if-unmodified-since': within }, 200],
      [{ 'if-match': '"other"', 'if-unmodified-since': next }, 412],
      [{ 'if-match': '"other"', 'if-none-match': etag }, 412],
      [{ 'if-match': etag, 'if-none-match': etag }, 304],
      [{ 'if-unmodified-since': within }, 412],
      [{ 'if-unmodified-since': next }, 200],
      [{ 'if-unmodified-since': future }, 200],
      [{ 'if-unmodified-since': within, 'if-none-match': etag }, 412],
      [{ 'if-unmodified-since': next, 'if-none-match': etag }, 304],
      [{ 'if-unmodified-since': next, 'if-modified-since': next }, 304],
      [{ 'if-none-match': '"other"', 'if-modified-since': next }, 200],
      [{ 'if-unmodified-since': 'yesterday' }, 200],
      [{ 'if-unmodified-since': `${Date.now()}` }, 200],
    ];
    for (const method of ['GET', 'HEAD'])
      for (const [headers, status] of cases) {
        const answer = await app.send(method, path, { headers });
        assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(headers)}`);
        if (status !== 412) continue;
        assert.deepEqual([answer.headers.etag, answer.headers['last-modified']], [etag, undefined]);
        if (method === 'GET') assert.equal(answer.body.type, '/problems/precondition-failed');
      }
  }
});

test('the last of thousands of ETags counts like the first, out of memory and past it', async () => {
  const many = '"a",'.repeat(3000);
  for (const path of reads) {
    const { etag = '' } = (await app.send('GET', path)).headers;
    // What a preflight has takes a request past the memory.
    for (const past of [{}, { 'access-control-request-method': 'GET' }] as Headers[])
      for (const [headers, status] of [
        [{ 'if-none-match': `${many}${etag}` }, 304],
        [{ 'if-none-match': `${etag},${many}` }, 304],
        [{ 'if-none-match': many }, 200],
        [{ 'if-match': `${many}${etag}` }, 200],
        [{ 'if-match': many }, 412],
      ] as const)
        assert.equal(
          (await app.send('GET', path, { headers: { ...past, ...headers } })).status,
          status,
          path,
        );
  }
});

test('preconditions are ignored where the answer would be no success without them', async () => {
  for (const headers of [{ 'if-match': '"other"' }, { 'if-unmodified-since': within }] as Headers[])
    assert.equal((await app.send('GET', '/v1/reviews/none', { headers })).status, 404);
});

test('If-Unmodified-Since refuses a change of what was changed in its second or later, and never replaces If-Match', async () => {
  for (const path of things)
    for (const [method, body] of [
      ['PATCH', {}],
      ['DELETE', undefined],
    ] as const) {
      await age();
      const write = (headers: Headers) =>
        app.send(method, path, { key: app.admin, headers, ...(body ? { body } : {}) });
      assert.equal((await write({ 'if-unmodified-since': within })).status, 412, `${method} ${path}`);
      for (const date of [next, 'yesterday'])
        assert.equal((await write({ 'if-unmodified-since': date })).status, 428, `${method} ${path}`);
      if (method === 'DELETE') continue;
      const matched = await write({ 'if-match': '*', 'if-unmodified-since': within });
      assert.equal(matched.status, 200, `${method} ${path}: If-Match goes first`);
    }
});

test('a PUT creates whatever the date, and is a 412 or 428 for what is there', async () => {
  await age();
  const put = (slug: string, date: string) =>
    app.send('PUT', `/v1/tags/${slug}`, {
      ...{ key: app.admin, headers: { 'if-unmodified-since': date }, body: { name: slug } },
    });
  assert.equal((await put('created', within)).status, 201);
  assert.equal((await put('dated', within)).status, 412);
  assert.equal((await put('dated', next)).status, 428);
});

test('a date does not stand in for the ETag where an action can do without both', async () => {
  const paper = `/v1/papers/${review.paper.slug}`;
  for (const [path, body] of [
    ['/v1/reviews/dated/publish', {}],
    ['/v1/reviews/dated/revisions/1/restore', {}],
    [`${paper}/versions`, { number: 2 }],
  ] as const) {
    await age();
    const act = (date: string) =>
      app.send('POST', path, {
        ...{ key: app.admin, headers: { 'if-unmodified-since': date }, ...(body ? { body } : {}) },
      });
    assert.equal((await act(within)).status, 412, path);
    assert.equal((await act(next)).status, 428, path);
    assert.ok((await act('yesterday')).status < 300, path);
  }
});
