import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import type { Caller } from '../../../src/sync/caller.ts';
import { openNoteFolder } from '../../../src/sync/notes/note-source.ts';
import { pullNotes } from '../../../src/sync/notes/pull.ts';
import { type PushOptions, pushNotes } from '../../../src/sync/notes/push.ts';
import type { PushedNote } from '../../../src/sync/notes/pushed-note.ts';
import { tellSummary } from '../../../src/sync/notes/summary.ts';
import { type Answer, startTestApp } from '../../support/app.ts';
import { callerOf } from '../../support/caller.ts';
import { drawPicture } from '../../support/operations.ts';
import { postReview } from '../../support/things.ts';

const app = await startTestApp();
const base = await mkdtemp(join(tmpdir(), 'postil-covers-'));
let folder: string;
let number = 0;
let asked: string[] = [];

after(() => rm(base, { recursive: true }));
beforeEach(() => {
  number += 1;
  folder = join(base, `covers-${number}`);
});

/** A caller whose requests are listed in `asked`. */
const caller: Caller = {
  ...callerOf(app),
  send: (method, path, ...rest) => {
    asked.push(`${method} ${path.split('?')[0]}`);
    return callerOf(app).send(method, path, ...rest);
  },
  upload: (path, ...rest) => {
    asked.push(`upload ${path}`);
    return callerOf(app).upload(path, ...rest);
  },
};

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
const writePicture = (path: string) => write(path, `${drawPicture().payload}`);
const writeNote = (path: string, fields: string, body = 'Text.\n') =>
  write(path, `---\ntitle: A cover\n${fields}\n---\n\n${body}`);

async function push(options: Partial<PushOptions> = {}): Promise<PushedNote[]> {
  asked = [];
  const notes = await openNoteFolder(folder);
  return pushNotes(caller, notes, { dryRun: false, publish: false, ...options }, () => undefined);
}
const pull = (force = false) => pullNotes(caller, folder, { force }, () => undefined);

async function read(path: string): Promise<Answer['body']> {
  const answer = await app.send('GET', path, { key: app.admin });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}
const readReview = (pushed: PushedNote | undefined) => read(`/v1/reviews/${pushed?.review?.id}`);
const countImages = async () => (await read('/v1/images?total=true&limit=1')).page.total;

const forms: [fields: string, file: string, alt?: string][] = [
  ['image: /assets/a%20b.svg', 'assets/a b.svg'],
  ['image:\n  path: /assets/a.svg\n  alt: What it shows', 'assets/a.svg', 'What it shows'],
  ['image: "{{ site.baseurl }}/assets/a.svg"', 'assets/a.svg'],
  ['header:\n  teaser: /assets/a.svg\n  image: /assets/a.svg', 'assets/a.svg'],
  ['header: { image: /assets/a.svg }', 'assets/a.svg'],
  ['header: { overlay_image: /assets/a.svg }', 'assets/a.svg'],
  ['cover: { image: a.svg, alt: Shown }', 'posts/a.svg', 'Shown'],
  ['images: [a.svg]', 'posts/a.svg'],
  ['images: [{ src: /img/a.svg }]', 'static/img/a.svg'],
  ['featured_image: /img/a.svg', 'static/img/a.svg'],
  ['featuredImage: ./a.svg', 'posts/a.svg'],
  ['feature_image: a.svg\nfeature_image_alt: Said', 'posts/a.svg', 'Said'],
  ['thumbnail: /images/a.svg', 'source/images/a.svg'],
  ['cover: /images/a.svg', 'source/images/a.svg'],
  ['cover: a.svg', 'posts/note/a.svg'],
  ['banner: ../pictures/a.svg', 'pictures/a.svg'],
  ['banner_img: a.svg', 'posts/a.svg'],
  ['index_img: a.svg', 'posts/a.svg'],
  ['top_img: a.svg', 'posts/a.svg'],
  ['cover: "[[a.svg]]"', 'Attachments/a.svg'],
  ['cover: "![[a b.svg|200]]"', 'Attachments/a b.svg'],
  ['banner: [[a.svg]]', 'Attachments/a.svg'],
  ['cover: "![Alt](<a b.svg>)"', 'posts/a b.svg', 'Alt'],
  ['teaser: a.svg', 'posts/a.svg'],
  ['og_image: a.svg', 'posts/a.svg'],
  ['image: a.svg\nimage-alt: Of Quarto', 'posts/a.svg', 'Of Quarto'],
  ['cover:\nbanner: ""\nimage: a.svg', 'posts/a.svg'],
];

