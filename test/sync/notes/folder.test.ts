import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { NoteRefused } from '../../../src/sync/notes/front-matter.ts';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { type PushOptions, pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-folder-'));
after(() => rm(base, { recursive: true }));

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(base, folder, path)), { recursive: true });
    await writeFile(join(base, folder, path), text);
  }
}

async function push(
  folder: string,
  options: Partial<PushOptions> = {},
  exclude: string[] = [],
): Promise<PushedNote[]> {
  const source = await openNoteFolder(join(base, folder), exclude);
  return pushNotes(callerOf(app), source, { dryRun: false, publish: false, ...options }, () => undefined);
}

const outcomes = (pushed: PushedNote[]) =>
  Object.fromEntries(pushed.map(({ path, outcome }) => [path, outcome]));
const review = async (note: PushedNote | undefined) =>
  (await app.send('GET', `/v1/reviews/${note?.review?.id}`, { key: app.admin })).body;

test('every Markdown file is a note, with front matter or without; what is about the folder is none', async () => {
  await write('all', {
    'a.md': '# A note\n\nText.\n',
    'b.markdown': 'Only text.\n',
    'c.qmd': '---\ntitle: Of Quarto\n---\n\nText.\n',
    'DPO/README.md': '# DPO, read\n\nText.\n',
    'DPO2/paper.md': 'Text of a paper.\n',
    '_posts/2024-05-20-post.md': '---\ntitle: Post\n---\nText.\n',
    'README.md': '# About this folder\n',
    'TODO.md': '- read more\n',
    'SUMMARY.md': '* [A](a.md)\n',
    'templates/t.md': '# {{title}}\n',
    'note-template.md': '# {{title}}\n',
    '_oldposts/x.md': '---\ntitle: Old\n---\nText.\n',
    '.obsidian/y.md': 'Text.\n',
    'd.ipynb': '{}',
    'e.org': '* Heading\n',
    'f.html': '<p>Text</p>',
    'g.mdx': '# G\n',
    'image.png': 'not read',
  });
  const pushed = await push('all');
  assert.deepEqual(outcomes(pushed), {
    ...{ 'a.md': 'created', 'b.markdown': 'created', 'c.qmd': 'created', 'DPO/README.md': 'created' },
    ...{ 'DPO2/paper.md': 'created', '_posts/2024-05-20-post.md': 'created' },
    ...{ 'README.md': 'excluded', 'TODO.md': 'excluded', 'SUMMARY.md': 'excluded', templates: 'excluded' },
    ...{ 'note-template.md': 'excluded', _oldposts: 'excluded' },
    ...{ 'd.ipynb': 'skipped', 'e.org': 'skipped', 'f.html': 'skipped', 'g.mdx': 'skipped' },
  });
  const named = pushed.find(({ path }) => path === 'DPO2/paper.md');
  assert.equal((await review(named)).title, 'DPO2');
  const again = await push('all');
  assert.ok(
    again.every(({ outcome }) => /^(?:unchanged|excluded|skipped)$/.test(outcome)),
    JSON.stringify(outcomes(again)),
  );
});

test('collections of Jekyll are folders of notes, and .postilignore, exclude and --exclude leave out', async () => {
  await write('jekyll', {
    '_config.yml': 'collections:\n  papers:\n    output: true\n',
    '_papers/a.md': '---\ntitle: A\n---\nText.\n',
    '_other/b.md': '---\ntitle: B\n---\nText.\n',
    'drafts/c.md': 'Text.\n',
    'd.tmp.md': 'Text.\n',
    'e.md': 'Text.\n',
    'keep/e.md': 'Text.\n',
    '.postilignore': '# what is not ready\ndrafts/\n/e.md\n',
    'postil.yaml': 'exclude: "*.tmp.md"\n',
    'x/f.md': 'Text.\n',
  });
  assert.deepEqual(outcomes(await push('jekyll', {}, ['x/'])), {
    ...{ '_papers/a.md': 'created', _other: 'excluded', drafts: 'excluded', 'd.tmp.md': 'excluded' },
    ...{ 'e.md': 'excluded', 'keep/e.md': 'created', x: 'excluded' },
  });
});

test('postil.yaml says the language, the category by folder and labels', async () => {
  await write('settings', {
    'postil.yaml':
      'language: ko\ncategories:\n  nlp/: [Papers S, NLP S]\n  nlp/deep: Deep S\nlabels:\n  venue: 학회명\n',
    'nlp/a.md': '# A\n\n학회명: ACL 2024\n\nText.\n',
    'nlp/deep/b.md': '# B\n\nText.\n',
    'c.md': '---\nlang: en\ncategory: Own S\n---\n# C\n\nText.\n',
  });
  const pushed = await push('settings');
  const [c, a, b] = await Promise.all(
    ['c.md', 'nlp/a.md', 'nlp/deep/b.md'].map((path) => review(pushed.find((note) => note.path === path))),
  );
  assert.deepEqual([a.language, a.category.path, a.paper.venue], ['ko', 'papers-s/nlp-s', 'ACL 2024']);
  assert.deepEqual([b.category.path, c.category.path, c.language], ['deep-s', 'own-s', 'en']);
  await write('by-folders', {
    'postil.yaml': 'categories: folders\n',
    'One F/Two F/a.md': '# Of folders\n\nText.\n',
  });
  assert.equal((await review((await push('by-folders'))[0])).category.path, 'one-f/two-f');
});

