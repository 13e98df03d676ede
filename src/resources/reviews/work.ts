import type { ReviewOfWork, Work } from '../../citations/work.ts';
import type { Review, ReviewSummary } from './schema.ts';

/** What both shapes of a review have, and what only the single one tells of its paper. */
type AnyReview = Pick<
  ReviewSummary,
  'id' | 'slug' | 'title' | 'summary' | 'excerpt' | 'language' | 'publishedAt' | 'updatedAt' | 'tags'
> & { reviewedVersion: ReviewSummary['reviewedVersion'] } & {
  paper: ReviewSummary['paper'] & Partial<Review['paper']>;
};

/** A review as citations and structured data tell it, about its paper in the version that it read. */
export function reviewOfWork({ paper, reviewedVersion, ...review }: AnyReview): ReviewOfWork {
  const { arxiv, doi = null, ...told } = paper;
  const work: Work = { ...told, identifiers: { arxiv, doi }, version: reviewedVersion };
  return {
    ...review,
    description: review.summary ?? review.excerpt,
    tags: review.tags.map(({ name }) => name),
    work,
  };
}
