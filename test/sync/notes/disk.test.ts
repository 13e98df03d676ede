import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { pullNotes } from '../../../src/sync/notes/pull.ts';
import { type PushOptions, pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { drawPicture } from '../../support/operations.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-disk-'));
after(() => rm(base, { recursive: true }));

async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(base, folder, path)), { recursive: true });
    await writeFile(join(base, folder, path), text);
  }
}

async function push(folder: string, options: Partial<PushOptions> = {}): Promise<PushedNote[]> {
  const source = await openNoteFolder(join(base, folder));
  return pushNotes(callerOf(app), source, { dryRun: false, publish: false, ...options }, () => undefined);
}

const outcomes = (pushed: PushedNote[]) =>
  Object.fromEntries(pushed.map(({ path, outcome }) => [path, outcome]));
const review = async (note: PushedNote | undefined) =>
  (await app.send('GET', `/v1/reviews/${note?.review?.id}`, { key: app.admin })).body;

test('names are the same in NFC and NFD: of notes, folders and pictures, in links and settings', async () => {
  const nfd = (name: string) => name.normalize('NFD');
  await write('normal', {
    'postil.yaml': 'categories:\n  자연어/: Of NFD\n',
    [`${nfd('자연어')}/${nfd('회전 위치')}.md`]: `# 회전\n\n![](${encodeURI('그림 하나.svg')}) ![[그림 하나.svg]] [[긴 문맥]]\n`,
    [`${nfd('자연어')}/긴 문맥.md`]: `# 문맥\n\n[회전](${encodeURI(nfd('회전 위치.md'))}) [[회전 위치]]\n`,
  });
  await writeFile(join(base, 'normal', nfd('자연어'), nfd('그림 하나.svg')), drawPicture().payload as string);
  const pushed = await push('normal');
  assert.deepEqual(
    pushed.map(({ outcome, unused }) => [outcome, unused]),
    [
      ['created', []],
      ['created', []],
    ],
  );
  const [long, turn] = await Promise.all(pushed.map(review));
  assert.match(
    turn.body,
    /^!\[\]\(image:[\w-]+\) !\[\]\(image:[\w-]+\) \[긴 문맥\]\(\/v1\/reviews\/긴-문맥\)/,
  );
  assert.match(long.body, /^\[회전\]\(\/v1\/reviews\/회전-위치\) \[회전 위치\]\(\/v1\/reviews\/회전-위치\)/);
  assert.equal(turn.category.name, 'Of NFD');
  assert.ok((await push('normal')).every(({ outcome }) => outcome === 'unchanged'));
});

test('what is no file of the folder is named: links that lead out of it, devices, other encodings; UTF-16 is read', async () => {
  await write('outside', { 'secret.md': '# Elsewhere\n\nText.\n' });
  await write('links', {
    'a.md': '# Of links\n\nText.\n',
    'wide.md': '',
    'narrow.md': '',
  });
  await writeFile(join(base, 'links', 'wide.md'), Buffer.from('\uFEFF# 넓은 글\n\nText.\n', 'utf16le'));
  await writeFile(join(base, 'links', 'narrow.md'), Buffer.from([0x23, 0x20, 0xb1, 0xdb]));
  await symlink(join(base, 'outside', 'secret.md'), join(base, 'links', 'out.md'));
  await symlink('a.md', join(base, 'links', 'same.md'));
  await symlink('loop.md', join(base, 'links', 'loop.md'));
  await symlink('/dev/null', join(base, 'links', 'device.md'));
  await symlink('.', join(base, 'links', 'around'));
  const pushed = await push('links');
  assert.deepEqual(outcomes(pushed), {
    ...{ 'a.md': 'created', 'wide.md': 'created', 'same.md': 'created', 'narrow.md': 'failed' },
    ...{ 'out.md': 'skipped', 'device.md': 'skipped', around: 'skipped', 'loop.md': 'failed' },
  });
  const reasonOf = (name: string) => pushed.find(({ path }) => path === name)?.reason ?? '';
  assert.match(reasonOf('out.md'), /outside of the folder/);
  assert.match(reasonOf('narrow.md'), /not UTF-8/);
  assert.equal((await review(pushed.find(({ path }) => path === 'wide.md'))).title, '넓은 글');
});

