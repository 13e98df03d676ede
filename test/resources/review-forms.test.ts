import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readNote } from '../../src/sync/notes/note.ts';
import { startTestApp } from '../support/app.ts';
import { postImage, postReview } from '../support/things.ts';

const app = await startTestApp({
  SITE_URL_TEMPLATE: 'https://example.org/{language}/{slug}?a=1&b=2',
  // Statements are counted: no answer comes out of memory.
  RESPONSE_CACHE_MB: 0,
});
const body = '## 방법\n\n$x^2$는 <script>alert(1)</script> **굵게**.\n\n---\n\nLast line, no newline';
const review = await postReview(app, {
  ...{ slug: '차-md', title: '</title><script>alert(1)</script> 차 & "잔"', language: 'ko', body },
  paper: {
    ...{ title: 'On <b>tea</b>', identifiers: { arxiv: '2405.17428' }, venue: 'ICLR & 2025' },
    authors: [{ name: 'Ada <i>Lattice' }, { name: '김하나' }],
  },
  ...{ status: 'published', publishedAt: '2024-06-03T09:00:00Z', tags: ['tea'], summary: 'A "summary"' },
});
await postReview(app, { slug: 'draft' });

const path = `/v1/reviews/${encodeURIComponent('차-md')}`;
const types = { json: 'application/json', md: 'text/markdown', html: 'text/html', txt: 'text/plain' };
const forms = Object.entries(types);
const read = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.send(method, address, { headers });

test('the end of the address and Accept give the same form, a browser gets a page, and who says nothing JSON', async () => {
  for (const [ending, type] of forms) {
    const [byEnding, byAccept] = [await read(`${path}.${ending}`), await read(path, { accept: type })];
    assert.equal(byEnding.status, 200, byEnding.text);
    assert.equal(byEnding.headers['content-type'], `${type}; charset=utf-8`);
    assert.equal(byEnding.text, byAccept.text);
    assert.equal(byAccept.headers['content-type'], byEnding.headers['content-type']);
    const whatever = await read(`${path}.${ending}`, { accept: 'image/png' });
    assert.equal(whatever.text, byEnding.text);
    const byId = await read(`/v1/reviews/${review.id}.${ending}`);
    assert.equal(byId.text, byEnding.text);
  }
  const typeOf = async (accept?: string) =>
    (await read(path, accept === undefined ? {} : { accept })).headers['content-type']?.split(';')[0];
  const cases: [string | undefined, string][] = [
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/*;q=0.5, text/plain', 'text/plain'],
    ['*/*', 'application/json'],
    [undefined, 'application/json'],
  ];
  for (const [accept, type] of cases) assert.equal(await typeOf(accept), type, accept);
  assert.deepEqual((await read(`${path}.json?fields=slug`)).body, { slug: '차-md' });
});

test('each form is strongly named, a 304 by its name and by no other, and has HEAD, for one statement', async () => {
  const names = new Set<string | undefined>();
  for (const [ending, type] of forms) {
    for (const [address, accept] of [[`${path}.${ending}`], [path, type]] as const) {
      const asked: Record<string, string> = accept === undefined ? {} : { accept };
      const { headers, text } = await read(address, asked);
      assert.match(headers.etag ?? '', /^"[^"]+"$/);
      names.add(headers.etag);
      // A shared cache may not look at `Vary`: what was chosen by `Accept` is not for it.
      const isShared = accept === undefined || accept === 'application/json';
      assert.match(headers['cache-control'] ?? '', isShared ? /^public/ : /^private/);
      assert.ok(headers['last-modified']);
      assert.equal(headers['surrogate-key']?.includes(review.id) ?? false, isShared);
      assert.equal(/(^|, )Accept(,|$)/.test(headers.vary ?? ''), accept !== undefined, address);
      const again = () => read(address, { ...asked, 'if-none-match': headers.etag ?? '' });
      assert.equal((await again()).status, 304);
      assert.equal((await app.countStatements(again)).length, 1);
      assert.equal((await app.countStatements(() => read(address, asked))).length, 1);
      const head = await read(address, asked, 'HEAD');
      assert.deepEqual(
        [head.status, head.headers.etag, head.headers['content-length'], head.text],
        [200, headers.etag, String(Buffer.byteLength(text)), ''],
      );
    }
  }
  assert.equal(names.size, forms.length);
  const [, etag = ''] = names;
  assert.equal((await read(path, { accept: 'text/html', 'if-none-match': etag })).status, 200);
});

