import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const read = (reference: string, key?: string) =>
  app.send('GET', `/v1/tags/${encodeURIComponent(reference)}`, key === undefined ? {} : { key });

const change = (method: 'PUT' | 'PATCH' | 'DELETE', reference: string, body?: unknown) =>
  app.send(method, `/v1/tags/${encodeURIComponent(reference)}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { body }),
  });

const changeReview = (method: 'PATCH' | 'DELETE', id: string, body?: unknown) =>
  app.send(method, `/v1/reviews/${id}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { body }),
  });

const post = (body: unknown) => app.send('POST', '/v1/tags', { key: app.admin, body });

const pointers = ({ body }: Answer): string[] => [
  ...new Set<string>(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()),
];

test('a tag is created public, read back by slug and id, and gone after its deletion', async () => {
  const posted = await post({ name: '  World Model ', description: 'Agents\nin a learned simulator.' });
  assert.equal(posted.status, 201, posted.text);
  assert.equal(posted.headers.location, '/v1/tags/world-model');
  const { id, createdAt, updatedAt } = posted.body;
  assert.deepEqual(posted.body, {
    ...posted.body,
    slug: 'world-model',
    name: 'World Model',
    description: 'Agents\nin a learned simulator.',
    reviewCount: 0,
    revision: 1,
  });
  assert.equal(createdAt, updatedAt);
  for (const reference of ['world-model', id, id.toUpperCase()]) {
    const seen = await read(reference);
    assert.deepEqual(seen.body, posted.body);
    assert.equal(seen.headers.etag, posted.headers.etag);
  }
  assert.equal((await change('DELETE', id)).status, 204);
  assert.equal((await read('world-model')).status, 404);
  assert.equal((await post({ name: 'world model' })).body.slug, 'world-model');
});

test('names that fold alike are one tag: another with such a name is a 409 that names it', async () => {
  await postThing(app, 'tags', { name: 'Ａttention', slug: 'attention-here' });
  const other = await postThing(app, 'tags', { name: 'something else' });
  for (const name of ['attention', 'ATTENTION', ' Attention ', 'ａｔｔｅｎｔｉｏｎ']) {
    for (const answer of [
      await post({ name }),
      await post({ name, slug: 'a-slug-of-its-own' }),
      await change('PATCH', other.id, { name }),
      await change('PUT', other.id, { name }),
    ]) {
      assert.deepEqual([answer.status, answer.body.type], [409, '/problems/conflict'], name);
      assert.match(answer.body.detail, /"attention-here"/);
      assert.deepEqual(pointers(answer), ['/name']);
    }
  }
  assert.deepEqual((await read(other.id)).body, other);
});

test('a tag can take another spelling of its own name', async () => {
  const tag = await postThing(app, 'tags', { name: 'lora' });
  const { status, body } = await change('PATCH', tag.id, { name: 'LoRA' });
  assert.equal(status, 200);
  assert.deepEqual(body, { ...tag, name: 'LoRA', revision: 2, updatedAt: body.updatedAt });
});

test('posts in NFD and NFC name one tag, stored composed', async () => {
  const review = await postReview(app, { tags: ['강화 학습'.normalize('NFD')] });
  const again = await postReview(app, { tags: ['강화 학습'] });
  assert.deepEqual(again.tags, review.tags);
  assert.equal(review.tags[0].name, '강화 학습');
  assert.equal(review.tags[0].slug, '강화-학습');
});

test('a post creates the tags there are not, connects those there are and never renames one', async () => {
  const known = await postThing(app, 'tags', { name: 'Known Tag', description: 'kept' });
  const review = await postReview(app, { tags: ['New Tag', 'KNOWN TAG', 'new tag'], status: 'published' });
  assert.deepEqual(
    review.tags.map(({ name }: { name: string }) => name),
    ['New Tag', 'Known Tag'],
  );
  assert.equal(review.tags[1].id, known.id);
  assert.deepEqual((await read('known-tag')).body, { ...known, reviewCount: 1 });
});

test('parallel posts of one new tag name make one tag', async () => {
  const reviews = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      postReview(app, { tags: index % 2 ? ['Race One', 'race two'] : ['RACE TWO', 'race one'] }),
    ),
  );
  const ids = new Set(reviews.flatMap(({ tags }) => tags.map(({ id }: { id: string }) => id)));
  assert.equal(ids.size, 2);
  const posts = await Promise.all(Array.from({ length: 8 }, () => post({ name: 'Race Three' })));
  assert.deepEqual(posts.map(({ status }) => status).sort(), [201, ...Array.from({ length: 7 }, () => 409)]);
});

