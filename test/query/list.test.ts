import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answer, startTestApp } from '../support/app.ts';
import { postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';
import { type Asked, seedReviews, titles } from './scan.ts';

const app = await startTestApp();
const { seeded, tagIds, filters, scan } = await seedReviews(app);

const get = (path: string, key?: string) => app.send('GET', path, key === undefined ? {} : { key });
const idsOf = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id);
const lists = ['reviews', 'papers', 'tags', 'categories', 'keys'];

async function checkList(asked: Asked, sort: string | undefined, seesDrafts: boolean): Promise<string[]> {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(asked)) for (const value of values) query.append(name, value);
  if (sort) query.set('sort', sort);
  const path = `/v1/reviews?limit=100&total=true&${query}`;
  const answer = await get(path, seesDrafts ? app.admin : undefined);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  const expected = scan(asked, sort ?? '-publishedAt', seesDrafts);
  assert.deepEqual(idsOf(answer), expected, path);
  assert.equal(answer.body.page.total, expected.length, path);
  return expected;
}

test('every filter of reviews, with each of its values, gives what a scan of the posted gives', async () => {
  const others = [
    'sort',
    'limit',
    'after',
    'before',
    'page',
    'total',
    'fields',
    'include',
    'facets',
    'q',
    'highlight',
    // Their order is another: named.test.ts.
    'id',
    'slug',
  ];
  const declared = (app.document.paths['/v1/reviews']?.get?.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && !others.includes(parameter.name))
    .map(({ name }) => name);
  assert.deepEqual(declared.sort(), Object.keys(filters).sort(), 'each declared filter is tried');
  for (const [name, { values }] of Object.entries(filters)) {
    let hits = 0;
    for (const value of values) {
      hits += (await checkList({ [name]: [value] }, undefined, true)).length;
      await checkList({ [name]: [value] }, undefined, false);
    }
    assert.ok(hits > 0, `${name} lets something pass`);
  }
});

test('filters combined, in any sort, with and without a key, give what a scan of the posted gives', async () => {
  const filter = fc
    .constantFrom(...Object.entries(filters))
    .chain(([name, { values, many }]) =>
      fc.tuple(
        fc.constant(name),
        many
          ? fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
          : fc.constantFrom(...values).map((value) => [value]),
      ),
    );
  const query = fc.uniqueArray(filter, { minLength: 1, maxLength: 3, selector: ([name]) => name });
  const sort = fc.constantFrom(
    ...[undefined, '-publishedAt', 'publishedAt', '-updatedAt', 'updatedAt', 'title', '-title'],
  );
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(query, sort, fc.boolean(), async (asked, order, seesDrafts) => {
      hits += (await checkList(Object.fromEntries(asked), order, seesDrafts)).length;
    }),
    { numRuns: trials(60) },
  );
  assert.ok(hits > 0);
});

test('what has no value counts as the smallest: last in a descending order, first in an ascending one', async () => {
  const drafts = await get('/v1/reviews?status=draft&limit=100&sort=-publishedAt', app.admin);
  const times = drafts.body.data.map(({ publishedAt }: { publishedAt: string | null }) => publishedAt ?? '');
  assert.ok(times.includes('') && times.some((time: string) => time !== ''));
  assert.deepEqual(times, [...times].sort().reverse());

  for (const publishedOn of ['2023-05-01', '2024-05-01'])
    await postThing(app, 'papers', { title: 'T', publishedOn });
  const days = async (sort: string) =>
    (await get(`/v1/papers?limit=100&sort=${sort}`)).body.data.map(
      ({ publishedOn }: { publishedOn: string | null }) => publishedOn,
    );
  assert.deepEqual(await days('-publishedOn'), ['2024-05-01', '2023-05-01', null, null, null, null]);
  assert.deepEqual(await days('publishedOn'), [null, null, null, null, '2023-05-01', '2024-05-01']);
});

test('titles are in the order of the alphabets: digits, Latin whatever its case, then Hangul', async () => {
  for (const [sort, expected] of [
    ['title', titles],
    ['-title', [...titles].reverse()],
  ] as const) {
    const { body } = await get(`/v1/reviews?limit=100&sort=${sort}`, app.admin);
    assert.deepEqual([...new Set(body.data.map(({ title }: { title: string }) => title))], expected);
  }
  for (const name of ['해석', 'Bias', 'attention', '강화 학습']) await postThing(app, 'tags', { name });
  const { body } = await get('/v1/tags?limit=100');
  assert.deepEqual(
    body.data.map(({ name }: { name: string }) => name),
    ['attention', 'Bias', 'green', 'red', '강화 학습', '파랑', '해석'],
  );
});

