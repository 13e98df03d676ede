import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';
import { type Answer, startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

const app = await startTestApp({
  // Statements are counted: no answer comes out of memory.
  RESPONSE_CACHE_MB: 0,
  ...{
    SITE_URL_TEMPLATE: 'https://example.org/{language}/reviews/{slug}?a=1&b={id}',
    SITE_TITLE: 'Tea & <i>',
  },
  ...{ SITE_AUTHOR: '김철수', PUBLIC_URL: 'https://api.example.org/' },
});
const types = {
  '/feeds/atom.xml': 'application/atom+xml; charset=utf-8',
  '/feeds/rss.xml': 'application/rss+xml; charset=utf-8',
  '/feeds/feed.json': 'application/feed+json; charset=utf-8',
};
const paths = Object.keys(types);
const title = '차 <b>& "tea"</b> ]]> $x<y$';
let tea: Answer['body'];

before(async () => {
  await postThing(app, 'categories', { name: 'Drinks & <more>', slug: 'drinks' });
  tea = await postReview(app, {
    ...{ title, slug: '차', language: 'ko', status: 'published', publishedAt: '2024-06-03T09:00:00Z' },
    ...{ category: 'drinks', tags: ['hot & cold'], summary: 'One <line>.' },
    paper: { title: 'Tea', authors: [{ name: 'Ada Lattice' }] },
    body: 'Steam \b rises \u000b \ufffe from <script>alert(1)</script> cups & ]]> pots, $x < y$.\n',
  });
  await postReview(app, { status: 'published', slug: 'plain', publishedAt: '2024-01-01T00:00:00Z' });
  await postReview(app, { title: 'Quokka', tags: ['hot & cold'], category: 'drinks' });
});

const get = async (path: string) => {
  const answer = await app.send('GET', path);
  assert.equal(answer.status, 200, answer.text);
  return answer;
};

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, trimValues: false },
  isArray: (name: string) => ['entry', 'item', 'link', 'category', 'url', 'sitemap'].includes(name),
});

