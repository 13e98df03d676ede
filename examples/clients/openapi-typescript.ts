import createClient from 'openapi-fetch';
import type { paths } from './generated/api.d.ts';

const api = createClient<paths>({ baseUrl: process.env.POSTIL_URL ?? 'http://127.0.0.1:3000' });

const { data: page } = await api.GET('/v1/reviews', {
  params: { query: { limit: 1, sort: '-publishedAt' } },
});
const slug = page?.data[0]?.slug ?? '';
console.log('page', slug);

const { data: review } = await api.GET('/v1/reviews/{review}', { params: { path: { review: slug } } });
console.log('review', review?.title);

const { error, response } = await api.GET('/v1/reviews/{review}', {
  params: { path: { review: 'nowhere' } },
});
console.log('error', response.status, error?.code);

// @ts-expect-error there is no such sort
void (() => api.GET('/v1/reviews', { params: { query: { sort: 'nothing' } } }));
