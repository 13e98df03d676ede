import { writeDocument, writeEmbedded } from '../../jsonld/document.ts';
import { describeBlog, describeReview } from '../../jsonld/review.ts';
import type { ListPage } from '../../list/run.ts';
import { type Format, jsonLd } from '../../plugins/formats.ts';
import type { Site } from '../../site/site.ts';
import type { Review, ReviewSummary } from './schema.ts';
import { reviewOfWork } from './work.ts';

export const reviewJsonLd: Format = {
  ...jsonLd('The review as a `Review` of schema.org, its paper as `itemReviewed`.'),
  write: (review: Review, { site }) => writeDocument(describeReview(reviewOfWork(review), site)),
};

export const reviewsJsonLd: Format = {
  ...jsonLd('The reviews of this page as the posts of a `Blog` of schema.org.'),
  write: ({ data }: ListPage<ReviewSummary>, { site }) =>
    writeDocument(describeBlog(data.map(reviewOfWork), site)),
};

/** The JSON-LD of a review for the head of a page. */
export function embedReview(review: Review, site: Site): string {
  return writeEmbedded(describeReview(reviewOfWork(review), site));
}
