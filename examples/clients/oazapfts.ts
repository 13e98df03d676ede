import { defaults, getReview, listReviews } from './generated/api';

defaults.baseUrl = process.env.POSTIL_URL ?? 'http://127.0.0.1:3000';

const page = await listReviews({ limit: 1 });
if (page.status !== 200) throw new Error(`${page.status}`);
const slug = page.data.data[0]?.slug ?? '';
console.log('page', slug);

const review = await getReview(slug);
if (review.status === 200) console.log('review', review.data.title);

const missing = await getReview('nowhere');
if (missing.status === 404) console.log('error', missing.status, missing.data.code);
