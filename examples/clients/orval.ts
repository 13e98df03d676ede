import { getReview, listReviews } from './generated/api';

const page = await listReviews({ limit: 1 });
if (page.status !== 200) throw new Error(`${page.status}`);
const slug = page.data.data[0]?.slug ?? '';
console.log('page', slug);

const review = await getReview(slug);
if (review.status === 200) console.log('review', review.data.title);

const missing = await getReview('nowhere');
if (missing.status === 404) console.log('error', missing.status, missing.data.code);
