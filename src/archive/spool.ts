import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadFile } from './tar-read.ts';

/**
 * An unlinked temporary file, deleted when it is closed and readable by this user only: it buffers slow streams, so
 * that no transaction stays open for them.
 */
export async function openSpool(): Promise<FileHandle> {
  const path = join(tmpdir(), `postil-spool-${randomUUID()}`);
  const spool = await open(path, 'wx+', 0o600);
  await rm(path);
  return spool;
}

/** Reads an open file, as often as wanted; it stays open. */
export const readerOf =
  (file: FileHandle): ReadFile =>
  (part) =>
    file.createReadStream({ start: 0, ...part, autoClose: false });
