import { isErrorFromAlias } from '@zodios/core';
import { createApiClient } from './generated/api';

const client = createApiClient(process.env.POSTIL_URL ?? 'http://127.0.0.1:3000');

const page = await client.listReviews({ queries: { limit: 1 } });
const slug = page.data[0]?.slug ?? '';
console.log('page', slug);

const review = await client.getReview({ params: { review: slug } });
console.log('review', review.title);

await client.getReview({ params: { review: 'nowhere' } }).catch((error: unknown) => {
  if (!isErrorFromAlias(client.api, 'getReview', error)) throw error;
  const { status, data } = error.response;
  // 304 and 308 are errors too, without a body.
  if (status === 404) console.log('error', status, (data as unknown as { code: string }).code);
});