test('a page holds 20 things when nothing is said, and from 1 to 100; anything else is a 400 that names limit', async () => {
  assert.equal(idsOf(await get('/v1/reviews', app.admin)).length, 20);
  assert.equal((await get('/v1/reviews')).body.page.limit, 20);
  assert.equal(idsOf(await get('/v1/reviews?limit=1')).length, 1);
  assert.equal(idsOf(await get('/v1/reviews?limit=100', app.admin)).length, 60);
  const wrong = [
    '0',
    '101',
    '-1',
    '1e1',
    '0x10',
    '%2010',
    '10%20',
    '+10',
    '1.0',
    '',
    'ten',
    '9'.repeat(30),
    'null',
  ];
  for (const list of lists) {
    for (const limit of wrong) {
      const answer = await get(`/v1/${list}?limit=${limit}`, app.admin);
      assert.deepEqual(
        [answer.status, answer.body.type],
        [400, '/problems/invalid-parameter'],
        `${list} ${limit}`,
      );
      assert.deepEqual(
        new Set(answer.body.errors.map(({ parameter }: { parameter: string }) => parameter)),
        new Set(['limit']),
      );
    }
  }
});

test('total counts all that match when it is asked, on every page, and is null otherwise', async () => {
  const published = seeded.filter(({ status }) => status === 'published').length;
  const first = await get('/v1/reviews?limit=3&total=true');
  assert.equal(first.body.page.total, published);
  const second = await get(`/v1/reviews?limit=3&total=true&after=${first.body.page.next}`);
  assert.equal(second.body.page.total, published);
  assert.equal((await get('/v1/reviews?limit=3&total=true', app.admin)).body.page.total, 60);
  assert.equal((await get('/v1/reviews?tag=nowhere&total=true')).body.page.total, 0);
  for (const query of ['', '&total=false']) {
    assert.equal((await get(`/v1/reviews?limit=3${query}`)).body.page.total, null);
  }
  for (const wrong of ['1', 'yes', '', 'True'])
    assert.equal((await get(`/v1/reviews?total=${wrong}`)).status, 400);
});

test('Link leads to the neighbouring pages with all that was asked, and there is none on a single page', async () => {
  const query = new URLSearchParams({ sort: 'title', limit: '2', total: 'true' });
  query.append('publishedAt[gte]', '2024-01-01T09:00:00+09:00');
  for (const tag of ['red', '파랑']) query.append('tag', tag);
  const linkOf = ({ headers }: Answer, rel: string) =>
    new RegExp(`<([^<>]*)>; rel="${rel}"`).exec(headers.link ?? '')?.[1];
  const pages: Answer[] = [];
  for (let path: string | undefined = `/v1/reviews?${query}`; path; ) {
    const page: Answer = await get(path, app.admin);
    assert.equal(page.status, 200, page.text);
    pages.push(page);
    path = linkOf(page, 'next');
    assert.equal(path === undefined, page.body.page.next === null);
    if (path)
      assert.match(path, new RegExp(`^/v1/reviews\\?.*after=${page.body.page.next.replace('.', '\\.')}`));
  }
  const asked = { tag: ['red', '파랑'], 'publishedAt[gte]': ['2024-01-01T00:00:00Z'] };
  const expected = scan(asked, 'title', true);
  assert.ok(pages.length > 2);
  assert.deepEqual(pages.flatMap(idsOf), expected);
  const last = pages.at(-1) as Answer;
  assert.deepEqual(idsOf(await get(linkOf(last, 'prev') ?? '', app.admin)), idsOf(pages.at(-2) as Answer));
  assert.equal(linkOf(pages[0] as Answer, 'prev'), undefined);
  assert.equal((await get('/v1/reviews?tag=red&tag=%ED%8C%8C%EB%9E%91&limit=100')).headers.link, undefined);
});

test('an unknown or hidden tag or category gives an empty list, as does a status that is not public', async () => {
  const hidden = ['tag=only-drafts', `tag=${tagIds.get('only-drafts')}`, 'status=draft', 'status=archived'];
  const unknown = [
    'tag=nowhere',
    'category=nowhere',
    'tag=Not%20A%20Slug',
    'paper=nowhere',
    'source=nowhere',
  ];
  for (const query of [...hidden, ...unknown]) {
    const answer = await get(`/v1/reviews?total=true&${query}`);
    assert.equal(answer.status, 200, query);
    assert.deepEqual(
      answer.body,
      { data: [], page: { limit: 20, next: null, previous: null, total: 0 } },
      query,
    );
  }
  for (const query of hidden)
    assert.ok(idsOf(await get(`/v1/reviews?${query}`, app.admin)).length > 0, query);
});

test('a parameter that is unknown, repeated or not valid is a 400 that names it, all of them at once', async () => {
  const answer = await get(
    '/v1/reviews?limit=1&limit=2&nonsense=1&sort=body&status=secret&language=!!&publishedAt[gte]=yesterday&paper=1412.07878',
  );
  assert.deepEqual([answer.status, answer.body.type], [400, '/problems/invalid-parameter']);
  assert.deepEqual(
    [...new Set(answer.body.errors.map(({ parameter }: { parameter: string }) => parameter))].sort(),
    ['language', 'limit', 'nonsense', 'paper', 'publishedAt[gte]', 'sort', 'status'],
  );
});
