import type { ReviewStatus } from '../../../db/schema/tables.ts';
import { invalidBody } from '../../../problems.ts';
import type { Review } from '../schema.ts';
import type { ReviewContent } from '../writing/content.ts';
import { goesPublic } from './life-cycle.ts';

/** Whether publishedAt depends on the clock. */
export function dependsOnClock(
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
): boolean {
  if (!goesPublic(status)) return false;
  const wanted = wantedOf(content, current);
  const standing = defaultOf(status, current);
  return standing === null || (wanted !== null && wanted !== standing);
}

/**
 * Resolves publishedAt from the input and the current state.
 * @param now by the database's clock, where it depends on that
 * @throws Problem invalid-body when it is emptied, or in the future, while the review is public
 */
export function resolvePublishedAt(
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
  now: string | null,
): string | null {
  const wanted = wantedOf(content, current);
  if (!goesPublic(status)) return wanted;
  const standing = defaultOf(status, current);
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

/** The default status. */
const defaultOf = (status: ReviewStatus, current: Review | null): string | null =>
  current?.status === status ? current.publishedAt : null;
