import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalPath, encodePath } from '../../src/content/text/site-path.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp({ SITE_URL_TEMPLATE: 'https://site.example/{language}/{slug}' });
const headers = { 'if-match': '*' };

const post = (body: unknown, key = app.admin) => app.send('POST', '/v1/redirects', { key, body });
const ask = (path: string, key?: string) =>
  app.send('GET', `/v1/redirects?path=${encodeURIComponent(path)}`, key === undefined ? {} : { key });
const write = (method: string, path: string, body?: unknown) =>
  app.send(method, path, { key: app.admin, headers, ...(body === undefined ? {} : { body }) });

const toReview = (slug: string) => ({ type: 'review', slug });
const toAddress = (url: string) => ({ type: 'address', url });
const locations = ({ body }: Answer): (string | null)[] =>
  body.data.map(({ location }: { location: string | null }) => location);

/** Posts a redirect to an address and gives its answer's body. */
async function postAddress(path: string, url = 'https://elsewhere.example/'): Promise<Answer['body']> {
  const posted = await post({ path, target: toAddress(url) });
  assert.equal(posted.status, 201, posted.text);
  return posted.body;
}

test('a redirect is created, asked for by its path, changed and deleted', async () => {
  const review = await postReview(app, { slug: 'simpo', status: 'published', language: 'ko' });
  const posted = await post({ path: '/412', target: toReview('simpo') });
  assert.equal(posted.status, 201, posted.text);
  const { id } = posted.body;
  assert.equal(posted.headers.location, `/v1/redirects/${id}`);
  assert.deepEqual(posted.body, {
    ...posted.body,
    ...{ path: '/412', location: 'https://site.example/ko/simpo', revision: 1 },
    target: { type: 'review', id: review.id, slug: 'simpo', url: null },
  });
  const asked = await ask('/412');
  assert.deepEqual(asked.body.data, [posted.body]);
  assert.deepEqual((await app.send('GET', `/v1/redirects/${id}`)).body, posted.body);
  // What was read can be sent.
  const { target } = posted.body;
  assert.equal((await write('PATCH', `/v1/redirects/${id}`, { target })).body.revision, 1);
  const url = 'https://elsewhere.example/about?a=b#c';
  const changed = await write('PATCH', `/v1/redirects/${id}`, { path: '/413', target: toAddress(url) });
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual([changed.body.location, changed.body.revision], [url, 2]);
  assert.deepEqual(locations(await ask('/412')), []);
  assert.deepEqual(locations(await ask('/413')), [url]);
  assert.equal((await write('DELETE', `/v1/redirects/${id}`)).status, 204);
  assert.deepEqual(locations(await ask('/413')), []);
});

test('a path is one redirect in every spelling that browsers and blogs give it', async () => {
  const spellings = [
    [
      '/entry/한글-제목',
      '/entry/%ED%95%9C%EA%B8%80-%ec%a0%9c%eb%aa%a9',
      '/entry/한글-제목/',
      '/entry/한글-제목'.normalize('NFD'),
    ],
    ['/?p=123', '/?p=%31%32%33'],
    ['/a b', '/a%20b', '/a%20b/?'],
    ['/what\'s-"new"-{50%}', '/what%27s-%22new%22-%7b50%25%7D'],
    ['/a%2Fb', '/a%2fb/'],
    ['/%B0%A1', '/%b0%a1'],
    ['/Title:-one', '/Title%3A-one'],
  ];
  for (const [at, [first = '', ...others]] of spellings.entries()) {
    const url = `https://elsewhere.example/${at}`;
    const { path } = await postAddress(first, url);
    for (const other of [first, ...others]) {
      assert.deepEqual(locations(await ask(other)), [url], other);
      const again = await post({ path: other, target: toAddress(url) });
      assert.equal(again.status, 409, again.text);
      assert.equal(again.body.errors[0].pointer, '/path');
    }
    assert.equal(canonicalPath(path).ok, true);
  }
  // These are other paths.
  for (const other of ['/a/b', '/?p=1234', '/title:-one', '/p=123', '/'])
    assert.deepEqual(locations(await ask(other)), [], other);
});

