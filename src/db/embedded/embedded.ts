import { randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startThread } from '../../runtime/thread.ts';
import { type DirectoryLock, lockDirectory } from './directory-lock.ts';
import type { EngineInput, EngineMessage } from './embedded-worker.ts';

/** Where the server of a data directory is reached, and a key of it with every scope. */
export interface RunningServer {
  url: string;
  key: string;
}

export interface EmbeddedDatabase {
  /** Options of postgres.js. Connections are not recycled: each would leave its prepared statements in the one session. */
  connection: { path: string; max_lifetime: null };
  /** Tells those who ask for the server of the data directory (`findRunningServer`) where it is. */
  announce(server: RunningServer): void;
  /** Stops the engine, by force after ten seconds, and unlocks the data directory; idempotent. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Called once when the engine ends before `stop`. */
  onExit?: (error: EmbeddedDatabaseError) => void;
  /** Called when there is no database yet, before one is made, which takes seconds. */
  onCreate?: () => void;
}

/** The embedded database did not start, or ended; the message is one line for the operator. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** Another process has locked the data directory. */
export class DataDirectoryBusy extends Error {
  override name = 'DataDirectoryBusy';

  constructor(dataDir: string) {
    super(
      `The data directory ${dataDir} is in use by another Postil process. ` +
        'Stop it, or go through its API: add --url http://… and --key … to the command.',
    );
  }
}

const stopMilliseconds = 10_000;

/**
 * Starts Postgres (PGlite) in a worker thread, on a socket that only this user can reach.
 *
 * @param dataDir made with mode 700 if missing; the database goes into its `postgres` folder, the lock into `lock`
 * @throws DataDirectoryBusy when another process has the directory
 * @throws EmbeddedDatabaseError when the directory cannot be used, or holds what this Postgres cannot open
 */
export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const owner = randomBytes(5).toString('hex');
  const temporary = temporaryFolder(owner);
  let lock: DirectoryLock | undefined;
  const leave = async () => {
    await lock?.release();
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const directory = await realpath(dataDir);
    const alias = join(temporary, 'd');
    await mkdir(temporary, { mode: 0o700 });
    await symlink(directory, alias, 'junction');
    lock = await lockDirectory(directory, owner, alias);
    if (!lock) throw new DataDirectoryBusy(dataDir);
    await Promise.all(
      lock.deadOwners.map((dead) => rm(temporaryFolder(dead), { recursive: true, force: true })),
    );

    await createDatabase(directory, options.onCreate);
    const path = process.platform === 'win32' ? `\\\\.\\pipe\\postil-${owner}` : join(temporary, 'pg');
    const engine = startEngine({ directory: join(directory, 'postgres'), socket: path });
    await Promise.race([engine.ready, engine.ended.then((error) => Promise.reject(error))]);
    let stopped: Promise<void> | undefined;
    engine.ended.then((error) => {
      if (!stopped) options.onExit?.(toEmbeddedError('The embedded database ended', error));
    });
    const stop = () => {
      stopped ??= engine.stop().then(leave);
      return stopped;
    };
    const { announce } = lock;
    return {
      connection: { path, max_lifetime: null },
      announce: (server) => announce(JSON.stringify(server)),
      stop,
    };
  } catch (error) {
    await leave();
    if (error instanceof DataDirectoryBusy) throw error;
    throw toEmbeddedError(`The data directory ${dataDir} cannot be used`, error);
  }
}

/** The private temporary folder of an owner; below /tmp where TMPDIR is too long for the path of a socket. */
export function temporaryFolder(owner: string): string {
  const parent = Buffer.byteLength(tmpdir()) > 50 && process.platform !== 'win32' ? '/tmp' : tmpdir();
  return join(parent, `postil-${owner}`);
}

/**
 * Runs initdb if there is no database, in a folder that is renamed once it is complete, so that an interrupted start leaves
 * none half made. In a worker of its own: initdb takes 500 MB that only the worker's end frees.
 */
async function createDatabase(directory: string, onCreate?: () => void): Promise<void> {
  const complete = join(directory, 'postgres');
  const incomplete = join(directory, 'postgres.new');
  await rm(incomplete, { recursive: true, force: true });
  await mkdir(complete, { recursive: true, mode: 0o700 });
  const files = await readdir(complete);
  if (files.includes('PG_VERSION')) return;
  if (files.length > 0)
    throw new Error('its folder postgres holds files, but no database (PG_VERSION is missing)');
  onCreate?.();
  await mkdir(incomplete, { mode: 0o700 });
  const error = await startEngine({ directory: incomplete }).ended;
  if (error) throw error;
  await rmdir(complete);
  await rename(incomplete, complete);
}

function startEngine(input: EngineInput) {
  const worker = startThread('embedded-worker', import.meta.url, {
    workerData: input,
    name: 'postil-database',
  });
  let failure: Error | undefined;
  worker.once('error', (error: Error) => {
    failure = error;
  });
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('exit', (code) =>
      resolve(failure ?? (code === 0 ? undefined : new Error(`exit code ${code}`))),
    );
  });
  const ready = new Promise<void>((resolve) => {
    worker.on('message', (message: EngineMessage) => {
      if ('fault' in message) failure = new Error(message.fault);
      else resolve();
    });
  });
  const stop = async () => {
    worker.postMessage('stop');
    await Promise.race([ended, sleep(stopMilliseconds, undefined, { ref: false })]);
    // After an end by force the next start replays the WAL, as after a kill.
    await worker.terminate();
  };
  return { ready, ended, stop };
}

function toEmbeddedError(what: string, error: unknown): EmbeddedDatabaseError {
  const reason = error instanceof Error ? error.message : 'without a word';
  return new EmbeddedDatabaseError(`${what}: ${reason.replace(/\s+/g, ' ')}`, { cause: error });
}
