import type { ReviewOfWork, Work } from '../../../content/citations/work.ts';
import { imageOf } from '../../images/schema.ts';
import type { Review, ReviewSummary } from '../schema.ts';

/** The members that both types of a review share, and those of the single one's paper. */
type AnyReview = Pick<
  ReviewSummary,
  'id' | 'slug' | 'title' | 'summary' | 'excerpt' | 'language' | 'publishedAt' | 'updatedAt' | 'tags'
> &
  Partial<Pick<ReviewSummary, 'cover'>> & { reviewedVersion: ReviewSummary['reviewedVersion'] } & {
    paper: ReviewSummary['paper'] & Partial<Review['paper']>;
  };

/** A review for citations and structured data, about its paper in the reviewed version. */
export function reviewOfWork({ paper, reviewedVersion, cover, ...review }: AnyReview): ReviewOfWork {
  const { arxiv, doi = null, identifiers = { arxiv, doi }, ...rest } = paper;
  const work: Work = { ...rest, identifiers, version: reviewedVersion };
  return {
    ...review,
    description: review.summary ?? review.excerpt,
    tags: review.tags.map(({ name }) => name),
    image: imageOf(cover),
    work,
  };
}
