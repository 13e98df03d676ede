import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, count, eq, isNull, notLike, or } from 'drizzle-orm';
import type { Logger } from 'pino';
import { hashSecret, readKeyId } from '../../access/secret.ts';
import { operator } from '../../access/viewer.ts';
import { type Config, credentialsOf } from '../../config.ts';
import type { Db } from '../../db/driver/client.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { redirects } from '../../db/schema/redirects.ts';
import { categories, papers, reviews, scopes, tags } from '../../db/schema/tables.ts';
import { write } from '../../db/unit-of-work/write.ts';
import { createCategory } from '../../resources/categories/store.ts';
import { createKey } from '../../resources/keys/store.ts';
import { insertRedirect } from '../../resources/redirects/store.ts';
import { createReview } from '../../resources/reviews/store.ts';
import { openStorage } from '../../storage/open.ts';
import type { Storage } from '../../storage/storage.ts';
import { sampleCategories, sampleRedirect, sampleReviews } from './content.ts';
import { showFigures, storeFigures } from './store-figures.ts';

/** Marks what came from here, so that a first start that was cut off is completed by the next one. */
const sourcePrefix = 'sample:';

/**
 * What the first start on a database does: the sample content when the database holds nothing, and on the embedded
 * engine one key with every scope, written to a file that only this user can read.
 * @returns the secret of the key until it is first used; null without one
 */
export async function prepareFirstStart(
  db: Db,
  config: Config,
  { embedded, log, onReview }: { embedded: boolean; log: Logger; onReview?: OnReview },
): Promise<string | null> {
  const isFirst = !(await holdsAny(db, apiKeys));
  const isWanted = config.SAMPLE_CONTENT ?? embedded;
  if (isWanted && isFirst && !(await holdsContent(db))) {
    const storage = openStorage(config.IMAGES_URL, { credentials: credentialsOf(config) });
    await loadSampleContent(db, storage, log, onReview).finally(() => storage.close());
  }
  if (!embedded) return null;
  if (!isFirst) return readUnusedKey(db, config);
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

async function holdsAny(
  db: Db,
  table: typeof apiKeys | typeof papers | typeof tags | typeof categories,
): Promise<boolean> {
  const [rows] = await db.select({ number: count() }).from(table);
  return (rows?.number ?? 0) > 0;
}

async function holdsContent(db: Db): Promise<boolean> {
  const [own] = await db
    .select({ number: count() })
    .from(reviews)
    .where(or(isNull(reviews.source), notLike(reviews.source, `${sourcePrefix}%`)));
  const [sample] = await db.select({ number: count() }).from(reviews);
  if ((own?.number ?? 0) > 0) return true;
  if ((sample?.number ?? 0) > 0) return false;
  return (await holdsAny(db, papers)) || (await holdsAny(db, tags));
}

type OnReview = (number: number, total: number) => void;

/** @param onReview called before each review is loaded */
export async function loadSampleContent(
  db: Db,
  storage: Storage,
  log: Pick<Logger, 'warn'>,
  onReview?: OnReview,
): Promise<void> {
  const present = new Set(
    (await db.select({ slug: categories.slug }).from(categories)).map(({ slug }) => slug),
  );
  for (const { slug, name, parentSlug, position, description } of sampleCategories) {
    if (!present.has(slug))
      await createCategory(db, { slug, name, parent: parentSlug, position, description }, operator);
  }
  const loaded = new Set(
    (await db.select({ source: reviews.source }).from(reviews)).map(({ source }) => source),
  );
  const missing = sampleReviews.filter(({ slug }) => !loaded.has(sourcePrefix + slug));
  const ids = missing.length > 0 ? await storeFigures(db, storage, log) : new Map();
  for (const [index, review] of missing.entries()) {
    onReview?.(index + 1, missing.length);
    const source = sourcePrefix + review.slug;
    await createReview(db, { ...showFigures(review, ids), status: 'published', source }, operator);
    if (review.slug === sampleRedirect.slug) await loadRedirect(db);
  }
}

async function loadRedirect(db: Db): Promise<void> {
  const { path, slug } = sampleRedirect;
  await write(db, operator, async (tx, changeSet) => {
    const known = await tx.select({ id: redirects.id }).from(redirects).where(eq(redirects.path, path));
    if (known.length === 0)
      await insertRedirect(tx, changeSet, { path, target: { type: 'review', slug } }, operator);
  });
}