test('C, C++ and C# are three tags with three slugs', async () => {
  const review = await postReview(app, { tags: ['C++', 'C#', 'C', 'c++'], status: 'published' });
  assert.deepEqual(
    review.tags.map(({ name }: { name: string }) => name),
    ['C++', 'C#', 'C'],
  );
  const slugs = review.tags.map(({ slug }: { slug: string }) => slug);
  assert.equal(new Set(slugs).size, 3);
  for (const { id, slug } of review.tags) assert.equal((await read(slug)).body.id, id);
  assert.equal((await post({ name: 'c#' })).status, 409);
});

test('a name of symbols only has a slug too', async () => {
  const [one, two] = [await post({ name: '★' }), await post({ name: '∀∃' })];
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.notEqual(one.body.slug, two.body.slug);
});

test('a tag made by a post is public from its first published review on, and stays so', async () => {
  const hiddenEverywhere = async (slug: string) => {
    assert.equal((await read(slug)).status, 404);
    assert.equal((await app.send('GET', `/v1/reviews?tag=${slug}`)).body.data.length, 0);
    const { body } = await app.send('GET', '/v1/tags?limit=100&total=true');
    assert.ok(!body.data.some((tag: { slug: string }) => tag.slug === slug));
    const seen = await app.send('GET', '/v1/tags?limit=100&total=true', { key: app.admin });
    assert.ok(seen.body.data.some((tag: { slug: string }) => tag.slug === slug));
    assert.ok(seen.body.page.total > body.page.total);
  };
  const review = await postReview(app, { tags: ['first seen later'] });
  await hiddenEverywhere('first-seen-later');
  await changeReview('PATCH', review.id, { status: 'archived' });
  await hiddenEverywhere('first-seen-later');
  await changeReview('PATCH', review.id, { status: 'published' });
  assert.equal((await read('first-seen-later')).body.reviewCount, 1);
  const [added] = (await changeReview('PATCH', review.id, { tags: ['added in public'] })).body.tags;
  assert.equal((await read(added.slug)).body.reviewCount, 1);
  assert.equal((await read('first-seen-later')).body.reviewCount, 0);
  await changeReview('DELETE', review.id);
  assert.equal((await read(added.slug)).body.reviewCount, 0);
});

test('reviewCount counts published reviews only', async () => {
  const tag = await postThing(app, 'tags', { name: 'counted' });
  const counted = async () => (await read(tag.id, app.admin)).body.reviewCount;
  const draft = await postReview(app, { tags: ['counted'] });
  assert.equal(await counted(), 0);
  await postReview(app, { tags: ['counted', 'with another'], status: 'published' });
  await changeReview('PATCH', draft.id, { status: 'published' });
  assert.equal(await counted(), 2);
  await changeReview('PATCH', draft.id, { status: 'archived' });
  assert.equal(await counted(), 1);
});

test('a tag that reviews have, drafts too, cannot be deleted: a 409 says how many', async () => {
  const tag = await postThing(app, 'tags', { name: 'held' });
  const reviews = [
    await postReview(app, { tags: ['held'] }),
    await postReview(app, { tags: ['held'], status: 'published' }),
    await postReview(app, { tags: ['HELD'] }),
  ];
  const refused = await change('DELETE', tag.slug);
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/in-use']);
  assert.match(refused.body.detail, /\b3 reviews/);
  await changeReview('PATCH', reviews[0].id, { tags: [] });
  assert.match((await change('DELETE', tag.slug)).body.detail, /\b2 reviews/);
  for (const { id } of reviews.slice(1)) await changeReview('DELETE', `${id}?permanent=true`);
  assert.equal((await change('DELETE', tag.slug)).status, 204);
});

test('a review has at most 50 tags', async () => {
  const names = Array.from({ length: 51 }, (_, index) => `many ${index}`);
  const fifty = await postReview(app, { tags: names.slice(0, 50) });
  assert.deepEqual(
    fifty.tags.map(({ name }: { name: string }) => name),
    names.slice(0, 50),
  );
  const more = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview({ tags: names }) });
  assert.deepEqual([more.status, pointers(more)], [422, ['/tags']]);
  const patched = await changeReview('PATCH', fifty.id, { tags: names });
  assert.deepEqual([patched.status, pointers(patched)], [422, ['/tags']]);
});

test('a name is at most 200 code points as sent and when folded: longer ones are a 422', async () => {
  // U+FDFA is one character and 18 when folded.
  for (const [name, fits] of [
    ['x'.repeat(200), true],
    ['x'.repeat(201), false],
    [`  ${'y'.repeat(200)}  `, true],
    ['𝔘'.repeat(200), true],
    ['\uFDFA'.repeat(11), true],
    ['\uFDFA'.repeat(12), false],
    ['\uFDFA'.repeat(200), false],
  ] as const) {
    const tag = await post({ name });
    assert.equal(tag.status, fits ? 201 : 422, `${name.length} ${tag.text}`);
    const review = await app.send('POST', '/v1/reviews', {
      key: app.admin,
      body: newReview({ tags: ['fine', name] }),
    });
    assert.equal(review.status, fits ? 201 : 422, review.text);
    if (fits) continue;
    assert.deepEqual(pointers(tag), ['/name']);
    assert.deepEqual(pointers(review), ['/tags/1']);
  }
});

