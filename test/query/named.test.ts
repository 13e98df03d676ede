import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { newArxivId, postReview, postThing } from '../support/things.ts';

const app = await startTestApp({ RESPONSE_CACHE_MB: 8 });
const { admin: key } = app;
const links = [
  { kind: 'code', label: 'code', url: 'https://example.org/code' },
  { kind: 'pdf', label: 'pdf', url: 'https://example.org/paper.pdf' },
];
const authors = [{ name: 'Ada Lovelace' }, { name: 'Chankyu Lee' }];
const cards: { id: string; slug: string }[] = [];
for (let number = 0; number < 12; number += 1) {
  const identifiers = { arxiv: newArxivId() };
  const paper = { title: `Model ${number}`, venue: 'ICLR 2025', identifiers, authors, links };
  cards.push(await postReview(app, { paper, status: 'published', tags: ['model'], title: `Card ${number}` }));
}
const hidden = await postReview(app, {
  title: 'Hidden',
  tags: ['Hidden tag'],
  paper: { title: 'Hidden paper' },
});
for (const name of ['One', 'Two', 'Three']) await postThing(app, 'categories', { name });

const read = async (path: string, asked = {}) => {
  const answer = await app.send('GET', path, asked);
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const slugsOf = ({ data }: { data: { slug: string }[] }) => data.map(({ slug }) => slug);
const nowhere = '018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10';

test('lists answer what is asked for by ids or slugs in the order asked, repeated or with commas, all on one page', async () => {
  for (const list of ['reviews', 'papers', 'tags', 'categories']) {
    const all = (await read(`/v1/${list}?limit=100`)).data as { id: string; slug: string }[];
    assert.ok(all.length > 0);
    const mixed = [...all.filter((_, at) => at % 2 === 1), ...all.filter((_, at) => at % 2 === 0)];
    for (const name of ['id', 'slug'] as const) {
      const values = mixed.map((one) => one[name]);
      const expected = mixed.map(({ slug }) => slug);
      const page = await read(`/v1/${list}?${name}=${values.join()}`);
      assert.deepEqual(slugsOf(page), expected);
      assert.deepEqual([page.page.next, page.page.previous], [null, null]);
      assert.deepEqual(
        slugsOf(await read(`/v1/${list}?${values.map((value) => `${name}=${value}`).join('&')}`)),
        expected,
      );
      // Said again, a thing comes once; a sort is heeded; pages go on in the order asked.
      assert.deepEqual(slugsOf(await read(`/v1/${list}?${name}=${[...values, values[0]].join()}`)), expected);
      const first = await read(`/v1/${list}?${name}=${values.join()}&limit=1`);
      assert.deepEqual(slugsOf(first), expected.slice(0, 1));
      if (expected.length === 1) continue;
      const rest = await read(`/v1/${list}?${name}=${values.join()}&limit=100&after=${first.page.next}`);
      assert.deepEqual(slugsOf(rest), expected.slice(1));
    }
  }
});

test('an explicit sort or limit of a list asked for by name is not taken for the default', async () => {
  const asked = cards.map(({ slug }) => slug);
  const query = `/v1/reviews?slug=${asked.join()}`;
  const newestFirst = slugsOf(await read(`/v1/reviews?limit=100`));
  assert.notDeepEqual(asked, newestFirst);
  for (const path of [query, `${query}&sort=-publishedAt`, query])
    assert.deepEqual(slugsOf(await read(path)), path === query ? asked : newestFirst, path);
  const many = [...cards, ...Array.from({ length: 18 }, (_, at) => ({ slug: `none-${at}` }))];
  const long = `/v1/tags?slug=${many.map(({ slug }) => slug).join()}`;
  assert.deepEqual([(await read(long)).page.limit, (await read(`${long}&limit=20`)).page.limit], [30, 20]);
});

test('what is not there and what is hidden are left out in the same way', async () => {
  const [card] = cards;
  const of = async (query: string) => {
    const { text, headers } = await app.send('GET', query);
    return [text, headers['cache-control'], headers['surrogate-key']];
  };
  for (const [list, secret, seen] of [
    ['reviews', hidden, card],
    ['papers', hidden.paper, undefined],
    ['tags', hidden.tags[0], undefined],
  ])
    for (const [name, absent] of [
      ['id', nowhere],
      ['slug', 'nothing'],
    ] as const) {
      const more = seen ? `,${seen[name]}` : '';
      const hiddenOne = await of(`/v1/${list}?${name}=${secret[name]}${more}`);
      assert.deepEqual(hiddenOne, await of(`/v1/${list}?${name}=${absent}${more}`));
      assert.deepEqual(JSON.parse(`${hiddenOne[0]}`).data.length, seen ? 1 : 0);
      const shown = await read(`/v1/${list}?${name}=${secret[name]}`, { key });
      assert.deepEqual(slugsOf(shown), [secret.slug]);
    }
});

test('a page of twelve cards with links, authors and venues of their papers is one call of two statements', async () => {
  const path = `/v1/reviews?slug=${cards.map(({ slug }) => slug).join()}&include=links,authors,venue`;
  for (const asked of [{ key }, {}]) {
    let page: Awaited<ReturnType<typeof read>>;
    const statements = await app.countStatements(async () => {
      page = await read(path, asked);
    });
    assert.ok(statements.length <= 2, statements.join('\n'));
    assert.equal(page.data.length, 12);
    for (const { paper } of page.data) {
      assert.deepEqual(paper.links, links);
      assert.deepEqual(
        paper.authors,
        authors.map(({ name }) => ({ name, orcid: null })),
      );
      assert.equal(paper.venue, 'ICLR 2025');
    }
  }
  const bare = await read(`/v1/reviews?limit=1`);
  assert.deepEqual(['links' in bare.data[0].paper, 'venue' in bare.data[0].paper], [false, false]);
  const some = await read(`/v1/reviews?limit=1&include=links&fields=title`);
  assert.deepEqual(Object.keys(some.data[0]).sort(), ['paper', 'title']);
  assert.deepEqual(['links' in some.data[0].paper, 'authors' in some.data[0].paper], [true, false]);
});

test('lists in a query are repeated or have commas, days are days of UTC, brackets may be a point: one stored answer', async () => {
  const filters: [string, string][] = [
    ['tag=model,none', 'tag=model&tag=none'],
    ['tag[all]=model,none', 'tag.all=model&tag.all=none'],
    ['category=one,two', 'category=one&category=two'],
    ['language=en,ko', 'language=en&language=ko'],
    ['link=code,pdf', 'link=code&link=pdf'],
    ['publishedAt[gte]=2024-05-30', 'publishedAt.gte=2024-05-30T00:00:00Z'],
    ['publishedAt[lt]=2999-01-01', 'publishedAt.lt=2999-01-01T09:00:00%2B09:00'],
    ['updatedAt[gte]=2024-05-30', 'updatedAt.gte=2024-05-29T15:00:00-09:00'],
  ];
  for (const [one, other] of filters) {
    const first = await app.send('GET', `/v1/reviews?${one}&limit=50`);
    const second = await app.send('GET', `/v1/reviews?limit=50&${other}`);
    assert.deepEqual([first.status, second.status], [200, 200], first.text);
    assert.equal(second.text, first.text, one);
    assert.deepEqual([first.headers['x-cache'], second.headers['x-cache']], ['miss', 'hit'], one);
  }
});

test('a day begins at midnight UTC, and is not in the range that ends with it', async () => {
  const review = await postReview(app, {
    status: 'published',
    publishedAt: '2023-03-04T00:00:00Z',
    tags: ['day'],
  });
  for (const [range, expected] of [
    ['publishedAt.gte=2023-03-04&publishedAt.lt=2023-03-05', [review.slug]],
    ['publishedAt.gte=2023-03-03&publishedAt.lt=2023-03-04', []],
    ['publishedAt.gte=2023-03-05', []],
  ] as const)
    assert.deepEqual(slugsOf(await read(`/v1/reviews?tag=day&${range}`)), expected, range);
});
