import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { reviewStatuses } from '../../src/db/schema.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();

const get = (path: string, key?: string) => app.send('GET', path, key === undefined ? {} : { key });
const idsOf = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id);
const lists = ['reviews', 'papers', 'tags', 'categories', 'keys'];

// What is seeded: few enough values that every list has ties and every filter has hits.
const titles = [
  '망각 곡선',
  '가중치',
  '선형 어텐션',
  'alpha',
  'Alpha',
  'beta 2',
  '2 beta',
  'Zeta',
  'élan',
  '힘',
];
const languages = ['ko', 'en', 'pt-BR'];
const tagSlugs = ['red', 'green', '파랑', 'only-drafts'];
/** Every category, with those that it is in. `a-b` is beside `a`, not below it. */
const ancestors: Record<string, string[]> = { a: [], 'a-b': [], under: ['a'], leaf: ['a', 'under'], z: [] };
const moments = ['2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.001Z', '2024-06-03T09:00:00.000Z'];

interface Seeded {
  id: string;
  title: string;
  language: string;
  status: string;
  publishedAt: string | null;
  updatedAt: string;
  source: string | null;
  paper: { id: string; slug: string; arxiv: string };
  category: string | null;
  tags: string[];
}

const seed = fc.record({
  title: fc.constantFrom(...titles),
  language: fc.constantFrom(...languages),
  status: fc.constantFrom('published', 'published', ...reviewStatuses),
  publishedAt: fc.constantFrom(null, ...moments),
  paper: fc.constantFrom(0, 1, 2, 3),
  category: fc.constantFrom(null, ...Object.keys(ancestors)),
  tags: fc.subarray(tagSlugs, { maxLength: 3 }),
  updated: fc.constantFrom(...moments),
});

const seeded: Seeded[] = [];
const tagIds = new Map<string, string>();
const categoryIds = new Map<string, string>();

before(async () => {
  for (const [slug, above] of Object.entries(ancestors)) {
    const { id } = await postThing(app, 'categories', { name: slug, slug, parent: above.at(-1) ?? null });
    categoryIds.set(slug, id);
  }
  const papers = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      postThing(app, 'papers', { title: `Paper ${number}`, identifiers: { arxiv: `2401.0000${number}` } }),
    ),
  );
  for (const [index, row] of fc.sample(seed, { numRuns: 60, seed: 20240527 }).entries()) {
    const { updated, ...chosen } = row;
    const paper = papers[row.paper];
    const status = row.tags.includes('only-drafts') ? 'draft' : row.status;
    const publishedAt = row.publishedAt ?? (status === 'published' ? moments[0] : null);
    const source = index % 3 === 0 ? `https://example.org/${index}?a=b&c` : null;
    const sent = { ...chosen, paper: paper.id, status, publishedAt, source };
    const review = await postReview(app, newReview(sent));
    await app.db.execute(
      sql`update reviews set updated_at = ${updated}::timestamptz where id = ${review.id}`,
    );
    for (const { id, slug } of review.tags) tagIds.set(slug, id);
    seeded.push({
      ...{ id: review.id, title: row.title, language: row.language, status, source, updatedAt: updated },
      ...{ publishedAt: publishedAt ?? null, category: row.category, tags: row.tags },
      paper: { id: paper.id, slug: paper.slug, arxiv: paper.identifiers.arxiv },
    });
  }
});

/** What a filter lets pass, by its plain meaning; `asked` are the values as they stand in the query. */
const passes: Record<string, (review: Seeded, asked: string[]) => boolean> = {
  tag: ({ tags }, asked) =>
    tags.some((slug) => asked.includes(slug) || asked.includes(tagIds.get(slug) ?? '')),
  category: ({ category }, asked) =>
    category !== null &&
    [category, ...(ancestors[category] ?? [])].some(
      (slug) => asked.includes(slug) || asked.includes(categoryIds.get(slug) ?? ''),
    ),
  paper: ({ paper }, [asked = '']) =>
    [paper.id, paper.slug].includes(asked) || asked.replace('v2', '').endsWith(paper.arxiv),
  language: ({ language }, asked) => asked.some((name) => name.toLowerCase() === language.toLowerCase()),
  status: ({ status }, asked) => asked.includes(status),
  source: ({ source }, [asked]) => source === asked,
  'publishedAt[gte]': ({ publishedAt }, [asked = '']) =>
    publishedAt !== null && Date.parse(publishedAt) >= Date.parse(asked),
  'publishedAt[lt]': ({ publishedAt }, [asked = '']) =>
    publishedAt !== null && Date.parse(publishedAt) < Date.parse(asked),
};

const collator = new Intl.Collator('en');

