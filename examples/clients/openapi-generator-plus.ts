import { Configuration, isDocumentedResponse, ReviewsApi } from './generated';

const configuration = new Configuration({ baseUri: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000' });

const page = await ReviewsApi.listReviews({ limit: 1 }, {}, configuration);
if (page.status !== 200) throw new Error(`${page.status}`);
const slug = page.body.data[0]?.slug ?? '';
console.log('page', slug);

const review = await ReviewsApi.getReview({ review: slug }, {}, configuration);
if (review.status === 200) console.log('review', review.body.title);

const missing = await ReviewsApi.getReview({ review: 'nowhere' }, {}, configuration);
if (isDocumentedResponse(missing) && missing.status === 404)
  console.log('error', missing.status, missing.body.code);
