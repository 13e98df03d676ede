import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countStatements } from '../../src/query/statements.ts';
import { startTestApp } from '../support/app.ts';
import { Caller } from '../support/operations.ts';
import { postImage, postReview, postThing } from '../support/things.ts';

// Nothing is answered out of memory here.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0, POOL_SIZE: 1 });

/** What stands for each parameter of a path, by the number of the things asked for. */
const things: Record<string, string[]> = {
  review: [],
  paper: [],
  tag: [],
  category: [],
  key: [],
  preview: [],
  image: [],
  redirect: [],
};

for (let number = 0; number < 8; number += 1) {
  const category = await app.send('POST', '/v1/categories', {
    key: app.admin,
    body: { name: `Category ${number}` },
  });
  const review = await postReview(app, {
    ...{ status: 'published', category: category.body.slug, tags: [`tag ${number}`] },
  });
  await app.send('PATCH', `/v1/reviews/${review.id}/draft`, {
    ...{ key: app.admin, headers: { 'If-Match': '*' }, body: { title: 'Next' } },
  });
  const link = await app.send(
    'POST',
    `/v1/reviews/${review.id}/preview-links${number % 2 === 0 ? '' : '?of=draft'}`,
    { key: app.admin, body: {} },
  );
  assert.equal(link.status, 201, link.text);
  things.review?.push(review.id);
  things.paper?.push(review.paper.id);
  things.tag?.push(review.tags[0].id);
  things.category?.push(category.body.id);
  things.image?.push((await postImage(app)).id);
  const redirect = { path: `/old/${number}`, target: { type: 'review', id: review.id } };
  things.redirect?.push((await postThing(app, 'redirects', redirect)).id);
  things.key?.push((await app.makeKey(['drafts:read'])).id);
  things.preview?.push(new URL(link.body.url).pathname.slice(13) + new URL(link.body.url).search);
}

Object.assign(things, await new Caller(app).makeOthers(Object.keys(things), 8));

/** The reads whose address names a thing, with what fills in its other parameters. */
const reads = Object.entries(app.document.paths)
  .filter(([path, methods]) => 'get' in methods && path.includes('{'))
  .map(([path]) => path);

test('statements are built for declarations, not for the things that a read names', async () => {
  const ask = async (numbers: number[]) => {
    for (const path of reads)
      for (const number of numbers) {
        const filled = path.replace(/\{(\w+)\}/g, (_, name) => fill(name, number));
        // What is asked for once is not kept.
        for (let time = 0; time < 2; time += 1) {
          const { status } = await app.send(
            'GET',
            filled,
            path.includes('preview') ? {} : { key: app.admin },
          );
          assert.ok(status < 500, `${filled} ${status}`);
        }
      }
  };
  await ask([0, 1]);
  const before = countStatements();
  assert.ok(before > 0);
  await ask([2, 3, 4, 5, 6, 7]);
  assert.equal(countStatements(), before);
});

test('the home page takes two statements, however often it is asked for, and its JSON none', async () => {
  const browser = { headers: { accept: 'text/html,*/*;q=0.8' } };
  await app.send('GET', '/', browser);
  for (const path of ['/', '/index.html', '/?utm_source=x'])
    assert.equal((await app.countStatements(() => app.send('GET', path, browser))).length, 2, path);
  assert.deepEqual(await app.countStatements(() => app.send('GET', '/')), []);
  const before = countStatements();
  for (let time = 0; time < 5; time += 1) await app.send('GET', '/', browser);
  assert.equal(countStatements(), before);
});

test('what nobody asks for again pushes no statement out', async () => {
  const hot = async () => (await app.send('GET', '/v1/reviews?limit=7')).status;
  for (let time = 0; time < 3; time += 1) assert.equal(await hot(), 200);
  const before = countStatements();
  for (let number = 0; number < 600; number += 1)
    assert.equal((await app.app.inject(`/v1/tags?limit=5&fields=id&page=${number + 1}`)).statusCode, 200);
  assert.equal(countStatements(), before);
});

test('lists with many different filters leave a bounded number of prepared statements', async () => {
  const filters = [
    ...['tag=a', 'tag[all]=b', 'tag[not]=c', 'category=d', 'language=en', 'year=2024', 'outdated=true'],
    ...['author=e', 'venue=f', 'section=method', 'link=code'],
  ];
  const listed = async (set: number) => {
    const query = filters.filter((_, at) => set & (1 << at)).join('&');
    assert.equal((await app.app.inject(`/v1/reviews?${query}`)).statusCode, 200);
  };
  // Twice, since what is sent once is not prepared.
  for (let set = 1; set <= 250; set += 1) for (let time = 0; time < 2; time += 1) await listed(set * 8);
  const [row] = await app.db.$client.unsafe(
    'select count(*)::int as count, sum(length(statement))::int as characters from pg_prepared_statements',
  );
  assert.ok(row?.count > 0 && row?.count <= 100, `${row?.count} statements`);
  assert.ok(row?.characters <= 100_000, `${row?.characters} characters`);
});

function fill(name: string, number: number): string {
  const known = things[name];
  const value = known ? known[number] : { revision: '1', code: 'not-found', file: '640.webp' }[name];
  assert.ok(value !== undefined, `this test knows no value for {${name}}`);
  return value;
}
