import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { ArchiveRefused, isArchive, readArchive } from '../archive/read.ts';
import { writeArchive } from '../archive/write.ts';
import { readConfig } from '../config.ts';
import { closeDatabase, type Db, openDatabase } from '../db/driver/client.ts';
import { type Engine, startEngine } from '../db/driver/engine.ts';
import { migrateDatabase } from '../db/migrations/migrate.ts';
import { CutOff, splitLines } from '../http/json/lines.ts';
import type { ImportedArchive } from '../resources/archive/schema.ts';
import { indexMissing } from '../search/store.ts';
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
  .action(exportArchive);

/** Produces lines with their line breaks, and awaits each (backpressure). */
type Produce = (write: (lines: string) => Promise<void>) => Promise<void>;

async function exportArchive(file: string | undefined, target: Target): Promise<void> {
  const server = findServer(target);
  if (server) return save(file, produceFromServer(server));
  await withDatabase((db) => save(file, produceFromDatabase(db)));
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

function produceFromDatabase(db: Db): Produce {
  let progress: ((done: number) => void) | undefined;
  return (write) =>
    writeArchive(db, write, (done, total) => {
      progress ??= showProgress('rows', total);
      progress(done);
    });
}

function produceFromServer({ url, key }: Required<Target>): Produce {
  return async (write) => {
    let last = '';
    for await (const line of callServer(url, key).lines('/v1/archive.ndjson')) {
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
    await produce(async (text) => {
      if (!lines.write(text)) await once(lines, 'drain', { signal: stopped.signal });
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
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return isArchive(buffer.toString('utf8', 0, bytesRead));
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
  const bytes = countBytes(createReadStream(file), showProgress('bytes', (await stat(file)).size));
  const server = findServer(target);
  if (server) {
    const answer = await sendStream(server, '/v1/archive', Readable.from(bytes));
    if (answer.status !== 200) throw new CommandError(reasonOf(answer));
    return tellImported((answer.body as ImportedArchive).rows);
  }
  await withDatabase(async (db) => {
    const rows = await readArchive(db, splitLines(bytes));
    // One transaction, and so one fsync. After an interruption the next start indexes the rest.
    await db.transaction((tx) => indexMissing(tx));
    tellImported(rows);
  });
}

function tellImported(rows: number): void {
  process.stdout.write(`The archive is imported: ${rows} rows. Its keys open nothing here: make new ones.\n`);
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

async function withDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const engine = await openEngine();
  const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 };
  let db: Db | undefined;
  try {
    await migrateDatabase(engine.connection, commandLimits(readConfig()));
    db = openDatabase(engine.connection, settings);
    await work(db);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new CommandError(error.message);
    if (error instanceof CutOff) throw new CommandError('The archive was cut off: its last line has no end.');
    throw error;
  } finally {
    if (db) await closeDatabase(db);
    await engine.stop();
  }
}

async function openEngine(): Promise<Engine> {
  try {
    return await startEngine(readConfig());
  } catch (error) {
    if (error instanceof Error && error.name === 'DataDirectoryBusy')
      throw new CommandError(
        `The data directory ${readConfig().DATA_DIR} is in use by another Postil process: stop it first, an archive is made of the database itself.`,
      );
    throw error;
  }
}
