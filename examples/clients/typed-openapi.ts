import { createApiClient } from './generated/api';

const api = createApiClient(
  {
    fetch: ({ method, url, urlSearchParams }) => {
      if (urlSearchParams) url.search = `${urlSearchParams}`;
      return fetch(url, { method });
    },
  },
  process.env.POSTIL_URL ?? 'http://127.0.0.1:3000',
);

const page = await api.get('/v1/reviews', { query: { limit: 1 }, header: {} });
const slug = page.data[0]?.slug ?? '';
console.log('page', slug);

const review = await api.get('/v1/reviews/{review}', { path: { review: slug }, query: {}, header: {} });
console.log('review', review.title);

const missing = await api.get('/v1/reviews/{review}', {
  ...{ path: { review: 'nowhere' }, query: {}, header: {}, withResponse: true, throwOnStatusError: false },
});
if (missing.status === 404) console.log('error', missing.status, missing.data.code);
