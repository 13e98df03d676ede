import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ref } from '../../wire.ts';
import { PublishReview, ReviewAction } from './life-cycle-schema.ts';
import { moveReview } from './publishing.ts';
import { reviewParams as params, Review } from './schema.ts';

const tags = ['reviews'];
const conflicts = ['slug-taken', 'identifier-conflict', 'conflict'] as const;

/** The actions that take a review through its life. */
export const lifeCycleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/v1/reviews/:review/publish',
    {
      config: {
        access: 'reviews:publish',
        ifMatch: 'optional',
        bodyOptional: true,
        conflicts: [...conflicts],
      },
      schema: {
        operationId: 'publishReview',
        summary: 'Publish a review',
        description:
          'Now, or at a time to come (`at`): then it is scheduled, and published within five seconds of it. A working copy is published with it.',
        tags,
        params,
        body: ref(PublishReview),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review }, body: { at, message }, headers, expected, viewer: actor }) => {
      const precondition = headers['if-match'] === undefined ? null : expected;
      return moveReview(app.db, review, at === undefined ? 'publish' : 'schedule', {
        at,
        expected: precondition,
        ...{ actor, message },
      });
    },
  );

  app.post(
    '/v1/reviews/:review/unpublish',
    {
      config: { access: 'reviews:publish', bodyOptional: true, conflicts: ['conflict'] },
      schema: {
        operationId: 'unpublishReview',
        summary: 'Take a review back',
        description: 'It is a draft again; what was scheduled is not published.',
        tags,
        params,
        body: ref(ReviewAction),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review }, body: { message }, viewer: actor }) =>
      moveReview(app.db, review, 'unpublish', { actor, message }),
  );

  app.post(
    '/v1/reviews/:review/archive',
    {
      config: { access: 'reviews:publish', bodyOptional: true, conflicts: ['conflict'] },
      schema: {
        operationId: 'archiveReview',
        summary: 'Archive a review',
        description: 'The public sees it no more; it keeps its date and its slug.',
        tags,
        params,
        body: ref(ReviewAction),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review }, body: { message }, viewer: actor }) =>
      moveReview(app.db, review, 'archive', { actor, message }),
  );
};
