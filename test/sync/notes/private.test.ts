import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { readNote } from '../../../src/sync/notes/note.ts';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-private-'));
after(() => rm(base, { recursive: true }));

async function push(name: string, notes: Record<string, string>): Promise<PushedNote[]> {
  for (const [path, text] of Object.entries(notes)) {
    await mkdir(dirname(join(base, name, path)), { recursive: true });
    await writeFile(join(base, name, path), text);
  }
  const source = await openNoteFolder(join(base, name));
  return pushNotes(callerOf(app), source, { dryRun: false, publish: true }, () => undefined);
}

/** Fields that say that nobody else is to see a note, by the tools that write them. */
const hiding = [
  ...['publish: false', 'publish: no', 'publish:', 'dg-publish: false', 'share: false', 'public: false'],
  ...['published: false', 'isPublished: false', 'is_public: 0', 'visible: false', 'listed: false'],
  ...[
    'private: true',
    'is_private: true',
    'isPrivate: true',
    'Private: yes',
    'Is Private: true',
    '비공개: 예',
  ],
  ...[
    'visibility: private',
    'visibility: members',
    'visibility: done',
    'visibility: 비공개',
    'visibility: [team]',
    'privacy: friends',
  ],
  ...[
    'hidden: true',
    'hide: 1',
    'unlisted: true',
    'secret: true',
    'is_temp: true',
    'wip: true',
    'headless: true',
  ],
  ...[
    'status: private',
    'status: in progress',
    'status: draft',
    'status: [x]',
    'state: pending',
    'access: paid',
    'access: read',
  ],
  ...['password: hunter2', 'password: "0"', 'encrypted: true', 'members_only: true', 'audience: lab'],
  ...[
    'expiryDate: 2020-01-01',
    'expires: 2020-01-01 10:00',
    'expiryDate: soon',
    'unpublish_date: 2021-05-05',
  ],
  ...['build: {render: never}', 'build: {render: link}', '_build: {list: never}', 'build: no'],
  ...[
    'draft: true',
    'draft: maybe',
    'draft: [true]',
    'permalink: false',
    'tags: [a, private]',
    'tags: "#wip #b"',
  ],
  ...[
    'publishTo: nobody',
    'access_level: 3',
    'is-published-yet: not really',
    '공개범위: 친구',
    'members: lab',
  ],
  ...['type: private', 'stage: Draft', 'category: 비공개', 'categories: [[Papers, private]]'],
  ...['tags: [status/draft]', 'tags: [private/lab]', 'hiddenInHomeList: true'],
  ...['noindex: true', 'robotsNoIndex: true', 'robots: noindex, nofollow', 'sitemap: false'],
  ...[
    'sitemap: {disable: true}',
    'sitemap: {exclude: yes}',
    'params: {private: true}',
    'extra: {visibility: lab}',
  ],
];

test('what any field keeps private, or leaves in doubt, is a draft that is named, and nothing of it is public', async () => {
  const notes = Object.fromEntries(
    hiding.map((field, at) => [
      `n${at}.md`,
      `---\ntitle: Hidden ${at}\n${field}\n---\n\nhiddenword${at} text.\n`,
    ]),
  );
  const pushed = await push('hidden', {
    ...notes,
    'open.md':
      '---\ntitle: Open\npublish: true\nprivate: false\nvisibility: public\nexpiryDate: 2999-01-01\nbuild: {render: always}\nopen_access: true\nstatus: done\nsitemap: {priority: 0.5}\nrobots: index\nsearchHidden: true\nhiddenInHomeList: false\nisHiddenNote: no\nsubtitle: private\n---\n\nopenword text.\n',
  });
  const byPath = new Map(pushed.map((note) => [note.path, note]));
  assert.equal(byPath.get('open.md')?.review?.status, 'published', JSON.stringify(byPath.get('open.md')));
  for (const [at, field] of hiding.entries()) {
    const note = byPath.get(`n${at}.md`);
    assert.deepEqual(
      [note?.outcome, note?.review?.status],
      ['created', 'draft'],
      `${field}: ${note?.reason}`,
    );
    const isOwn = /^(?:draft: true|status: draft)$/.test(field);
    assert.ok(isOwn || (note?.unused.join() ?? '').includes('draft'), `${field} is not named`);
    assert.ok(!JSON.stringify(note).includes('hunter2'), 'a password is told');
    const answer = await app.send('GET', `/v1/reviews/${note?.review?.id}`);
    assert.equal(answer.status, 404, field);
  }
  const list = await app.send('GET', '/v1/reviews?limit=100');
  assert.ok(!/Hidden|hiddenword/.test(list.text));
  const search = await app.send('GET', '/v1/reviews?q=hiddenword3');
  assert.equal(search.body.data.length, 0);
});

