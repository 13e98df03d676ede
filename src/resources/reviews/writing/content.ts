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
  status: ReviewStatus | undefined;
  publishedAt: string | null | undefined;
  source: string | null;
}

/** Completes the input of a review. */
export function readReviewContent(input: NewReview): ReviewContent {
  const { paper, title, slug, summary = null, body, language, category = null, tags = [] } = input;
  const { reviewedVersion = null, status, publishedAt, source = null } = input;
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
    status,
    publishedAt,
    source,
  };
}

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
    status: review.status,
    publishedAt: review.publishedAt,
    source: review.source,
  };
  return { ...current, ...patch };
}
