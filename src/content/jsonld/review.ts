import type { Site } from '../../http/site/site.ts';
import type { ReviewOfWork } from '../citations/work.ts';
import type { Node } from './document.ts';
import { describeWork } from './work.ts';

/** A review as a `Review` of schema.org, with the paper as its `itemReviewed`. */
export function describeReview(review: ReviewOfWork, site: Site): Node {
  const page = site.pageOf(review);
  return {
    '@type': 'Review',
    '@id': page,
    url: page,
    name: review.title,
    description: review.description ?? undefined,
    inLanguage: review.language,
    datePublished: review.publishedAt ?? undefined,
    dateModified: review.updatedAt,
    author: site.author === null ? undefined : { '@type': 'Person', name: site.author },
    image: review.image ?? undefined,
    keywords: review.tags.length > 0 ? review.tags : undefined,
    itemReviewed: describeWork(review.work, site),
  };
}

/** Reviews as the posts of a `Blog`, in their order. */
export function describeBlog(reviews: ReviewOfWork[], site: Site): Node {
  return {
    '@type': 'Blog',
    name: site.title,
    author: site.author === null ? undefined : { '@type': 'Person', name: site.author },
    // A Blog has BlogPosting; `itemReviewed` is of their second type.
    blogPost: reviews.map((review) => ({
      ...describeReview(review, site),
      '@type': ['BlogPosting', 'Review'],
    })),
  };
}
