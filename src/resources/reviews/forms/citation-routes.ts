import { citeReview } from '../../../content/citations/csl.ts';
import { defineCitations } from '../../define-citations.ts';
import { citedReviewList, findCitedReview } from '../list/list.ts';
import { type CitedReview, reviewParams } from '../schema.ts';
import { reviewOfWork } from './work.ts';

export const reviewCitationRoutes = defineCitations({
  kind: 'review',
  description: 'As a review of its paper.',
  params: reviewParams,
  list: citedReviewList,
  find: ({ server, viewer }, review) => findCitedReview(server.db, viewer, review),
  cite: (review: CitedReview, site) => citeReview(reviewOfWork(review), site),
});