test('a tag of what is private keeps a note a draft wherever it stands in the text, but not in code', async () => {
  const hides = (body: string) => readNote('a.md', `# A note\n\nText.\n\n${body}\n`).status === 'draft';
  for (const body of ['Not yet #private', '- #wip', 'Text. #paper/draft', '## Part\n\n#비공개'])
    assert.ok(hides(body), body);
  for (const body of [
    '`#private`',
    '```\n#private\n```',
    '[x](#draft)',
    'a#private',
    '#privately',
    '# Draft',
  ])
    assert.ok(!hides(body), body);
});

test('a published note that its file makes private is taken back by --publish, whichever field says so', async () => {
  for (const [at, field] of ['is_private: true', 'visibility: lab', 'expiryDate: 2020-01-01'].entries()) {
    const [before] = await push(`back${at}`, { 'a.md': `---\ntitle: Back ${at}\n---\nText.\n` });
    assert.equal(before?.review?.status, 'published');
    const [taken] = await push(`back${at}`, { 'a.md': `---\ntitle: Back ${at}\n${field}\n---\nText.\n` });
    assert.deepEqual([taken?.outcome, taken?.review?.status], ['updated', 'draft']);
  }
});

test('two spellings of one field are refused, since one may hide what the other shows', () => {
  for (const fields of [
    'Private: true\nprivate: false',
    'is_private: true\nis-private: false',
    'Draft: true\ndraft: false',
  ])
    assert.throws(() => readNote('a.md', `---\n${fields}\n---\nText.\n`), /are one field/);
});

test('what hides a whole folder keeps its notes drafts: cascade of Hugo, defaults of Jekyll', async () => {
  const hugo = await push('cascade', {
    'lab/_index.md': '---\ntitle: Lab\ncascade:\n  draft: true\n---\n',
    'lab/deep/a.md': '# Of the lab\n\nText.\n',
    'team/_index.md': '+++\n[[cascade]]\nprivate = true\n+++\n',
    'team/b.md': '# Of the team\n\nText.\n',
    'open/_index.md': '---\ntitle: Open\ncascade: {type: docs}\n---\n',
    'open/c.md': '# Open of Hugo\n\nText.\n',
  });
  const jekyll = await push('defaults', {
    '_config.yml':
      'defaults:\n  - scope: {path: _posts/in}\n    values: {published: false}\n  - scope: {path: ""}\n    values: {layout: post}\n',
    '_posts/in/2024-05-20-d.md': '---\ntitle: Inside\n---\nText.\n',
    '_posts/2024-05-20-e.md': '---\ntitle: Open of Jekyll\n---\nText.\n',
  });
  const states = Object.fromEntries(
    [...hugo, ...jekyll].filter(({ review }) => review).map(({ path, review }) => [path, review?.status]),
  );
  assert.deepEqual(states, {
    'lab/deep/a.md': 'draft',
    'open/c.md': 'published',
    'team/b.md': 'draft',
    '_posts/2024-05-20-e.md': 'published',
    '_posts/in/2024-05-20-d.md': 'draft',
  });
  assert.ok(
    hugo
      .find(({ path }) => path === 'team/b.md')
      ?.unused.some((what) => what.includes('cascade in team/_index.md')),
  );
});

