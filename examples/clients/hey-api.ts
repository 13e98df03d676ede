import { getReview, listReviews } from './generated';
import { client } from './generated/client.gen';

client.setConfig({ baseUrl: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000' });

const { data: page } = await listReviews({ query: { limit: 1 } });
const slug = page?.data[0]?.slug ?? '';
console.log('page', slug);

const { data: review } = await getReview({ path: { review: slug } });
console.log('review', review?.title);

const { error, response } = await getReview({ path: { review: 'nowhere' } });
console.log('error', response?.status, error?.code);