test('the canonical path is its own, and that of what a browser sends for it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'%41fCE9D5é한a/?&.;~ \'"') }),
  );
  const property = fc.property(text, (rest) => {
    const ruling = canonicalPath(`/${rest}`);
    if (!ruling.ok) return;
    assert.deepEqual(canonicalPath(ruling.value), ruling);
    assert.deepEqual(canonicalPath(encodePath(ruling.value)), ruling);
    assert.match(encodePath(ruling.value), /^\/(?!\/)[!$-;=?-Z_a-z~]*$/);
  });
  fc.assert(property, { numRuns: trials(2000) });
});

test('a path that no browser asks for, or an address that is none, is refused with its rule', async () => {
  const refused: [string, RegExp][] = [
    ['412', /starts with a slash/],
    ['https://blog.example/412', /without a host/],
    ['//evil.example', /two slashes/],
    ['/\\evil.example', /backslash/],
    ['/%5Cevil', /backslash/],
    ['/a%0D%0Ab', /control/],
    ['/a\nb', /control/],
    ['/a/../b', /segments/],
    ['/%2e%2E/b', /segments/],
    ['/a#b', /fragment/],
    [`/${'a'.repeat(600)}`, /600/],
  ];
  for (const [path, rule] of refused) {
    const answer = await post({ path, target: toAddress('https://elsewhere.example/') });
    assert.equal(answer.status, 422, path);
    assert.equal(answer.body.errors[0].pointer, '/path');
    assert.match(answer.body.errors[0].detail, rule);
    const asked = await ask(path);
    assert.equal(asked.status, 400, path);
    assert.match(asked.body.errors[0].detail, rule);
  }
  for (const url of [
    'javascript:alert(1)',
    'ftp://a.example/',
    '//a.example/',
    '/412',
    'https://u:p@a.example/',
  ])
    assert.equal((await post({ path: '/bad', target: toAddress(url) })).status, 422, url);
});

test('a target names one thing that is there', async () => {
  const category = await postThing(app, 'categories', { name: 'Agents', slug: 'agents' });
  const byCategory = await post({ path: '/category/agents', target: { type: 'category', slug: 'agents' } });
  assert.deepEqual(byCategory.body.target, { type: 'category', id: category.id, slug: 'agents', url: null });
  assert.equal(byCategory.body.location, '/v1/categories/agents');
  const refused: [object, string][] = [
    [{ type: 'address' }, '/target'],
    [{ type: 'address', url: 'https://a.example/', slug: 'simpo' }, '/target'],
    [{ type: 'review' }, '/target'],
    [{ type: 'review', slug: 'simpo', url: 'https://a.example/' }, '/target'],
    [{ type: 'review', slug: 'nowhere' }, '/target/slug'],
    [{ type: 'category', id: '0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90' }, '/target/id'],
    [{ type: 'tag', slug: 'simpo' }, '/target/type'],
  ];
  for (const [target, pointer] of refused) {
    const answer = await post({ path: '/target', target });
    assert.equal(answer.status, 422, JSON.stringify(target));
    assert.equal(answer.body.errors[0].pointer, pointer);
  }
});

