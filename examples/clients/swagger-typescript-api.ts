import { Api, type HttpResponse, type Problem } from './generated/api';

const api = new Api({ baseUrl: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000' });

const { data: page } = await api.v1.listReviews({ limit: 1 });
const slug = page.data[0]?.slug ?? '';
console.log('page', slug);

const { data: review } = await api.v1.getReview(slug);
console.log('review', review.title);

await api.v1.getReview('nowhere').catch(({ status, error }: HttpResponse<unknown, Problem>) => {
  console.log('error', status, error.code);
});
