import SwaggerClient from 'swagger-client';
import document from './openapi.json' with { type: 'json' };

const url = process.env.POSTIL_URL ?? 'http://127.0.0.1:3000';
const { apis } = await SwaggerClient({ spec: { ...document, servers: [{ url }] } });

const { body: page } = await apis.reviews.listReviews({ limit: 1 });
const slug = page.data[0].slug;
console.log('page', slug);

const { body: review } = await apis.reviews.getReview({ review: slug });
console.log('review', review.title);

await apis.reviews
  .getReview({ review: 'nowhere' })
  .catch(({ status, response }: { status: number; response: { body: { code: string } } }) => {
    console.log('error', status, response.body.code);
  });