test('the public sees a redirect only while it sees the review, wherever that is by then', async () => {
  const draft = await postReview(app, { slug: 'hidden-one', language: 'en' });
  const posted = await post({ path: '/77', target: toReview('hidden-one') });
  const member = `/v1/redirects/${posted.body.id}`;
  const assertHidden = async (when: string) => {
    const asked = await ask('/77');
    assert.deepEqual(asked.body.data, [], when);
    const { status, text } = await app.send('GET', member);
    assert.equal(status, 404, when);
    assert.ok(!text.includes('hidden-one'), when);
    assert.equal(locations(await ask('/77', app.admin)).length, 1, when);
  };
  const assertSeen = async (slug: string, when: string) => {
    assert.deepEqual(locations(await ask('/77')), [`https://site.example/en/${slug}`], when);
    assert.equal((await app.send('GET', member)).body.target.slug, slug, when);
  };
  const review = `/v1/reviews/${draft.id}`;
  await assertHidden('a draft');
  await write('POST', `${review}/publish`);
  await assertSeen('hidden-one', 'published');
  await write('PATCH', review, { slug: 'renamed-one' });
  await assertSeen('renamed-one', 'renamed');
  await write('POST', `${review}/unpublish`);
  await assertHidden('taken back');
  await write('PATCH', review, { status: 'published' });
  await assertSeen('renamed-one', 'published again');
  await write('POST', `${review}/archive`);
  await assertHidden('archived');
  await write('PATCH', review, { status: 'published' });
  await assertSeen('renamed-one', 'out of the archive');
  const { version } = (await app.send('GET', '/v1/changes')).body;
  await write('DELETE', review);
  await assertHidden('in the trash');
  const gone = (await app.send('GET', `/v1/changes?since=${version}`)).body.data;
  assert.ok(
    gone.some(
      ({ type, id, change }: Answer['body']) =>
        `${type} ${id} ${change}` === `redirect ${posted.body.id} gone`,
    ),
  );
  await write('POST', `${review}/restore`);
  await assertSeen('renamed-one', 'out of the trash');
  // It is purged with the review.
  assert.equal((await write('DELETE', `${review}?permanent=true`)).status, 204);
  assert.deepEqual(locations(await ask('/77', app.admin)), []);
  const audit = await app.send('GET', '/v1/audit?limit=5', { key: app.admin });
  assert.ok(
    audit.body.data.some(
      ({ thing, action }: Answer['body']) => thing.id === posted.body.id && action === 'delete',
    ),
  );
});

test('a writer who may not see drafts learns nothing of redirects to them', async () => {
  const { key } = await app.makeKey(['reviews:write']);
  const draft = await postReview(app, { slug: 'secret-draft' });
  await post({ path: '/78', target: toReview('secret-draft') });
  const collides = await post({ path: '/78', target: toAddress('https://a.example/') }, key);
  assert.equal(collides.status, 409);
  const names = [{ slug: 'secret-draft' }, { id: draft.id }, { slug: 'no-draft' }];
  for (const name of names) {
    const answer = await post({ path: '/79', target: { type: 'review', ...name } }, key);
    assert.equal(answer.status, 422);
    assert.match(answer.body.errors[0].detail, /^there is no review .* that this key may see$/);
  }
  const items = [{ type: 'redirect', data: { path: '/78', target: toAddress('https://a.example/') } }];
  const batch = await app.send('POST', '/v1/batch', { key, body: items });
  assert.equal(batch.body.data[0].status, 409, batch.text);
  for (const { text } of [collides, batch]) assert.ok(!text.includes('secret-draft'));
});

test('what the public is sent by takes reviews:publish to be made, changed or deleted', async () => {
  const writer = await app.makeKey(['drafts:read', 'reviews:write']);
  const { id: draftId } = await postReview(app, { slug: 'not-yet' });
  const send = (method: string, path: string, body?: object) =>
    app.send(method, path, { key: writer.key, headers, ...(body ? { body } : {}) });
  const address = toAddress('https://evil.example/');
  assert.equal((await post({ path: '/p1', target: address }, writer.key)).status, 403);
  assert.equal((await post({ path: '/p1', target: toReview('simpo') }, writer.key)).status, 403);
  const items = [{ type: 'redirect', data: { path: '/p1', target: address } }];
  assert.equal(
    (await app.send('POST', '/v1/batch', { key: writer.key, body: items })).body.data[0].status,
    403,
  );
  const { body } = await post({ path: '/p1', target: toReview('not-yet') }, writer.key);
  const member = `/v1/redirects/${body.id}`;
  assert.equal((await send('PATCH', member, { path: '/p2' })).status, 200);
  assert.equal((await send('PATCH', member, { target: address })).status, 403);
  assert.equal((await app.send('GET', member, { key: app.admin })).body.path, '/p2');
  await write('PATCH', `/v1/reviews/${draftId}`, { status: 'published' });
  assert.equal((await send('PATCH', member, { path: '/p3' })).status, 403);
  assert.equal((await send('DELETE', member)).status, 403);
  await write('POST', `/v1/reviews/${draftId}/unpublish`);
  assert.equal((await send('DELETE', member)).status, 204);
});

