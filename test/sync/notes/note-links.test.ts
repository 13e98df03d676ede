import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-links-'));
after(() => rm(base, { recursive: true }));

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(base, folder, path)), { recursive: true });
    await writeFile(join(base, folder, path), text);
  }
}

async function push(folder: string): Promise<Map<string, PushedNote>> {
  const source = await openNoteFolder(join(base, folder));
  const pushed = await pushNotes(callerOf(app), source, { dryRun: false, publish: true }, () => undefined);
  return new Map(pushed.map((note) => [note.path, note]));
}

async function bodyOf(note: PushedNote | undefined): Promise<string> {
  const { body } = await app.send('GET', `/v1/reviews/${note?.review?.id}?include=body`, { key: app.admin });
  return body.body;
}

const forms: [string, string][] = [
  ['[next](./x-eng.md)', '[next](/v1/reviews/x-eng)'],
  ['[next](x-eng.md#the-part "Title")', '[next](/v1/reviews/x-eng#section-the-part "Title")'],
  ['[next](</sub/y z.md>)', '[next](/v1/reviews/y-z)'],
  ['[next](sub/y%20z.md)', '[next](/v1/reviews/y-z)'],
  ['[next](sub/y%20z)', '[next](/v1/reviews/y-z)'],
  ['[next](x-eng.html)', '[next](/v1/reviews/x-eng)'],
  ['[next][ref]\n\n[ref]: x-eng.md\n', '[next][ref]\n\n[ref]: /v1/reviews/x-eng\n'],
  ['[[x-eng]]', '[x-eng](/v1/reviews/x-eng)'],
  ['[[Y z|so called]]', '[so called](/v1/reviews/y-z)'],
  ['[[sub/y z#The part, of it]]', '[y z](/v1/reviews/y-z#section-the-part-of-it)'],
  ['![[x-eng]]', '[x-eng](/v1/reviews/x-eng)'],
  ['[next]({% post_url 2024-05-20-of-jekyll %})', '[next](/v1/reviews/of-jekyll)'],
  ['[next]({% link _posts/2024-05-20-of-jekyll.md %}#part)', '[next](/v1/reviews/of-jekyll#section-part)'],
  ['[next]({{< ref "x-eng.md" >}})', '[next](/v1/reviews/x-eng)'],
  ['[next]({{< relref "x-eng" >}} "Title")', '[next](/v1/reviews/x-eng)'],
  ['[next]({% post_url 2024-05-21-refused %}) is not taken', 'next is not taken'],
  ['[next](nowhere.md) is not', 'next is not'],
  ['of [[2024-03-05]]', 'of [2024-03-05](/v1/reviews/2024-03-05)'],
  ['of [[202403051230|that day]]', 'of [that day](/v1/reviews/202403051230)'],
  ['of [[2024-03-06]] nothing', 'of 2024-03-06 nothing'],
  ['<a href="x-eng.md#the-part">in HTML</a>', '<a href="/v1/reviews/x-eng#section-the-part">in HTML</a>'],
  [
    "So <a class='b' href='sub/y%20z.md' id=c>it</a> is",
    'So <a class=\'b\' href="/v1/reviews/y-z" id=c>it</a> is',
  ],
  ['<div>\n<a href=./x-eng.md>in a block</a>\n</div>', '<a href="/v1/reviews/x-eng">in a block</a>'],
  ['So <a href="nowhere.md" title="t">nowhere</a> is', 'So <a title="t">nowhere</a> is'],
  ['of [[nobody]]', 'of nobody'],
  ['[x-eng.md](x-eng.md)', '[X in English](/v1/reviews/x-eng)'],
  ["{% post_link x-eng 'of Hexo' %}", '[of Hexo](/v1/reviews/x-eng)'],
];
const kept = [
  ...['[a](https://e.org/x-eng.md)', '[a](/nowhere/)', '[[1]]', '`[[x-eng]]`', '[a](#part)', '![a](x.png)'],
  ...['<a href="https://e.org/x-eng.md">a</a>', '`<a href="x-eng.md">`', '<a id="x-eng.md"></a>'],
  ...['[mail](mailto:a@e.org)', '```\n[[x-eng]]\n```'],
];

test('links between notes lead to the reviews that they became, in whichever order they come; other links stay', async () => {
  await write('links', {
    'a.md': `# A, linking\n\n${[...forms.map(([form]) => form), ...kept].join('\n\n')}\n`,
    'x-eng.md': '# X in English\n\nBack to [a](a.md).\n',
    'sub/y z.md': '# Y Z\n\nUp to [[a]].\n',
    'daily/2024-03-05.md': 'A day.\n',
    'daily/202403051230.md': 'A moment.\n',
    '_posts/2024-05-20-of-jekyll.md': '---\ntitle: Of Jekyll\n---\nText.\n',
    '_posts/2024-05-21-refused.md': '---\ndate: soon\n---\nText.\n',
  });
  const first = await push('links');
  const isRefused = ({ path }: PushedNote) => path.endsWith('refused.md');
  for (const note of first.values())
    assert.equal(note.outcome, isRefused(note) ? 'failed' : 'created', `${note.path}: ${note.reason}`);
  const body = await bodyOf(first.get('a.md'));
  for (const [form, written] of forms) assert.ok(body.includes(written.trim()), `${form} → ${body}`);
  for (const form of kept) assert.ok(body.includes(form), form);
  assert.match(await bodyOf(first.get('x-eng.md')), /Back to \[a\]\(\/v1\/reviews\/a\)/);
  assert.match(await bodyOf(first.get('sub/y z.md')), /Up to \[a\]\(\/v1\/reviews\/a\)/);
  for (const note of (await push('links')).values())
    assert.equal(note.outcome, isRefused(note) ? 'failed' : 'unchanged', note.path);
});

test('a link leads to the review of its note also where another has the slug that its name suggests', async () => {
  await write('taken', {
    'one/same.md': '# One\n\nText of one.\n',
    'two/same.md': '# Two\n\nText of two.\n',
    'c.md': '# C\n\n[one](one/same.md) [two](two/same.md)\n',
  });
  const pushed = await push('taken');
  const [one, two] = ['one/same.md', 'two/same.md'].map((path) => pushed.get(path)?.review?.slug);
  assert.notEqual(one, two);
  assert.match(
    await bodyOf(pushed.get('c.md')),
    new RegExp(`\\[one\\]\\(/v1/reviews/${one}\\) \\[two\\]\\(/v1/reviews/${two}\\)`),
  );
});
