import { type GetReview404, getReview, listReviews } from './generated';

const page = await listReviews({ limit: 1 });
const slug = page.data.data[0]?.slug ?? '';
console.log('page', slug);

const review = await getReview(slug);
console.log('review', review.data.title);

// Its fetch takes every answer for the declared one.
const missing = await getReview('nowhere');
if (missing.status !== 200)
  console.log('error', missing.status, (missing.data as unknown as GetReview404).code);
