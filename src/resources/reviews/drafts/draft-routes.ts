import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Problem } from '../../../problems.ts';
import { ref } from '../../../wire.ts';
import { reviewParams as params } from '../schema.ts';
import { NewReviewDraft, ReviewDraft, ReviewDraftPatch } from './draft-schema.ts';
import { deleteDraft, findDraft, patchDraft, replaceDraft } from './drafts.ts';

const tags = ['reviews'];
const path = '/v1/reviews/:review/draft';

/** Working copies: pending edits of published reviews. */
export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    path,
    {
      config: { access: 'reviews:write', ifMatch: true, conflicts: ['conflict'] },
      schema: {
        operationId: 'replaceReviewDraft',
        summary: 'Replace the working copy',
        description:
          "Or start it, with `If-Match: *`. The public answer stays as it is until `publish`. What is not sent is emptied; title and slug are the review's.",
        tags,
        params,
        body: ref(NewReviewDraft),
        response: { 200: ref(ReviewDraft) },
      },
    },
    async ({ params: { review }, expected, body, viewer }) =>
      replaceDraft(app.db, review, expected, body, viewer),
  );

  app.get(
    path,
    {
      config: { access: 'drafts:read' },
      schema: {
        operationId: 'getReviewDraft',
        summary: 'Read the working copy',
        tags,
        params,
        response: { 200: ref(ReviewDraft) },
      },
    },
    async ({ params: { review } }) => {
      const draft = await findDraft(app.db, review);
      if (!draft) throw new Problem('not-found', `There is no working copy of "${review}".`);
      return draft;
    },
  );

  app.patch(
    path,
    {
      config: { access: 'reviews:write', ifMatch: true, conflicts: ['conflict'] },
      schema: {
        operationId: 'patchReviewDraft',
        summary: 'Change the working copy',
        description:
          'A JSON merge patch; starts from the public content when there is no working copy (`If-Match: *`).',
        tags,
        params,
        body: ref(ReviewDraftPatch),
        response: { 200: ref(ReviewDraft) },
      },
    },
    async ({ params: { review }, expected, body, viewer }) =>
      patchDraft(app.db, review, expected, body, viewer),
  );

  app.delete(
    path,
    {
      config: { access: 'reviews:write', ifMatch: true },
      schema: {
        operationId: 'deleteReviewDraft',
        summary: 'Throw the working copy away',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params: { review }, expected, viewer }, reply) => {
      await deleteDraft(app.db, review, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};
