import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { NotePaths } from '../../../src/sync/notes/path.ts';
import { pullNotes } from '../../../src/sync/notes/pull.ts';
import { pushNotes } from '../../../src/sync/notes/push.ts';
import { startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { drawPicture } from '../../support/operations.ts';
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

test('what only the file has stays in it: fields that are none of ours, and comments', async () => {
  const folder = join(base, 'kept');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'mine.md');
  await writeFile(
    file,
    '---\nlayout: post\ntitle: Mine to keep\ncomments: true\nweight: 03\n---\n\nBefore. %% hush %%\n\n<!-- hush -->\nAfter.\n',
  );
  const [pushed] = await push(folder);
  await pull(folder, true);
  const text = await readFile(file, 'utf8');
  assert.match(text, /^---\ntitle: Mine to keep\n/);
  assert.match(
    text,
    /\nlayout: post\ncomments: true\nweight: 03\n---\n\nBefore\. %% hush %%\n\n<!-- hush -->\nAfter\.\n$/,
  );
  const again = await push(folder);
  assert.equal(again.find(({ path }) => path === 'mine.md')?.outcome, 'unchanged');
  const isMine = ({ path }: { path: string }) => path === 'mine.md';
  assert.equal((await pull(folder)).find(isMine)?.outcome, 'unchanged');
  await app.send('PATCH', `/v1/reviews/${pushed?.review?.id}`, {
    key: app.admin,
    body: { body: 'Another text.\n' },
    headers: { 'if-match': '*' },
  });
  const kept = (await pull(folder, true)).find(isMine);
  assert.deepEqual(
    [kept?.outcome, kept?.reason],
    ['kept', 'its text is another, and comments in the file would be lost'],
  );
  assert.equal(await readFile(file, 'utf8'), text);
});

test('a review whose text has what a note would call a comment comes back whole', async () => {
  const folder = join(base, 'verbatim');
  const body = 'A sign %% in a text %% and <!-- this -->.\n';
  const { id, slug } = await postReview(app, { body });
  await pull(folder);
  assert.match(
    await readFile(join(folder, `${slug}.md`), 'utf8'),
    /\nbody: verbatim\n---\n\nA sign %% in a text %% and <!-- this -->\.\n$/,
  );
  assert.ok((await push(folder)).every(({ outcome }) => outcome === 'unchanged'));
  assert.ok((await pull(folder)).every(({ outcome }) => outcome === 'unchanged'));
  assert.equal((await app.send('GET', `/v1/reviews/${id}`, { key: app.admin })).body.slug, slug);
});

test('a file of another ending is written again, and no note lies where a push would leave it out', async () => {
  const folder = join(base, 'endings');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'of-quarto.qmd'), '# Of Quarto, pulled\n\nText.\n');
  await push(folder);
  await postReview(app, { slug: 'todo' });
  await pull(folder, true);
  const names = await readdir(folder);
  assert.ok(names.includes('of-quarto.qmd') && !names.includes('of-quarto.md'));
  assert.ok(!names.includes('todo.md') && names.some((name) => /^todo~/.test(name)));
  assert.ok((await push(folder)).every(({ outcome }) => outcome === 'unchanged'));
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
  assert.equal(choose('x', 'file:other/sub/a.markdown'), 'sub/a.markdown');
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

