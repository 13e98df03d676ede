import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { json } from '../../http/plugins/formats.ts';
import { closed, ref } from '../../wire.ts';
import { defineResource, sendFound } from '../define-resource.ts';
import { reviewsJsonLd } from './forms/formats.ts';
import { purgeReview, trashReview } from './life-cycle/trash.ts';
import { reviewList } from './list/list.ts';
import { findRelated } from './list/related.ts';
import {
  NewReview,
  RelatedReviews,
  Review,
  ReviewFieldsPage,
  ReviewPage,
  ReviewPatch,
  reviewParams,
} from './schema.ts';
import { createReview, patchReview, putReview } from './store.ts';

const conflicts = ['slug-taken', 'identifier-conflict', 'conflict'] as const;
const firstNote = { params: { review: 'my-first-note' } };

const kind = 'review';

/** The usual operations; read-routes.ts reads one review, in its formats. */
export const reviewRoutes = defineResource({
  kind,
  params: reviewParams,
  list: reviewList,
  schemas: {
    ...{ whole: Review, page: ReviewPage, fieldsPage: ReviewFieldsPage },
    ...{ input: NewReview, patch: ReviewPatch },
  },
  listing: {
    description:
      'Published reviews, newest first; with `drafts:read` every status. JSON, unless `Accept` likes JSON-LD better, which `/v1/reviews.jsonld` always answers.',
    formats: [json, reviewsJsonLd],
  },
  create: {
    summary: 'Post a review',
    description:
      'One call: the paper and the tags are connected, or created with it. Publishing needs `reviews:publish` too. Of a paper or tag that only reviews use which the key may not see, the answer shows what was sent, and the id in place of the slug where that tells more.',
    conflicts,
    run: createReview,
  },
  replace: {
    description:
      'What is not sent is emptied; `slug`, `status` and `publishedAt` stay as they are. A published review needs `reviews:publish` too. A slug that nothing has is that of a new review, also when one in the trash had it; one that a review had before is a 308, so that nothing is made twice.',
    conflicts,
    // It creates what the examples of the later operations change and delete.
    examples: {
      ...firstNote,
      body: {
        paper: { title: 'ORPO, preprint' },
        title: 'My first note',
        body: '## Method\n\nAn odds ratio is added to the loss of fine-tuning.\n',
        language: 'en',
        status: 'published',
      },
    },
    run: putReview,
  },
  change: {
    description: 'A JSON merge patch. Publishing, and a published review, need `reviews:publish` too.',
    conflicts,
    examples: firstNote,
    run: patchReview,
  },
  remove: {
    description:
      'It goes to the trash, and comes back by `restore`. A published review needs `reviews:publish` too.',
    examples: firstNote,
    query: closed({
      permanent: Type.Optional(
        Type.Boolean({
          default: false,
          description:
            'Deletes it for good, with its history, whether it is in the trash or not. Needs `trash:purge` too.',
        }),
      ),
    }),
    run: (db, review, expected, viewer, { permanent = false }: { permanent?: boolean }) =>
      (permanent ? purgeReview : trashReview)(db, review, expected, viewer),
  },
});

export const relatedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/reviews/:review/related',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'listRelatedReviews',
        summary: 'List related reviews',
        description:
          'Published reviews that share the paper, tags, the category or words of the title, best first.',
        tags: ['reviews'],
        params: reviewParams,
        querystring: closed({
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 20, default: 5, description: 'How many reviews at most.' }),
          ),
        }),
        response: { 200: ref(RelatedReviews) },
      },
    },
    async (request, reply) => {
      const { params, query, viewer } = request;
      const found = await findRelated(app.db, viewer, params.review, query.limit ?? 5);
      return sendFound(request, reply, { kind, visible: reviewList.visible }, found);
    },
  );
};
