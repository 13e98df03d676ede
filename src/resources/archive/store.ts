import type { Readable } from 'node:stream';
import { findContent } from '../../archive/read.ts';
import { ArchiveRefused, NotEmpty } from '../../archive/refusal.ts';
import { restoreFile } from '../../archive/restore.ts';
import { openSpool, readerOf } from '../../archive/spool.ts';
import { writeTarArchive } from '../../archive/tar-write.ts';
import { writeArchive } from '../../archive/write.ts';
import type { Db } from '../../db/driver/client.ts';
import { tendSite } from '../../db/unit-of-work/site.ts';
import { invalidateVersions } from '../../db/unit-of-work/version-watcher.ts';
import { CutOff, LineTooLong } from '../../http/json/lines.ts';
import { Problem } from '../../problems.ts';
import { keepHeapTight } from '../../runtime/heap.ts';
import { indexMissing } from '../../search/store.ts';
import type { Storage } from '../../storage/storage.ts';

/** In characters, far above the longest row. */
const longestLine = 64 * 1024 * 1024;

/** Spools a snapshot of the database to a file before its first byte is read. */
export async function spoolArchive(db: Db): Promise<Readable> {
  const spool = await openSpool();
  const release = keepHeapTight();
  try {
    await writeArchive(
      db,
      async (text) => spool.appendFile(text),
      () => undefined,
    );
  } catch (error) {
    await spool.close();
    throw error;
  } finally {
    release();
  }
  return spool.createReadStream({ start: 0 });
}

/** A snapshot of the database with the files of its images, as a tar. */
export async function packArchive({ db, storage }: { db: Db; storage: Storage }): Promise<Readable> {
  const release = keepHeapTight();
  try {
    return await writeTarArchive(db, storage);
  } finally {
    release();
  }
}

/**
 * Restores an archive into an empty database in one transaction, after all of it has arrived.
 * @param onArrived called when all of it has arrived
 * @returns the number of rows
 * @throws Problem conflict when the database is not empty, malformed-request for a truncated archive or invalid UTF-8,
 * payload-too-large for a line of more than 64 MiB, invalid-body for any other fault of the archive
 */
export async function restoreArchive(
  { db, storage }: { db: Db; storage: Storage },
  bytes: AsyncIterable<Uint8Array>,
  onArrived: () => void,
): Promise<number> {
  const release = keepHeapTight();
  try {
    // Checked before the body is read, and again in the transaction.
    const content = await findContent(db);
    if (content.length > 0) throw new NotEmpty(content);
    const spool = await openSpool();
    try {
      for await (const chunk of bytes) await spool.appendFile(chunk);
      onArrived();
      return await restoreFile(db, storage, readerOf(spool), {
        longest: longestLine,
        finish: async (tx) => {
          await tendSite(tx);
          await indexMissing(tx);
        },
      });
    } finally {
      // Cached answers are of an empty database.
      invalidateVersions(db);
      await spool.close();
    }
  } catch (error) {
    throw problemOf(error);
  } finally {
    release();
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof NotEmpty) return new Problem('conflict', error.message);
  if (error instanceof ArchiveRefused) return new Problem('invalid-body', error.plainly);
  if (error instanceof LineTooLong) return new Problem('payload-too-large', error.message);
  if (error instanceof CutOff)
    return new Problem('malformed-request', 'The archive was cut off: its last line has no end.');
  const { code } = (error ?? {}) as { code?: string };
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    ? new Problem('malformed-request', 'The archive is not UTF-8.')
    : error;
}
