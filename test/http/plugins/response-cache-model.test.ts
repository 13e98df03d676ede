import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../../src/app.ts';
import { startTestApp } from '../../support/app.ts';
import { newReview, postReview, postThing } from '../../support/things.ts';
import { trials } from '../../support/trials.ts';

const app = await startTestApp();
const uncached = await buildApp({ config: { ...app.config, RESPONSE_CACHE_MB: 0 }, db: app.db });
after(() => uncached.close());

const slugs = ['one', 'two', 'three'];
for (const [slug, parent] of [
  ['root', null],
  ['left', 'root'],
  ['right', 'root'],
  ['leaf', 'left'],
])
  await postThing(app, 'categories', { name: slug, slug, parent });
for (const slug of slugs) {
  const paper = { title: `Paper ${slug}`, slug: `paper-${slug}`, identifiers: { arxiv: arxivOf(slug) } };
  await postThing(app, 'papers', paper);
  const more = { slug, paper: `paper-${slug}`, tags: ['common', `tag ${slug}`], category: 'left' };
  await postReview(app, { ...more, status: slug === 'three' ? 'draft' : 'published' });
}

function arxivOf(slug: string): string {
  return `2401.0000${slugs.indexOf(slug) + 1}`;
}

const slug = fc.constantFrom(...slugs);
const word = fc.constantFrom('망각', 'lattice', 'lettice', 'quokka', 'common');
const shelf = fc.constantFrom('root', 'left', 'right', 'leaf');
type Write = [method: string, path: string, body?: object];

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(slug, word).map(([name, title]): Write => ['PATCH', `/v1/reviews/${name}`, { title }]),
  fc.tuple(slug, word).map(([name, tag]): Write => ['PATCH', `/v1/reviews/${name}`, { tags: [tag] }]),
  fc
    .tuple(slug, fc.option(shelf))
    .map(([name, category]): Write => ['PATCH', `/v1/reviews/${name}`, { category }]),
  fc
    .tuple(slug, fc.constantFrom('publish', 'unpublish', 'archive', 'restore'))
    .map(([name, step]): Write => ['POST', `/v1/reviews/${name}/${step}`]),
  slug.map((name): Write => ['DELETE', `/v1/reviews/${name}`]),
  fc.tuple(slug, word).map(([name, summary]): Write => ['PATCH', `/v1/reviews/${name}/draft`, { summary }]),
  fc.tuple(slug, word).map(([name, title]): Write => ['PATCH', `/v1/papers/paper-${name}`, { title }]),
  fc.tuple(slug, word).map(([name, text]): Write => ['PATCH', `/v1/tags/tag-${name}`, { description: text }]),
  fc
    .tuple(slug, slug)
    .map(([name, other]): Write => ['PATCH', `/v1/tags/tag-${name}`, { slug: `tag-${other}` }]),
  fc
    .tuple(shelf, word)
    .map(([name, text]): Write => ['PATCH', `/v1/categories/${name}`, { description: text }]),
  fc
    .tuple(shelf, fc.option(shelf))
    .map(([name, parent]): Write => ['PATCH', `/v1/categories/${name}`, { parent }]),
  fc.tuple(shelf, shelf).map(([name, slug]): Write => ['PATCH', `/v1/categories/${name}`, { slug }]),
  slug.chain((name) =>
    fc
      .constantFrom<object[]>({ language: 'ko' }, { language: 'en' }, { publishedAt: '2024-05-01T00:00:00Z' })
      .map((patch): Write => ['PATCH', `/v1/reviews/${name}`, patch]),
  ),
  fc
    .tuple(
      slug,
      fc.constantFrom({ venue: 'Here' }, { venue: null }, { links: [{ kind: 'code', label: 'Code' }] }),
    )
    .map(([name, patch]): Write => ['PATCH', `/v1/papers/paper-${name}`, patch]),
  fc
    .tuple(slug, slug)
    .map(([name, other]): Write => ['POST', `/v1/papers/paper-${name}/merge`, { into: `paper-${other}` }]),
  fc.tuple(slug, slug).map(([name, other]): Write => ['PATCH', `/v1/reviews/${name}`, { slug: other }]),
  fc
    .tuple(slug, slug)
    .map(([name, other]): Write => ['PATCH', `/v1/papers/paper-${name}`, { slug: `paper-${other}` }]),
  fc.tuple(slug, fc.constantFrom('draft', 'published'), word).map(
    ([name, status, title]): Write => [
      'POST',
      '/v1/reviews',
      newReview({
        paper: { title: `Paper ${name}`, identifiers: { arxiv: arxivOf(name) } },
        status,
        title,
        tags: [title],
      }),
    ],
  ),
);

