import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import iconv from 'iconv-lite';
import { openBlog } from '../../../src/sync/import/open.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { writeZip } from '../../support/zip.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-exports-'));
after(() => rm(base, { recursive: true }));

async function bring(place: string): Promise<PushedNote[]> {
  const { blog, close } = await openBlog(place, { name: 'blog' });
  try {
    const options = { dryRun: false, publish: true, withdraw: true };
    return await pushNotes(callerOf(app), blog, options, () => undefined);
  } finally {
    await close();
  }
}

async function save(name: string, content: string | Buffer): Promise<string> {
  await mkdir(dirname(join(base, name)), { recursive: true });
  await writeFile(join(base, name), content);
  return join(base, name);
}

/** What became of the posts, and that the same again changes nothing. */
async function bringTwice(place: string) {
  const first = await bring(place);
  const again = await bring(place);
  const made = first.filter(({ outcome }) => outcome === 'created');
  assert.deepEqual(
    again.filter(({ outcome }) => outcome === 'unchanged').map(({ path }) => path),
    made.map(({ path }) => path),
  );
  const shown = [];
  for (const { review, read } of made) {
    const { body } = await app.send('GET', `/v1/reviews/${review?.id}`, { key: app.admin });
    shown.push({
      title: body.title,
      status: body.status,
      publishedAt: body.publishedAt,
      source: body.source,
      body: body.body.trimEnd(),
      category: body.category?.path ?? null,
      tags: body.tags.map(({ name }: { name: string }) => name),
      arxiv: body.paper.arxiv,
      lost: read?.lost,
    });
  }
  const missed = first
    .filter(({ outcome }) => outcome !== 'created')
    .map(({ path, outcome, reason }) => [path, outcome, reason]);
  return { shown, missed };
}

test('RSS: whole texts, categories as tags, relative addresses made absolute, titles unescaped', async () => {
  const file = await save(
    'feed.xml',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>B</title>
<item><title>A &amp;amp; B: 1 &amp;lt; 2</title><link>https://b.example/1</link><guid isPermaLink="false">g1</guid><pubDate>Thu, 23 May 2024 10:00:00 +0900</pubDate><category>LLM</category><category>LLM</category>
<description>short</description><content:encoded><![CDATA[<p>$x &lt; y$ <a href="https://arxiv.org/abs/2405.00011">arXiv</a> <img src="/a.png" alt="A"></p>]]></content:encoded></item>
<item><title>Cut</title><link>https://b.example/2</link><description><![CDATA[<p>Only this…</p>]]></description></item>
<item><title>Without anything</title></item></channel></rss>`,
  );
  const { shown, missed } = await bringTwice(file);
  assert.deepEqual(shown[0], {
    title: 'A & B: 1 < 2',
    status: 'published',
    publishedAt: '2024-05-23T01:00:00.000Z',
    source: 'feed:g1',
    body: '$x < y$ [arXiv](https://arxiv.org/abs/2405.00011) ![A](https://b.example/a.png)',
    category: null,
    tags: ['LLM'],
    arxiv: '2405.00011',
    lost: [],
  });
  assert.deepEqual(
    [shown[1]?.source, shown[1]?.body, shown[1]?.lost],
    [
      'feed:https://b.example/2',
      'Only this…',
      ['the feed has only the beginning of the text', 'no date is said: that of the import'],
    ],
  );
  assert.deepEqual(missed, [['item 3', 'failed', 'it has neither an id nor an address to be known by']]);
});

test('Atom and JSON Feed', async () => {
  const atom = await save(
    'atom.xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:f</id><updated>2024-01-01T00:00:00Z</updated><entry><title type="html">An &lt;b&gt;entry&lt;/b&gt;</title><id>urn:e1</id><link href="https://b.example/e1"/><published>2024-01-02T00:00:00+09:00</published><updated>2024-01-03T00:00:00Z</updated><category term="t" label="Tee"/><content type="html">&lt;p&gt;x &amp;lt; y&lt;/p&gt;</content></entry></feed>`,
  );
  const json = await save(
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [
        {
          id: 'j1',
          title: 'An item',
          content_text: 'a < b\n\n*c*',
          date_published: '2024-01-01T00:00:00Z',
          tags: ['a'],
        },
      ],
    }),
  );
  const members = async (file: string) =>
    (await bringTwice(file)).shown.map(({ title, source, body, tags, publishedAt }) => [
      title,
      source,
      body,
      tags,
      publishedAt,
    ]);
  assert.deepEqual(await members(atom), [
    ['An entry', 'feed:urn:e1', 'x < y', ['Tee'], '2024-01-01T15:00:00.000Z'],
  ]);
  assert.deepEqual(await members(json), [
    ['An item', 'feed:j1', 'a < b\n\n\\*c\\*', ['a'], '2024-01-01T00:00:00.000Z'],
  ]);
});