test('pictures lie beside their notes as they are stored, and neither push nor pull changes anything after that', async () => {
  const upload = async (payload: Buffer | string, alt: string, type = 'image/svg+xml') => {
    const path = `/v1/images?alt=${encodeURIComponent(alt)}`;
    const answer = await app.send('POST', path, {
      key: app.admin,
      payload,
      headers: { 'content-type': type },
    });
    assert.equal(answer.status, 201, answer.text);
    return answer.body as { id: string };
  };
  const [one, two, three] = [
    await upload(`${drawPicture().payload}`, '손실 곡선 (con)'),
    await upload(`${drawPicture().payload}`, '../../etc'),
    await upload(`${drawPicture().payload}`, ''),
  ];
  const body = `![Loss](image:${one.id} "Figure 1")\n\n![d][ref] <img src="image:${three.id}" width="5">\n\n\`image:${one.id}\` ![gone](image:0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90)\n\n[ref]: image:${two.id}\n`;
  const review = await postReview(app, { body, slug: 'with-pictures' });
  const folder = join(base, 'pictures');
  const pulled = (await pull(folder)).find(({ review: found }) => found?.id === review.id);
  assert.equal(pulled?.outcome, 'written');
  assert.match(pulled.reason ?? '', /^image 0197b6f0\S+ is not there$/);
  const mark = ({ id }: { id: string }) => `~${id.slice(-8)}.png`;
  const names = [`손실-곡선-con${mark(one)}`, `etc${mark(two)}`, `image${mark(three)}`];
  const note = await readFile(join(folder, 'with-pictures.md'), 'utf8');
  for (const written of [
    `![Loss](${names[0]} "Figure 1")`,
    `[ref]: ${names[1]}`,
    `<img src="${names[2]}" width="5">`,
  ])
    assert.ok(note.includes(written), note);
  for (const [at, { id }] of [one, two, three].entries()) {
    const { bytes } = await app.send('GET', `/v1/images/${id}/original.png`, { key: app.admin });
    assert.deepEqual(await readFile(join(folder, `${names[at]}`)), bytes);
  }
  const before = await exportAll();
  const moved = join(base, 'pictures-moved');
  await rename(folder, moved);
  const uploads: string[] = [];
  const watching: typeof caller = {
    ...caller,
    upload: (path, bytes, type) => {
      uploads.push(path);
      return caller.upload(path, bytes, type);
    },
  };
  const pushed = await pushNotes(
    watching,
    await openNoteFolder(moved),
    { dryRun: false, publish: false },
    quiet,
  );
  assert.deepEqual([...new Set(pushed.map(({ outcome }) => outcome))], ['unchanged']);
  assert.deepEqual([uploads, await exportAll()], [[], before]);
  assert.deepEqual([...new Set((await pull(moved)).map(({ outcome }) => outcome))], ['unchanged']);

  // A picture that was changed by hand is kept, until it is forced.
  const own = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  await writeFile(join(moved, `${names[0]}`), own);
  const again = (await pull(moved)).find(({ path }) => path === 'with-pictures.md');
  assert.match(`${again?.outcome} ${again?.reason}`, /^kept a picture of it differs/);
  assert.deepEqual(await readFile(join(moved, `${names[0]}`)), own);
  await pull(moved, true);
  assert.notDeepEqual(await readFile(join(moved, `${names[0]}`)), own);
});

test('a note that was pushed with its pictures is left alone by pull, whatever its addresses are', async () => {
  const folder = join(base, 'own-pictures');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'assets', 'a b.svg'), `${drawPicture().payload}`);
  const file = join(folder, 'own.md');
  const shown = '![A](<assets/a b.svg> "A")\n\n![B]({{ site.baseurl }}/assets/a%20b.svg)\n';
  await writeFile(file, `---\ntitle: Own pictures\n---\n\n${shown}`);
  const [{ review } = { review: null }] = await push(folder, { dryRun: false, publish: false });
  await pull(folder, true);
  const text = await readFile(file, 'utf8');
  assert.ok(text.includes('![A](<assets/a b.svg> "A")'), text);
  assert.deepEqual((await readdir(join(folder, 'assets'))).length, 1);
  const again = (await pull(folder)).find((one) => one.review?.id === review?.id);
  assert.equal(again?.outcome, 'unchanged');
});

test('the pictures of many notes are asked for by their hashes together', async () => {
  const folder = join(base, 'many-pictures');
  await mkdir(folder);
  for (let n = 0; n < 40; n += 1) {
    await writeFile(join(folder, `${n}.svg`), `${drawPicture().payload}`);
    await writeFile(
      join(folder, `${n}.md`),
      `---\ntitle: Note ${n}\n---\n\n![n](${n}.svg) ![next](${(n + 1) % 40}.svg)\n`,
    );
  }
  const asked: string[] = [];
  const watching: typeof caller = {
    ...caller,
    send: (method, path, ...rest) => {
      asked.push(`${method} ${path}`);
      return caller.send(method, path, ...rest);
    },
  };
  const pushed = await pushNotes(
    watching,
    await openNoteFolder(folder),
    { dryRun: true, publish: false },
    quiet,
  );
  assert.deepEqual([pushed.length, [...new Set(pushed.map(({ unused }) => unused.length))]], [40, [0]]);
  assert.ok(asked.length <= 2, `${asked.length} requests`);
});
