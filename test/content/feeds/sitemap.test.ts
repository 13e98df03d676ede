import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';
import { writeSitemap } from '../../../src/content/feeds/sitemap.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';

const app = await startTestApp({
  // Statements are counted: no answer comes out of memory.
  RESPONSE_CACHE_MB: 0,
  ...{ SITE_URL_TEMPLATE: 'https://example.org/{language}/{slug}?a=1&b=2' },
  PUBLIC_URL: 'https://api.example.org',
});
const schema = await readFile('node_modules/sitemap/schema/sitemap.xsd', 'utf8');
const parser = new XMLParser({ isArray: (name: string) => name === 'url' || name === 'sitemap' });

/** Holds a sitemap against the schema of sitemaps.org. */
async function assertValid(xml: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml, schema, maxMemoryPages: 4096 });
  assert.ok(valid, JSON.stringify(errors));
}

test('a sitemap keeps to the schema of sitemaps.org, also one of nothing', async () => {
  await assertValid((await app.send('GET', '/sitemap.xml')).text);
  await postReview(app, { status: 'published', slug: '차', language: 'ko' });
  await postReview(app, { slug: 'draft' });
  const { text, headers } = await app.send('GET', '/sitemap.xml');
  assert.equal(headers['content-type'], 'application/xml; charset=utf-8');
  await assertValid(text);
  const { urlset } = parser.parse(text);
  assert.deepEqual(
    urlset.url.map(({ loc }: { loc: string }) => loc),
    [`https://example.org/ko/${encodeURIComponent('차')}?a=1&b=2`],
  );
  assert.match(urlset.url[0].lastmod, /^\d{4}-.*Z$/);
  const seenByKey = await app.send('GET', '/sitemap.xml', { key: app.admin });
  assert.equal(seenByKey.text, text, 'who sees drafts is told of none, since they have no page');
  const beyond = await app.send('GET', '/sitemap.xml?page=2');
  assert.deepEqual([beyond.status, beyond.body.errors[0].parameter], [400, 'page']);
});

test('an address that is longer than a sitemap may hold is left out', async () => {
  const pages = ['x'.repeat(3000), 'short'].map((path) => ({
    url: `https://example.org/${path}`,
    updatedAt: null,
  }));
  const text = await writeSitemap(pages);
  await assertValid(text);
  assert.equal(parser.parse(text).urlset.url.length, 1);
});

test('above 50,000 reviews there is an index, and its sitemaps hold each review once, in batches', async () => {
  const total = 50_010;
  await app.db
    .$client`insert into reviews (id, paper_id, slug, title, body, reading_minutes, language, status, published_at)
    select gen_random_uuid(), (select id from papers limit 1), 'many-' || n, 'Title', 'Body', 1, 'en', 'published', now()
    from generate_series(1, ${total}) n`;
  const index = await app.send('GET', '/sitemap.xml');
  const { sitemapindex } = parser.parse(index.text);
  const addresses: string[] = sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
  assert.deepEqual(
    addresses,
    [1, 2].map((page) => `https://api.example.org/sitemap.xml?page=${page}`),
  );
  const seen = new Set<string>();
  const counts: number[] = [];
  for (const address of addresses) {
    const path = address.replace('https://api.example.org', '');
    const statements = await app.countStatements(async () => {
      const locs = [...(await app.send('GET', path)).text.matchAll(/<loc>([^<]*)<\/loc>/g)];
      for (const [, loc = ''] of locs) seen.add(loc);
      counts.push(locs.length);
    });
    assert.ok(statements.length <= 11, 'the count and batches of 5,000');
  }
  assert.deepEqual(counts, [50_000, 11]);
  assert.equal(seen.size, total + 1);
});
