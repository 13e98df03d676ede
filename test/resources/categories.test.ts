import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const deepest = 8;

const read = (reference: string) => app.send('GET', `/v1/categories/${encodeURIComponent(reference)}`);

const change = (method: 'PUT' | 'PATCH' | 'DELETE', reference: string, body?: unknown) =>
  app.send(method, `/v1/categories/${encodeURIComponent(reference)}`, {
    key: app.admin,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { body }),
  });

const post = (body: unknown) => app.send('POST', '/v1/categories', { key: app.admin, body });

const pointers = ({ body }: Answer) => body.errors.map(({ pointer }: { pointer: string }) => pointer);

const pathOf = async (reference: string): Promise<string> => (await read(reference)).body.path;

/** A chain of categories, each inside the one before: `a-1` at the root, `a-2` in it … */
async function makeChain(name: string, length: number): Promise<string[]> {
  const slugs = Array.from({ length }, (_, index) => `${name}-${index + 1}`);
  for (const [index, slug] of slugs.entries()) {
    await postThing(app, 'categories', { name: slug, slug, parent: slugs[index - 1] ?? null });
  }
  return slugs;
}

test('a category is created public, read back by slug and id, and gone after its deletion', async () => {
  const posted = await post({ name: ' 논문 리뷰 ', position: -3, description: 'Newest\nfirst.' });
  assert.equal(posted.status, 201, posted.text);
  assert.equal(posted.headers.location, `/v1/categories/${encodeURIComponent('논문-리뷰')}`);
  const { id, createdAt, updatedAt } = posted.body;
  assert.deepEqual(posted.body, {
    ...posted.body,
    slug: '논문-리뷰',
    name: '논문 리뷰',
    position: -3,
    description: 'Newest\nfirst.',
    parent: null,
    path: '논문-리뷰',
    reviewCount: 0,
    revision: 1,
  });
  assert.equal(createdAt, updatedAt);
  for (const reference of ['논문-리뷰', '논문-리뷰'.normalize('NFD'), id, id.toUpperCase()]) {
    const seen = await read(reference);
    assert.deepEqual(seen.body, posted.body);
    assert.equal(seen.headers.etag, posted.headers.etag);
  }
  assert.equal((await change('DELETE', id)).status, 204);
  assert.equal((await read('논문-리뷰')).status, 404);
});

test('a parent is sent as id, slug or null, and answered as id, slug and name with the path from the root', async () => {
  const root = await postThing(app, 'categories', { name: 'Root here' });
  const byId = await postThing(app, 'categories', { name: 'By id', parent: root.id.toUpperCase() });
  const bySlug = await postThing(app, 'categories', { name: 'By slug', parent: 'by-id' });
  const none = await postThing(app, 'categories', { name: 'At the root', parent: null });
  assert.deepEqual(byId.parent, { id: root.id, slug: 'root-here', name: 'Root here' });
  assert.deepEqual(bySlug.parent, { id: byId.id, slug: 'by-id', name: 'By id' });
  assert.deepEqual(
    [byId.path, bySlug.path, none.path],
    ['root-here/by-id', 'root-here/by-id/by-slug', 'at-the-root'],
  );
  const review = await postReview(app, { category: bySlug.id });
  assert.deepEqual(review.category, {
    ...{ id: bySlug.id, slug: 'by-slug', name: 'By slug' },
    path: 'root-here/by-id/by-slug',
  });
});

test('a parent that is not there is a 422 at /parent', async () => {
  const category = await postThing(app, 'categories', { name: 'Orphan to be' });
  for (const answer of [
    await post({ name: 'T', parent: 'nowhere' }),
    await change('PATCH', category.id, { parent: '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10' }),
    await change('PUT', category.id, { name: 'T', parent: 'nowhere' }),
  ]) {
    assert.deepEqual([answer.status, pointers(answer)], [422, ['/parent']], answer.text);
  }
});

