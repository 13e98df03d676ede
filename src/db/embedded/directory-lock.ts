import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface DirectoryLock {
  /** The owners that died while they had the lock, whose temporary folders can be removed. */
  deadOwners: string[];
  /** Tells a text to all who ask the owner (`askOwner`), also those who wait for it. */
  announce(text: string): void;
  release(): Promise<void>;
}

/**
 * A lock file for a directory that ends with its process: a listening Unix socket at `<directory>/lock/<owner>`. The kernel
 * refuses connections to the socket of a dead process, also for processes in other containers that mount the directory.
 * Two rules exclude two owners. The folder of a listening socket is renamed to `lock`, which succeeds only while `lock` is
 * missing or empty. And a dead socket is removed by its owner's unique name, so that a late remover cannot remove the
 * socket that has replaced it.
 *
 * @param directory the real path of an existing directory
 * @param owner a short unique name
 * @param alias a short path to the same directory: the path of a socket must stay under about 100 bytes
 * @returns the lock, or undefined when a living process has it
 * @throws the system's error when the directory cannot be written to, or its file system holds no sockets
 */
export async function lockDirectory(
  directory: string,
  owner: string,
  alias = directory,
): Promise<DirectoryLock | undefined> {
  if (process.platform === 'win32') return lockByPipe(directory);
  const lock = join(directory, 'lock');
  const entrance = join(directory, `.${owner}`);
  const deadOwners: string[] = [];
  const answering = new Answering();
  let server: Server | undefined;
  const leave = async () => {
    await rm(join(lock, owner), { force: true });
    // ENOTEMPTY when the next owner has it already.
    await rmdir(lock).catch(() => undefined);
    await rm(entrance, { recursive: true, force: true });
    server?.close();
    answering.end();
  };
  try {
    await mkdir(entrance, { mode: 0o700 });
    server = await listen(join(alias, `.${owner}`, owner), (socket) => answering.take(socket));
    while (!(await enter(entrance, lock))) {
      for (const other of await list(lock)) {
        if (await answers(join(alias, 'lock', other))) {
          await leave();
          return undefined;
        }
        await rm(join(lock, other), { force: true });
        deadOwners.push(other);
      }
    }
  } catch (error) {
    await leave();
    throw error;
  }
  return { deadOwners, announce: (text) => answering.announce(text), release: leave };
}

/** Connections to an owner: each is told its text, as soon as there is one. */
class Answering {
  readonly #waiting = new Set<Socket>();
  #text: string | undefined;

  take(socket: Socket): void {
    socket.on('error', () => undefined).unref();
    if (this.#text !== undefined) {
      socket.end(this.#text);
      return;
    }
    this.#waiting.add(socket);
    socket.once('close', () => this.#waiting.delete(socket));
    // One who only looks whether somebody answers ends its side at once.
    socket.resume();
  }

  announce(text: string): void {
    this.#text = text;
    for (const socket of this.#waiting) socket.end(text);
  }

  end(): void {
    for (const socket of this.#waiting) socket.destroy();
  }
}

/**
 * What the owner of a directory announces; waits until it does, or ends.
 * @param alias a short path to the directory
 * @param timeout in milliseconds
 * @returns an empty text when there is no living owner, or it announces nothing
 */
export async function askOwner(alias: string, timeout: number): Promise<string> {
  // Other users may read from a named pipe of Windows.
  if (process.platform === 'win32') return '';
  for (const owner of await list(join(alias, 'lock'))) {
    const socket = connect(join(alias, 'lock', owner));
    const signal = AbortSignal.timeout(timeout);
    try {
      return await text(addAbortSignal(signal, socket));
    } catch (error) {
      if (!signal.aborted && !hasCode(error, 'ECONNREFUSED', 'ENOENT', 'ENOTSOCK', 'ECONNRESET')) throw error;
    } finally {
      socket.destroy();
    }
  }
  return '';
}

/** On Windows, a named pipe: it ends with its process and cannot be opened twice. */
async function lockByPipe(directory: string): Promise<DirectoryLock | undefined> {
  const name = createHash('sha256').update(directory.toLowerCase()).digest('hex');
  try {
    const server = await listen(`\\\\.\\pipe\\postil-${name}`, (socket) => socket.destroy());
    return { deadOwners: [], announce: () => undefined, release: async () => void server.close() };
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) return undefined;
    throw error;
  }
}

async function listen(path: string, onSocket: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onSocket);
  server.listen(path);
  await once(server, 'listening');
  return server.unref();
}

async function enter(entrance: string, lock: string): Promise<boolean> {
  try {
    await rename(entrance, lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

async function list(lock: string): Promise<string[]> {
  try {
    return await readdir(lock);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Whether a process listens at a socket; true in doubt (EACCES, a full backlog). */
async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !hasCode(error, 'ECONNREFUSED', 'ENOENT', 'ENOTSOCK');
  } finally {
    socket.destroy();
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