const wholes = [
  ...['/v1/reviews', '/v1/reviews?limit=20', '/v1/reviews?total=true&facets=tag,category', '/v1/tags'],
  ...['/v1/categories', '/v1/categories?tree=true', '/v1/papers', '/v1/papers.bib', '/v1/changes'],
  ...['/feeds/atom.xml', '/sitemap.xml', '/v1/reviews?sort=title&category=left'],
];
const readsOf = (name: string) => [
  ...[`/v1/reviews/${name}`, `/v1/reviews/${name}.md`, `/v1/reviews/${name}/related`, `/v1/tags/tag-${name}`],
  ...[`/v1/papers/paper-${name}`, `/v1/papers/arxiv:${arxivOf(name)}`, `/v1/reviews?paper=paper-${name}`],
];
const tag = word.map((text) => `tag=${encodeURIComponent(text)}`);
const narrowed = fc.oneof(
  tag,
  fc.subarray(slugs, { minLength: 1 }).map((names) => names.map((name) => `tag=tag-${name}`).join('&')),
  fc.constantFrom('tag=common', 'tag[all]=common&tag[all]=tag-two', 'tag[not]=common'),
  shelf.map((name) => `category=${name}`),
  fc.tuple(tag, shelf).map(([one, name]) => `${one}&category=${name}`),
);
const narrower = fc.subarray(
  [
    ...['total=true', 'language=ko', 'venue=here', 'link=code', 'year=2024', 'facets=tag', 'fields=title'],
    ...['publishedAt[gte]=2025-01-01T00:00:00Z', 'include=body'],
  ],
  { maxLength: 2 },
);
const order = fc.constantFrom('', '&limit=1', '&limit=1&page=2', '&limit=1&sort=-updatedAt', '&sort=-title');

const read = fc.oneof(
  fc.constantFrom(...wholes),
  slug.chain((name) => fc.constantFrom(...readsOf(name))),
  word.map((text) => `/v1/reviews?q=${encodeURIComponent(text)}`),
  {
    weight: 4,
    arbitrary: fc
      .tuple(narrowed, narrower, order)
      .map(([within, more, last]) => `/v1/reviews?${[within, ...more].join('&')}${last}`),
  },
);

/** What is the same whoever answers. */
function told({ statusCode, headers, rawPayload }: LightMyRequestResponse): string {
  const { etag, link, location, 'surrogate-key': names } = headers;
  return [statusCode, etag, link, location, names, rawPayload.toString('base64')].join('\n');
}

test('after any writes, every public read is what it is without the memory, and most come out of it', async () => {
  let hits = 0;
  let asked = 0;
  const compare = async (url: string, encoding: string) => {
    const headers = { 'accept-encoding': encoding };
    const kept: LightMyRequestResponse = await app.app.inject({ url, headers });
    const made: LightMyRequestResponse = await uncached.inject({ url, headers });
    assert.equal(told(kept), told(made), url);
    asked += 1;
    if (kept.headers['x-cache'] === 'hit') hits += 1;
  };
  const reads = fc.array(fc.tuple(read, fc.constantFrom('identity', 'gzip', 'br')), {
    ...{ minLength: 8, maxLength: 12 },
  });
  await fc.assert(
    fc.asyncProperty(reads, fc.array(write, { minLength: 6, maxLength: 12 }), async (watched, writes) => {
      for (const name of slugs)
        for (const step of ['restore', 'publish']) await send('POST', `/v1/reviews/${name}/${step}`);
      for (const [url, encoding] of watched) await compare(url, encoding);
      for (const [method, path, body] of writes) {
        const { status, text } = await send(method, path, body);
        assert.ok(status < 500, text);
        for (const [url, encoding] of watched) await compare(url, encoding);
      }
    }),
    { numRuns: trials(8) },
  );
  assert.ok(hits > asked / 3, `${hits} of ${asked}`);
});

const send = (method: string, path: string, body?: object) =>
  app.send(method, path, {
    ...{ key: app.admin, headers: { 'if-match': '*' } },
    ...(body === undefined ? {} : { body }),
  });
