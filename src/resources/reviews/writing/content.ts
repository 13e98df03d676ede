import type { ReviewStatus } from '../../../db/schema/tables.ts';
import type { NewPaper } from '../../papers/schema.ts';
import type { NewReview, Review, ReviewPatch } from '../schema.ts';

/** The writable content of a review; `undefined` for generated or unchanged members. */
export interface ReviewContent {
  paper: string | NewPaper;
  title: string | undefined;
  slug: string | undefined;
  summary: string | null;
  body: string;
  language: string;
  category: string | null;
  tags: string[];
  reviewedVersion: number | null;
  /** The id of the image that is its cover; null for its first figure. */
  cover: string | null;
  status: ReviewStatus | undefined;
  publishedAt: string | null | undefined;
  source: string | null;
}

/** Completes the input of a review. */
export function readReviewContent(input: NewReview): ReviewContent {
  const { paper, title, slug, summary = null, body, language, category = null, tags = [] } = input;
  const { reviewedVersion = null, cover = null, status, publishedAt, source = null } = input;
  return {
    paper,
    title,
    slug,
    summary,
    body,
    language,
    category,
    tags,
    reviewedVersion,
    cover,
    status,
    publishedAt,
    source,
  };
}

/** The cover that was set; null where it is the first figure. */
export const chosenCover = ({ cover }: Pick<Review, 'cover'>): string | null =>
  cover?.isChosen ? cover.id : null;

/** Applies a merge patch to a review. */
export function patchReviewContent(
  review: Review,
  patch: Omit<ReviewPatch, 'paper'> & Pick<Partial<NewReview>, 'paper'>,
): ReviewContent {
  const current: ReviewContent = {
    paper: review.paper.id,
    title: review.title,
    slug: review.slug,
    summary: review.summary,
    body: review.body,
    language: review.language,
    category: review.category?.id ?? null,
    tags: review.tags.map(({ name }) => name),
    reviewedVersion: review.reviewedVersion?.number ?? null,
    cover: chosenCover(review),
    status: review.status,
    publishedAt: review.publishedAt,
    source: review.source,
  };
  return { ...current, ...patch };
}
