import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { reviews } from '../../db/schema/tables.ts';
import type { BatchItem, BatchReport } from '../../resources/batch/schema.ts';
import type { BatchKind } from '../../resources/kinds.ts';
import { type Caller, reasonOf } from '../caller.ts';
import { callApplication } from '../local-caller.ts';
import { listNotes, readText } from '../notes/files.ts';
import { readNote } from '../notes/note.ts';
import type { NoteSource } from '../notes/note-source.ts';
import { pushNotes } from '../notes/push.ts';
import { readSampleLibrary, sampleFolder, sourcePrefix } from './library.ts';

/** The source of a note's review, by its file: `2024-06-03-nv-embed.md` is `sample:nv-embed`. */
const sourceOf = (path: string) => sourcePrefix + path.replace(/^[\d-]+|\.md$/g, '');
/** A figure alone in its paragraph, and the blank line before it. */
const figure = /\n\n!\[[^\]]*\]\(figures\/[^)]*\)(?=\n)/g;

/**
 * Loads the notes of `sample/` as `push` does, those that are not there yet, and what they cannot say by `/v1/batch`. Where
 * the storage is away they come without figures, and the log says so.
 * @param key with every scope
 */
export async function loadSampleContent(
  app: FastifyInstance,
  key: string,
  log: Pick<Logger, 'info' | 'warn'>,
): Promise<void> {
  const { files } = await listNotes(sampleFolder);
  const stored = await app.db.select({ source: reviews.source }).from(reviews);
  const loaded = new Set(stored.map(({ source }) => source));
  const missing = files.filter(({ path }) => !loaded.has(sourceOf(path)));
  if (missing.length === 0) return;
  log.info(`${missing.length} sample reviews are loaded.`);
  const showsFigures = await app.storage.check().then(
    () => true,
    ({ cause, message }: Error) => {
      log.warn({ cause: `${cause ?? message}` }, 'the sample reviews come without figures');
      return false;
    },
  );
  const notes: NoteSource = {
    ...{ folder: sampleFolder, skipped: [] },
    // The newest is first in lists by when they were made, too.
    entries: missing.reverse().map(({ path, file }) => ({
      path,
      read: async () => {
        const { body, cover, ...note } = readNote(path, readText(file));
        const shown = showsFigures ? { body, cover } : { body: body.replace(figure, ''), cover: undefined };
        return { note: { ...note, ...shown, body: shown.body.trim() }, exact: sourceOf(path), others: [] };
      },
    })),
  };
  const { categories, papers, redirects } = await readSampleLibrary();
  const caller = callApplication(app, key);
  await withoutAccessLog(app, async () => {
    // What is there already may have been changed.
    if (missing.length === files.length)
      await save(caller, [...itemsOf('category', categories), ...itemsOf('paper', papers)]);
    const pushed = await pushNotes(caller, notes, { publish: true, dryRun: false }, () => undefined);
    const failed = pushed.find(({ outcome }) => outcome === 'failed');
    if (failed) throw new Error(`The sample ${failed.path} cannot be loaded: ${failed.reason}`);
    await save(caller, itemsOf('redirect', redirects));
  });
}

const itemsOf = (type: BatchKind, things: object[]): BatchItem[] => things.map((data) => ({ type, data }));

async function save(caller: Caller, items: BatchItem[]): Promise<void> {
  const answer = await caller.send('POST', '/v1/batch?atomic=true', items);
  const { data = [] } = answer.body as Partial<BatchReport>;
  const body = answer.status === 200 ? data.find(({ problem }) => problem)?.problem : answer.body;
  if (body) throw new Error(`The sample content cannot be loaded: ${reasonOf({ ...answer, body })}`);
}

/** The requests of a start are nobody's. */
async function withoutAccessLog(app: FastifyInstance, work: () => Promise<void>): Promise<void> {
  const { level } = app.log;
  if (level === 'info') app.log.level = 'warn';
  await work().finally(() => {
    app.log.level = level;
  });
}
