import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, count, eq, isNull, notInArray, notLike, or, type SQL } from 'drizzle-orm';
import { hashSecret, readKeyId } from '../../access/secret.ts';
import { operator } from '../../access/viewer.ts';
import type { Config } from '../../config.ts';
import type { Db } from '../../db/driver/client.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { papers, reviews, scopes, tags } from '../../db/schema/tables.ts';
import { createKey } from '../../resources/keys/store.ts';
import { readSampleLibrary, sourcePrefix } from './library.ts';

/**
 * What the first start on a database does on the embedded engine, besides loading the sample content: makes one key with
 * every scope, and writes it to a file that only this user can read.
 * @returns the secret of the key until it is first used
 */
export async function prepareKey(db: Db, config: Config): Promise<string | null> {
  if (await holdsAny(db, apiKeys)) return readUnusedKey(db, config);
  const { key } = await createKey(db, { name: 'admin', scopes: [...scopes] }, operator);
  await writeFile(join(config.DATA_DIR, 'admin.key'), `${key}\n`, { mode: 0o600 });
  return key;
}

/** @returns the secret that a former start wrote to its file, when nobody has used it */
async function readUnusedKey(db: Db, { DATA_DIR }: Config): Promise<string | null> {
  const text = await readFile(join(DATA_DIR, 'admin.key'), 'utf8').catch(() => '');
  const secret = text.trim();
  const id = readKeyId(secret);
  if (id === null) return null;
  const unused = and(eq(apiKeys.id, id), isNull(apiKeys.lastUsedAt), isNull(apiKeys.revokedAt));
  const [key] = await db.select({ hash: apiKeys.secretHash }).from(apiKeys).where(unused);
  return key?.hash === hashSecret(secret) ? secret : null;
}

/** Whether a database holds nothing: neither a key nor content, but for a part of the sample content. */
export async function isEmpty(db: Db): Promise<boolean> {
  return !(await holdsAny(db, apiKeys)) && !(await holdsContent(db));
}

async function holdsAny(
  db: Db,
  table: typeof apiKeys | typeof papers | typeof reviews | typeof tags,
  where?: SQL,
): Promise<boolean> {
  const [rows] = await db.select({ number: count() }).from(table).where(where);
  return (rows?.number ?? 0) > 0;
}

async function holdsContent(db: Db): Promise<boolean> {
  const isOwn = or(isNull(reviews.source), notLike(reviews.source, `${sourcePrefix}%`));
  if (await holdsAny(db, reviews, isOwn)) return true;
  if (await holdsAny(db, reviews)) return false;
  // The papers of the sample content come before their reviews.
  const titles = (await readSampleLibrary()).papers.map(({ title }) => title);
  return (await holdsAny(db, papers, notInArray(papers.title, titles))) || (await holdsAny(db, tags));
}
