import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { NotePaths } from '../../../src/sync/notes/path.ts';
import { pullNotes } from '../../../src/sync/notes/pull.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { postReview, postThing } from '../../support/things.ts';

const app = await startTestApp();
const caller = callerOf(app);
const base = await mkdtemp(join(tmpdir(), 'postil-pull-'));
after(() => rm(base, { recursive: true }));

const quiet = () => undefined;
const pull = (folder: string, force = false) => pullNotes(caller, folder, { force }, quiet);
const push = async (folder: string, options = { dryRun: false, publish: true }) =>
  pushNotes(caller, await openNoteFolder(folder), options, quiet);
const exportAll = async () => (await app.send('GET', '/v1/export.ndjson', { key: app.admin })).text;

test('push after pull changes nothing, from any folder, and pull after that writes nothing', async () => {
  const parent = await postThing(app, 'categories', { name: 'Of A' });
  await postThing(app, 'categories', { name: 'Vision', parent: parent.id });
  const other = await postThing(app, 'categories', { name: 'Vision', slug: 'vision-of-another' });
  const paper = await postThing(app, 'papers', {
    title: 'Shared: "by" two',
    identifiers: { arxiv: '2405.10300', openreview: 'abcDEF123' },
    authors: [{ name: 'Ada One, Jr.', orcid: '0000-0002-1825-0097' }],
    versions: [{ number: 1 }, { number: 2 }],
    links: [
      { kind: 'code', label: 'Code' },
      { kind: 'code', label: 'Code', url: 'https://example.org/1' },
    ],
  });
  const at = { status: 'published', publishedAt: '2024-05-20T01:02:03.004Z' };
  await postReview(app, {
    paper: paper.id,
    title: 'null',
    category: other.id,
    tags: ['1.10', 'a, b', '# c'],
    reviewedVersion: 1,
    ...at,
  });
  await postReview(app, {
    paper: paper.id,
    body: '\r\n---\r\n![](fig.png)\u2028\n\n  ',
    summary: 'yes',
    status: 'archived',
  });
  await postReview(app, {
    title: '- a: b',
    source: 'https://example.org/a',
    language: 'zh-Hant',
    body: '\ufeff# A',
  });
  const { id } = await postReview(app, { body: '{% raw %}x{% endraw %}' });
  await app.send('POST', `/v1/reviews/${id}/publish`, {
    key: app.admin,
    body: { at: '2999-01-01T00:00:00Z' },
  });
  const before = await exportAll();

  const folder = join(base, 'pulled');
  const pulled = await pull(folder);
  assert.deepEqual([...new Set(pulled.map(({ outcome }) => outcome))], ['written']);
  assert.equal(pulled.length, before.trimEnd().split('\n').length);
  await rename(folder, join(base, 'elsewhere'));
  const pushed = await push(join(base, 'elsewhere'));
  assert.deepEqual(
    pushed.filter(({ outcome }) => outcome !== 'unchanged'),
    [],
  );
  assert.equal(await exportAll(), before);
  assert.ok((await pull(join(base, 'elsewhere'))).every(({ outcome }) => outcome === 'unchanged'));
});

test('a review is written to the file that it came from, and to the note that has its id whatever its name is', async () => {
  const folder = join(base, 'own');
  await mkdir(join(folder, '2024'), { recursive: true });
  const text = '---\nlayout: post\ntitle: By hand\n---\nText.\n';
  await writeFile(join(folder, '2024', 'by-hand.md'), text);
  await push(folder);
  const kept = (await pull(folder)).filter(({ outcome }) => outcome !== 'written');
  assert.deepEqual(
    kept.map(({ path, outcome }) => [path, outcome]),
    [['2024/by-hand.md', 'kept']],
  );
  assert.equal(
    await readFile(join(folder, '2024', 'by-hand.md'), 'utf8'),
    text,
    'what was written by hand stays',
  );
  await pull(folder, true);
  const forced = await readFile(join(folder, '2024', 'by-hand.md'), 'utf8');
  assert.match(forced, /^---\ntitle: By hand\ndate: \S+\nslug: by-hand\nlang: en\n/);
  await rename(join(folder, '2024', 'by-hand.md'), join(folder, 'renamed.md'));
  const again = await pull(folder);
  assert.ok(again.every(({ outcome }) => outcome === 'unchanged'));
  assert.ok(!(await readdir(join(folder, '2024'))).includes('by-hand.md'));
});

test('a note whose review is gone is named and stays', async () => {
  const folder = join(base, 'gone');
  const { id, slug } = await postReview(app);
  await pull(folder);
  await app.send('DELETE', `/v1/reviews/${id}?permanent=true`, {
    key: app.admin,
    headers: { 'if-match': '*' },
  });
  const gone = (await pull(folder)).filter(({ outcome }) => outcome !== 'unchanged');
  assert.deepEqual(
    gone.map(({ path, outcome }) => [path, outcome]),
    [[`${slug}.md`, 'gone']],
  );
  assert.ok((await readdir(folder)).includes(`${slug}.md`));
});

test('no two notes lie where a disk may take one path for another, and none outside the folder', () => {
  let number = 0;
  const paths = new NotePaths(new Map([['018fb9a3-6c00-7a52-8d4e-2f1b00000999', 'Known.md']]));
  const choose = (slug: string, source: string | null = null) => {
    number += 1;
    return paths.choose({
      id: `018fb9a3-6c00-7a52-8d4e-2f1b${String(number).padStart(8, '0')}`,
      slug,
      source,
    });
  };
  assert.equal(choose('strasse'), 'strasse.md');
  assert.equal(choose('straße'), 'straße~00000002.md');
  assert.equal(choose('σ'), 'σ.md');
  assert.equal(choose('ς'), 'ς~00000004.md');
  assert.equal(choose('known'), 'known~00000005.md');
  assert.equal(choose('con'), 'con~00000006.md');
  assert.equal(choose('x', 'file:notes/sub/A.md'), 'sub/A.md');
  assert.equal(choose('x', 'file:other/sub/a.markdown'), 'sub/a~00000008.md');
  for (const source of [
    'file:a/../../b.md',
    'file:a//etc/b.md',
    'file:a/C:/b.md',
    'file:a/..\\b.md',
    'file:a/.git/b.md',
    'file:a/b\0.md',
    'file:a/b',
    'https://a/b.md',
  ])
    assert.match(choose('plain', source), /^plain(~\d+)?\.md$/, source);
  const long = choose('가'.repeat(200));
  assert.ok(Buffer.byteLength(long) < 255 && long.startsWith('가가'));
});
