import { writeFile } from 'node:fs/promises';
import { count, isNull, notLike, or } from 'drizzle-orm';
import { operator } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { categories, papers, reviews, scopes, tags } from '../../db/schema/tables.ts';
import { createCategory } from '../../resources/categories/store.ts';
import { createKey } from '../../resources/keys/store.ts';
import { createReview } from '../../resources/reviews/store.ts';
import { sampleCategories, sampleReviews } from './content.ts';

/** Marks what came from here, so that a first start that was cut off is completed by the next one. */
const sourcePrefix = 'sample:';

/**
 * What the first start on a database does: the sample content when the database holds nothing, and on the embedded
 * engine one key with every scope, written to a file that only this user can read.
 * @returns the secret of the key when this start made it
 */
export async function prepareFirstStart(
  db: Db,
  how: { embedded: boolean; sampleContent: boolean; keyFile: string },
): Promise<string | null> {
  const isFirst = !(await holdsAny(db, apiKeys));
  if (how.sampleContent && isFirst && !(await holdsContent(db))) await loadSampleContent(db);
  if (!how.embedded || !isFirst) return null;
  const { key } = await createKey(db, { name: 'admin', scopes: [...scopes] }, operator);
  await writeFile(how.keyFile, `${key}\n`, { mode: 0o600 });
  return key;
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

export async function loadSampleContent(db: Db): Promise<void> {
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
  for (const review of sampleReviews) {
    const source = `${sourcePrefix}${review.slug}`;
    if (!loaded.has(source)) await createReview(db, { ...review, status: 'published', source }, operator);
  }
}