test('a name needs a visible character and refuses controls and direction marks', async () => {
  for (const name of ['', '   ', '\u200b', '\u3164', 'a\nb', 'a\u202eb', 'a\u0007b', '\u2066x\u2069']) {
    const tag = await post({ name });
    assert.equal(tag.status, 422, JSON.stringify(name));
    assert.deepEqual(pointers(tag), ['/name']);
    const body = newReview({ tags: [name] });
    const review = await app.send('POST', '/v1/reviews', { key: app.admin, body });
    assert.deepEqual([review.status, pointers(review)], [422, ['/tags/0']]);
  }
});

test('PUT empties the description that is not sent and leaves the slug; null empties it in a patch, and no name', async () => {
  const tag = await postThing(app, 'tags', { name: 'replaced', description: 'x' });
  const put = await change('PUT', tag.id, { name: 'renamed' });
  assert.deepEqual(put.body, {
    ...tag,
    ...{ name: 'renamed', description: null, revision: 2, updatedAt: put.body.updatedAt },
  });
  await change('PATCH', tag.id, { description: 'y' });
  assert.equal((await change('PATCH', tag.id, { description: null })).body.description, null);
  const refused = await change('PATCH', tag.id, { name: null, slug: null });
  assert.deepEqual([refused.status, pointers(refused)], [422, ['/name', '/slug']]);
});

test('a write that changes nothing keeps the revision and the ETag', async () => {
  const tag = await postThing(app, 'tags', { name: 'still', description: 'x' });
  const { headers } = await read(tag.id);
  for (const answer of [
    await change('PUT', tag.id, { name: ' still', description: 'x' }),
    await change('PATCH', tag.id, { slug: 'still' }),
    await change('PATCH', tag.id, {}),
  ]) {
    assert.deepEqual([answer.status, answer.headers.etag], [200, headers.etag]);
    assert.deepEqual(answer.body, tag);
  }
});

test('a renamed tag shows its new name in reviews, whose ETag changes with it and whose revision does not', async () => {
  const review = await postReview(app, { tags: ['before it'], status: 'published' });
  const path = `/v1/reviews/${review.slug}`;
  const before = await app.send('GET', path);
  await change('PATCH', 'before-it', { name: 'after it', slug: 'after-it' });
  const seen = await app.send('GET', path, { headers: { 'if-none-match': before.headers.etag ?? '' } });
  assert.equal(seen.status, 200);
  assert.deepEqual(seen.body.tags, [{ id: review.tags[0].id, slug: 'after-it', name: 'after it' }]);
  assert.equal(seen.body.revision, review.revision);
  const moved = await read('before-it');
  assert.deepEqual([moved.status, moved.headers.location], [308, '/v1/tags/after-it']);
  assert.equal((await app.send('GET', '/v1/reviews?tag=after-it')).body.data[0].id, review.id);
});

test('the old slug of a hidden tag leads nowhere without a key', async () => {
  await postReview(app, { tags: ['hidden before'] });
  await change('PATCH', 'hidden-before', { slug: 'hidden-after' });
  assert.equal((await read('hidden-before')).status, 404);
  assert.equal((await read('hidden-before', app.admin)).headers.location, '/v1/tags/hidden-after');
});

test('taxonomy:write is what changes a tag: without a key 401, without the scope 403', async () => {
  const tag = await postThing(app, 'tags', { name: 'guarded' });
  const { key } = await app.makeKey(['reviews:write', 'reviews:publish', 'papers:write', 'drafts:read']);
  for (const [method, path, body] of [
    ['POST', '/v1/tags', { name: 'T' }],
    ['PUT', `/v1/tags/${tag.id}`, { name: 'T' }],
    ['PATCH', `/v1/tags/${tag.id}`, { name: 'T' }],
    ['DELETE', `/v1/tags/${tag.id}`, undefined],
  ] as const) {
    const asked = { headers: { 'if-match': '*' }, ...(body ? { body } : {}) };
    assert.equal((await app.send(method, path, asked)).status, 401, method);
    const refused = await app.send(method, path, { key, ...asked });
    assert.equal(refused.status, 403, method);
    assert.match(refused.body.detail, /taxonomy:write/);
  }
  assert.deepEqual((await read(tag.id)).body, tag);
});

test('the slug of a name in compatibility jamo is as it is typed', async () => {
  for (const name of ['ㅋㅋㅋ', 'ㅠㅠ', 'ㄱㄴㄷ ㅏㅑ', 'ＡＢ ㅎㅎ']) {
    const tag = await postThing(app, 'tags', { name });
    assert.equal(tag.slug, name.replace('ＡＢ', 'ab').replace(' ', '-'));
    assert.equal((await app.send('GET', `/v1/tags/${encodeURIComponent(tag.slug)}`)).status, 200, name);
  }
});