test('whatever else a note says, a field that hides it keeps it a draft', () => {
  const others = fc.uniqueArray(
    fc.constantFrom(
      'layout: post',
      'publish: true',
      'draft: false',
      'public: true',
      'status: published',
      'weight: 3',
      'visibility: public',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...hiding), others, fc.boolean(), (field, more, isFirst) => {
      const name = field.split(':')[0];
      const beside = more.filter((line) => line.split(':')[0] !== name);
      const lines = isFirst ? [field, ...beside] : [...beside, field];
      return readNote('a.md', `---\ntitle: T\n${lines.join('\n')}\n---\nText.\n`).status === 'draft';
    }),
    { seed: 20261130, numRuns: 300 },
  );
});

/** What tools call a comment, with a word in it that nobody is to read. */
const comments = [
  ...[
    '%%hush%%',
    '%%\nhush\n\nhush\n%%',
    '<!-- hush -->',
    '<!--\nhush\n\n- hush\n-->',
    '{% comment %}hush{% endcomment %}',
  ],
  ...['{%- comment -%}\nhush\n{%- endcomment -%}', '{% # hush %}', '{{/* hush */}}', '{{- /* hush */ -}}'],
  ...[
    '{{< comment >}}hush{{< /comment >}}',
    '{{% comment %}}hush{{% /comment %}}',
    '{::comment}hush{:/comment}',
  ],
  ...[
    '{::comment}\nhush\n{:/}',
    '{# hush #}',
    '{/* hush */}',
    '{>>hush<<}',
    '\n[//]: # (hush)\n',
    '\n[//]: # "hush"\n',
  ],
  ...[
    '\n[comment]: <> (hush)\n',
    '\n[//]: <> (hush)\n',
    "\n[x]: # 'hush'\n",
    '\n#+BEGIN_COMMENT\nhush\n#+END_COMMENT\n',
  ],
  ...['\n::: {.content-hidden}\nhush\n:::\n', '\n::: {.content-hidden when-format="html"}\nhush\n:::\n'],
];

test('what a tool calls a comment is never sent; in code it is code', async () => {
  const body = comments.map((comment, at) => `Before${at} ${comment} after${at}.`).join('\n\n');
  const code = '```\n%% kept %% <!-- kept -->\n```\n\n`%% kept %%` and 100%% kept.\n';
  const [note] = await push('comments', { 'a.md': `---\ntitle: Comments\n---\n\n${body}\n\n${code}` });
  const { text, body: review } = await app.send(
    'GET',
    `/v1/reviews/${note?.review?.id}?include=body,html,text`,
  );
  assert.equal(note?.review?.status, 'published', note?.reason ?? '');
  assert.ok(!text.includes('hush'), text);
  assert.ok(review.body.includes(code), review.body);
  for (const at of comments.keys()) {
    assert.ok(review.body.includes(`Before${at}`), `before ${at}`);
    assert.ok(/^\n/.test(comments[at] ?? '') || review.body.includes(`after${at}`), `after ${at}`);
  }
});

test('a comment that nobody closed hides the rest, which is named; a sign in prose hides nothing', () => {
  for (const sign of ['%%', '<!--', '{% comment %}', '{::comment}']) {
    const { body, unused } = readNote('a.md', `Text.\n\n${sign} hush\n\nhush\n`);
    assert.ok(!body.includes('hush'));
    assert.ok(
      unused.some((what) => what.includes('without an end')),
      sign,
    );
  }
  const prose = 'It is 100%% sure, {#id} and \\newcommand{\\x}[1]{#1}, [1]: https://e.org\n';
  assert.deepEqual(readNote('a.md', prose).body, prose);
  const definition = 'See [comment] and [x].\n\n[comment]: https://e.org\n[x]: #part "Title"\n';
  assert.equal(readNote('a.md', definition).body.includes('[comment]: https://e.org'), true);
});

test('no text of a comment is left, wherever it stands', () => {
  const words = fc.stringMatching(/^[a-z ]{0,20}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, fc.constantFrom(...comments)), { minLength: 1, maxLength: 6 }),
      (parts) => {
        const text = parts.map(([word, comment]) => `${word}\n\n${comment}`).join('\n');
        return !readNote('a.md', `# Title\n\n${text}\n`).body.includes('hush');
      },
    ),
    { seed: 20261130, numRuns: 300 },
  );
});
