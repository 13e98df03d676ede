import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, startTestApp } from '../support/app.ts';
import { copyRow, postReview, postThing } from '../support/things.ts';

// Rows come by SQL too, which no memory of answers would hear of.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });

const get = async (path: string): Promise<Answer> => {
  const answer = await app.send('GET', path);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer;
};
const slugsOf = ({ body }: Answer): string[] => body.data.map(({ slug }: { slug: string }) => slug);
const related = async (slug: string, limit = 20) =>
  slugsOf(await get(`/v1/reviews/${slug}/related?limit=${limit}`));
const headers = { 'if-match': '*' };
const patch = async (slug: string, body: object) => {
  const answer = await app.send('PATCH', `/v1/reviews/${slug}`, { key: app.admin, headers, body });
  assert.equal(answer.status, 200, answer.text);
};

const paper = (await postThing(app, 'papers', { title: 'The paper that is shared' })).id;
for (const slug of ['place', 'elsewhere']) await postThing(app, 'categories', { name: slug, slug });
const post = (slug: string, more: Record<string, unknown>) =>
  postReview(app, { slug, status: 'published', title: slug, ...more });

const category = 'place';
await post('subject', {
  paper,
  category,
  tags: ['one', 'two', 'three'],
  title: 'Low rank adaptation of the model, 2024',
});
await post('unrelated', { category: 'elsewhere', tags: ['other'], title: 'Of the year 2024' });
await post('by-title', { title: 'Which ranks does an adaptation have?' });
await post('by-category', { category });
await post('by-category-and-title', { category, title: 'Low rank adaptation, again' });
await post('by-tag', { tags: ['two', 'other'] });
await post('by-two-tags', { tags: ['three', 'one'] });
await post('by-paper', { paper, category: 'elsewhere' });
await post('by-paper-and-tag', { paper, tags: ['one'] });
const everyTag = { paper, category, tags: ['one', 'two', 'three'], title: 'Low rank adaptation' };
await postReview(app, { slug: 'a-draft', ...everyTag });
await post('archived', everyTag);
await patch('archived', { status: 'archived' });

test('related reviews come by shared paper, then tags, then category, then words of the title', async () => {
  assert.deepEqual(await related('subject'), [
    'by-paper-and-tag',
    'by-paper',
    'by-two-tags',
    'by-tag',
    'by-category-and-title',
    'by-category',
    'by-title',
  ]);
});

test('related reviews are the best so many, five when nothing is said, from 1 to 20', async () => {
  assert.deepEqual(await related('subject', 2), ['by-paper-and-tag', 'by-paper']);
  assert.equal(slugsOf(await get('/v1/reviews/subject/related')).length, 5);
  for (const limit of ['0', '21', 'x']) {
    const { status } = await app.send('GET', `/v1/reviews/subject/related?limit=${limit}`);
    assert.equal(status, 400, limit);
  }
});

test('what is hidden is related to nothing, with a key neither, and no review to itself', async () => {
  const all = await get('/v1/reviews?limit=100');
  for (const slug of slugsOf(all)) {
    const found = await related(slug);
    for (const hidden of ['a-draft', 'archived', slug])
      assert.ok(!found.includes(hidden), `${hidden} of ${slug}`);
  }
  const { body } = await app.send('GET', '/v1/reviews/subject/related?limit=20', { key: app.admin });
  const statuses = body.data.map(({ status }: { status: string }) => status);
  assert.deepEqual(new Set(statuses), new Set(['published']));
});

test('what is related to a draft is seen with a key; without one the draft is a 404', async () => {
  assert.equal((await app.send('GET', '/v1/reviews/a-draft/related')).status, 404);
  const found = await app.send('GET', '/v1/reviews/a-draft/related?limit=1', { key: app.admin });
  assert.deepEqual(slugsOf(found), ['subject']);
  assert.equal((await app.send('GET', '/v1/reviews/nowhere/related')).status, 404);
});