test('a merge patch changes what it names, PUT moves to the root and empties what is not sent; the slug stays', async () => {
  const root = await postThing(app, 'categories', { name: 'Shelf' });
  const category = await postThing(app, 'categories', {
    ...{ name: 'Book', parent: 'shelf', position: 5, description: 'x' },
  });
  const patched = await change('PATCH', category.id, { position: 6, description: null });
  assert.deepEqual(patched.body, {
    ...category,
    ...{ position: 6, description: null, revision: 2, updatedAt: patched.body.updatedAt },
  });
  assert.equal(patched.body.parent.id, root.id);
  const put = await change('PUT', category.id, { name: 'Novel' });
  assert.deepEqual(put.body, {
    ...category,
    ...{ name: 'Novel', parent: null, path: 'book', position: 0, description: null },
    ...{ revision: 3, updatedAt: put.body.updatedAt },
  });
  const back = await change('PATCH', category.id, { parent: root.id });
  assert.equal(back.body.path, 'shelf/book');
  assert.equal((await change('PATCH', category.id, { parent: null })).body.path, 'book');
  const refused = await change('PATCH', category.id, { name: null, slug: null, position: null });
  assert.deepEqual([refused.status, pointers(refused).sort()], [422, ['/name', '/position', '/slug']]);
});

test('a write that changes nothing keeps the revision and the ETag', async () => {
  await postThing(app, 'categories', { name: 'Still above' });
  const category = await postThing(app, 'categories', { name: 'Still', parent: 'still-above', position: 1 });
  const { headers } = await read(category.id);
  for (const answer of [
    await change('PUT', category.id, { name: 'Still ', parent: category.parent.id, position: 1 }),
    await change('PATCH', category.id, { parent: 'still-above', slug: 'still' }),
    await change('PATCH', category.id, {}),
  ]) {
    assert.deepEqual([answer.status, answer.headers.etag], [200, headers.etag]);
    assert.deepEqual(answer.body, category);
  }
});

test('reviewCount counts the published reviews of the category and of all below it', async () => {
  const [top = '', middle = '', bottom = ''] = await makeChain('count', 3);
  await postThing(app, 'categories', { name: 'not below', slug: 'count-1-beside' });
  await postReview(app, { category: top, status: 'published' });
  await postReview(app, { category: bottom, status: 'published' });
  await postReview(app, { category: bottom });
  await postReview(app, { category: middle, status: 'archived' });
  await postReview(app, { category: 'count-1-beside', status: 'published' });
  const counts = async () =>
    Promise.all([top, middle, bottom].map(async (slug) => (await read(slug)).body.reviewCount));
  assert.deepEqual(await counts(), [2, 1, 1]);
  const { body } = await app.send('GET', '/v1/categories?limit=100');
  const listed = body.data.filter(({ slug }: { slug: string }) => [top, middle, bottom].includes(slug));
  assert.deepEqual(
    listed.map(({ reviewCount }: { reviewCount: number }) => reviewCount),
    [2, 1, 1],
  );
  await change('PATCH', bottom, { parent: null });
  assert.deepEqual(await counts(), [1, 0, 1]);
});

test('the filter category= includes the descendants, of several categories too', async () => {
  const [top = '', middle = '', bottom = ''] = await makeChain('filter', 3);
  await postThing(app, 'categories', { name: 'beside', slug: 'filter-1-beside' });
  const ids = new Map<string, string>();
  for (const category of [top, middle, bottom, 'filter-1-beside']) {
    ids.set(category, (await postReview(app, { category, status: 'published' })).id);
  }
  const found = async (...categories: string[]) => {
    const query = categories.map((category) => `category=${category}`).join('&');
    const { body } = await app.send('GET', `/v1/reviews?${query}`);
    return new Set(body.data.map(({ id }: { id: string }) => id));
  };
  const idsOf = (...categories: string[]) => new Set(categories.map((category) => ids.get(category)));
  const topId = (await read(top)).body.id;
  assert.deepEqual(await found(top), idsOf(top, middle, bottom));
  assert.deepEqual(await found(topId), idsOf(top, middle, bottom));
  assert.deepEqual(await found(middle), idsOf(middle, bottom));
  assert.deepEqual(await found(bottom, 'filter-1-beside'), idsOf(bottom, 'filter-1-beside'));
  assert.deepEqual(await found(bottom, middle, 'nowhere'), idsOf(middle, bottom));
});

