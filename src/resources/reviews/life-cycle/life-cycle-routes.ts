import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ref } from '../../../wire.ts';
import { reviewParams as params, Review } from '../schema.ts';
import { PublishReview, ReviewAction } from './life-cycle-schema.ts';
import { moveReview } from './publishing.ts';
import { untrashReview } from './trash.ts';

const tags = ['reviews'];
/** Created by the example of `POST /v1/reviews`. */
const examples = { params: { review: 'dpo' } };
/** Created and published by the example of `PUT /v1/reviews/{review}`. */
const noteExamples = { params: { review: 'my-first-note' } };
const conflicts = ['slug-taken', 'identifier-conflict', 'conflict'] as const;

/** The life cycle actions of a review. */
export const lifeCycleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/v1/reviews/:review/publish',
    {
      config: {
        examples,
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
      return moveReview(app.db, review, at === undefined ? 'publish' : 'schedule', {
        at,
        ...{ actor, message, expected, isConfirmed: headers['if-match'] !== undefined },
      });
    },
  );

  app.post(
    '/v1/reviews/:review/unpublish',
    {
      config: { examples, access: 'reviews:publish', bodyOptional: true, conflicts: ['conflict'] },
      schema: {
        operationId: 'unpublishReview',
        summary: 'Take a review back',
        description:
          'It is a draft again; what was scheduled is not published. Its paper and its tags stay public.',
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
    '/v1/reviews/:review/restore',
    {
      config: {
        examples: noteExamples,
        access: 'reviews:write',
        ifMatch: 'optional',
        bodyOptional: true,
        conflicts: ['slug-taken'],
      },
      schema: {
        operationId: 'restoreReview',
        summary: 'Bring a review back from the trash',
        description:
          'As it was, under its slug or, when that was taken meanwhile, the next free one; in the trash it is known by its id. A published review needs `reviews:publish` too; what was scheduled for a time that has passed is a draft.',
        tags,
        params,
        body: ref(ReviewAction),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review }, body: { message }, expected, viewer: actor }) =>
      untrashReview(app.db, review, { actor, message, expected }),
  );

  app.post(
    '/v1/reviews/:review/archive',
    {
      config: {
        examples: noteExamples,
        access: 'reviews:publish',
        bodyOptional: true,
        conflicts: ['conflict'],
      },
      schema: {
        operationId: 'archiveReview',
        summary: 'Archive a review',
        description:
          'The public sees it no more; it keeps its date and its slug. Its paper and its tags stay public.',
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
