import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();
const uncached = await buildApp({ config: { ...app.config, RESPONSE_CACHE_MB: 0 }, db: app.db });
after(() => uncached.close());

const slugs = ['one', 'two', 'three'];
for (const slug of ['left', 'right']) await postThing(app, 'categories', { name: slug, slug });
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
type Write = [method: string, path: string, body?: object];

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(slug, word).map(([name, title]): Write => ['PATCH', `/v1/reviews/${name}`, { title }]),
  fc.tuple(slug, word).map(([name, tag]): Write => ['PATCH', `/v1/reviews/${name}`, { tags: [tag] }]),
  fc
    .tuple(slug, fc.constantFrom('left', 'right', null))
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
  word.map((text): Write => ['PATCH', '/v1/categories/left', { description: text }]),
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

const read = fc.oneof(
  fc.constantFrom(
    ...['/v1/reviews', '/v1/reviews?limit=20', '/v1/reviews?total=true&facets=tag,category', '/v1/tags'],
    ...[
      '/v1/categories',
      '/v1/categories?tree=true',
      '/v1/papers',
      '/v1/changes',
      '/feeds/atom.xml',
      '/sitemap.xml',
    ],
    ...['/v1/reviews?category=left&sort=title', '/v1/reviews?sort=title&category=left', '/v1/papers.bib'],
  ),
  slug.chain((name) =>
    fc.constantFrom(
      ...[
        `/v1/reviews/${name}`,
        `/v1/reviews/${name}.md`,
        `/v1/reviews/${name}/related`,
        `/v1/tags/tag-${name}`,
      ],
      ...[`/v1/papers/paper-${name}`, `/v1/papers/arxiv:${arxivOf(name)}`, `/v1/reviews?paper=paper-${name}`],
    ),
  ),
  word.map((text) => `/v1/reviews?q=${encodeURIComponent(text)}`),
  word.map((text) => `/v1/reviews?tag=${encodeURIComponent(text)}&limit=2`),
);

const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ write }) },
  { weight: 4, arbitrary: fc.record({ read, accepts: fc.constantFrom('identity', 'gzip', 'br') }) },
);

/** What is the same whoever answers. */
function told({ statusCode, headers, rawPayload }: LightMyRequestResponse): string {
  const { etag, link, location, 'surrogate-key': names } = headers;
  return [statusCode, etag, link, location, names, rawPayload.toString('base64')].join('\n');
}

test('after any writes, every public read is what it is without the memory, and most come out of it', async () => {
  let hits = 0;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      for (const one of steps) {
        if ('write' in one) {
          const [method, path, body] = one.write;
          const { status, text } = await app.send(method, path, {
            ...{ key: app.admin, headers: { 'if-match': '*' } },
            ...(body === undefined ? {} : { body }),
          });
          assert.ok(status < 500, text);
          continue;
        }
        const headers = { 'accept-encoding': one.accepts };
        for (let time = 0; time < 2; time += 1) {
          const kept: LightMyRequestResponse = await app.app.inject({ url: one.read, headers });
          const made: LightMyRequestResponse = await uncached.inject({ url: one.read, headers });
          assert.equal(told(kept), told(made), one.read);
          asked += 1;
          if (kept.headers['x-cache'] === 'hit') hits += 1;
        }
      }
    }),
    { numRuns: trials(8) },
  );
  assert.ok(hits > asked / 3, `${hits} of ${asked}`);
});
