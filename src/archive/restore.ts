import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asc, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/driver/client.ts';
import { uuidv7 } from '../db/schema/columns.ts';
import { images } from '../db/schema/images.ts';
import { splitLines } from '../http/json/lines.ts';
import type { Storage } from '../storage/storage.ts';
import { describeFile } from './archived-image.ts';
import { readArchive } from './read.ts';
import { ArchiveRefused } from './refusal.ts';
import { isTar, openTarArchive, type ReadFile, type TarArchive } from './tar-read.ts';
import { archiveHeader } from './write.ts';

interface RestoreOptions {
  /** The most characters of a line. */
  longest?: number;
  /** Further work in the same transaction. */
  finish?: (tx: Tx) => Promise<void>;
}

/**
 * Restores an archive, a tar or its NDJSON alone, into an empty database. The files of the images are stored before the rows are
 * committed: none has a row without its file.
 * @returns the number of rows
 * @throws ArchiveRefused, StorageUnavailable
 */
export async function restoreFile(
  db: Db,
  storage: Storage,
  read: ReadFile,
  { longest, finish = async () => undefined }: RestoreOptions = {},
): Promise<number> {
  const tar = (await holdsTar(read)) ? await openTarArchive(read, longest) : undefined;
  return readArchive(db, tar?.lines() ?? splitLines(read(), longest), async (tx) => {
    await finish(tx);
    // Between the statements of this transaction are files.
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '0', true)`);
    await (tar ? storeFiles(storage, tar) : requireFiles(tx, storage));
  });
}

/** Whether a file is an archive: NDJSON or a tar. */
export async function isArchive(read: ReadFile): Promise<boolean> {
  const beginning = await readBeginning(read);
  return isTar(beginning) || beginning.startsWith(`{"postil":"${archiveHeader.postil}"`);
}

/** Whether a file is an archive with its images. */
export const holdsTar = async (read: ReadFile): Promise<boolean> => isTar(await readBeginning(read));

async function readBeginning(read: ReadFile): Promise<string> {
  let beginning = '';
  for await (const chunk of read({ start: 0, end: 261 })) beginning += chunk.toString('latin1');
  return beginning;
}

/** Stores the files of the images. The tables are locked meanwhile: a file that was not there before belongs to no row. */
async function storeFiles(storage: Storage, tar: TarArchive): Promise<void> {
  const file = join(tmpdir(), `postil-restored-${uuidv7()}`);
  const added: string[] = [];
  let isPrepared = false;
  try {
    for await (const { image, bytes } of tar.images()) {
      if (!isPrepared) await storage.check();
      isPrepared = true;
      await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
      if (!(await storage.head(image.key))) added.push(image.key);
      await storage.put(image.key, file, image.mediaType);
    }
  } catch (error) {
    await storage.remove(added).catch(() => undefined);
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}

const rowsAtOnce = 500;
const noId = '00000000-0000-0000-0000-000000000000';

/** Of an archive without files they have to be in the storage already. */
async function requireFiles(tx: Tx, storage: Storage): Promise<void> {
  const { id, mediaType, bytes, storedSha256: sha256 } = images;
  for (let after = noId; ; ) {
    const rows = await tx
      .select({ id, mediaType, bytes, sha256 })
      .from(images)
      .where(gt(id, after))
      .orderBy(asc(id))
      .limit(rowsAtOnce);
    if (rows.length > 0 && after === noId) await storage.check();
    for (const row of rows) {
      const { key } = describeFile(row);
      if ((await storage.head(key))?.bytes !== row.bytes)
        throw new ArchiveRefused(
          `The archive has images without their files, and the storage has none of ${row.bytes} bytes for image ${row.id}: import a tar of \`export\`, or copy the folder or bucket of IMAGES_URL first.`,
        );
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