/** Reads XML by two implementations: a document that one of them refuses is a failure. */
async function readXml(text: string) {
  const { valid, errors } = await validateXML({ xml: text, ...anything });
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(XMLValidator.validate(text), true);
  return parser.parse(text);
}
/** A schema that takes every well-formed document. */
const anything = {
  extension: 'relaxng' as const,
  schema: `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any">
    <element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element>
    </define></grammar>`,
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const page = (id: string) => `https://example.org/ko/reviews/${encodeURIComponent('차')}?a=1&b=${id}`;

test('Atom has all that RFC 4287 asks of a feed and its entries', async () => {
  const { headers, text } = await get('/feeds/atom.xml?limit=1');
  assert.equal(headers['content-type'], types['/feeds/atom.xml']);
  const { feed } = await readXml(text);
  assert.equal(feed['@xmlns'], 'http://www.w3.org/2005/Atom');
  assert.equal(feed.id, 'https://api.example.org/feeds/atom.xml?limit=1');
  assert.deepEqual([feed.title, feed.author.name], ['Tea & <i>', '김철수']);
  assert.match(feed.updated, moment);
  const linkTo = (rel: string) => feed.link.find((link: Record<string, string>) => link['@rel'] === rel);
  assert.equal(linkTo('self')['@href'], feed.id);
  assert.equal(linkTo('alternate')['@href'], 'https://example.org/');
  assert.equal(feed.entry.length, 1);
  const [entry] = feed.entry;
  assert.equal(entry['@xml:lang'], 'ko');
  assert.equal(entry.id, `urn:uuid:${tea.id}`);
  assert.equal(entry.title, title);
  assert.deepEqual([entry.published, entry.updated], ['2024-06-03T09:00:00.000Z', tea.updatedAt]);
  assert.equal(feed.updated, tea.updatedAt);
  assert.equal(entry.link[0]['@href'], page(tea.id));
  assert.equal(entry.summary, 'One <line>.');
  assert.deepEqual(entry.category, [
    { '@term': 'drinks', '@label': 'Drinks & <more>' },
    { '@term': 'hot & cold' },
  ]);
  assert.equal(entry.content['@type'], 'html');
  const { feed: rest } = await readXml(
    (await get(linkTo('next')['@href'].replace('https://api.example.org', ''))).text,
  );
  assert.deepEqual(
    rest.entry.map(
      ({ link }: { link: { '@href': string }[] }) => /reviews\/(\w+)/.exec(link[0]?.['@href'] ?? '')?.[1],
    ),
    ['plain'],
  );
});

test('RSS has all that RSS 2.0 asks of a channel and its items, dates as in RFC 822', async () => {
  const { headers, text } = await get('/feeds/rss.xml');
  assert.equal(headers['content-type'], types['/feeds/rss.xml']);
  const { rss } = await readXml(text);
  assert.equal(rss['@version'], '2.0');
  const { channel } = rss;
  assert.deepEqual([channel.title, channel.link[0]], ['Tea & <i>', 'https://example.org/']);
  assert.ok(channel.description);
  assert.equal(channel['atom:link']['@href'], 'https://api.example.org/feeds/rss.xml');
  assert.equal(channel.item.length, 2);
  const [item] = channel.item;
  assert.deepEqual([item.title, item.link[0]], [title, page(tea.id)]);
  assert.deepEqual(item.guid, { '#text': `urn:uuid:${tea.id}`, '@isPermaLink': 'false' });
  assert.equal(item.pubDate, 'Mon, 03 Jun 2024 09:00:00 GMT');
  assert.equal(item['dc:creator'], '김철수');
  assert.equal(item.description, 'One &lt;line&gt;.', 'HTML, which a reader reads once more');
  assert.deepEqual(item.category, ['Drinks & <more>', 'hot & cold']);
  assert.ok(item['content:encoded']);
});

test('JSON Feed has all that version 1.1 asks of a feed and its items', async () => {
  const { headers, body } = await get('/feeds/feed.json?limit=1');
  assert.equal(headers['content-type'], types['/feeds/feed.json']);
  const { items, next_url: next, ...feed } = body;
  assert.deepEqual(feed, {
    ...{ version: 'https://jsonfeed.org/version/1.1', title: 'Tea & <i>', authors: [{ name: '김철수' }] },
    home_page_url: 'https://example.org/',
    feed_url: 'https://api.example.org/feeds/feed.json?limit=1',
  });
  assert.match(next, /^https:\/\/api\.example\.org\/feeds\/feed\.json\?.*after=/);
  const { content_html: content, ...item } = items[0];
  assert.ok(content);
  assert.deepEqual(item, {
    ...{ id: `urn:uuid:${tea.id}`, url: page(tea.id), title, summary: 'One <line>.', language: 'ko' },
    ...{ date_published: '2024-06-03T09:00:00.000Z', date_modified: tea.updatedAt },
    tags: ['Drinks & <more>', 'hot & cold'],
  });
});

test('contents are HTML in which nothing of the text is markup, and nothing that XML cannot hold', async () => {
  const { feed } = await readXml((await get('/feeds/atom.xml?limit=1')).text);
  const { rss } = await readXml((await get('/feeds/rss.xml?limit=1')).text);
  const [item] = (await get('/feeds/feed.json?limit=1')).body.items;
  for (const content of [
    feed.entry[0].content['#text'],
    rss.channel.item[0]['content:encoded'],
    item.content_html,
  ]) {
    assert.doesNotMatch(content, /<script/);
    assert.match(content, /cups &(amp|#x26); \]\](&gt;|>) pots/);
    assert.match(content, /<math/);
  }
});

test('links to other reviews lead to the pages of the site, in every form; to this service where its template needs more', async () => {
  const body =
    '[a](/v1/reviews/한국#x "t") [b](/v1/papers/p?q=1) [c](/v1/reviews/two.md) `href="/v1/reviews/d"`';
  const addressesOf = (html: string) => [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, one]) => one);
  const api = 'https://api.example.org';
  const rest = [`${api}/v1/papers/p?q=1`, `${api}/v1/reviews/two.md`];
  for (const [template, first] of [
    ['https://example.org/r/{slug}?a=1&b=2', 'https://example.org/r/%ED%95%9C%EA%B5%AD?a=1&#x26;b=2#x'],
    ['https://example.org/{language}/{slug}', `${api}/v1/reviews/%ED%95%9C%EA%B5%AD#x`],
  ]) {
    const own = await startTestApp({ SITE_URL_TEMPLATE: template, PUBLIC_URL: `${api}/` });
    await postReview(own, { status: 'published', slug: 'one', body });
    const { html } = (await own.send('GET', '/v1/reviews/one')).body;
    assert.deepEqual(addressesOf(html), [first, ...rest], html);
    assert.match(html, /<code>href="\/v1\/reviews\/d"<\/code>/);
    const [listed] = (await own.send('GET', '/v1/reviews?include=html')).body.data;
    assert.equal(listed.html, html);
    const [item] = (await own.send('GET', '/feeds/feed.json')).body.items;
    assert.deepEqual(
      addressesOf(item.content_html).map((address = '') => address.replaceAll('&amp;', '&#x26;')),
      [first, ...rest],
    );
  }
  const bare = await startTestApp();
  await postReview(bare, { status: 'published', slug: 'one', body });
  const { html } = (await bare.send('GET', '/v1/reviews/one')).body;
  assert.deepEqual(addressesOf(html)[0], '/v1/reviews/%ED%95%9C%EA%B5%AD#x');
});

test('in a feed links within the text and relative ones are absolute, and a formula is there once', async () => {
  const own = await startTestApp({
    ...{ SITE_URL_TEMPLATE: 'https://example.org/r/{slug}?a=1&b=2', PUBLIC_URL: 'https://api.example.org/' },
  });
  await postReview(own, {
    ...{ status: 'published', slug: 'one', summary: 'for n<p & q' },
    body: '## Method\n\n[a](#method) [b](other-note) [c](/d) [e](https://e.example/#f) ![g](img/g.png) `href="#x"` n[^1] $x^2$\n\n[^1]: y',
  });
  const [item] = (await own.send('GET', '/feeds/feed.json')).body.items;
  const { rss } = await readXml((await own.send('GET', '/feeds/rss.xml')).text);
  const { feed } = await readXml((await own.send('GET', '/feeds/atom.xml')).text);
  const contents = [
    item.content_html,
    rss.channel.item[0]['content:encoded'],
    feed.entry[0].content['#text'],
  ];
  assert.equal(new Set(contents).size, 1);
  const [html] = contents;
  const addresses = [...html.matchAll(/<(?:a|img) [^>]*?(?:href|src)="([^"]*)"/g)].map(([, one]) => one);
  const page = 'https://example.org/r/one?a=1&amp;b=2';
  assert.deepEqual(addresses, [
    ...[`${page}#section-method`, 'https://example.org/r/other-note', 'https://example.org/d'],
    ...['https://e.example/#f', 'https://example.org/r/img/g.png', `${page}#fn-1`, `${page}#fnref-1`],
  ]);
  assert.match(html, /<code>href="#x"<\/code>/);
  assert.equal(html.replace(/<[^>]*>/g, '').match(/x\^?2/g)?.length, 1);
  assert.equal(rss.channel.item[0].description, 'for n&lt;p &amp; q');
  assert.equal(feed.entry[0].summary, 'for n<p & q');
});

test('a feed takes the filters of the list: category, tag, author and language', async () => {
  const count = async (query: string) => (await get(`/feeds/feed.json?${query}`)).body.items.length;
  assert.equal(await count('category=drinks'), 1);
  assert.equal(await count('tag=hot-cold'), 1);
  assert.equal(await count('author=ada%20lattice'), 1);
  assert.equal(await count('language=en'), 1);
  assert.equal(await count('language=fr'), 0);
  for (const path of paths) {
    for (const parameter of ['limit=none', 'limit=1&limit=2', 'after=nonsense'])
      assert.equal((await app.send('GET', `${path}?${parameter}`)).status, 400);
    await get(`${path}?language=fr`);
  }
  const { feed } = await readXml((await get('/feeds/atom.xml?language=fr&limit=5')).text);
  assert.equal(feed.id, 'https://api.example.org/feeds/atom.xml?language=fr&limit=5');
});

test('feeds and the sitemap are conditional, cost the list or one look, and hold no draft', async () => {
  for (const path of [...paths, '/sitemap.xml']) {
    const { headers, text } = await get(path);
    assert.match(headers.etag ?? '', /^"/, path);
    assert.ok(headers['last-modified'], path);
    assert.match(headers['cache-control'] ?? '', /^public/, path);
    assert.match(headers['surrogate-key'] ?? '', /^reviews /, path);
    assert.doesNotMatch(text, /quokka/i, path);
    const again = () => app.send('GET', path, { headers: { 'if-none-match': headers.etag ?? '' } });
    assert.equal((await again()).status, 304, path);
    assert.equal((await app.countStatements(again)).length, 1, path);
    const fresh = await app.countStatements(() => get(path));
    assert.equal(fresh.length, path === '/sitemap.xml' ? 2 : 1, path);
  }
});

test('without a template links lead to this API', async () => {
  const plain = await startTestApp({ PUBLIC_URL: 'https://api.example.org' });
  const empty = await plain.send('GET', '/sitemap.xml');
  assert.match(empty.text, /<loc>https:\/\/api\.example\.org\/<\/loc>/);
  await postReview(plain, { status: 'published', slug: '차' });
  const { body } = await plain.send('GET', '/feeds/feed.json');
  const url = `https://api.example.org/v1/reviews/${encodeURIComponent('차')}`;
  assert.equal(body.items[0].url, url);
  assert.deepEqual(body.authors, [{ name: 'Postil' }]);
});
