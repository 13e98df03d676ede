import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { fewRows } from '../../src/query/selectivity.ts';
import { startTestApp } from '../support/app.ts';
import { copyRow, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const many = fewRows + 100;

interface Listed {
  id: string;
  tags: { slug: string }[];
  category: { slug: string } | null;
}

/** More reviews with a tag and in a category than are few, ties and drafts among them, and a few with others. */
before(async () => {
  await postThing(app, 'categories', { name: 'wide' });
  await postThing(app, 'categories', { name: 'narrow', parent: 'wide' });
  const tags = ['common', 'usual', 'rare', 'all of the rest'];
  const { id } = await postReview(app, { status: 'published', category: 'wide', tags });
  await copyRow(app, {
    ...{ table: 'reviews', where: `one.id = '${id}'`, copies: many },
    changes: `jsonb_build_object('id', gen_random_uuid(), 'slug', 'copy-' || number, 'title', 'Title ' || number % 9,
      'status', case when number % 11 = 0 then 'draft' else 'published' end,
      'category_id', (select categories.id from categories where slug = case when number % 90 = 0 then 'narrow' else 'wide' end),
      'published_at', '2024-01-01Z'::timestamptz + number % 40 * interval '1 day', 'updated_at', '2024-01-01Z'::timestamptz + number % 7 * interval '1 day')`,
  });
  // The common one for all, the usual one for almost all, the rare one for every hundredth.
  await app.db.execute(sql`
    insert into review_tags (review_id, tag_id, position)
    select reviews.id, tags.id, 0 from reviews join tags on tags.slug = 'common'
      or (tags.slug = 'usual' and reviews.slug !~ '13$') or (tags.slug = 'rare' and reviews.slug ~ '77$')
    where reviews.id <> ${id}`);
});

/** Reads a list to its end, or backwards from a cursor to its beginning. */
async function walk(query: string, key?: string, from?: string): Promise<Listed[]> {
  const rows: Listed[] = [];
  const backwards = from !== undefined;
  for (let cursor = backwards ? `&before=${from}` : ''; ; ) {
    const url = `/v1/reviews?limit=100&fields=id,tags,category&${query}${cursor}`;
    const { status, body, text } = await app.send('GET', url, key === undefined ? {} : { key });
    assert.equal(status, 200, text);
    if (backwards) rows.unshift(...body.data);
    else rows.push(...body.data);
    const next = backwards ? body.page.previous : body.page.next;
    if (next === null) return rows;
    cursor = `&${backwards ? 'before' : 'after'}=${next}`;
  }
}

const has = (slug: string) => (row: Listed) => row.tags.some((tag) => tag.slug === slug);
const isIn =
  (...slugs: string[]) =>
  ({ category }: Listed) =>
    category !== null && slugs.includes(category.slug);

/** How many pass each, few or many, is told beside it. */
const filters: [query: string, passes: (row: Listed) => boolean][] = [
  ['tag=common', has('common')], // many
  ['tag=rare', has('rare')], // few
  ['tag=rare&tag=usual', (row) => has('rare')(row) || has('usual')(row)], // many of few and many
  ['tag[all]=common&tag[all]=usual', (row) => has('common')(row) && has('usual')(row)], // many of many
  ['tag[all]=common&tag[all]=rare', (row) => has('common')(row) && has('rare')(row)], // few of many
  ['tag[all]=common&tag[all]=nowhere', () => false], // none of many
  ['category=wide', isIn('wide', 'narrow')], // many
  ['category=narrow', isIn('narrow')], // few
  ['category=wide&tag=common&tag[all]=usual', has('usual')], // many, many and many
  ['category=narrow&tag=common', isIn('narrow')], // few and many
  ['category=wide&tag=rare', has('rare')], // many and few
];

test('a filter gives the rows of the whole list that it lets pass, in its order, whether they are few or many', async () => {
  const lists = [
    ['-publishedAt', undefined],
    ['updatedAt', undefined],
    ['title', app.admin],
  ] as const;
  for (const [sort, key] of lists) {
    const all = await walk(`sort=${sort}`, key);
    assert.ok(all.length >= fewRows);
    for (const [query, passes] of filters) {
      const expected = all.filter(passes).map(({ id }) => id);
      const found = await walk(`sort=${sort}&${query}`, key);
      assert.deepEqual(
        found.map(({ id }) => id),
        expected,
        `${query} by ${sort}`,
      );
    }
  }
});

test('in a table that is known to be large more rows are few, and a filter gives the same', async () => {
  const expected = await Promise.all(filters.map(async ([query]) => (await walk(query)).map(({ id }) => id)));
  await app.db.execute(sql`update pg_class set reltuples = 1e6 where oid = 'reviews'::regclass`);
  for (const [index, [query]] of filters.entries()) {
    const found = await walk(query);
    assert.deepEqual(
      found.map(({ id }) => id),
      expected[index],
      query,
    );
  }
  await app.db.execute(sql`analyze reviews`);
});

test('such a filter is walked back and turned to by number, and counted, as it is walked', async () => {
  for (const [query] of filters) {
    const rows = await walk(query);
    const end = await app.send('GET', `/v1/reviews?limit=100&${query}&page=3&total=true`);
    assert.deepEqual(
      end.body.data.map(({ id }: Listed) => id),
      rows.slice(200, 300).map(({ id }) => id),
      query,
    );
    assert.equal(end.body.page.total, rows.length, query);
    if (end.body.page.previous === null) continue;
    const before = await walk(query, undefined, end.body.page.previous);
    assert.deepEqual(
      before.map(({ id }) => id),
      rows.slice(0, 200).map(({ id }) => id),
      query,
    );
  }
});

test('a list by tag and category is one statement', async () => {
  const statements = await app.countStatements(() =>
    app.send('GET', '/v1/reviews?tag=common&tag[all]=rare&category=wide'),
  );
  assert.equal(statements.length, 1, statements.join('\n'));
});
