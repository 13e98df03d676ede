import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startTestApp } from '../support/app.ts';
import { copyRow, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

// Nothing is answered out of memory here.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });
const bound = 8 * 2 ** 20;
/** About what the rest of a page takes. */
const rest = 2 ** 20;

const category = await app.send('POST', '/v1/categories', { key: app.admin, body: { name: 'Long texts' } });
const first = await postReview(app, { status: 'published', category: category.body.slug, title: 'Long 0' });
const copies = 30;
const changes = `jsonb_build_object('id', gen_random_uuid(), 'slug', 'long-' || number, 'title', 'Long ' || number, 'source', null,
  'published_at', one.published_at - number * interval '1 hour')`;
await copyRow(app, { ...{ table: 'reviews', where: `one.id = '${first.id}'`, changes, copies } });
const ids = (await app.db.$client`select id from reviews order by published_at desc, id desc`).map(
  ({ id }) => `${id}`,
);

/** Gives each review, in the order of the list, texts of a length. */
async function setLengths(lengths: number[]): Promise<void> {
  await app.db.$client.unsafe(`
    update reviews set body = repeat('b', l.length), html = repeat('h', l.length), text = repeat('t', l.length)
    from unnest(array[${ids.map((id) => `'${id}'`)}]::uuid[], array[${lengths}]::int[]) as l (id, length)
    where reviews.id = l.id`);
}

const list = async (query: string) => {
  const answer = await app.send('GET', `/v1/reviews?category=long-texts&${query}`);
  assert.equal(answer.status, 200);
  return answer;
};

test('a page of long texts ends at 8 MiB, with a cursor that goes on behind it', async () => {
  await setLengths(ids.map(() => 900_000));
  const answer = await list('limit=100&include=body,html,text&total=true');
  assert.ok(answer.text.length <= bound + rest, `${answer.text.length} bytes`);
  assert.ok(answer.body.data.length > 1);
  assert.ok(answer.body.page.next);
  assert.equal(answer.body.page.total, ids.length);
  const feed = await app.app.inject('/feeds/rss.xml?category=long-texts&limit=100');
  assert.ok(feed.body.length <= 2 * bound, `${feed.body.length} bytes`);
  assert.match(`${feed.headers.link}`, /rel="next"/);
  const light = await list('limit=100');
  assert.equal(light.body.data.length, ids.length);
});

test('a thing that is longer than a page may be comes alone', async () => {
  await setLengths(ids.map((_, at) => (at === 3 ? 12_000_000 : 100)));
  const walked = await walk('limit=100&include=body', 'next');
  assert.deepEqual(
    walked.map((page) => page.length),
    [3, 1, ids.length - 4],
  );
});

test('every thing is seen once, in its order, walking forward and back, whatever the lengths', async () => {
  const length = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: 5_000_000 }));
  const lengths = fc.array(length, { minLength: ids.length, maxLength: ids.length });
  const limits = fc.constantFrom(1, 3, 7, ids.length, 100);
  await fc.assert(
    fc.asyncProperty(
      lengths,
      limits,
      fc.constantFrom('title', '-publishedAt'),
      async (given, limit, sort) => {
        await setLengths(given);
        const query = `limit=${limit}&include=html&sort=${sort}&fields=id,publishedAt,title`;
        const whole = (await list(`limit=100&sort=${sort}&fields=id`)).body.data.map(
          ({ id }: { id: string }) => id,
        );
        const forward = await walk(query, 'next');
        assert.deepEqual(forward.flat(), whole);
        const back = await walk(query, 'previous');
        assert.deepEqual(back.toReversed().flat(), whole);
        for (const page of [...forward, ...back]) {
          const bytes = page.reduce((sum, id) => sum + (given[ids.indexOf(id)] ?? 0), 0);
          assert.ok(page.length === 1 || bytes <= bound, `${bytes} bytes`);
          assert.ok(page.length <= limit);
        }
      },
    ),
    { numRuns: trials(6) },
  );
});

test('a page of papers with thousands of authors ends at 8 MiB', async () => {
  for (let number = 0; number < 20; number += 1)
    await postThing(app, 'papers', { title: `Crowded ${number}` });
  await app.db.$client.unsafe(`
    insert into paper_authors (paper_id, position, name)
    select id, number, repeat('An author of many names ', 8) || number from papers, generate_series(1, 3000) number
    where title like 'Crowded%'`);
  const answer = await app.send('GET', '/v1/papers?limit=100');
  assert.ok(answer.text.length <= bound + rest, `${answer.text.length} bytes`);
  assert.ok(answer.body.page.next);
  const all = await app.send('GET', '/v1/papers?limit=100&fields=id');
  assert.equal(all.body.page.next, null);
});

/** The ids of each page, from one end of the list to the other. */
async function walk(query: string, way: 'next' | 'previous'): Promise<string[][]> {
  const pages: string[][] = [];
  const end = way === 'next' ? '' : `&before=${await lastCursor(query)}`;
  for (let place = end; pages.length <= 2 * ids.length; ) {
    const { data, page } = (await list(`${query}${place}`)).body;
    pages.push(data.map(({ id }: { id: string }) => id));
    if (page[way] === null) return pages;
    place = `&${way === 'next' ? 'after' : 'before'}=${page[way]}`;
  }
  throw new Error('The walk does not end');
}

/** The cursor of the end of the list: a page behind it is empty. */
async function lastCursor(query: string): Promise<string> {
  for (let place = ''; ; ) {
    const { page } = (await list(`${query}${place}`)).body;
    if (page.next === null) {
      const behind = await list(
        `${query}&page=${Math.ceil(ids.length / Number(query.match(/limit=(\d+)/)?.[1])) + 1}`,
      );
      return behind.body.page.previous;
    }
    place = `&after=${page.next}`;
  }
}