test('a note that nests or grows without an end is named, and the others are taken; settings that do so hide', async () => {
  const grown = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [at, name] of [...'bcdefgh'].entries())
    grown.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`);
  const deep = 20_000;
  const hostile = {
    'alias.md': '---\ntitle: *nothing\n---\nText.\n',
    'grown.md': `---\ntitle: Grown\n${grown.join('\n')}\n---\nText.\n`,
    'flow.md': `---\ntitle: Flow\nx: ${'['.repeat(deep)}${']'.repeat(deep)}\n---\nText.\n`,
    'json.md': `{"title": "J", "x": ${'['.repeat(deep)}${']'.repeat(deep)}}\n\nText.\n`,
    'toml.md': `+++\ntitle = "T"\nx = ${'['.repeat(deep)}${']'.repeat(deep)}\n+++\nText.\n`,
  };
  await write('hostile', { ...hostile, 'fine.md': '# Fine\n\nText.\n' });
  const pushed = await push('hostile');
  for (const { path, outcome, reason } of pushed)
    assert.deepEqual([path, outcome], [path, path === 'fine.md' ? 'created' : 'failed'], reason ?? '');
  for (const [name, text] of [
    ['_config.yml', `${grown.join('\n')}\ndefaults: *h\n`],
    ['_config.yml', 'defaults: *nothing\n'],
    ['_quarto.yml', 'drafts: *nothing\n'],
  ] as const) {
    await write('unclear', { [name]: text, 'a.md': '# Unclear\n\nText.\n' });
    const [note] = await push('unclear', { publish: true });
    assert.equal(note?.review?.status, 'draft', text);
    assert.match(note?.unused.join() ?? '', /cannot be read/);
    await rm(join(base, 'unclear'), { recursive: true });
  }
});

test('with `breaks` a line ends where it does in the file, and pull gives the file back', async () => {
  const text =
    '---\ntitle: Of lines\n---\nOne\ntwo $a\nb$ three  \nfour **five\nsix**\n\n> quoted\n> on\n\n- item\n  more\n\n| a |\n| - |\n| b |\n\n```\nx\ny\n```\n\n$$\nx\n$$\n\nA heading\non\n---\n\n[^1]: note\n\nof[^1]\n';
  await write('lines', { 'postil.yaml': 'name: lines\nbreaks: true\n', 'of-lines.md': text });
  const [note] = await push('lines');
  const { body } = await review(note);
  assert.equal(
    body,
    'One  \ntwo $a\nb$ three  \nfour **five  \nsix**\n\n> quoted  \n> on\n\n- item  \n  more\n\n| a |\n| - |\n| b |\n\n```\nx\ny\n```\n\n$$\nx\n$$\n\nA heading\non\n---\n\n[^1]: note\n\nof[^1]\n',
  );
  const pull = (folder: string) =>
    pullNotes(callerOf(app), join(base, folder), { force: true }, () => undefined);
  await pull('lines');
  const pulled = await readFile(join(base, 'lines', 'of-lines.md'), 'utf8');
  assert.ok(pulled.endsWith(text.slice(text.indexOf('One'))), pulled);
  assert.equal((await push('lines')).find(({ path }) => path === 'of-lines.md')?.outcome, 'unchanged');
  await pull('lines-elsewhere');
  const kept = (pushed: PushedNote[]) => pushed.filter(({ outcome }) => outcome === 'updated');
  assert.deepEqual(kept(await push('lines-elsewhere')), []);
  await write('lines-of-both', { 'postil.yaml': 'breaks: true\n' });
  await pull('lines-of-both');
  assert.deepEqual(kept(await push('lines-of-both')), []);
});
