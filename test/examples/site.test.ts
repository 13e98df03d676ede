import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { after, test } from 'node:test';
import type { MethodResponse } from 'openapi-fetch';
import type { Api } from '../../examples/site/client.ts';
import { createSite } from '../../examples/site/site.ts';
import { makeTypes } from '../../examples/site/types.ts';
import { startTestApp } from '../support/app.ts';
import { loadSample, sampleReviews } from '../support/sample.ts';
import { postReview } from '../support/things.ts';

const api = await startTestApp();
await loadSample(api);
const hostile = await postReview(api, {
  title: '<img src=x onerror=alert(1)> & "more"',
  body: '</pre><script>alert("body")</script>',
  language: 'en',
  category: 'training',
  tags: ['<b>bold</b>'],
  status: 'published',
  publishedAt: '2023-05-06T07:08:09.000Z',
});
for (const status of ['draft', 'archived']) {
  await postReview(api, {
    paper: { title: 'Zebra networks' },
    title: 'Zebra, hidden',
    body: 'The zebra is hidden.',
    category: 'training',
    tags: ['zebra'],
    publishedAt: '2022-01-01T00:00:00.000Z',
    status,
  });
}
await api.app.listen({ port: 0 });

const calls: string[] = [];
const site = createSite(addressOf(api.app.server), (request) => {
  calls.push(request.url);
  return fetch(request);
});
site.listen(0, '127.0.0.1');
await once(site, 'listening');
after(() => site.close());

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page of the site, and how many calls to the API it took. */
async function open(path: string): Promise<{ status: number; text: string; count: number; links: string[] }> {
  calls.length = 0;
  const response = await fetch(addressOf(site) + path);
  const text = await response.text();
  const links = Array.from(text.matchAll(/href="(\/[^"]*)"/g), ([, link = '']) =>
    link.replaceAll('&#38;', '&'),
  );
  return { status: response.status, text, count: calls.length, links };
}

async function openWell(path: string): Promise<string> {
  const { status, text, count } = await open(path);
  assert.deepEqual({ path, status, count }, { path, status: 200, count: 1 }, text);
  return text;
}

function titlesOf(text: string): string[] {
  return Array.from(text.matchAll(/<h2><a href="\/reviews\/([^"]*)">/g), ([, slug = '']) =>
    decodeURIComponent(slug),
  );
}

const newestFirst = [...sampleReviews.map(({ slug }) => slug), hostile.slug];

test('the list shows every published review once, newest first, over its cursor pages and back', async () => {
  const seen: string[] = [];
  let next: string | undefined = '/';
  let last = '';
  while (next !== undefined) {
    last = await openWell(next);
    seen.push(...titlesOf(last));
    next = last.match(/rel="next" href="([^"]*)"/)?.[1];
  }
  assert.deepEqual(seen, newestFirst);
  const back = last.match(/rel="prev" href="([^"]*)"/)?.[1] ?? '';
  assert.deepEqual(titlesOf(await openWell(back)), newestFirst.slice(0, 10));
});

test('a link of the filter panel leads to as many reviews as its count says, also from a filtered list', async () => {
  let tried = 0;
  for (const start of ['/', '/?category=training&language=ko']) {
    const aside = (await openWell(start)).split('<aside>')[1] ?? '';
    for (const [, href = '', count] of aside.matchAll(/href="([^"]*)">[^<]*<\/a> <small>(\d+)</g)) {
      const page = await openWell(href.replaceAll('&#38;', '&'));
      assert.equal(page.match(/<h1>Reviews <small>(\d+)</)?.[1], count, `${start} to ${href}`);
      tried += 1;
    }
  }
  assert.ok(tried > 40, `${tried} links`);
});

test('the archive lists the reviews of a year, and the years with how many they have', async () => {
  const all = await openWell('/archive');
  assert.match(all, /<a href="\/archive\/2023">2023<\/a> <small>1</);
  assert.match(all, new RegExp(`<a href="/archive/2024">2024</a> <small>${sampleReviews.length}<`));
  const year = await openWell('/archive/2023');
  assert.equal(year.match(/<li><time>/g)?.length, 1);
  assert.ok(year.includes(`<time>2023-05-06</time> <a href="/reviews/${hostile.slug}">`));
});

test('the page of a paper shows the paper and the reviews of it in every language', async () => {
  const { paper } = sampleReviews.find(({ paper: { title }, language }) =>
    sampleReviews.some((other) => other.paper.title === title && other.language !== language),
  ) ?? { paper: assert.fail('the sample has a paper reviewed in two languages') };
  const text = await openWell(`/papers/arxiv:${paper.identifiers.arxiv}`);
  assert.ok(text.includes(`<a href="https://arxiv.org/abs/${paper.identifiers.arxiv}">`));
  const slugs = sampleReviews.filter((review) => review.paper.title === paper.title).map(({ slug }) => slug);
  assert.deepEqual(titlesOf(text), slugs);
});

