import type { Readable } from 'node:stream';
import { ArchiveRefused, findContent, NotEmpty, readArchive } from '../../archive/read.ts';
import { openSpool } from '../../archive/spool.ts';
import { writeArchive } from '../../archive/write.ts';
import type { Db } from '../../db/client.ts';
import { tendSite } from '../../db/site.ts';
import { invalidateVersions } from '../../db/version-watcher.ts';
import { keepHeapTight } from '../../heap.ts';
import { CutOff, LineTooLong, splitLines } from '../../json/lines.ts';
import { Problem } from '../../problems.ts';
import { indexMissing } from '../../search/store.ts';

/** In characters; no row that Postil writes comes near. */
const longestLine = 64 * 1024 * 1024;

/** Everything that the database holds at this moment, whole before its first byte is read. */
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

/**
 * Reads an archive into the empty database, when all of it is here: all of it or nothing.
 * @param onArrived told when all of it is here
 * @returns how many rows there were
 * @throws Problem conflict when the database holds anything, malformed-request for what was cut off or is no text,
 *   payload-too-large for a line of more than 64 MiB, invalid-body for any other fault of the archive
 */
export async function restoreArchive(
  db: Db,
  bytes: AsyncIterable<Uint8Array>,
  onArrived: () => void,
): Promise<number> {
  const release = keepHeapTight();
  try {
    // What cannot be taken is refused before it is sent; and looked at again when it is taken.
    const held = await findContent(db);
    if (held.length > 0) throw new NotEmpty(held);
    const spool = await openSpool();
    try {
      for await (const chunk of bytes) await spool.appendFile(chunk);
      onArrived();
      const lines = splitLines(spool.createReadStream({ start: 0, autoClose: false }), longestLine);
      return await readArchive(db, lines, async (tx) => {
        await tendSite(tx);
        await indexMissing(tx);
      });
    } finally {
      // The answers that are remembered were those of an empty database.
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
