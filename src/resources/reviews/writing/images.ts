import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/driver/client.ts';
import type { ChangeSet } from '../../../db/unit-of-work/write.ts';
import { invalidBody } from '../../../problems.ts';
import { lockImages } from '../../images/list.ts';
import { RenderingStale } from '../rendering/rendering.ts';

/** The images of a review's row: its figures and its cover. */
const shownOf = (reviewId: string) => sql`(select distinct image_id from reviews,
  unnest(reviews.figures || reviews.cover_id) as shown (image_id)
  where reviews.id = ${reviewId}::uuid and image_id is not null)`;

/**
 * Brings `review_images` up to a review's row, which decides who sees the images. Three statements; none for a review without
 * images before and after.
 * @param hasImages whether it shows any, or did
 * @param figures those of a new rendering
 * @throws RenderingStale when one of them was deleted since it was rendered
 */
export async function relateImages(
  tx: Tx,
  changeSet: ChangeSet,
  reviewId: string,
  hasImages: boolean,
  figures: string[] = [],
): Promise<void> {
  if (!hasImages) return;
  if ((await lockImages(tx, figures)).length < figures.length) throw new RenderingStale();
  const gone = await tx.execute<{ id: string }>(sql`delete from review_images
    where review_id = ${reviewId}::uuid and not in_draft and image_id not in ${shownOf(reviewId)}
    returning image_id as id`);
  await tx.execute(sql`insert into review_images (review_id, image_id)
    select ${reviewId}::uuid, images.id from images join ${shownOf(reviewId)} shown on shown.image_id = images.id
    order by images.id on conflict do nothing`);
  changeSet.add('image', ...[...gone].map(({ id }) => id));
}

/** The ids of the images that a review shows, as a sub-select, for the change set. */
export const imageIdsOf = (reviewId: string) =>
  sql`select image_id as id from review_images where review_id = ${reviewId}::uuid and not in_draft`;

/** Relates the images that a working copy refers to, so that they are not deleted. */
export async function relateDraftImages(tx: Tx, reviewId: string, ids: string[]): Promise<void> {
  await tx.execute(sql`delete from review_images where review_id = ${reviewId}::uuid and in_draft`);
  for (const id of await lockImages(tx, ids))
    await tx.execute(
      sql`insert into review_images (review_id, image_id, in_draft) values (${reviewId}::uuid, ${id}::uuid, true)`,
    );
}

/** Locks the image that becomes a cover. @throws Problem invalid-body when there is no such image */
export async function requireCover(tx: Tx, id: string): Promise<void> {
  if ((await lockImages(tx, [id])).length === 0)
    throw invalidBody(
      '/cover',
      `there is no image ${id}: upload it first (POST /v1/images), or leave the cover out`,
    );
}
