import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { holdsTar, isArchive, restoreFile } from '../archive/restore.ts';
import { readerOf } from '../archive/spool.ts';
import { checkEnd, type ReadFile, tarType } from '../archive/tar-read.ts';
import { writeTarArchive } from '../archive/tar-write.ts';
import { writeArchive } from '../archive/write.ts';
import { type Config, credentialsOf, readConfig } from '../config.ts';
import { closeDatabase, type Db, openDatabase } from '../db/driver/client.ts';
import { type Engine, startEngine } from '../db/driver/engine.ts';
import { migrateDatabase } from '../db/migrations/migrate.ts';
import { CutOff } from '../http/json/lines.ts';
import { ndjson } from '../http/streams.ts';
import type { ImportedArchive } from '../resources/archive/schema.ts';
import { indexMissing } from '../search/store.ts';
import { openStorage } from '../storage/open.ts';
import { type Storage, StorageUnavailable } from '../storage/storage.ts';
import { callServer, reasonOf, sendStream } from '../sync/caller.ts';
import { CommandError } from './command-error.ts';
import { commandLimits } from './log.ts';
import { showProgress } from './progress.ts';
import { addTarget, findServer, type Target } from './target.ts';

export const exportCommand = addTarget(new Command('export'), [
  'drafts:read',
  'history:read',
  'audit:read',
  'keys:manage',
])
  .description(
    'Write everything that the database holds into one file, which `import` reads into an empty one.',
  )
  .argument('[file]', 'where to write it; stdout when it is left out')
  .option('--no-images', 'leave out the pictures: newline-delimited JSON instead of a tar')
  .action(exportArchive);

type Write = (part: string | Uint8Array) => Promise<void>;
/** Produces parts of an archive, and awaits each (backpressure). */
type Produce = (write: Write) => Promise<void>;

async function exportArchive(
  file: string | undefined,
  { images, ...target }: Target & { images: boolean },
): Promise<void> {
  const server = await findServer(target);
  if (server) return save(file, produceFromServer(server, images));
  await withDatabase((db, storage) => save(file, produceFromDatabase(db, images ? storage : undefined)));
}

async function save(file: string | undefined, produce: Produce): Promise<void> {
  if (file === undefined) return writeTo(produce, process.stdout);
  // Renamed once it is complete.
  const writing = `${file}.part`;
  try {
    await writeTo(produce, createWriteStream(writing, { mode: 0o600 }));
    await rename(writing, file);
  } catch (error) {
    await rm(writing, { force: true });
    throw error;
  }
}

/** @param storage of the images; without it they are left out */
function produceFromDatabase(db: Db, storage: Storage | undefined): Produce {
  let progress: ((done: number) => void) | undefined;
  const tell = (done: number, total: number) => {
    progress ??= showProgress('rows', total);
    progress(done);
  };
  return async (write) => {
    if (!storage) return writeArchive(db, write, tell);
    for await (const part of await writeTarArchive(db, storage, tell)) await write(part);
  };
}

function produceFromServer({ url, key }: Required<Target>, withImages: boolean): Produce {
  const caller = callServer(url, key);
  if (withImages)
    return async (write) => {
      for await (const part of checkEnd(caller.download('/v1/archive.tar'))) await write(part);
    };
  return async (write) => {
    let last = '';
    for await (const line of caller.lines('/v1/archive.ndjson')) {
      await write(`${line}\n`);
      last = line;
    }
    if (!last.startsWith('{"end":'))
      throw new CommandError('The archive was cut off: its last line is missing.');
  };
}

async function writeTo(produce: Produce, target: NodeJS.WritableStream): Promise<void> {
  const lines = new PassThrough();
  const writing = async () => {
    await produce(async (part) => {
      if (!lines.write(part)) await once(lines, 'drain', { signal: stopped.signal });
    });
    lines.end();
  };
  // A full disk, or a reader that has gone away, aborts it.
  const stopped = new AbortController();
  const piping = pipeline(lines, target).catch((error: Error) => {
    const failure = new CommandError(`The archive cannot be written: ${error.message}`, { cause: error });
    stopped.abort(failure);
    throw failure;
  });
  await Promise.all([piping, writing()]);
}

/** Whether a file begins as an archive. */
export async function holdsArchive(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    return await isArchive(readerOf(handle));
  } catch (error) {
    // A folder, for example: reading it reports the error.
    if ((error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

/** Restores an archive into the empty database of a server or of the configuration, and builds the search index. */
export async function importArchive(file: string, target: Target): Promise<void> {
  const handle = await open(file);
  try {
    const read = readerOf(handle);
    const { size } = await handle.stat();
    const isTar = await holdsTar(read);
    const server = await findServer(target);
    if (server) {
      const bytes = countBytes(read(), showProgress('bytes', size));
      const answer = await sendStream(server, '/v1/archive', Readable.from(bytes), isTar ? tarType : ndjson);
      if (answer.status !== 200) throw new CommandError(reasonOf(answer));
      return tellImported((answer.body as ImportedArchive).rows);
    }
    await withDatabase(async (db, storage) => {
      const rows = await restoreFile(db, storage, countReads(read, isTar ? 2 * size : size));
      // One transaction, and so one fsync. After an interruption the next start indexes the rest.
      await db.transaction((tx) => indexMissing(tx));
      tellImported(rows);
    });
  } finally {
    await handle.close();
  }
}

function tellImported(rows: number): void {
  process.stdout.write(`The archive is imported: ${rows} rows. Its keys open nothing here: make new ones.\n`);
}

/** Reads a file, and shows how far its readings as a whole are: a tar is checked, then stored. */
function countReads(read: ReadFile, total: number): ReadFile {
  const onProgress = showProgress('bytes', total);
  let before = 0;
  return (part) => {
    if (part) return read(part);
    const from = before;
    return countBytes(read(), (done) => {
      before = from + done;
      onProgress(before);
    });
  };
}

async function* countBytes(
  chunks: AsyncIterable<Buffer>,
  onProgress: (done: number) => void,
): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    yield chunk;
    onProgress(done);
  }
}

async function withDatabase(work: (db: Db, storage: Storage) => Promise<void>): Promise<void> {
  const config = readConfig();
  const engine = await openEngine(config);
  const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 };
  const storage = openStorage(config.IMAGES_URL, { credentials: credentialsOf(config) });
  let db: Db | undefined;
  try {
    await migrateDatabase(engine.connection, commandLimits(config));
    db = openDatabase(engine.connection, settings);
    await work(db, storage);
  } catch (error) {
    if (error instanceof StorageUnavailable)
      throw new CommandError(
        `The storage of images (IMAGES_URL) is away: ${(error.cause as Error).message}.`,
      );
    if (error instanceof CutOff) throw new CommandError('The archive was cut off: its last line has no end.');
    throw error;
  } finally {
    if (db) await closeDatabase(db);
    await storage.close();
    await engine.stop();
  }
}

async function openEngine(config: Config): Promise<Engine> {
  try {
    return await startEngine(config);
  } catch (error) {
    if (error instanceof Error && error.name === 'DataDirectoryBusy')
      throw new CommandError(
        `The data directory ${config.DATA_DIR} is in use by another Postil process: stop it first, an archive is made of the database itself.`,
      );
    throw error;
  }
}
