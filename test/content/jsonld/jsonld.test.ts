import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';

const app = await startTestApp({
  ...{ SITE_URL_TEMPLATE: 'https://example.org/{language}/{slug}', SITE_TITLE: 'Margins' },
  SITE_AUTHOR: '김철수',
});
const schema = 'https://schema.org/';

/** The context of schema.org as far as it matters here: its words, and which of them hold addresses or dates. */
const context = {
  '@vocab': schema,
  ...Object.fromEntries(['url', 'sameAs'].map((name) => [name, { '@type': '@id' }])),
  ...Object.fromEntries(
    ['datePublished', 'dateModified'].map((name) => [name, { '@type': `${schema}DateTime` }]),
  ),
};

/** The words of schema.org 29 that may stand on a thing of each type. */
const vocabulary: Record<string, string[]> = {
  Review: 'author dateModified datePublished description inLanguage itemReviewed keywords name url'.split(
    ' ',
  ),
  BlogPosting: [],
  Blog: ['author', 'blogPost', 'name'],
  ScholarlyArticle:
    'abstract alternateName author creativeWorkStatus datePublished identifier name publication sameAs url version'.split(
      ' ',
    ),
  Person: ['name'],
  PropertyValue: ['propertyID', 'url', 'value'],
  PublicationEvent: ['name'],
  ItemList: ['itemListElement'],
};

type Expanded = Record<string, unknown> & { '@type'?: string[] };

/** Reads a document by a JSON-LD processor, which drops what is no JSON-LD, and holds each node against the words. */
async function expand(document: unknown): Promise<Expanded> {
  const nodes: unknown = await jsonld.expand(document as JsonLdDocument, {
    documentLoader: async (url: string) => {
      assert.equal(url, 'https://schema.org');
      return { documentUrl: url, document: { '@context': context } };
    },
  });
  const [node, ...more] = nodes as Expanded[];
  assert.ok(node && more.length === 0);
  checkNode(node);
  return node;
}

function checkNode(node: Expanded): void {
  const types = (node['@type'] ?? []).map((type) => type.replace(schema, ''));
  const allowed = types.flatMap((type) => vocabulary[type] ?? assert.fail(`schema.org has no ${type}`));
  for (const [name, values] of Object.entries(node)) {
    if (name.startsWith('@')) continue;
    assert.ok(allowed.includes(name.replace(schema, '')), `${types.join()} has no ${name}`);
    for (const value of [values].flat() as Expanded[])
      if (value['@type'] && !('@value' in value)) checkNode(value);
  }
}

const read = async (path: string) => {
  const answer = await app.send('GET', path, { headers: { accept: 'application/ld+json' } });
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.headers['content-type'], 'application/ld+json; charset=utf-8');
  return answer.body;
};

before(async () => {
  await postReview(app, {
    paper: {
      ...{ title: 'Tea & <T>', slug: 'tea', acronym: 'T', venue: 'ICLR 2025', abstract: 'On tea.' },
      ...{ publishedOn: '2024-05-27', versions: [{ number: 1 }, { number: 2 }] },
      ...{ identifiers: { arxiv: '2405.17428', doi: '10.1000/a(b)<c>' } },
      ...{ authors: [{ name: '이순신', orcid: '0000-0002-1825-0097' }, { name: 'Ada Lattice' }] },
    },
    ...{ slug: '차', title: '차에 대하여', language: 'ko', status: 'published', reviewedVersion: 1 },
    ...{ publishedAt: '2024-06-03T09:00:00Z', tags: ['tea', '차'], body: 'First words.\n\nMore.' },
  });
  await postReview(app, { status: 'published' });
});

test('every document is JSON-LD to a processor, in words that schema.org has for its types', async () => {
  const paths = ['/v1/reviews', '/v1/papers', `/v1/reviews/${encodeURIComponent('차')}`, '/v1/papers/tea'];
  for (const path of paths) assert.ok((await expand(await read(path)))['@type'], path);
  const { body } = await app.send('GET', `/v1/reviews/${encodeURIComponent('차')}?include=jsonld`);
  await expand(JSON.parse(body.jsonld));
});

test('a review is about its paper in the version that it read, with identifiers, authors and links', async () => {
  const { dateModified, ...review } = await read(`/v1/reviews/${encodeURIComponent('차')}`);
  assert.match(dateModified, /^\d{4}-.*Z$/);
  const page = `https://example.org/ko/${encodeURIComponent('차')}`;
  const places = ['https://arxiv.org/abs/2405.17428', 'https://doi.org/10.1000/a(b)%3Cc%3E'];
  const { itemReviewed, ...told } = review;
  assert.deepEqual(told, {
    ...{ '@context': 'https://schema.org', '@type': 'Review', '@id': page, url: page },
    ...{ name: '차에 대하여', description: 'First words. More.', inLanguage: 'ko' },
    ...{ datePublished: '2024-06-03T09:00:00.000Z', author: { '@type': 'Person', name: '김철수' } },
    keywords: ['tea', '차'],
  });
  const { identifier, '@id': id, ...paper } = itemReviewed;
  assert.match(id, /\/v1\/papers\/tea$/);
  assert.deepEqual(paper, {
    ...{ '@type': 'ScholarlyArticle', name: 'Tea & <T>', alternateName: 'T', datePublished: '2024-05-27' },
    author: [
      { '@type': 'Person', '@id': 'https://orcid.org/0000-0002-1825-0097', name: '이순신' },
      { '@type': 'Person', name: 'Ada Lattice' },
    ],
    publication: { '@type': 'PublicationEvent', name: 'ICLR 2025' },
    ...{ version: 1, url: places[0], sameAs: places },
  });
  assert.deepEqual(
    identifier.map(({ propertyID, value, url }: Record<string, string>) => [propertyID, value, url]),
    [
      ['arXiv', '2405.17428', places[0]],
      ['DOI', '10.1000/a(b)<c>', places[1]],
    ],
  );
  assert.equal((await read('/v1/papers/tea')).version, 2);
});

test('lists are a blog of reviews and a list of papers', async () => {
  const blog = await read('/v1/reviews');
  assert.deepEqual([blog['@type'], blog.name, blog.blogPost.length], ['Blog', 'Margins', 2]);
  assert.ok(blog.blogPost.every((post: Expanded) => [post['@type']].flat().includes('Review')));
  const papers = await read('/v1/papers');
  assert.deepEqual([papers['@type'], papers.itemListElement.length], ['ItemList', 2]);
});
