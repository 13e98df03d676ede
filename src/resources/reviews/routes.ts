import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { entities } from '../../entities.ts';
import { listQuery } from '../../list/query.ts';
import { runList } from '../../list/run.ts';
import { scopeOf } from '../../list/scope.ts';
import { keepUntilSent, sendCreated, sendPage } from '../../plugins/answers.ts';
import { isJson, json } from '../../plugins/formats.ts';
import { redirectRenamed, sendPut } from '../../plugins/redirects.ts';
import { closed, ref, wholeOrFields } from '../../wire.ts';
import { reviewsJsonLd } from './formats.ts';
import { reviewList } from './list.ts';
import { findRelated } from './related.ts';
import {
  NewReview,
  reviewParams as params,
  RelatedReviews,
  Review,
  ReviewFieldsPage,
  ReviewPage,
  ReviewPatch,
} from './schema.ts';
import { createReview, patchReview, putReview } from './store.ts';
import { purgeReview, trashReview } from './trash.ts';
import { WrittenReview } from './written-schema.ts';

const tags = ['reviews'];
const conflicts = ['slug-taken', 'identifier-conflict', 'conflict'] as const;

/** What a PUT makes as it is filled in, for the operations behind it to change and delete. */
const firstNote = {
  paper: { title: 'ORPO, preprint' },
  title: 'My first note',
  body: '## Method\n\nAn odds ratio is added to the loss of fine-tuning.\n',
  language: 'en',
  status: 'published',
};

export const reviewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/reviews',
    {
      config: {
        access: 'read',
        formats: [json, reviewsJsonLd],
        scope: (query) => scopeOf(reviewList, query),
      },
      schema: {
        operationId: 'listReviews',
        summary: 'List reviews',
        description: 'Published reviews, newest first; with `drafts:read` every status.',
        tags,
        querystring: listQuery(reviewList),
        response: { 200: wholeOrFields(ReviewPage, ReviewFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(
        request,
        reply,
        await runList(app.db, reviewList, request.query, request.viewer, {
          asBytes: isJson(request),
          keep: keepUntilSent(reply),
        }),
      ),
  );

  app.get(
    '/v1/reviews/:review/related',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'listRelatedReviews',
        summary: 'List related reviews',
        description:
          'Published reviews that share the paper, tags, the category or words of the title, best first.',
        tags,
        params,
        querystring: closed({
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 20, default: 5, description: 'How many reviews at most.' }),
          ),
        }),
        response: { 200: ref(RelatedReviews) },
      },
    },
    async (request, reply) => {
      const { review } = request.params;
      return (
        (await findRelated(app.db, request.viewer, review, request.query.limit ?? 5)) ??
        redirectRenamed(app.db, request, reply, entities.review, review, reviewList.visible(request.viewer))
      );
    },
  );

  app.post(
    '/v1/reviews',
    {
      config: { access: 'reviews:write', conflicts: [...conflicts] },
      schema: {
        operationId: 'createReview',
        summary: 'Post a review',
        description:
          'One call: the paper and the tags are connected, or created with it. Publishing needs `reviews:publish` too.',
        tags,
        body: ref(NewReview),
        response: { 201: ref(WrittenReview) },
      },
    },
    async (request, reply) =>
      sendCreated(request, reply, await createReview(app.db, request.body, request.viewer)),
  );

  app.put(
    '/v1/reviews/:review',
    {
      config: {
        examples: { params: { review: 'my-first-note' }, body: firstNote },
        access: 'reviews:write',
        ifMatch: 'create',
        conflicts: [...conflicts],
      },
      schema: {
        operationId: 'replaceReview',
        summary: 'Replace a review, or create it under a slug',
        description:
          'What is not sent is emptied; `slug`, `status` and `publishedAt` stay as they are. A published review needs `reviews:publish` too. A slug that nothing has is that of a new review, also when one in the trash had it; one that a review had before is a 308, so that nothing is made twice.',
        tags,
        params,
        body: ref(NewReview),
        response: { 200: ref(WrittenReview), 201: ref(WrittenReview) },
      },
    },
    async (request, reply) => {
      const { params, expected, body, viewer } = request;
      return sendPut(request, reply, await putReview(app.db, params.review, expected, body, viewer));
    },
  );

  app.patch(
    '/v1/reviews/:review',
    {
      config: {
        examples: { params: { review: 'my-first-note' } },
        access: 'reviews:write',
        ifMatch: true,
        conflicts: [...conflicts],
      },
      schema: {
        operationId: 'patchReview',
        summary: 'Change a review',
        description: 'A JSON merge patch. Publishing, and a published review, need `reviews:publish` too.',
        tags,
        params,
        body: ref(ReviewPatch),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review }, expected, body, viewer }) =>
      patchReview(app.db, review, expected, body, viewer),
  );

  app.delete(
    '/v1/reviews/:review',
    {
      config: { examples: { params: { review: 'my-first-note' } }, access: 'reviews:write', ifMatch: true },
      schema: {
        operationId: 'deleteReview',
        summary: 'Delete a review',
        description:
          'It goes to the trash, and comes back by `restore`. A published review needs `reviews:publish` too.',
        tags,
        params,
        querystring: closed({
          permanent: Type.Optional(
            Type.Boolean({
              default: false,
              description:
                'Deletes it for good, with its history, whether it is in the trash or not. Needs `trash:purge` too.',
            }),
          ),
        }),
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params: { review }, query: { permanent = false }, expected, viewer }, reply) => {
      await (permanent ? purgeReview : trashReview)(app.db, review, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};
