import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openBlog } from '../../../src/sync/import/open.ts';

const base = await mkdtemp(join(tmpdir(), 'postil-hidden-'));
after(() => rm(base, { recursive: true }));
let files = 0;

/** The titles of the posts of an export, with the status that each says, and what is no post. */
async function read(name: string, content: string) {
  const file = join(base, name.replace('*', String(files++)));
  await writeFile(file, content);
  const { blog, close } = await openBlog(file, { name: 'blog' });
  try {
    const notes = await Promise.all(blog.entries.map(({ read: open }) => open()));
    return {
      posts: Object.fromEntries(notes.map(({ note }) => [note.title, note.status])),
      skipped: blog.skipped.map(({ reason }) => reason),
      lost: notes.flatMap(({ lost = [] }) => lost).join(),
    };
  } finally {
    await close();
  }
}

const atom = (entries: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#" xmlns:blogger="http://schemas.google.com/blogger/2018" xmlns:x="https://e.org/x"><title>b</title><id>f</id>${entries}</feed>`;
const entry = (title: string, more: string) =>
  `<entry><id>${title}</id><title>${title}</title><published>2024-05-20T00:00:00Z</published><updated>2024-05-21T00:00:00Z</updated><content type="html">Text.</content>${more}</entry>`;

test('a backup of Blogger: drafts stay drafts, comments, pages and settings are no posts, in its old form and its new one', async () => {
  const kind = (name: string) =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
  const draft = '<app:control><app:draft>yes</app:draft></app:control>';
  const old = await read(
    '*.xml',
    atom(
      [
        entry('A', kind('post')),
        entry('B', kind('post') + draft),
        ...['comment', 'page', 'settings'].map((name) => entry(name, kind(name))),
      ].join(''),
    ),
  );
  assert.deepEqual(old.posts, { A: undefined, B: 'draft' });
  assert.deepEqual(old.skipped, ['it is a comment', 'it is a page', 'it is no post but a setting']);
  const more = (type: string, status: string) =>
    `<blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>`;
  const entries = [
    entry('A', more('POST', 'LIVE')),
    entry('B', more('POST', 'DRAFT')),
    entry('C', more('POST', 'SOFT_TRASHED')),
    entry('D', more('COMMENT', 'LIVE')),
  ];
  const fresh = await read('*.atom', atom(entries.join('')));
  assert.deepEqual(fresh.posts, { A: undefined, B: 'draft', C: 'draft' });
  assert.deepEqual(fresh.skipped, ['it is a comment']);
  assert.match(fresh.lost, /SOFT_TRASHED.*: a draft/);
});

test('a draft of the export of Medium stays one', async () => {
  const page = '<html><body><article><h1>T</h1><p>Text.</p></article></body></html>';
  assert.deepEqual((await read('draft_T-*.html', page)).posts, { T: 'draft' });
  assert.deepEqual((await read('2024-05-20_T-*.html', page)).posts, { T: undefined });
});

test('an item whose fields cannot be told from those of others is a draft, and hostile nesting ends no import', async () => {
  const feed = (items: string) =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"b","items":${items}}`;
  const item = '{"id":"1","title":"T","content_html":"Text."';
  const nested = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  const cases: [string, string | undefined][] = [
    [`[null,${item}}]`, 'draft'],
    [`[${item},"_x":${nested}}]`, undefined],
    [`[${item},"_x":{"y":{"draft":true}}}]`, 'draft'],
  ];
  for (const [items, status] of cases)
    assert.deepEqual((await read('*.json', feed(items))).posts, { T: status }, items.slice(0, 80));
  await assert.doesNotReject(read('*.json', feed(`${item}}`)));
});

/** A field that hides a post, or whose value is not understood. */
const mark = fc.oneof(
  fc.tuple(
    fc.constantFrom('draft', 'private', 'isPrivate', 'is_hidden', 'secret', 'unlisted'),
    fc.constantFrom('true', 'yes', '1', 'x'),
  ),
  fc.tuple(
    fc.constantFrom('public', 'published', 'visible', 'publish'),
    fc.constantFrom('false', 'no', '0', 'never'),
  ),
  fc.tuple(
    fc.constantFrom('status', 'visibility', 'privacy', 'audience', 'post_status'),
    fc.constantFrom('private', 'draft', 'members', '비공개', 'unlisted', 'perhaps', 'DRAFT'),
  ),
  fc.tuple(fc.constantFrom('password', 'passwd'), fc.constantFrom('x', 'abc')),
  fc.tuple(fc.constantFrom('accessLevel', 'membersTier', 'visibleTo'), fc.constantFrom('x', 'true', '3')),
);
const open = fc.constantFrom(
  ['draft', 'false'],
  ['status', 'published'],
  ['visibility', 'public'],
  ['license', 'x'],
  ['rating', '5'],
);

/** The same post with fields, as each reader gets it. */
const forms: Record<string, (fields: [string, string][]) => [file: string, content: string]> = {
  atom: (fields) => [
    '*.xml',
    atom(entry('P', fields.map(([name, value]) => `<x:${name}>${value}</x:${name}>`).join(''))),
  ],
  nested: (fields) => [
    '*.xml',
    atom(
      entry(
        'P',
        `<x:meta>${fields.map(([name, value]) => `<x:${name}>${value}</x:${name}>`).join('')}</x:meta>`,
      ),
    ),
  ],
  rss: (fields) => [
    '*.xml',
    `<rss version="2.0"><channel><title>b</title><item><title>P</title><guid>1</guid><description>Text.</description>${fields
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</item></channel></rss>`,
  ],
  json: (fields) => [
    '*.json',
    JSON.stringify({
      ...{ version: 'https://jsonfeed.org/version/1.1', title: 'b' },
      items: [{ id: '1', title: 'P', content_html: 'Text.', _blog: Object.fromEntries(fields) }],
    }),
  ],
  html: (fields) => [
    '*.html',
    `<html><head><title>P</title>${fields.map(([name, value]) => `<meta name="${name}" content="${value}">`).join('')}</head><body><p>Text.</p></body></html>`,
  ],
};

test('whatever marks a post as not for all, or is not understood, makes it a draft, in every form and beside any other field', async () => {
  const post = fc.tuple(
    fc.constantFrom(...Object.keys(forms)),
    fc.option(mark, { nil: undefined }),
    fc.uniqueArray(open, { maxLength: 2, selector: ([name]) => name }),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(post, async ([form, hidden, others, isFirst]) => {
      const rest = others.filter(([name]) => name !== hidden?.[0]) as [string, string][];
      const fields = hidden ? (isFirst ? [hidden, ...rest] : [...rest, hidden]) : rest;
      const [file, content] = forms[form]?.(fields) ?? ['', ''];
      const { posts } = await read(file, content);
      assert.deepEqual(posts, { P: hidden ? 'draft' : undefined }, content);
    }),
    { numRuns: 150 },
  );
});
