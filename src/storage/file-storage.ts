import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { hasErrorCode, walkFolder } from './folder-walk.ts';
import { measureStream } from './measured.ts';
import {
  type ByteRange,
  checkKey,
  isStorageKey,
  type ListedFile,
  type Storage,
  StorageUnavailable,
  type StoredStream,
} from './storage.ts';

/** The name of a temporary file, which no key has. */
const temporaryName = /^\.[0-9a-f-]{36}\.tmp$/;

/**
 * Opens a storage in a folder of the file system: the file of a key lies in that folder under that path. Symbolic links within are not
 * followed; the folder itself may be one.
 * @param folder its absolute path
 */
export function openFileStorage(folder: string): Storage {
  return {
    put: (key, file) => classify(() => putFile(folder, checkKey(key), file)),
    get: (key, range) => classify(() => getFile(folder, checkKey(key), range)),
    head: (key) =>
      classify(async () => {
        const stats = await findFile(join(await realpath(folder), checkKey(key)));
        return stats && { bytes: stats.size, modifiedAt: stats.mtime };
      }),
    remove: (keys) => classify(() => removeFiles(folder, keys.map(checkKey))),
    list: (prefix = '') => listFiles(folder, prefix),
    removeLeftovers: (before, options) => classify(() => removeTemporaryFiles(folder, before, options)),
    check: () => classify(() => checkFolder(folder)),
    close: async () => undefined,
  };
}

async function classify<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw classifyError(error);
  }
}

/** Converts errors of the file system (ENOSPC, EACCES, EIO, a missing folder) to StorageUnavailable. */
function classifyError(error: unknown): unknown {
  return error instanceof Error && 'syscall' in error ? new StorageUnavailable(error) : error;
}

async function putFile(folder: string, key: string, file: string): Promise<void> {
  const source = await open(file).catch((error) =>
    Promise.reject(new Error(`No file to store: ${error.code}`)),
  );
  await source.close();
  const root = await realpath(folder);
  // Again when `removeFiles` removed a folder in between that was still empty.
  for (let tries = 3; ; tries -= 1) {
    try {
      return await replaceFile(root, key, file);
    } catch (error) {
      if (!hasErrorCode(error, 'ENOENT') || tries === 1) throw error;
    }
  }
}

/**
 * Atomic replacement: a temporary file in the same folder is written, fsynced and renamed, then the folders are fsynced (rename(2),
 * fsync(2)). A rename is atomic, and survives a crash of the machine only once its folder is on the disk.
 */
async function replaceFile(root: string, key: string, file: string): Promise<void> {
  const folders = await makeFolders(root, key);
  const temporary = join(root, dirname(key), `.${randomUUID()}.tmp`);
  try {
    await copyFile(file, temporary, constants.COPYFILE_EXCL);
    await syncFile(temporary);
    await rename(temporary, join(root, key));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  // Windows opens no folders.
  if (process.platform !== 'win32') for (const one of folders) await syncFile(one);
}

/** Makes the folders of a key. @returns them from the innermost to the root */
async function makeFolders(root: string, key: string): Promise<string[]> {
  const folders = [root];
  for (const name of key.split('/').slice(0, -1)) {
    const path = join(folders[0] ?? root, name);
    await mkdir(path).catch(async (error) => {
      if (!hasErrorCode(error, 'EEXIST')) throw error;
      if (!(await lstat(path)).isDirectory()) throw new StorageUnavailable(new Error(`${path} is no folder`));
    });
    folders.unshift(path);
  }
  return folders;
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file at a path; undefined when there is none, or the path leads through a symbolic link. */
async function findFile(path: string): Promise<Stats | undefined> {
  try {
    if ((await realpath(dirname(path))) !== dirname(path)) return undefined;
    const stats = await lstat(path);
    return stats.isFile() ? stats : undefined;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

async function getFile(folder: string, key: string, range?: ByteRange): Promise<StoredStream | undefined> {
  const path = join(await realpath(folder), key);
  if (!(await findFile(path))) return undefined;
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error) => {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const total = (await handle.stat()).size;
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? total - 1, total - 1);
  if (start <= end) {
    const bytes = end - start + 1;
    return { stream: measureStream(handle.createReadStream({ start, end }), bytes), bytes, total };
  }
  await handle.close();
  return { stream: Readable.from([], { objectMode: false }), bytes: 0, total };
}

/** Removes files, then their folders as far as those are empty. */
async function removeFiles(folder: string, keys: string[]): Promise<void> {
  const root = await realpath(folder);
  for (const key of keys) {
    const path = join(root, key);
    if (!(await findFile(path))) continue;
    await rm(path, { force: true });
    for (let empty = dirname(path); empty !== root; empty = dirname(empty))
      if (
        !(await rmdir(empty).then(
          () => true,
          () => false,
        ))
      )
        break;
  }
}

async function* listFiles(folder: string, prefix: string): AsyncGenerator<ListedFile> {
  try {
    const root = await realpath(folder);
    for await (const key of walkFolder(root, prefix)) {
      if (!key.startsWith(prefix) || !isStorageKey(key)) continue;
      const stats = await findFile(join(root, key));
      if (stats) yield { key, bytes: stats.size, modifiedAt: stats.mtime };
    }
  } catch (error) {
    throw classifyError(error);
  }
}

async function removeTemporaryFiles(
  folder: string,
  before: Date,
  { dryRun } = { dryRun: false },
): Promise<number> {
  const root = await realpath(folder);
  let removed = 0;
  for await (const path of walkFolder(root, '')) {
    if (!temporaryName.test(basename(path))) continue;
    const stats = await findFile(join(root, path));
    if (!stats || stats.mtime >= before) continue;
    if (!dryRun) await rm(join(root, path), { force: true });
    removed += 1;
  }
  return removed;
}

/** Writes and removes a temporary file, which tells of a full disk and of missing rights. */
async function checkFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const probe = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeFile(probe, 'probe', { flag: 'wx', flush: true });
  } finally {
    await rm(probe, { force: true });
  }
  await readdir(folder);
}