test('a category cannot become its own ancestor: 409, and the tree stays', async () => {
  const [top = '', middle = '', bottom = ''] = await makeChain('ring', 3);
  for (const parent of [top, middle, bottom]) {
    for (const answer of [
      await change('PATCH', top, { parent }),
      await change('PUT', top, { name: 'T', parent }),
      await change('PATCH', top, { parent, slug: 'ring-renamed' }),
    ]) {
      assert.deepEqual([answer.status, answer.body.type], [409, '/problems/conflict'], answer.text);
      assert.deepEqual(pointers(answer), ['/parent']);
    }
  }
  assert.equal(await pathOf(bottom), 'ring-1/ring-2/ring-3');
});

test('of two opposite moves at the same time one is done and one is a 409', async () => {
  for (let round = 0; round < 6; round += 1) {
    const [one, two] = [`left-${round}`, `right-${round}`];
    for (const slug of [one, two]) {
      await postThing(app, 'categories', { name: slug, slug });
      await postThing(app, 'categories', { name: slug, slug: `${slug}-child`, parent: slug });
    }
    // Into each other, or into what is below the other: the rows that are written are not the same then.
    const below = round % 2 ? '' : '-child';
    const moves = await Promise.all([
      change('PATCH', one, { parent: two + below }),
      change('PATCH', two, { parent: one + below }),
    ]);
    assert.deepEqual(moves.map(({ status }) => status).sort(), [200, 409]);
    const [moved, stayed] = moves[0]?.status === 200 ? [one, two] : [two, one];
    assert.equal(await pathOf(stayed), stayed);
    const above = below ? `${stayed}/${stayed}-child` : stayed;
    assert.equal(await pathOf(`${moved}-child`), `${above}/${moved}/${moved}-child`);
  }
});

test('the tree has at most eight levels, for a new category and for a subtree that moves', async () => {
  const chain = await makeChain('deep', deepest);
  const lowest = chain.at(-1) ?? '';
  assert.equal((await pathOf(lowest)).split('/').length, deepest);
  const below = await post({ name: 'too deep', parent: lowest });
  assert.deepEqual([below.status, pointers(below)], [422, ['/parent']]);
  assert.match(below.body.errors[0].detail, /8/);

  const [top = '', , bottom = ''] = await makeChain('moved', 3);
  const onto = chain[deepest - 3] ?? '';
  const refused = await change('PATCH', top, { parent: onto, name: 'not done' });
  assert.deepEqual([refused.status, pointers(refused)], [422, ['/parent']]);
  assert.deepEqual([await pathOf(top), await pathOf(bottom)], ['moved-1', 'moved-1/moved-2/moved-3']);
  assert.equal((await read(top)).body.name, 'moved-1');
  const higher = chain[deepest - 4] ?? '';
  assert.equal((await change('PATCH', top, { parent: higher })).status, 200);
  assert.equal((await pathOf(bottom)).split('/').length, deepest);
  assert.equal((await change('PATCH', lowest, { name: 'a leaf can change' })).status, 200);
});

