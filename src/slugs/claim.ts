import { and, eq, inArray, sql } from 'drizzle-orm';
import { numberSlug } from '../content/text/slug.ts';
import type { Tx } from '../db/driver/client.ts';
import { pipeline } from '../db/driver/pipeline.ts';
import { type EntityKind, slugHistory } from '../db/schema/tables.ts';
import { lockNames } from '../db/unit-of-work/write.ts';
import { isSlugOf, slugLock } from './history.ts';
import { type Slugged, SlugTaken } from './slugged.ts';

/**
 * Inserts an entity under the requested slug, or under the first free variant of the generated one: itself, then with
 * `-2`, `-3` … . `insert` does nothing and gives undefined where the slug is taken.
 * @throws Problem slug-taken when the requested slug is
 */
export async function insertWithSlug<T>(
  tx: Tx,
  slugged: Slugged,
  slugs: { requested: string | undefined; generated: string },
  insert: (slug: string) => Promise<T | undefined>,
): Promise<T> {
  if (slugs.requested !== undefined) {
    const { requested: asked } = slugs;
    const [, row] = await pipeline(
      tx,
      () => lockNames(tx, [slugLock(slugged.kind, asked)]),
      () => insert(asked),
    );
    if (!row) throw new SlugTaken(slugged.kind, asked);
    return row;
  }
  const [, former] = await pipeline(
    tx,
    () => lockNames(tx, [slugLock(slugged.kind, slugs.generated)]),
    () => isFormer(tx, slugged.kind, slugs.generated),
  );
  const first = former ? undefined : await insert(slugs.generated);
  if (first) return first;
  for (let number = 2; ; ) {
    number = await findFreeNumber(tx, slugged, slugs.generated, number);
    const row = await insert(numberSlug(slugs.generated, number));
    if (row) return row;
    number += 1;
  }
}

/** Whether the slug redirects to another entity: a generated slug does not end redirects. */
async function isFormer(tx: Tx, kind: EntityKind, slug: string): Promise<boolean> {
  const found = await tx
    .select({ slug: slugHistory.slug })
    .from(slugHistory)
    .where(isSlugOf(kind, slug))
    .limit(1);
  return found.length > 0;
}

async function findFreeNumber(
  tx: Tx,
  { kind, table, occupied: holding }: Slugged,
  made: string,
  from: number,
): Promise<number> {
  for (let start = from, width = 16; ; start += width, width *= 2) {
    const numbers = Array.from({ length: width }, (_, step) => start + step);
    const candidates = numbers.map((number) => numberSlug(made, number));
    const taken = await tx
      .select({ slug: sql<string>`${table.slug}` })
      .from(table)
      .where(and(inArray(table.slug, candidates), holding))
      .union(
        tx
          .select({ slug: sql<string>`${slugHistory.slug}` })
          .from(slugHistory)
          .where(and(eq(slugHistory.kind, kind), inArray(slugHistory.slug, candidates))),
      );
    const takenSlugs = new Set(taken.map(({ slug }) => slug));
    const free = numbers.find((_, step) => !takenSlugs.has(candidates[step] ?? ''));
    if (free !== undefined) return free;
  }
}
