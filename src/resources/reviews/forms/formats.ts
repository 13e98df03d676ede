import { Type } from 'typebox';
import { writeEmbedded, writeJsonLd } from '../../../content/jsonld/document.ts';
import { describeBlog, describeReview } from '../../../content/jsonld/review.ts';
import { type Format, json, jsonLd } from '../../../http/plugins/formats.ts';
import type { Site } from '../../../http/site/site.ts';
import type { ListPage } from '../../../query/run.ts';
import type { Review, ReviewSummary } from '../schema.ts';
import { composeNote } from './note.ts';
import { pagePolicy, writePage } from './page.ts';
import { reviewOfWork } from './work.ts';

const reviewJsonLd: Format = {
  ...jsonLd('The review as a `Review` of schema.org, its paper as `itemReviewed`.'),
  write: (review: Review, { site }) => writeJsonLd(describeReview(reviewOfWork(review), site)),
};

export const reviewsJsonLd: Format = {
  ...jsonLd('The reviews of this page as the posts of a `Blog` of schema.org.'),
  write: ({ data }: ListPage<ReviewSummary>, { site }) =>
    writeJsonLd(describeBlog(data.map(reviewOfWork), site)),
};

const markdown: Format = {
  type: 'text/markdown',
  ending: { path: 'md', called: 'Markdown' },
  schema: Type.String({
    description:
      'The Markdown as it was sent, after YAML front matter that says the rest: a note as `postil pull` writes and `postil push` takes it.',
  }),
  write: (review: Review) => composeNote(review),
};

const html: Format = {
  type: 'text/html',
  ending: { path: 'html', called: 'Html' },
  schema: Type.String({
    description:
      'A page of its own, with the title and the paper above the body; its `Content-Security-Policy` lets nothing run. For a page of a site take the member `html`.',
  }),
  write: (review: Review, { site, links }) => writePage(review, site.forPage(links.to), links),
  headers: { 'Content-Security-Policy': pagePolicy },
};

const plainText: Format = {
  type: 'text/plain',
  ending: { path: 'txt', called: 'Text' },
  schema: Type.String({
    description: 'The title and the body as plain text, formulas as they were written.',
  }),
  write: ({ title, text = '' }: Review) => `${title}\n\n${text}\n`,
  needs: ['text'],
};

/** The formats of one review for `Accept`; JSON is the default. */
export const reviewFormats: readonly Format[] = [json, reviewJsonLd, markdown, html, plainText];

/** The JSON-LD of a review for the head of a page. */
export function embedReview(review: Review, site: Site): string {
  return writeEmbedded(describeReview(reviewOfWork(review), site));
}