test('the page of a review shows its body, tags and neighbours in the category', async () => {
  const inCategory = sampleReviews.filter(({ category }) => category === 'language-models');
  const [newer, review, older] = inCategory;
  assert.ok(newer && review && older);
  const text = await openWell(`/reviews/${encodeURIComponent(review.slug)}`);
  assert.ok(text.includes(`<article lang="${review.language}">`));
  assert.match(text, /<h2[^>]*>(?:<[^>]*>)*(?:Abstract|요약)/);
  assert.match(text, /<math/);
  assert.ok(text.includes(`rel="prev" href="/reviews/${encodeURIComponent(older.slug)}"`));
  assert.ok(text.includes(`rel="next" href="/reviews/${encodeURIComponent(newer.slug)}"`));
  for (const tag of review.tags) assert.ok(text.includes(`>${tag}</a>`), tag);
});

test('the page of a review shows its figure, and the list its cover, from the API', async () => {
  const { slug } =
    sampleReviews.find(({ body }) => body.includes('](figures/')) ?? assert.fail('the sample has a figure');
  const page = await openWell(`/reviews/${slug}`);
  const list = await openWell('/');
  for (const [, address = ''] of [page, list].flatMap((text) => [
    ...text.matchAll(/<img [^>]*src="([^"]*)"/g),
  ])) {
    const picture = await fetch(new URL(address, addressOf(site)));
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/webp'], address);
  }
  assert.match(page, /<figure><img [^>]*><figcaption>/);
  assert.match(list, /<img class="cover"/);
});

test('the search marks what was found, and all else of it is escaped', async () => {
  const korean = await openWell(`/search?q=${encodeURIComponent('임베딩')}`);
  assert.ok(titlesOf(korean).length > 0);
  assert.match(korean, /<mark>임베딩<\/mark>/);
  const marked = await openWell('/search?q=onerror');
  assert.ok(marked.includes('<mark>onerror</mark>'));
  assert.doesNotMatch(marked, /<img src=x/);
  const empty = await open('/search?q=+');
  assert.deepEqual([empty.status, empty.count], [200, 0]);
});

test('no page shows what is hidden or unescaped, whatever links are followed, and each is one call', async () => {
  const waiting = ['/'];
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { status, text, count, links } = await open(path);
    assert.deepEqual({ path, status, count }, { path, status: 200, count: 1 });
    assert.doesNotMatch(text, /zebra|<script|<img src=x|<b>bold/i, path);
    for (const [image] of text.matchAll(/<img[^>]*/g)) assert.match(image, /src="\/v1\/images\//, path);
    for (const link of links) {
      // Filters are followed one at a time: there is no end to their combinations.
      const follows = link !== '/style.css' && new URL(`http://site${link}`).searchParams.size < 2;
      if (follows && !seen.has(link)) waiting.push(link);
      if (follows) seen.add(link);
    }
  }
  for (const slug of newestFirst) assert.ok(seen.has(`/reviews/${encodeURIComponent(slug)}`), slug);
});

test('what is hidden, unknown or malformed is a page with its status', async () => {
  const drafts = await api.send('GET', '/v1/reviews?status=draft', { key: api.admin });
  assert.equal((await open(`/reviews/${drafts.body.data[0].slug}`)).status, 404);
  assert.equal((await open(`/papers/${drafts.body.data[0].paper.slug}`)).status, 404);
  for (const [path, status] of Object.entries({
    '/nowhere': 404,
    '/constructor': 404,
    '/reviews/a/b': 404,
    '/reviews/%zz': 400,
    '/archive/abc': 400,
    '/?after=forged': 400,
  }))
    assert.equal((await open(path)).status, status, path);
});

test('the types of a client made as its page says know a list and one review, with every member', () => {
  type Listed = MethodResponse<Api, 'get', '/v1/reviews'>['data'][number];
  type Read = MethodResponse<Api, 'get', '/v1/reviews/{review}'>;
  const isKnown: unknown extends Listed | Read ? false : true = true;
  const listed: Listed['title'] extends string ? 'there' : 'optional or unknown' = 'there';
  const read: Read['html'] extends string ? 'there' : 'optional or unknown' = 'there';
  assert.deepEqual([isKnown, listed, read], [true, 'there', 'there']);
});

test('the types of the client are those that the document of now makes', async () => {
  const written = await readFile(new URL('../../examples/site/api.d.ts', import.meta.url), 'utf8');
  assert.ok(written === (await makeTypes()), 'run: npx tsx examples/site/types.ts');
});