test('XML with a document type is refused, so that no entity is expanded and no file read', async () => {
  for (const name of ['rss', 'wxr']) {
    const file = await save(
      `${name}-doctype.xml`,
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"${name === 'wxr' ? ' xmlns:wp="http://wordpress.org/export/1.2/"' : ''}><channel><item><title>&x;</title></item></channel></rss>`,
    );
    await assert.rejects(bring(file), /document type/);
  }
  await assert.rejects(bring(await save('odd.xml', '<odd/>')), /feed cannot be read/);
  await assert.rejects(bring(await save('odd.json', '{"a": ')), /JSON cannot be read/);
});

test('WordPress: categories of a tree, paragraphs of the classic editor, captions; what is not public is a draft', async () => {
  const item = (id: number, more: string, content = 'Text.') =>
    `<item><title>Post ${id}</title><link>https://w.example/?p=${id}</link><content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-05-23 01:00:00</wp:post_date_gmt>${more}</item>`;
  const type = (name: string, status: string, password = '') =>
    `<wp:post_type>${name}</wp:post_type><wp:status>${status}</wp:status><wp:post_password><![CDATA[${password}]]></wp:post_password>`;
  const file = await save(
    'wxr.xml',
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:base_blog_url>https://w.example</wp:base_blog_url>
<wp:category><wp:category_nicename>papers-w</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Papers W]]></wp:cat_name></wp:category>
<wp:category><wp:category_nicename>vision-w</wp:category_nicename><wp:category_parent>papers-w</wp:category_parent><wp:cat_name><![CDATA[Vision W]]></wp:cat_name></wp:category>
${item(1, `${type('post', 'publish')}<category domain="category" nicename="vision-w"><![CDATA[Vision W]]></category><category domain="category" nicename="other"><![CDATA[Other]]></category><category domain="post_tag" nicename="a"><![CDATA[A tag]]></category>`, 'One &amp; two\nlines\n\n[caption id="x"]<img src="https://w.example/a.png" /> A caption[/caption]\n\n$latex x &lt; 1$ &#9731;')}
${item(2, type('post', 'private'))}${item(3, type('post', 'publish', 'secret'))}${item(4, type('post', 'draft'))}${item(5, type('page', 'publish'))}${item(6, type('attachment', 'inherit'))}${item(7, type('post', 'trash'))}${item(8, type('post', 'something'))}
</channel></rss>`,
  );
  const { shown, missed } = await bringTwice(file);
  assert.deepEqual(shown[0], {
    title: 'Post 1',
    status: 'published',
    publishedAt: '2024-05-23T01:00:00.000Z',
    source: 'wordpress:w.example/1',
    body: 'One & two\\\nlines\n\n<figure>\n\n![](https://w.example/a.png)\n\n<figcaption>\n\nA caption\n\n</figcaption>\n\n</figure>\n\n$x < 1$ ☃',
    category: 'papers-w/vision-w',
    tags: ['A tag'],
    arxiv: null,
    lost: ['category Other (a review has one)'],
  });
  assert.deepEqual(
    shown.slice(1).map(({ title, status, lost }) => [title, status, lost]),
    [
      ['Post 2', 'draft', ['its status is "private": a draft']],
      ['Post 3', 'draft', ['it has a password: a draft']],
      ['Post 4', 'draft', ['its status is "draft": a draft']],
      ['Post 8', 'draft', ['its status is "something": a draft']],
    ],
  );
  assert.deepEqual(missed, [
    ['https://w.example/?p=5', 'skipped', 'it is a page'],
    ['https://w.example/?p=7', 'skipped', 'its status is "trash"'],
  ]);
});

test('Ghost: what is for members alone is a draft, pages are left out, and a post without HTML is named', async () => {
  const post = (id: string, more: object) => ({
    id,
    uuid: `u-${id}`,
    title: `Ghost ${id}`,
    slug: `ghost-${id}`,
    html: '<p>Text.</p>',
    status: 'published',
    visibility: 'public',
    type: 'post',
    published_at: '2024-05-23T01:00:00.000Z',
    ...more,
  });
  const posts = [
    post('1', { html: '<p><a href="__GHOST_URL__/x/">x</a> $a_1$</p>', custom_excerpt: 'Short.' }),
    post('2', { visibility: 'paid' }),
    post('3', { visibility: 'members' }),
    post('4', { status: 'draft' }),
    post('5', { type: 'page' }),
    post('6', { html: null, lexical: '{}' }),
    post('7', { status: 'sent' }),
  ];
  const data = {
    posts,
    tags: [
      { id: 't1', name: 'Tag one' },
      { id: 't2', name: '#internal' },
    ],
    posts_tags: [
      { post_id: '1', tag_id: 't1' },
      { post_id: '1', tag_id: 't2' },
    ],
  };
  const { shown, missed } = await bringTwice(
    await save('ghost.json', JSON.stringify({ db: [{ meta: {}, data }] })),
  );
  assert.deepEqual(
    shown.map(({ source, status, tags }) => [source, status, tags]),
    [
      ['ghost:u-1', 'published', ['Tag one']],
      ['ghost:u-2', 'draft', []],
      ['ghost:u-3', 'draft', []],
      ['ghost:u-4', 'draft', []],
      ['ghost:u-7', 'draft', []],
    ],
  );
  assert.deepEqual(missed, [
    ['ghost-5', 'skipped', 'it is a page'],
    ['ghost-6', 'failed', 'the export has no HTML of it'],
  ]);
});

test('pages of HTML: the article, its date and tags; what robots may not index is a draft', async () => {
  await save(
    'site/2024/a.html',
    '<html><head><title>A page | Site</title><meta property="article:published_time" content="2024-05-23T10:00:00+09:00"><meta name="keywords" content="a, b"></head><body><nav>Menu</nav><article><h1>A page</h1><p>Text.</p></article></body></html>',
  );
  await save(
    'site/b.html',
    '<html><head><title>B page</title><meta name="robots" content="noindex"></head><body><p>Hidden.</p></body></html>',
  );
  await save('site/empty.html', '<html><body></body></html>');
  const { shown, missed } = await bringTwice(join(base, 'site'));
  assert.deepEqual(
    shown.map(({ title, source, status, body, tags }) => [title, source, status, body, tags]),
    [
      ['A page', 'html:blog/2024/a.html', 'published', 'Text.', ['a', 'b']],
      ['B page', 'html:blog/b.html', 'draft', 'Hidden.', []],
    ],
  );
  assert.deepEqual(missed, [['empty.html', 'failed', 'there is no text in it']]);
});

test('a zip of Markdown, as Notion exports it with zips within, becomes drafts', async () => {
  const inner = writeZip([
    { name: `Notes/DPO ${'0a'.repeat(16)}.md`, bytes: '---\ntitle: DPO of Notion\n---\n\nText.\n' },
    { name: 'Notes/table.csv', bytes: 'a,b' },
  ]);
  const file = await save('notion.zip', writeZip([{ name: 'ExportBlock-1-Part-1.zip', bytes: inner }]));
  const { shown } = await bringTwice(file);
  assert.deepEqual(
    shown.map(({ title, status, lost }) => [title, status, lost]),
    [['DPO of Notion', 'draft', ['a draft: nothing says that it is public']]],
  );
});

test('a dry run says by what each date is known', async () => {
  const dates = async (name: string, content: string) => {
    const { blog, close } = await openBlog(await save(name, content), { name: 'blog' });
    const options = { dryRun: true, publish: true };
    const told = await pushNotes(callerOf(app), blog, options, () => undefined).finally(close);
    return told.map(({ read }) => read && [read.publishedAt, read.publishedBy]);
  };
  const item = (date: string) =>
    `<item><title>T${date.length}</title><guid>${date.length}</guid>${date}<description>x</description></item>`;
  const rss = (items: string) =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>b</title>${items}</channel></rss>`;
  assert.deepEqual(
    await dates(
      'dates.xml',
      rss(
        item('<pubDate>Mon, 20 May 2024 10:00:00 +0900</pubDate>') +
          item('<dc:date>2024-05-20T01:00:00Z</dc:date>') +
          item(''),
      ),
    ),
    [
      ['2024-05-20T01:00:00.000Z', 'pubDate'],
      ['2024-05-20T01:00:00.000Z', 'dc:date'],
      [null, null],
    ],
  );
  const page = (date: string) => `<html><head><title>T</title>${date}</head><body><p>x</p></body></html>`;
  assert.deepEqual(await dates('d1.html', page('<meta name="date" content="2024-05-20">')), [
    ['2024-05-20T00:00:00.000Z', 'meta date'],
  ]);
  assert.deepEqual(await dates('d2.html', page('')), [[null, null]]);
});

