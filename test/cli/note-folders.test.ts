import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Caller, callServer } from '../../src/sync/caller.ts';
import { openNoteFolder } from '../../src/sync/notes/note-source.ts';
import { pullNotes } from '../../src/sync/notes/pull.ts';
import { pushNotes } from '../../src/sync/notes/push.ts';
import type { PushedNote } from '../../src/sync/notes/pushed-note.ts';
import { compareReview, folders, hashCover, type ReadReview, readTables } from '../support/folders.ts';
import { ask, cleanUp, finishPostil, makeFolder, makePlace, startServer } from '../support/process.ts';

const key = 'k'.repeat(32);
const tables = await readTables();
let base: string;
let url: string;
let caller: Caller;
const pushed = new Map<string, PushedNote[]>();
const reviews = new Map<string, ReadReview>();

after(async () => {
  await caller?.close();
  await cleanUp();
});

before(async () => {
  base = await makeFolder();
  await cp(folders, base, { recursive: true });
  ({ url } = await startServer({ ...(await makePlace()), ADMIN_KEY: key, SAMPLE_CONTENT: 'false' }));
  caller = callServer(url, key);
  for (const [structure] of tables) {
    const place = join(base, structure);
    const args = structure === 'tistory' ? ['import', place] : ['push', place, '--publish'];
    const { stdout, stderr } = await finishPostil([...args, '--json'], { POSTIL_URL: url, POSTIL_KEY: key });
    assert.match(stdout, /^\{/, stderr);
    const report = JSON.parse(stdout);
    pushed.set(structure, report.notes ?? report.posts);
  }
  for (const note of [...pushed.values()].flat()) {
    if (note.review === null) continue;
    const { body } = await ask(`${url}/v1/reviews/${note.review.id}?include=text`, { key });
    const cover = body.cover?.isChosen
      ? await ask(`${url}/v1/images/${body.cover.id}?fields=sha256`, { key })
      : null;
    reviews.set(note.review.id, { ...body, coverHash: cover?.body.sha256 ?? null });
  }
});

const noteAt = (structure: string, path: string) => pushed.get(structure)?.find((note) => note.path === path);
const reviewAt = (structure: string, path: string) => reviews.get(noteAt(structure, path)?.review?.id ?? '');

for (const [structure, expected] of tables) {
  test(`a folder of ${structure} comes in as a person expects it`, async () => {
    const differences: Record<string, string[]> = {};
    for (const [path, note] of Object.entries(expected.notes)) {
      const coverHash = await hashCover(structure, note);
      const [found, review] = [noteAt(structure, path), reviewAt(structure, path)];
      const told =
        found && review
          ? compareReview({ ...note, coverHash }, review, found, (other) => reviewAt(structure, other)?.slug)
          : [`no review: ${found?.outcome} ${found?.reason}`];
      if (told.length > 0) differences[path] = told;
    }
    assert.deepEqual(differences, {});
    const pathsOf = (outcome: PushedNote['outcome']) =>
      pushed
        .get(structure)
        ?.flatMap((note) => (note.outcome === outcome ? note.path : []))
        .sort();
    assert.deepEqual(pathsOf('created'), Object.keys(expected.notes).sort());
    assert.deepEqual(pathsOf('excluded'), (expected.excluded ?? []).sort());
    assert.deepEqual(pathsOf('skipped'), (expected.skipped ?? []).sort());
  });
}

test('what a note keeps private is nowhere without a key', async () => {
  const all = await Promise.all(
    [
      '/v1/reviews?limit=100&include=body,html,text',
      '/v1/papers?limit=100',
      '/v1/tags?limit=100',
      '/v1/feed.xml',
    ].map(async (path) => JSON.stringify((await ask(url + path)).body)),
  );
  const hidden = tables.flatMap(([structure, { notes }]) =>
    Object.entries(notes).flatMap(([path, { status }]) =>
      status === 'draft' ? (reviewAt(structure, path) ?? []) : [],
    ),
  );
  assert.ok(hidden.length >= 20, `${hidden.length}`);
  for (const { id, slug, title } of hidden) {
    assert.equal((await ask(`${url}/v1/reviews/${id}`)).status, 404, title);
    for (const text of all) {
      assert.ok(!text.includes(id), title);
      assert.ok(!text.includes(`/v1/reviews/${slug}"`), title);
    }
  }
});

test('pushed again, every folder is unchanged', async () => {
  for (const [structure] of tables) {
    if (structure === 'tistory') continue;
    const again = await pushNotes(
      caller,
      await openNoteFolder(join(base, structure)),
      { dryRun: false, publish: true },
      () => undefined,
    );
    assert.deepEqual(changes(again), [], structure);
  }
});

test('pulled into a new folder and pushed from there, every review is unchanged', async () => {
  const place = join(base, 'pulled');
  const pulled = await pullNotes(caller, place, { force: false }, () => undefined);
  assert.equal(pulled.length, reviews.size);
  const again = await pushNotes(
    caller,
    await openNoteFolder(place),
    { dryRun: false, publish: true },
    () => undefined,
  );
  assert.deepEqual(changes(again), []);
  assert.equal(again.length, reviews.size);
});

const changes = (notes: PushedNote[]) =>
  notes.flatMap(({ path, outcome, changed, reason }) =>
    outcome === 'unchanged' || outcome === 'excluded' || outcome === 'skipped'
      ? []
      : [[path, outcome, changed, reason]],
  );