test('the page is a document in which only the text of the review shows, and its policy lets nothing run', async () => {
  const { text, headers } = await read(`${path}.html`);
  const errors: string[] = [];
  const elements = listElements(parse(text, { onParseError: ({ code }) => errors.push(code) }));
  assert.deepEqual(errors, []);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  // A data block (HTML, 4.12.1), which is no script.
  assert.deepEqual(
    named('script').map((script) => attributeOf(script, 'type')),
    ['application/ld+json'],
  );
  assert.deepEqual(named('title').map(textOf), [review.title]);
  assert.deepEqual(named('h1').map(textOf), [review.title]);
  assert.deepEqual(
    named('cite').map((cite) => cite.parentNode && textOf(cite.parentNode)),
    ['On <b>tea</b>'],
  );
  assert.match(textOf(named('header')[1]), /Ada <i>Lattice, 김하나\. On <b>tea<\/b>\. ICLR & 2025/);
  assert.equal(attributeOf(named('html')[0], 'lang'), 'ko');
  const meta = named('meta').find((one) => attributeOf(one, 'name') === 'description');
  assert.equal(attributeOf(meta, 'content'), 'A "summary"');
  assert.equal(
    attributeOf(named('link')[0], 'href'),
    `https://example.org/ko/${encodeURIComponent('차-md')}?a=1&b=2`,
  );
  assert.ok(text.includes(review.html) && named('math').length === 1);

  const policy = new Map(
    headers['content-security-policy']?.split('; ').map((one) => [one.split(' ')[0], one]),
  );
  assert.equal(policy.get('default-src'), "default-src 'none'");
  assert.equal(policy.get('style-src'), "style-src 'self'");
  assert.equal(policy.get('script-src'), "script-src 'none'");
  assert.doesNotMatch(headers['content-security-policy'] ?? '', /unsafe|allow-same-origin|\*/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('the head of the page says what previews of links, search engines and Zotero read', async () => {
  const sited = await startTestApp({ PUBLIC_URL: 'https://api.example.org', SITE_AUTHOR: 'Ada & co' });
  await postReview(sited, {
    ...{
      slug: 'on-tea',
      title: 'On "tea"',
      language: 'ar',
      tags: ['green', 'black'],
      summary: 'A <summary>',
    },
    ...{
      status: 'published',
      publishedAt: '2024-06-03T09:00:00Z',
      body: '![Leaf](https://example.org/leaf.png)',
    },
    paper: {
      title: 'Tea; a history',
      identifiers: { arxiv: '2405.17428' },
      authors: [{ name: 'Ada Lattice' }],
    },
  });
  const { text, headers } = await sited.send('GET', '/v1/reviews/on-tea.html');
  assert.match(headers['cache-control'] ?? '', /^public/);
  const elements = listElements(parse(text));
  const said: Record<string, string[]> = {};
  for (const meta of elements.filter(({ tagName }) => tagName === 'meta')) {
    const name = attributeOf(meta, 'property') ?? attributeOf(meta, 'name') ?? '';
    said[name] = [...(said[name] ?? []), attributeOf(meta, 'content') ?? ''];
  }
  const expected: Record<string, string[]> = {
    'og:type': ['article'],
    'og:title': ['On "tea"'],
    'og:description': ['A <summary>'],
    'og:url': ['https://api.example.org/v1/reviews/on-tea'],
    'og:image': ['https://example.org/leaf.png'],
    'article:published_time': ['2024-06-03T09:00:00.000Z'],
    'article:tag': ['green', 'black'],
    citation_title: ['On "tea"'],
    citation_author: ['Ada & co'],
    citation_publication_date: ['2024/06/03'],
    citation_language: ['ar'],
    citation_public_url: ['https://api.example.org/v1/reviews/on-tea'],
    citation_reference: [
      'citation_title=Tea, a history; citation_author=Ada Lattice; citation_arxiv_id=2405.17428',
    ],
  };
  for (const [name, contents] of Object.entries(expected)) assert.deepEqual(said[name], contents, name);
  const [html] = elements;
  assert.deepEqual([attributeOf(html, 'lang'), attributeOf(html, 'dir')], ['ar', 'rtl']);
  const data = elements.find(({ tagName }) => tagName === 'script');
  const { body } = await sited.send('GET', '/v1/reviews/on-tea', {
    headers: { accept: 'application/ld+json' },
  });
  assert.deepEqual(JSON.parse(textOf(data)), body);
  const tags = elements.find((one) => attributeOf(one, 'class') === 'tags');
  assert.equal(textOf(tags), 'greenblack');
});

test('the page shows a cover that was set, and leads to its neighbours in the category', async () => {
  const unnamed = await startTestApp({ RESPONSE_CACHE_MB: 0 });
  const cover = await postImage(unnamed);
  for (const day of [1, 2, 3])
    await postReview(unnamed, {
      ...{ slug: `day-${day}`, title: `Day ${day}`, category: null, cover: cover.id },
      ...{ status: 'published', publishedAt: `2024-06-0${day}T00:00:00Z` },
    });
  const { body: category } = await unnamed.send('POST', '/v1/categories', {
    key: unnamed.admin,
    body: { name: 'All' },
  });
  for (const day of [1, 2, 3])
    await unnamed.send('PATCH', `/v1/reviews/day-${day}`, {
      ...{ key: unnamed.admin, headers: { 'if-match': '*' }, body: { category: category.slug } },
    });
  const { text } = await unnamed.send('GET', '/v1/reviews/day-2.html');
  assert.match(
    text,
    /<img class="cover" src="[^"]*\/v1\/images\/[^"]*" alt="[^"]*" width="\d+" height="\d+">/,
  );
  // One that is a figure of the body is shown there.
  const pictured = {
    ...{ slug: 'pictured', cover: cover.id, status: 'published' },
    body: `![Leaf](image:${cover.id})`,
  };
  await postReview(unnamed, pictured);
  const shown = (await unnamed.send('GET', '/v1/reviews/pictured.html')).text;
  assert.ok(!shown.includes('class="cover"') && shown.includes(`/v1/images/${cover.id}/`));
  assert.match(text, /<a rel="prev" href="day-1.html">.*Day 1<\/a>/);
  assert.match(text, /<a rel="next" href="day-3.html">.*Day 3<\/a>/);
});

test('the Markdown is a note that says everything of the review, its body to the letter', async () => {
  const { text } = await read(`${path}.md`);
  const note = readNote('any.md', text);
  assert.ok(text.endsWith(`---\n\n${body}`));
  assert.deepEqual([note.body, note.id], [body, review.id]);
});

test('the plain text is the title and what the rendering says, formulas as they were written', async () => {
  const { text } = await read(`${path}.txt`);
  assert.equal(text, `${review.title}\n\n방법\n$x^2$는  굵게.\nLast line, no newline\n`);
  const { data } = (await read('/v1/reviews?include=text')).body;
  assert.equal(text, `${review.title}\n\n${data[0].text}\n`);
});

test('what is hidden, renamed or not there is answered in every form as in JSON', async () => {
  for (const [ending] of forms) {
    for (const name of ['draft', 'nowhere', '차-md.md', 'a%2Fb']) {
      const missing = await read(`/v1/reviews/${encodeURI(name)}.${ending}`);
      assert.deepEqual([missing.status, missing.body.type], [404, '/problems/not-found'], name);
    }
    const seen = await app.send('GET', `/v1/reviews/draft.${ending}`, { key: app.admin });
    assert.deepEqual([seen.status, seen.headers['cache-control']], [200, 'private, no-store']);
    // Browsers open the others, by addresses to which somebody has added something.
    const unknown = await read(`${path}.${ending}?nonsense=1`);
    assert.equal(unknown.status, ending === 'json' ? 400 : 200);
    if (ending === 'json') assert.equal(unknown.body.errors[0].parameter, 'nonsense');
    for (const method of ['PUT', 'DELETE', 'POST']) {
      const refused = await app.send(method, `${path}.${ending}`);
      assert.deepEqual([refused.status, refused.headers.allow], [405, 'GET, HEAD, OPTIONS'], method);
    }
  }
  assert.equal((await read(path)).status, 200);
  const rename = { key: app.admin, headers: { 'if-match': '*' }, body: { slug: 'tea' } };
  assert.equal((await app.send('PATCH', path, rename)).status, 200);
  for (const [ending] of forms) {
    const { status, headers } = await read(`${path}.${ending}`);
    assert.deepEqual([status, headers.location], [308, `/v1/reviews/tea.${ending}`]);
  }
});

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function listElements(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(listElements)] : own;
}

function textOf(node: Node | undefined): string {
  if (node && 'value' in node) return node.value;
  return node && 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attributeOf = (element: Element | undefined, name: string) =>
  element?.attrs.find((attribute) => attribute.name === name)?.value;