test('of equals the newer comes first', async () => {
  for (const [slug, day] of [
    ['newer', '03'],
    ['oldest', '01'],
    ['middle', '02'],
  ])
    await post(`tie-${slug}`, { title: 'Tie', tags: ['tie'], publishedAt: `2024-01-${day}T00:00:00Z` });
  await post('tied', { tags: ['tie'] });
  assert.deepEqual(await related('tied'), ['tie-newer', 'tie-middle', 'tie-oldest']);
});

test('a related review has the shape of a list, by id as by slug, and an old slug leads on', async () => {
  const [first] = (await get('/v1/reviews/subject/related')).body.data;
  const { body } = await get('/v1/reviews?limit=100');
  assert.deepEqual(
    first,
    body.data.find(({ id }: { id: string }) => id === first.id),
  );
  const subject = (await get('/v1/reviews/subject')).body;
  assert.deepEqual((await get(`/v1/reviews/${subject.id}/related?limit=20`)).body.data.length, 7);
  await patch('by-tag', { slug: 'by-one-tag' });
  const moved = await app.send('GET', '/v1/reviews/by-tag/related?limit=2');
  assert.deepEqual([moved.status, moved.headers.location], [308, '/v1/reviews/by-one-tag/related?limit=2']);
});

test('finding the review and what is related to it are one statement each', async () => {
  const statements = await app.countStatements(() => get('/v1/reviews/subject/related?limit=20'));
  assert.equal(statements.length, 2);
});

test('previous and next are the neighbours in the category by date, published ones only', async () => {
  await postThing(app, 'categories', { name: 'row', slug: 'row' });
  const row = (slug: string, day: number, status = 'published') =>
    postReview(app, { slug, status, category: 'row', title: slug, publishedAt: `2024-03-0${day}T00:00:00Z` });
  const posted = [await row('r1', 1), await row('r3', 3), await row('r2', 2)];
  // Two of one moment are in the order of their ids.
  posted.push(await row('r3-too', 3));
  await row('hidden', 2, 'draft');
  await postReview(app, { slug: 'no-row', status: 'published', publishedAt: '2024-03-02T00:00:00Z' });
  const around = async (slug: string, key?: string) => {
    const answer = await app.send('GET', `/v1/reviews/${slug}`, key === undefined ? {} : { key });
    const { previous, next } = answer.body;
    return [previous?.slug ?? null, next?.slug ?? null];
  };
  assert.deepEqual(await around('r1'), [null, 'r2']);
  assert.deepEqual(await around('r2'), ['r1', 'r3']);
  assert.deepEqual(await around('r3'), ['r2', 'r3-too']);
  assert.deepEqual(await around('r3-too'), ['r3', null]);
  assert.deepEqual(await around('r2', app.admin), ['r1', 'r3']);
  assert.deepEqual(await around('hidden', app.admin), [null, null]);
  assert.deepEqual(await around('no-row'), [null, null]);
  const { previous } = (await get('/v1/reviews/r2')).body;
  assert.deepEqual(previous, { id: posted[0].id, slug: 'r1', title: 'r1' });
  await app.send('DELETE', '/v1/reviews/r2', { key: app.admin, headers });
  assert.deepEqual(await around('r1'), [null, 'r3']);
  const single = await app.countStatements(() => get('/v1/reviews/r3'));
  assert.equal(single.length, 1);
});

test('a word relates in its inflections and with a particle, a word of grammar, a number or a common word does not', async () => {
  await post('asked', { title: 'The embedding 선형대수 7 commonplace' });
  await post('inflected', { title: 'Embeddings' });
  await post('with-particle', { title: '선형대수는 쉽다' });
  await post('of-grammar', { title: 'The 7' });
  await post('inside', { title: '비선형대수' });
  await post('common', { title: 'Commonplace' });
  assert.deepEqual(new Set(await related('asked')), new Set(['inflected', 'with-particle', 'common']));
  for (const [table, key] of [
    ['reviews', 'id'],
    ['review_search', 'review_id'],
  ] as const)
    await copyRow(app, {
      ...{ table, copies: 500, where: `one.${key} = (select id from reviews where slug = 'common')` },
      changes: `jsonb_build_object('${key}', md5(number::text)::uuid, 'slug', 'common-' || number)`,
    });
  assert.deepEqual(new Set(await related('asked')), new Set(['inflected', 'with-particle']));
});