test('a time without an offset is that of the site, a day begins at midnight in UTC', async () => {
  const dated = (date: string) => `---\ntitle: ${date}\ndate: ${date}\n---\n\nText.\n`;
  const notes = {
    'source/_posts/a.md': dated('2024-07-01 09:30:00'),
    'source/_posts/b.md': dated('2024-01-01 09:30:00 +0100'),
    'source/_posts/c.md': dated('2024-07-01'),
    'source/_posts/d.md': '# D\n\nDate: 2024-01-01 09:30\n\nText.\n',
  };
  const sites = {
    hexo: { '_config.yml': 'timezone: Asia/Seoul\nsource_dir: source\n' },
    hugo: { 'config/_default/hugo.toml': 'timeZone = "America/New_York"\n' },
    // Jekyll reads such a time as YAML does, in UTC.
    jekyll: { '_config.yml': 'timezone: Asia/Seoul\nmarkdown: kramdown\n' },
    settings: { 'postil.yaml': 'timezone: Asia/Kolkata\n' },
  };
  const found: Record<string, (string | null)[]> = {};
  for (const [site, settings] of Object.entries(sites)) {
    await write(`zone-${site}`, { ...settings, ...notes });
    const place = site === 'settings' ? `zone-${site}` : `zone-${site}/source/_posts`;
    const pushed = await push(place);
    const reviews = await Promise.all(pushed.filter(({ review }) => review).map(review));
    found[site] = reviews.map(({ publishedAt }) => publishedAt.slice(5, 16));
  }
  const [offset, day] = ['01-01T08:30', '07-01T00:00'];
  assert.deepEqual(found, {
    hexo: ['07-01T00:30', offset, day, '01-01T00:30'],
    hugo: ['07-01T13:30', offset, day, '01-01T14:30'],
    jekyll: ['07-01T09:30', offset, day, '01-01T09:30'],
    settings: ['07-01T04:00', offset, day, '01-01T04:00'],
  });
});

test('settings that cannot be read are refused with the file, the member and what it may have', async () => {
  for (const [text, pattern] of [
    ['language: "?"\n', /postil\.yaml: language "\?" is no language tag/],
    ['timezone: KST+9\n', /postil\.yaml: timezone "KST\+9" is no time zone such as Asia\/Seoul/],
    ['nmae: x\n', /postil\.yaml: .*name, language, timezone, breaks, exclude/],
    ['exclude: {a: b}\n', /postil\.yaml: exclude/],
    ['name: a/b\n', /postil\.yaml: name/],
    ['a: [\n', /postil\.yaml is no YAML/],
    ['labels: {nothing: x}\n', /postil\.yaml: labels/],
  ] as const) {
    await write('bad', { 'postil.yaml': text, 'a.md': 'Text.\n' });
    await assert.rejects(
      openNoteFolder(join(base, 'bad')),
      (error: Error) => error instanceof NoteRefused && pattern.test(error.message),
      text,
    );
  }
});

test('a folder that is called otherwise is known by the name that the first push kept in it', async () => {
  await write('named', { 'a.md': '# Of a name\n\nText.\n', 'sub/b.md': '# Below\n\nText.\n' });
  await push('named', { dryRun: true });
  await assert.rejects(readFile(join(base, 'named', 'postil.yaml')), 'a dry run writes nothing');
  const first = await push('named');
  assert.match(await readFile(join(base, 'named', 'postil.yaml'), 'utf8'), /^name: named$/m);
  await rename(join(base, 'named'), join(base, 'renamed'));
  const again = await push('renamed');
  assert.deepEqual(outcomes(again), { 'a.md': 'unchanged', 'sub/b.md': 'unchanged' });
  assert.deepEqual(
    again.map((note) => note.review?.id),
    first.map((note) => note.review?.id),
  );
  assert.deepEqual(
    outcomes(await push('renamed/sub')),
    { 'b.md': 'unchanged' },
    'a folder in it is known by it too',
  );
});

test('a folder that cannot be written to is pushed all the same', async () => {
  await write('read-only', { 'a.md': '# Read only\n\nText.\n' });
  await chmod(join(base, 'read-only'), 0o555);
  assert.deepEqual(outcomes(await push('read-only')), { 'a.md': 'created' });
});

test('a dry run tells what a run would: what is read by what, and what would be refused', async () => {
  await write('dry', {
    'a.md': '# Dry\n\n논문: https://arxiv.org/abs/2305.18290\n날짜: 2024년 5월 20일\n\nText.\n',
    'empty.md': '---\ntitle: Empty\n---\n',
    'comment.md': '%% nothing else %%\n',
  });
  const planned = await push('dry', { dryRun: true, publish: true });
  const [a] = planned;
  assert.deepEqual(
    [
      a?.outcome,
      a?.read?.paper,
      a?.read?.paperBy,
      a?.read?.publishedAt,
      a?.read?.publishedBy,
      a?.read?.language,
    ],
    ['created', 'arxiv:2305.18290', '"논문" in line 3', '2024-05-20T00:00:00.000Z', '"날짜" in line 4', 'ko'],
  );
  assert.deepEqual(outcomes(planned), { 'a.md': 'created', 'comment.md': 'failed', 'empty.md': 'failed' });
  assert.deepEqual(outcomes(await push('dry', { publish: true })), outcomes(planned));
});
