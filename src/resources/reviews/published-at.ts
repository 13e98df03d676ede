import type { Tx } from '../../db/client.ts';
import { readClock } from '../../db/clock.ts';
import type { ReviewStatus } from '../../db/schema.ts';
import { invalidBody } from '../../problems.ts';
import type { ReviewContent } from './content.ts';
import { goesPublic } from './life-cycle.ts';
import type { Review } from './schema.ts';

/**
 * When a review was published, of what was sent and what it was.
 * @throws Problem invalid-body when it was emptied, or lies in the future, while the review is public
 */
export async function resolvePublishedAt(
  tx: Tx,
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
): Promise<string | null> {
  const wanted = content.publishedAt === undefined ? (current?.publishedAt ?? null) : content.publishedAt;
  if (!goesPublic(status)) return wanted;
  const standing = current?.status === status ? current.publishedAt : null;
  if (wanted !== null && wanted === standing) return wanted;
  if (wanted === null && standing !== null) {
    throw invalidBody('/publishedAt', `cannot be emptied while the review is ${status}`);
  }
  const now = await readClock(tx);
  if (status === 'published' && wanted !== null && wanted > now) {
    throw invalidBody(
      '/publishedAt',
      'must not be in the future when the review is published: schedule it by /publish',
    );
  }
  return wanted ?? now;
}
