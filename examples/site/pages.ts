// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000
import { type Api, answerOf, type ReviewSummary } from './client.ts';
import { Html, html } from './html.ts';
import { byline, card, cursorsOf, filters, pager, panel, reviewAddress, tagLinks } from './parts.ts';

/** A page is made of what its address asks for, by one call to the API. */
export type Page = (
  api: Api,
  reference: string | undefined,
  query: URLSearchParams,
) => Promise<{ title: string; main: Html }>;

const perPage = 10;

const listPage: Page = async (api, _reference, query) => {
  const year = query.get('year');
  const asked = {
    'tag[all]': query.getAll('tag'),
    category: query.getAll('category'),
    language: query.getAll('language'),
    ...(year === null ? {} : { year: Number(year) }),
    ...cursorsOf(query),
    facets: Object.keys(filters) as (keyof typeof filters)[],
    total: true,
    limit: perPage,
  };
  const { data, page, facets } = await answerOf(api.GET('/v1/reviews', { params: { query: asked } }));
  const main = html`<div class="columns"><div><h1>Reviews <small>${page.total}</small></h1>
    ${data.map(card)} ${pager('/', query, page)}</div>${panel(query, facets)}</div>`;
  return { title: 'Reviews', main };
};

const named = ['slug', 'title', 'publishedAt'] as const;

const archivePage: Page = async (api, year, query) => {
  const asked = {
    fields: [...named],
    facets: ['year'] as 'year'[],
    ...(year === undefined ? {} : { year: Number(year) }),
    ...cursorsOf(query),
    limit: 100,
  };
  const { data, page, facets } = await answerOf(api.GET('/v1/reviews', { params: { query: asked } }));
  // An answer has only what `fields` names, which its type cannot know.
  const reviews: Pick<ReviewSummary, (typeof named)[number]>[] = data;
  const years = (facets?.year ?? []).sort((a, b) => Number(b.value) - Number(a.value));
  const title = year === undefined ? 'Archive' : `Archive of ${year}`;
  const main = html`<h1>${title}</h1>
    <ul class="tags">${year !== undefined && html`<li><a href="/archive">All years</a></li>`}
    ${years.map(({ value, count }) => html`<li><a href="/archive/${value}">${value}</a> <small>${count}</small></li>`)}</ul>
    <ol>${reviews.map(
      ({ slug, title, publishedAt }) =>
        html`<li><time>${publishedAt?.slice(0, 10)}</time> <a href="${reviewAddress(slug)}">${title}</a></li>`,
    )}</ol>
    ${pager(year === undefined ? '/archive' : `/archive/${encodeURIComponent(year)}`, query, page)}`;
  return { title, main };
};

const paperPage: Page = async (api, paper = '') => {
  const found = await answerOf(api.GET('/v1/papers/{paper}', { params: { path: { paper } } }));
  const { title, authors, venue, identifiers, links, reviews } = found;
  const main = html`<h1>${title}</h1>
    <p class="byline">${authors.map(({ name }) => name).join(', ')} ${venue}</p>
    ${identifiers.arxiv && html`<p class="byline"><a href="https://arxiv.org/abs/${identifiers.arxiv}">arXiv ${identifiers.arxiv}</a></p>`}
    <ul class="tags">${links.map(({ label, url }) => url && html`<li><a href="${url}">${label}</a></li>`)}</ul>
    ${reviews.map(
      (
        review,
      ) => html`<article lang="${review.language}"><h2><a href="${reviewAddress(review.slug)}">${review.title}</a></h2>
      <p>${review.summary}</p></article>`,
    )}`;
  return { title, main };
};

/** The HTML of a body is safe as it comes; its images are addressed as paths where the API does not know its own address. */
const reviewPage: Page = async (api, review = '') => {
  const found = await answerOf(api.GET('/v1/reviews/{review}', { params: { path: { review } } }));
  const { title, summary, language, tags, previous, next } = found;
  const main = html`<article lang="${language}"><h1>${title}</h1>${byline(found)}
    ${summary && html`<p>${summary}</p>`}${new Html(found.html)}${tagLinks(tags)}</article>
    <nav class="pager">
    ${previous && html`<a rel="prev" href="${reviewAddress(previous.slug)}">← ${previous.title}</a>`}
    ${next && html`<a rel="next" href="${reviewAddress(next.slug)}">${next.title} →</a>`}</nav>`;
  return { title, main };
};

const searchPage: Page = async (api, _reference, query) => {
  const q = query.get('q') ?? '';
  if (q.trim() === '')
    return { title: 'Search', main: html`<h1>Search</h1><p>Type what to look for above.</p>` };
  const asked = { q, highlight: true, total: true, ...cursorsOf(query), limit: perPage };
  const { data, page } = await answerOf(api.GET('/v1/reviews', { params: { query: asked } }));
  const main = html`<h1>${q} <small>${page.total}</small></h1>
    ${data.length === 0 && html`<p>Nothing was found.</p>`} ${data.map(card)} ${pager('/search', query, page)}`;
  return { title: `Search: ${q}`, main };
};

/** Every page by the first part of its path. */
export const pages: Partial<Record<string, Page>> = {
  '': listPage,
  archive: archivePage,
  papers: paperPage,
  reviews: reviewPage,
  search: searchPage,
};