test('nobody is led in a circle: what is at its former address has no location', async () => {
  await postReview(app, { slug: 'circle', status: 'published', language: 'en' });
  const { body } = await post({ path: '/en/circle/', target: toReview('circle') });
  assert.equal(body.location, null);
  assert.deepEqual(locations(await ask('/en/circle')), [null]);
  assert.equal((await postAddress('/self', 'https://site.example/self/')).location, null);
  assert.notEqual((await postAddress('/self-2', 'https://elsewhere.example/self-2')).location, null);
  await write('PATCH', '/v1/reviews/circle', { slug: 'round' });
  assert.deepEqual(locations(await ask('/en/circle')), ['https://site.example/en/round']);
});

test('a category that redirects lead to is in use', async () => {
  await postThing(app, 'categories', { name: 'Old', slug: 'old' });
  const { body } = await post({ path: '/category/old', target: { type: 'category', slug: 'old' } });
  await write('PATCH', '/v1/categories/old', { slug: 'older' });
  assert.deepEqual(locations(await ask('/category/old')), ['/v1/categories/older']);
  const refused = await write('DELETE', '/v1/categories/older');
  assert.deepEqual([refused.status, refused.body.type.split('/').at(-1)], [409, 'in-use']);
  await write('DELETE', `/v1/redirects/${body.id}`);
  assert.equal((await write('DELETE', '/v1/categories/older')).status, 204);
});

test('a batch saves redirects by their paths, after the reviews that it makes', async () => {
  const review = {
    ...{ slug: 'of-a-batch', title: 'Batch', body: 'Text.', language: 'en', status: 'published' },
    paper: { title: 'Of a batch' },
  };
  const items = (slug: string) => [
    { type: 'review', data: review },
    { type: 'redirect', data: { path: '/entry/%EB%B0%B0%EC%B9%98', target: toReview('of-a-batch') } },
    { type: 'redirect', data: { path: '/batch-2', target: toReview(slug) } },
  ];
  const send = async (body: object[], query = '') =>
    (await app.send('POST', `/v1/batch${query}`, { key: app.admin, body })).body.data.map(
      ({ outcome, status, changed }: Answer['body']) => [outcome ?? status, ...changed],
    );
  assert.deepEqual(await send(items('of-a-batch'), '?dryRun=true'), [['created'], ['created'], ['created']]);
  assert.deepEqual(await send(items('of-a-batch')), [['created'], ['created'], ['created']]);
  assert.deepEqual(await send(items('of-a-batch')), [['unchanged'], ['unchanged'], ['unchanged']]);
  assert.deepEqual(await send(items('simpo'), '?atomic=true'), [
    ['unchanged'],
    ['unchanged'],
    ['updated', 'target'],
  ]);
  assert.deepEqual(locations(await ask('/entry/배치')), ['https://site.example/en/of-a-batch']);
  const gone = [{ type: 'redirect', action: 'delete', data: { path: '/batch-2/' } }];
  assert.deepEqual(await send(gone), [['deleted']]);
  assert.deepEqual(await send(gone), [[404]]);
});

test('of writes that claim a path at once, one has it', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      post({ path: '/claimed', target: toAddress(`https://a.example/${number}`) }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409]);
});

test('what the public asks by path is answered by one statement, and then by none', async () => {
  await postAddress('/hot', 'https://elsewhere.example/hot');
  await ask('/hot');
  await postAddress('/cold');
  const first = await app.countStatements(() => ask('/hot'));
  assert.equal(first.length, 1, first.join('\n'));
  const second = await app.countStatements(async () =>
    assert.deepEqual(locations(await ask('/hot')).length, 1),
  );
  assert.deepEqual(second, []);
  // A change of another kind of thing leaves it cached.
  await postThing(app, 'tags', { name: 'unrelated' });
  assert.deepEqual(await app.countStatements(() => ask('/hot')), []);
});
