import { ApiError, OpenAPI, type Problem, ReviewsService } from './generated';

OpenAPI.BASE = process.env.POSTIL_URL ?? 'http://127.0.0.1:3000';

const page = await ReviewsService.listReviews({ limit: 1 });
const slug = page.data[0]?.slug ?? '';
console.log('page', slug);

const review = await ReviewsService.getReview({ review: slug });
console.log('review', review.title);

await ReviewsService.getReview({ review: 'nowhere' }).catch((error) => {
  if (error instanceof ApiError) console.log('error', error.status, (error.body as Problem).code);
});
