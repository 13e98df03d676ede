import { and, count, eq, gt, lt, sql } from 'drizzle-orm';
import { operator } from '../../../access/viewer.ts';
import { rendererVersion } from '../../../content/markdown/version.ts';
import type { Db } from '../../../db/driver/client.ts';
import { reviews } from '../../../db/schema/tables.ts';
import { write } from '../../../db/unit-of-work/write.ts';
import { deferIndexing } from '../../../search/store.ts';
import { relateImages } from '../writing/images.ts';
import { type Derived, derive, RenderingStale } from './rendering.ts';

/** The reviews rendered, and then written, in one transaction. */
const reviewsPerBatch = 10;

const isStale = lt(reviews.rendererVersion, rendererVersion);

export interface Progress {
  done: number;
  total: number;
}

/**
 * Rerenders the output of earlier renderer versions in batches, at the lowest priority. An interrupted run continues at
 * the next call. `revision` and `updatedAt` stay, but the public version is incremented by every batch, for mirrors and
 * caches. A body that changes meanwhile is skipped.
 * @returns the progress after each batch
 */
export async function* rerenderReviews(db: Db): AsyncGenerator<Progress> {
  const [found] = await db.select({ total: count() }).from(reviews).where(isStale);
  const total = found?.total ?? 0;
  for (let done = 0, after = '00000000-0000-0000-0000-000000000000'; done < total; ) {
    const batch = await db
      .select({ id: reviews.id, body: reviews.body })
      .from(reviews)
      .where(and(isStale, gt(reviews.id, after)))
      .orderBy(reviews.id)
      .limit(reviewsPerBatch);
    const last = batch.at(-1);
    if (!last) return;
    await rerenderBatch(db, batch);
    after = last.id;
    done += batch.length;
    yield { done, total };
  }
}

async function rerenderBatch(db: Db, batch: { id: string; body: string }[]): Promise<void> {
  try {
    await rerender(db, batch);
  } catch (error) {
    if (!(error instanceof RenderingStale)) throw error;
    await rerenderBatch(db, batch);
  }
}

async function rerender(db: Db, batch: { id: string; body: string }[]): Promise<void> {
  const rendered: { id: string; body: string; derived: Derived }[] = [];
  for (const { id, body } of batch)
    rendered.push({ id, body, derived: await derive(db, body, { isBackground: true }) });
  await write(db, operator, async (tx, changeSet) => {
    for (const { id, body, derived } of rendered) {
      const [written] = await tx
        .update(reviews)
        .set(derived.columns)
        .where(and(eq(reviews.id, id), isStale, sql`${reviews.body} = ${body}`))
        .returning({ id: reviews.id });
      if (!written) continue;
      const { figures } = derived.columns;
      await relateImages(tx, changeSet, id, figures.length > 0, figures);
      deferIndexing(changeSet, 'review', [id], derived.lexemes);
      changeSet.add('review', id);
    }
  });
}