for (const [fields, file, alt = ''] of forms)
  test(`a cover is read: ${fields.replaceAll('\n', ' ')}`, async () => {
    await writePicture(file);
    await writeNote('posts/note.md', fields);
    const before = await countImages();
    const [planned] = await push({ dryRun: true });
    assert.deepEqual([planned?.outcome, planned?.unused], ['created', []]);
    assert.match(tellSummary(planned?.read as never), /; cover \S/);
    assert.equal(await countImages(), before);
    const [first] = await push();
    assert.deepEqual([first?.outcome, first?.unused], ['created', []]);
    const { cover, revision } = await readReview(first);
    assert.deepEqual([cover.isChosen, cover.width, cover.alt], [true, 700, alt]);
    assert.equal((await countImages()) - before, 1);
    assert.deepEqual(
      asked.filter((one) => one.startsWith('upload')),
      [`upload /v1/images${alt && `?alt=${encodeURIComponent(alt)}`}`],
    );
    const [again] = await push();
    assert.deepEqual([again?.outcome, asked], ['unchanged', ['GET /v1/images']]);
    assert.equal((await readReview(first)).revision, revision);
  });

test('a cover that is missing, refused or elsewhere is named, and the note is taken without it', async () => {
  await write('a.txt', 'no picture');
  await writePicture('a.svg');
  const id = '0197b6f0-8a4e-7c31-9d2b-3f6c1e5a7b90';
  const cases: [fields: string, unused: RegExp[], isCovered?: boolean][] = [
    ['image: b.png', [/^image: b\.png \(there is no such file\)$/]],
    ['cover: a.txt', [/^cover: a\.txt \(.*\)$/]],
    ['header: { teaser: b.png }', [/^header\.teaser: b\.png \(there is no such file\)$/]],
    [`cover: image:${id}`, [/^cover: image:0197\S+ \(there is no such image\)$/]],
    [
      'thumbnail: https://example.org/a.png',
      [/^thumbnail \(it is on another host, and nothing is fetched\)$/],
    ],
    ['cover: { image: //example.org/a.png }', [/^cover \(image: it is on another host/]],
    ['banner: "#ff0000"', [/^banner \(it is no path of a picture\)$/]],
    ['cover: a.svg\nimage: b.png', [/^image \(a review has one cover\)$/], true],
    ['cover: https://example.org/a.png\nimage: a.svg', [/^cover \(it is on another host/], true],
    ['cover: { image: a.svg, caption: C }', [/^cover \(caption: it is not read\)$/], true],
    ['cover: false', []],
    ['cover: ""', []],
    ['cover: false\nimage: a.svg', [/^image$/]],
    ['header: A text', [/^header$/]],
  ];
  for (const [at, [fields]] of cases.entries()) await writeNote(`${at}.md`, `${fields}\nslug: c${at}`);
  const pushed = await push();
  for (const [at, [fields, unused, isCovered = false]] of cases.entries()) {
    const found = pushed.find(({ path }) => path === `${at}.md`);
    assert.equal(found?.outcome, 'created', `${fields} ${found?.reason}`);
    assert.equal(found.unused.length, unused.length, `${fields} ${found.unused}`);
    for (const [index, pattern] of unused.entries()) assert.match(`${found.unused[index]}`, pattern);
    assert.equal((await readReview(found)).cover?.isChosen ?? false, isCovered, fields);
    assert.equal(found.read?.cover !== null, isCovered, fields);
  }
});

test('a note without a cover asks nothing more, and leaves the cover of its review as it is', async () => {
  await writePicture('a.svg');
  await writeNote('a.md', 'cover: a.svg');
  const [first] = await push();
  const { cover } = await readReview(first);
  await writeNote('a.md', 'slug: as-before');
  const [second] = await push();
  assert.deepEqual([second?.changed, asked], [['slug'], []]);
  assert.equal((await readReview(first)).cover.id, cover.id);
});

test('a dry run names the cover that would change', async () => {
  await writePicture('a.svg');
  await writeNote('a.md', 'cover: a.svg');
  const [first] = await push();
  await writePicture('b.svg');
  await writeNote('a.md', 'cover: b.svg');
  const [planned] = await push({ dryRun: true });
  assert.deepEqual([planned?.outcome, planned?.changed], ['updated', ['cover']]);
  const [second] = await push();
  assert.deepEqual([second?.outcome, second?.changed], ['updated', ['cover']]);
  assert.notEqual((await readReview(first)).cover.id, null);
});

test('an image of a cover is seen by nobody without a key while its note is a draft', async () => {
  await writePicture('a.svg');
  await writeNote('a.md', 'cover: a.svg\ndraft: true');
  const [first] = await push({ publish: true });
  const { cover } = await readReview(first);
  assert.equal((await app.send('GET', `/v1/images/${cover.id}`)).status, 404);
  await writeNote('a.md', 'cover: a.svg');
  await push({ publish: true });
  assert.equal((await app.send('GET', `/v1/images/${cover.id}`)).status, 200);
});

test('pull writes a chosen cover beside the note, and neither push nor pull changes anything after that', async () => {
  const { headers, payload } = drawPicture();
  const sent = await app.send('POST', '/v1/images?alt=Loss', { key: app.admin, payload, headers });
  const { id } = sent.body;
  const review = await postReview(app, { slug: 'covered', cover: id, body: `![a](image:${id})\n\nText.` });
  const plain = await postReview(app, { slug: 'figured', body: `![a](image:${id})` });
  await pull();
  const name = `loss~${id.slice(-8)}.png`;
  const text = await readFile(join(folder, 'covered.md'), 'utf8');
  assert.ok(text.includes(`\ncover: ${name}\n`) && text.includes(`![a](${name})`), text);
  assert.doesNotMatch(await readFile(join(folder, 'figured.md'), 'utf8'), /^cover:/m);
  const { bytes } = await app.send('GET', `/v1/images/${id}/original.png`, { key: app.admin });
  assert.deepEqual(await readFile(join(folder, name)), bytes);
  assert.ok((await push()).every(({ outcome }) => outcome === 'unchanged'));
  assert.ok(!asked.some((one) => one.startsWith('upload')));
  assert.ok((await pull()).every(({ outcome }) => outcome === 'unchanged'));
  const { revision } = await read(`/v1/reviews/${review.id}`);
  assert.equal(revision, review.revision);
  assert.equal((await read(`/v1/reviews/${plain.id}`)).cover.isChosen, false);
});

test('the Markdown of a review names its cover as push takes it', async () => {
  const { headers, payload } = drawPicture();
  const { id } = (await app.send('POST', '/v1/images', { key: app.admin, payload, headers })).body;
  const review = await postReview(app, { slug: 'of-markdown', cover: id });
  const { text } = await app.send('GET', `/v1/reviews/${review.id}.md`, { key: app.admin });
  assert.ok(text.includes(`\ncover: image:${id}\n`), text);
  await write('a.md', text);
  assert.deepEqual(
    (await push()).map(({ outcome, unused }) => [outcome, unused]),
    [['unchanged', []]],
  );
  await write('a.md', text.replace(/^id: .*\n/m, '').replace('of-markdown', 'of-another'));
  const [other] = await push();
  assert.equal(other?.outcome, 'created');
  assert.equal((await readReview(other)).cover.id, id);
});

test('a cover stays in the field that its author wrote it in, until the review has another', async () => {
  await writePicture('assets/a.svg');
  const cases: [path: string, fields: string, kept: RegExp][] = [
    [
      'kept-1.md',
      'image:\n  path: /assets/a.svg\n  alt: A',
      /^image:\n {2}path: \/assets\/a\.svg\n {2}alt: A$/m,
    ],
    ['kept-2.md', 'cover: { image: assets/a.svg }', /^cover: \{ image: assets\/a\.svg \}$/m],
    ['kept-3.md', 'cover: /assets/a.svg', /^cover: \/assets\/a\.svg$/m],
    ['kept-4.md', 'banner: "[[a.svg]]"', /^banner: "\[\[a\.svg\]\]"$/m],
    ['kept-5.md', 'image: a.svg\ncover: false', /^cover: false$/m],
  ];
  for (const [path, fields] of cases) await writeNote(path, fields);
  const pushed = await push();
  await pull(true);
  const textOf = (path: string) => readFile(join(folder, path), 'utf8');
  for (const [path, fields, kept] of cases) {
    assert.match(await textOf(path), kept);
    assert.equal(/^cover:/m.test(await textOf(path)), /^cover:/m.test(fields), await textOf(path));
  }
  const settled = async () => {
    assert.deepEqual([...new Set((await pull()).map(({ outcome }) => outcome))], ['unchanged']);
    assert.deepEqual([...new Set((await push()).map(({ outcome }) => outcome))], ['unchanged']);
  };
  await settled();
  assert.deepEqual(await readdir(join(folder, 'assets')), ['a.svg']);

  const { headers, payload } = drawPicture();
  const { id } = (await app.send('POST', '/v1/images', { key: app.admin, payload, headers })).body;
  const setCover = async (cover: string | null) => {
    for (const { review } of pushed) {
      const path = `/v1/reviews/${review?.id}`;
      const answer = await app.send('PATCH', path, {
        key: app.admin,
        body: { cover },
        headers: { 'if-match': '*' },
      });
      assert.equal(answer.status, 200, answer.text);
    }
    const kept = (await pull()).filter(({ outcome }) => outcome === 'kept');
    assert.ok(kept.length > 0);
    await pull(true);
    await settled();
  };
  await setCover(id);
  for (const [path] of cases) assert.match(await textOf(path), /^cover: image~\S+\.png$/m, path);
  await setCover(null);
  for (const [path] of cases) assert.match(await textOf(path), /^cover: false$/m, path);
});

test('pictures of Chirpy lie below its media_subpath, in the text as in the front matter, and the file stays as it is', async () => {
  await writePicture('assets/notes/a.svg');
  await writePicture('assets/notes/b.svg');
  const note = (field: string) =>
    [`${field}: /assets/notes/\nimage: { path: b.svg, alt: B }`, '![A](a.svg)\n\n![B](/b.svg)\n'] as const;
  await writeNote('one.md', ...note('media_subpath'));
  await writeNote('two.md', ...note('img_path'));
  const pushed = await push();
  for (const one of pushed) {
    assert.deepEqual([one.outcome, one.unused], ['created', []]);
    const { body, cover } = await readReview(one);
    assert.equal(body.match(/!\[[AB]\]\(image:[\da-f-]{36}\)/g)?.length, 2, body);
    assert.deepEqual([cover.isChosen, cover.alt], [true, 'B']);
  }
  await pull(true);
  const text = await readFile(join(folder, 'one.md'), 'utf8');
  assert.match(text, /^!\[A\]\(a\.svg\)\n\n!\[B\]\(\/b\.svg\)$/m);
  assert.match(text, /^media_subpath: \/assets\/notes\/$/m);
  assert.deepEqual([...new Set((await pull()).map(({ outcome }) => outcome))], ['unchanged']);
  assert.deepEqual([...new Set((await push()).map(({ outcome }) => outcome))], ['unchanged']);
  assert.deepEqual(await readdir(join(folder, 'assets/notes')), ['a.svg', 'b.svg']);
});
