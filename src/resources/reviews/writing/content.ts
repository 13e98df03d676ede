import type { ReviewStatus } from '../../../db/schema/tables.ts';
import { invalidBody } from '../../../problems.ts';
import { saidVersion, withoutVersion } from '../../papers/content.ts';
import type { NewPaper, PaperPatch } from '../../papers/schema.ts';
import type { NewReview, Review, ReviewPatch } from '../schema.ts';

/** The writable content of a review; `undefined` for generated or unchanged members. */
export interface ReviewContent {
  paper: string | NewPaper;
  /** Whether the reference to the paper says the version that was read. */
  saysVersion?: boolean;
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
  const { title, slug, summary = null, body, language, category = null, tags = [] } = input;
  const { cover = null, status, publishedAt, source = null } = input;
  const { paper, reviewedVersion = null, saysVersion } = settleVersion(input);
  return {
    paper,
    ...(saysVersion ? { saysVersion } : {}),
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

interface SaidOfPaper {
  paper?: string | PaperPatch | undefined;
  reviewedVersion?: number | null | undefined;
}

/**
 * Takes the version out of the reference to the paper, or out of its identifiers: it is the one that was read.
 * @throws Problem invalid-body (`/reviewedVersion`) when another is sent
 */
export function settleVersion<Sent extends SaidOfPaper>(sent: Sent): Sent & { saysVersion?: boolean } {
  const { paper, reviewedVersion = null } = sent;
  const said = paper === undefined ? undefined : saidVersion(paper);
  if (said === undefined) return sent;
  if (reviewedVersion !== null && reviewedVersion !== said)
    throw invalidBody(
      '/reviewedVersion',
      `must be ${said}, as the identifier of the paper says, or be left out: leave the version out of one of them`,
    );
  if (typeof paper !== 'string') return { ...sent, reviewedVersion: said };
  return { ...sent, paper: withoutVersion(paper), reviewedVersion: said, saysVersion: true };
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
  return { ...current, ...settleVersion(patch) };
}
