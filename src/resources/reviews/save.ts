import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/client.ts';
import { reviews } from '../../db/schema.ts';
import { isVisible } from '../../list/run.ts';
import { invalidBody } from '../../problems.ts';
import { formerly } from '../../slugs/history.ts';
import { hiddenThing, type KnownThing, type Saved, tellSaved } from '../../slugs/save.ts';
import { SlugTaken } from '../../slugs/slugged.ts';
import { patchContent } from './content.ts';
import { reviewList } from './list.ts';
import type { Writing } from './rendering.ts';
import type { NewReview } from './schema.ts';
import { insertReview, lockReview, updateReview } from './store.ts';
import type { WrittenReview } from './written-schema.ts';

/**
 * Sees to it that a review is there as it is sent: creates it, or changes what is sent of the one that has its source,
 * or else its slug. Sent again, it changes nothing.
 * @throws Problem invalid-body without a source and a slug, and all that creating and changing throw
 */
export async function saveReview(writing: Writing, input: NewReview, actor: Viewer): Promise<Saved> {
  const [tx] = writing;
  const known = await findKnown(tx, input);
  if (!known) return tellWritten(null, await insertReview(writing, input, actor));
  const where = eq(reviews.id, known.id);
  if (!(await isVisible(tx, reviewList, actor, where))) throw hiddenThing('review');
  const current = await lockReview(tx, known.id, 'any', actor);
  const { message, slug, ...others } = input;
  const changes = slug === undefined || known.isFormer ? others : { ...others, slug };
  const content = patchContent(current, changes);
  return tellWritten(current.revision, await updateReview(writing, current, content, { actor, message }));
}

const tellWritten = (before: number | null, review: WrittenReview): Saved => ({
  ...tellSaved(before, review),
  leftOut: review.leftOut ?? [],
});

async function findKnown(tx: Tx, input: NewReview): Promise<KnownThing | undefined> {
  const { source = null } = input;
  const slug: string | null = input.slug ?? null;
  if (source === null && slug === null) {
    throw invalidBody(
      '/slug',
      'or `source` is required: by one of them the review is known when it is sent again',
    );
  }
  const former = slug === null ? sql`null::uuid` : sql`(${formerly('review', slug)})`;
  const rows = await tx.execute<{ id: string; source: string | null; has: boolean; had: boolean }>(sql`
    select id, source, slug = ${slug}::text and status <> 'trashed' as has, id = ${former} as had from reviews
    where source = ${source}::text or (status <> 'trashed' and (slug = ${slug}::text or id = ${former}))`);
  const known =
    rows.find((row) => source !== null && row.source === source) ??
    rows.find(({ has }) => has) ??
    rows.find(({ had }) => had);
  if (!known) return undefined;
  // What was imported from somewhere else is another review.
  if (slug !== null && source !== null && known.source !== null && known.source !== source)
    throw new SlugTaken('review', slug);
  return { id: known.id, isFormer: known.had && !known.has };
}
