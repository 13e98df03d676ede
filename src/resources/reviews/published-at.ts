import type { ReviewStatus } from '../../db/schema.ts';
import { invalidBody } from '../../problems.ts';
import type { ReviewContent } from './content.ts';
import { goesPublic } from './life-cycle.ts';
import type { Review } from './schema.ts';

/** Whether the clock has a say in when a review was published. */
export function asksClock(content: ReviewContent, status: ReviewStatus, current: Review | null): boolean {
  if (!goesPublic(status)) return false;
  const wanted = wantedOf(content, current);
  const standing = standingOf(status, current);
  return standing === null || (wanted !== null && wanted !== standing);
}

/**
 * When a review was published, of what was sent and what it was.
 * @param now the time by the clock of the database, where that has a say
 * @throws Problem invalid-body when it was emptied, or lies in the future, while the review is public
 */
export function resolvePublishedAt(
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
  now: string | null,
): string | null {
  const wanted = wantedOf(content, current);
  if (!goesPublic(status)) return wanted;
  const standing = standingOf(status, current);
  if (wanted !== null && wanted === standing) return wanted;
  if (wanted === null && standing !== null) {
    throw invalidBody('/publishedAt', `cannot be emptied while the review is ${status}`);
  }
  if (now !== null && status === 'published' && wanted !== null && wanted > now) {
    throw invalidBody(
      '/publishedAt',
      'must not be in the future when the review is published: schedule it by /publish',
    );
  }
  return wanted ?? now;
}

const wantedOf = (content: ReviewContent, current: Review | null): string | null =>
  content.publishedAt === undefined ? (current?.publishedAt ?? null) : content.publishedAt;

/** What holds as long as nobody says otherwise. */
const standingOf = (status: ReviewStatus, current: Review | null): string | null =>
  current?.status === status ? current.publishedAt : null;
