import type { Corpus } from './corpus.ts';
import type { AskedFor } from './fire.ts';

/** A read that a site does, as it is asked for. */
export interface Read {
  name: string;
  requests: AskedFor[];
}

const differentReviews = 500;

export const newest = '/v1/reviews';
export const withTotal = '/v1/reviews?total=true';
export const withFacets = '/v1/reviews?facets=tag,category,year,language';

/** The slugs of published reviews, all over the corpus. */
export function listSlugs(corpus: Corpus, most = differentReviews): string[] {
  const step = Math.max(1, Math.floor(corpus.rows / most));
  const slugs: string[] = [];
  for (let number = 0; number < corpus.rows && slugs.length < most; number += step) {
    if (!corpus.review(number).isDraft) slugs.push(`review-${number}`);
  }
  return slugs;
}

/** The reads of which one answer is asked for again and again. */
export function repeatedReads(corpus: Corpus): { name: string; path: string }[] {
  return [
    { name: 'list', path: withTotal },
    { name: 'detail', path: `/v1/reviews/${listSlugs(corpus, 1)[0]}` },
    { name: 'facets', path: withFacets },
  ];
}

/** The reads of which every answer is made anew; the reviews are many, so that none is always at hand. */
export function coldReads(corpus: Corpus): Read[] {
  return [
    { name: 'list', requests: [{ path: newest }] },
    { name: 'list with its total', requests: [{ path: withTotal }] },
    { name: 'detail', requests: listSlugs(corpus).map((slug) => ({ path: `/v1/reviews/${slug}` })) },
    { name: 'facets', requests: [{ path: withFacets }] },
  ];
}