test('a new slug or place moves the paths of all below, in reviews too, and of nobody else', async () => {
  const [top = '', middle = '', bottom = ''] = await makeChain('name', 3);
  await postThing(app, 'categories', { name: 'beside', slug: 'name-1-beside' });
  const inside = await postThing(app, 'categories', { name: 'inside', parent: 'name-1-beside' });
  const review = await postReview(app, { category: bottom, status: 'published' });
  const renamed = await change('PATCH', top, { slug: '새-이름' });
  assert.equal(renamed.body.path, '새-이름');
  assert.deepEqual(
    [await pathOf(middle), await pathOf(bottom), await pathOf(inside.id)],
    ['새-이름/name-2', '새-이름/name-2/name-3', 'name-1-beside/inside'],
  );
  const path = `/v1/reviews/${review.slug}`;
  assert.equal((await app.send('GET', path)).body.category.path, '새-이름/name-2/name-3');
  await change('PATCH', middle, { parent: inside.id, slug: 'longer-than-before' });
  assert.equal(
    (await app.send('GET', path)).body.category.path,
    'name-1-beside/inside/longer-than-before/name-3',
  );
  assert.equal((await read(bottom)).body.parent.slug, 'longer-than-before');
  const moved = await read('name-1');
  assert.deepEqual(
    [moved.status, moved.headers.location],
    [308, `/v1/categories/${encodeURIComponent('새-이름')}`],
  );
});

test('a category with reviews, drafts too, or categories cannot be deleted: a 409 says how many of each', async () => {
  const [top = '', bottom = ''] = await makeChain('held', 2);
  await postThing(app, 'categories', { name: 'second', parent: top });
  const reviews = [
    await postReview(app, { category: top }),
    await postReview(app, { category: top, status: 'published' }),
    await postReview(app, { category: top, status: 'archived' }),
  ];
  const refused = await change('DELETE', top);
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/in-use']);
  assert.match(refused.body.detail, /\b3 reviews and 2 categories/);
  for (const { id } of reviews) {
    await app.send('PATCH', `/v1/reviews/${id}`, {
      key: app.admin,
      headers: { 'if-match': '*' },
      body: { category: null },
    });
  }
  await change('DELETE', 'second');
  assert.match((await change('DELETE', top)).body.detail, /\b0 reviews and 1 categor/);
  for (const slug of [bottom, top]) assert.equal((await change('DELETE', slug)).status, 204, slug);
});

test('parallel posts of one name make categories with slugs of their own', async () => {
  const posts = await Promise.all(Array.from({ length: 8 }, () => post({ name: '같은 이름' })));
  assert.deepEqual(new Set(posts.map(({ status }) => status)), new Set([201]));
  assert.equal(new Set(posts.map(({ body }) => body.slug)).size, 8);
  const taken = await post({ name: 'T', slug: '같은-이름' });
  assert.deepEqual([taken.status, taken.body.type], [409, '/problems/slug-taken']);
});

test('an unknown category in a review is a 422, and a review is in one category at most', async () => {
  for (const [category, status] of [
    ['nowhere', 422],
    [['shelf'], 422],
  ] as const) {
    const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview({ category }) });
    assert.deepEqual([answer.status, pointers(answer)], [status, ['/category']]);
  }
});

test('taxonomy:write is what changes a category: without a key 401, without the scope 403', async () => {
  const category = await postThing(app, 'categories', { name: 'guarded' });
  const { key } = await app.makeKey(['reviews:write', 'reviews:publish', 'papers:write', 'drafts:read']);
  for (const [method, path, body] of [
    ['POST', '/v1/categories', { name: 'T' }],
    ['PUT', `/v1/categories/${category.id}`, { name: 'T' }],
    ['PATCH', `/v1/categories/${category.id}`, { name: 'T' }],
    ['DELETE', `/v1/categories/${category.id}`, undefined],
  ] as const) {
    const asked = { headers: { 'if-match': '*' }, ...(body ? { body } : {}) };
    assert.equal((await app.send(method, path, asked)).status, 401, method);
    const refused = await app.send(method, path, { key, ...asked });
    assert.equal(refused.status, 403, method);
    assert.match(refused.body.detail, /taxonomy:write/);
  }
  assert.deepEqual((await read(category.id)).body, category);
});
