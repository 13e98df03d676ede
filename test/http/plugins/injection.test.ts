import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';

const app = await startTestApp();
const attack = `"'></title></style></textarea>--><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;`;
const review = await postReview(app, {
  ...{ slug: 'attacked', status: 'published', title: attack, summary: attack, body: attack },
  category: null,
  tags: [attack],
  paper: {
    title: attack,
    venue: attack,
    authors: [{ name: attack }],
    identifiers: { doi: '10.1234/a"><script>x' },
  },
});
const encoded = encodeURIComponent(attack);
const site = `<script>a</script>`;
/** What a caller can say of where it is, where nobody vouches for it. */
const headers = {
  host: `example.org"><script>alert(1)</script>`,
  ...{ 'x-forwarded-host': site, 'x-forwarded-prefix': `/${site}`, forwarded: `host="${site}"` },
  ...{
    accept: `text/html;a="${site}"`,
    'accept-language': site,
    referer: site,
    'user-agent': site,
    origin: site,
  },
};

type Node = DefaultTreeAdapterTypes.Node;

/** The elements of a page that run something, with their text, and the attributes that do. */
function findActive(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      const { tagName, attrs } = node;
      const isOwn =
        tagName === 'script' &&
        attrs.some(
          ({ name, value }) =>
            (name === 'src' && /^\.\/[\w./-]+$/.test(value)) ||
            // A data block (HTML, 4.12.1), which is no script.
            (name === 'type' && value === 'application/ld+json'),
        );
      if (['script', 'iframe', 'object', 'embed', 'base', 'form', 'svg'].includes(tagName) && !isOwn)
        found.push(tagName);
      for (const { name, value } of attrs)
        if (name.startsWith('on') || /^\s*(javascript|data|vbscript):/i.test(value))
          found.push(`${name}=${value}`);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const paths = [
  ...['/v1/reviews/attacked.html', '/v1/reviews/attacked', `/v1/reviews/${review.id}`, '/docs/', '/'],
  ...[
    `/v1/reviews/${encoded}.html`,
    `/v1/reviews/${encoded}`,
    `/v1/${encoded}`,
    `/${encoded}`,
    `/docs/${encoded}`,
  ],
  ...[
    `/problems/${encoded}`,
    '/problems/not-found',
    `/docs/static/${encoded}`,
    '/feeds/atom.xml',
    '/sitemap.xml',
  ],
];

test('nothing that a page says of a thing, its address, a query, a header or an error runs', async () => {
  let pages = 0;
  for (const path of paths)
    for (const query of ['', `?${encoded}=${encoded}`, `?q=${encoded}&format=${encoded}`])
      for (const sent of [{ accept: 'text/html' }, headers] as Record<string, string>[]) {
        const { status, headers: got, text } = await app.send('GET', `${path}${query}`, { headers: sent });
        const asked = `${path.slice(0, 40)} ${query.slice(0, 20)} ${status}`;
        assert.notEqual(status, 500, asked);
        const type = got['content-type'] ?? '';
        if (status >= 400 && !type.startsWith('text/html'))
          assert.match(type, /^application\/problem\+json/, asked);
        for (const [name, value] of Object.entries(got))
          assert.doesNotMatch(`${value}`, /<script/, `${asked}: ${name}`);
        if (!type.startsWith('text/html')) continue;
        pages += 1;
        assert.deepEqual(findActive(text), [], asked);
        assert.match(got['content-security-policy'] ?? '', /default-src 'none'/, asked);
        assert.equal(got['x-content-type-options'], 'nosniff', asked);
      }
  assert.ok(pages > 10, `${pages} pages`);
});

test('what looks like HTML in a title is its text on the page', async () => {
  const { text } = await app.send('GET', '/v1/reviews/attacked.html');
  const texts = new Map<string, string>();
  const visit = (node: Node): void => {
    if ('tagName' in node && ['title', 'h1', 'cite'].includes(node.tagName))
      texts.set(
        node.tagName,
        node.childNodes.map((child) => ('value' in child ? child.value : '<element>')).join(''),
      );
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(text));
  assert.deepEqual(
    [...texts],
    [
      ['title', attack],
      ['h1', attack],
      ['cite', attack],
    ],
  );
});
