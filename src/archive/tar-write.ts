import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import type { Db } from '../db/driver/client.ts';
import { splitLines } from '../http/json/lines.ts';
import { type Storage, StorageUnavailable } from '../storage/storage.ts';
import { readArchivedImages } from './archived-image.ts';
import { openSpool, readerOf } from './spool.ts';
import { rowsName } from './tar-read.ts';
import { writeArchive } from './write.ts';

/**
 * Writes the archive of a database and the files of its images as a tar (POSIX ustar): the NDJSON, then the files in the order
 * of its rows. Equal contents give equal bytes. The NDJSON is complete when this resolves; files are read as the tar is.
 * @returns the tar; it ends with StorageUnavailable when a file is not in the storage, or cannot be read
 */
export async function writeTarArchive(
  db: Db,
  storage: Storage,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Readable> {
  const spool = await openSpool();
  try {
    await writeArchive(db, (text) => spool.appendFile(text), onProgress);
  } catch (error) {
    await spool.close();
    throw error;
  }
  return Readable.from(packEntries(spool, storage), { objectMode: false });
}

async function* packEntries(spool: FileHandle, storage: Storage): AsyncGenerator<Uint8Array> {
  const packed = pack();
  const filled = fill(packed, spool, storage).catch((error) => packed.destroy(error));
  try {
    yield* packed as AsyncIterable<Uint8Array>;
  } finally {
    packed.destroy();
    await filled;
    await spool.close();
  }
}

async function fill(packed: Pack, spool: FileHandle, storage: Storage): Promise<void> {
  const read = readerOf(spool);
  await addEntry(packed, rowsName, (await spool.stat()).size, read());
  for await (const { id, key, name, bytes } of readArchivedImages(splitLines(read()))) {
    const stored = await storage.get(key);
    if (stored?.total !== bytes) {
      stored?.stream.destroy();
      const fault = stored
        ? `has ${stored.total} bytes in the storage, not ${bytes}`
        : 'is not in the storage';
      throw new StorageUnavailable(new Error(`The picture of image ${id} ${fault}`));
    }
    await addEntry(packed, name, bytes, stored.stream);
  }
  packed.finalize();
}

/** The same header for the same file, whoever writes it and when. */
async function addEntry(
  packed: Pack,
  name: string,
  size: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const header = { name, size, mode: 0o600, uid: 0, gid: 0, mtime: new Date(0) };
  await pipeline(bytes, packed.entry(header));
}