test('WordPress: shortcodes of code and embeds; a field of a plugin that hides makes a draft', async () => {
  const item = (id: number, content: string, meta = '') =>
    `<item><title>Short ${id}</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${meta}</item>`;
  const meta = (key: string, value: string) =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
  const { shown } = await bringTwice(
    await save(
      'short.xml',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:base_blog_url>https://s.example</wp:base_blog_url>
${item(1, 'One\n\n[sourcecode language="python"]\nif a < b:\n\n  c\n[/sourcecode]\n\n[embed]https://e.org/v[/embed]\n\n[gallery ids="1,2"]')}
${item(2, 'Two', meta('_members_access_role', 'editor'))}${item(3, 'Three', meta('_yoast_wpseo_meta-robots-noindex', '1'))}
${item(4, 'Four', meta('_edit_last', '1') + meta('_members_access_role', '') + meta('jabber_published', '1'))}</channel></rss>`,
    ),
  );
  assert.equal(shown[0]?.body, 'One\n\n```python\nif a < b:\n\n  c\n```\n\n<https://e.org/v>');
  assert.ok(shown[0]?.lost?.includes('[gallery ids="1,2"]'));
  assert.deepEqual(
    shown.map(({ status }) => status),
    ['published', 'draft', 'draft', 'published'],
  );
});

test('a folder of pages: each in the encoding that it declares; one that cannot be read is named, and the others come', async () => {
  const page = (charset: string, text: string) =>
    `<html><head><meta charset="${charset}"><title>Page</title></head><body><h1>${charset}</h1>${text}</body></html>`;
  await save('encoded/a.html', iconv.encode(page('euc-kr', '<p>확률 글</p>'), 'euc-kr'));
  await save('encoded/b.html', iconv.encode(page('utf-8', '<p>확률 글</p>'), 'euc-kr'));
  const deep = '<div>'.repeat(20_000);
  await save('encoded/c.html', page('utf-8', `${deep}<p>Text.</p>`));
  await save('encoded/d.html', page('shift_jis', '<p>Text.</p>'));
  const { shown, missed } = await bringTwice(join(base, 'encoded'));
  assert.deepEqual(
    shown.map(({ title, body }) => [title, body]),
    [
      ['euc-kr', '확률 글'],
      ['shift_jis', 'Text.'],
    ],
  );
  assert.deepEqual(
    missed.map(([path, outcome, reason]) => [path, outcome, /UTF-8|nested/.test(reason ?? '')]),
    [
      ['b.html', 'failed', true],
      ['c.html', 'failed', true],
    ],
  );
});