/** Sorts as the list promises: what has no value is smallest, ties by id, all of it turned round for descending. */
function compare(sort: string): (one: Seeded, other: Seeded) => number {
  const name = sort.replace('-', '') as 'title' | 'publishedAt' | 'updatedAt';
  const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const ascending = (one: Seeded, other: Seeded) =>
    (name === 'title'
      ? collator.compare(one.title, other.title)
      : byText(one[name] ?? '', other[name] ?? '')) || byText(one.id, other.id);
  return sort.startsWith('-') ? (one, other) => ascending(other, one) : ascending;
}

type Asked = Record<string, string[]>;

function scan(asked: Asked, sort: string, seesDrafts: boolean): string[] {
  return seeded
    .filter(({ status }) => seesDrafts || status === 'published')
    .filter((review) => Object.entries(asked).every(([name, values]) => passes[name]?.(review, values)))
    .sort(compare(sort))
    .map(({ id }) => id);
}

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

/** Values for each filter: those that are there, in their spellings, and some that are not. */
const valuesOf = (): Record<string, string[]> => ({
  tag: [...tagSlugs, ...tagIds.values(), 'nowhere', '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'],
  category: [...categoryIds.keys(), ...categoryIds.values(), 'nowhere'],
  paper: [
    ...seeded.slice(0, 8).flatMap(({ paper }) => [paper.id, paper.slug, `arxiv:${paper.arxiv}`]),
    ...[
      'https://arxiv.org/abs/2401.00001v2',
      '2401.00002v2',
      '10.48550/arXiv.2401.00003',
      'arxiv:2401.09999',
    ],
  ],
  language: ['ko', 'KO', 'en', 'pt-br', 'pt', 'fr'],
  status: [...reviewStatuses],
  source: ['https://example.org/3?a=b&c', 'https://example.org/0?a=b&c', 'https://example.org/1?a=b&c'],
  'publishedAt[gte]': [
    ...moments,
    '2024-06-03T18:00:00+09:00',
    '2024-06-03T09:00:00.001Z',
    '1999-01-01T00:00:00Z',
  ],
  'publishedAt[lt]': [
    ...moments,
    '2024-06-03T18:00:00+09:00',
    '2024-06-03T09:00:00.001Z',
    '1999-01-01T00:00:00Z',
  ],
});

const many = ['tag', 'category', 'language', 'status'];

function parametersOf(list: string) {
  return app.document.paths[`/v1/${list}`]?.get?.parameters ?? [];
}

test('every filter of reviews, with each of its values, gives what a scan of the posted gives', async () => {
  const shaping = ['sort', 'limit', 'after', 'before', 'total'];
  const later = ['page', 'q', 'highlight', 'fields', 'include', 'facets'];
  const declared = parametersOf('reviews')
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name)
    .filter((name) => ![...shaping, ...later].includes(name));
  assert.deepEqual(
    declared.filter((name) => !passes[name]),
    [],
    'each declared filter is tried',
  );
  for (const [name, values] of Object.entries(valuesOf())) {
    let hits = 0;
    for (const value of new Set(values)) {
      hits += (await checkList({ [name]: [value] }, undefined, true)).length;
      await checkList({ [name]: [value] }, undefined, false);
    }
    assert.ok(hits > 0, `${name} lets something pass`);
  }
});

test('filters combined, in any sort, with and without a key, give what a scan of the posted gives', async () => {
  const one = (name: string, values: string[]) =>
    many.includes(name)
      ? fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
      : fc.constantFrom(...values).map((value) => [value]);
  const filters = fc.record(
    Object.fromEntries(Object.entries(valuesOf()).map(([name, values]) => [name, one(name, values)])),
    { requiredKeys: [] },
  );
  const few = fc
    .tuple(filters, fc.subarray(Object.keys(passes), { maxLength: 3 }))
    .map(([asked, names]) =>
      Object.fromEntries(Object.entries(asked).filter(([name]) => names.includes(name))),
    );
  const sort = fc.constantFrom(
    ...[undefined, '-publishedAt', 'publishedAt', '-updatedAt', 'updatedAt', 'title', '-title'],
  );
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(few, sort, fc.boolean(), async (asked, order, seesDrafts) => {
      hits += (await checkList(asked as Asked, order, seesDrafts)).length;
    }),
    { numRuns: 150 },
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
  const ordered = [
    '2 beta',
    'alpha',
    'Alpha',
    'beta 2',
    'élan',
    'Zeta',
    '가중치',
    '망각 곡선',
    '선형 어텐션',
    '힘',
  ];
  for (const [sort, expected] of [
    ['title', ordered],
    ['-title', [...ordered].reverse()],
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
