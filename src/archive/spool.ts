import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A temporary file without a name, gone when it is closed: what is slow to send or to come waits in it, and no
 * transaction is held open meanwhile. Only this user can read it.
 */
export async function openSpool(): Promise<FileHandle> {
  const path = join(tmpdir(), `postil-${randomUUID()}.ndjson`);
  const spool = await open(path, 'wx+', 0o600);
  await rm(path);
  return spool;
}
