import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Viewer } from '../../../access/viewer.ts';
import { sendPage } from '../../../http/answers.ts';
import { Problem } from '../../../problems.ts';
import { listQuery } from '../../../query/query.ts';
import { runList } from '../../../query/run.ts';
import { closed, ref, wholeOrFields } from '../../../wire.ts';
import { ReviewAction } from '../life-cycle/life-cycle-schema.ts';
import { findReview } from '../list/list.ts';
import { Review, reviewParams } from '../schema.ts';
import { compareRevisions, readRevision, revisionList } from './history.ts';
import { ReviewRevision, RevisionFieldsPage, RevisionPage, revisionParams } from './history-schema.ts';
import { restoreRevision } from './restoring.ts';

const tags = ['reviews'];
const path = '/v1/reviews/:review/revisions';

/** The history of reviews. */
export const historyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  /** The id of a review for its history. @throws Problem not-found unless the viewer may see it */
  const identify = async (viewer: Viewer, reference: string) => {
    const found = await findReview(app.db, viewer, reference, { fields: ['id'] });
    if (!found) throw new Problem('not-found', `There is no review "${reference}".`);
    return found.id;
  };

  app.get(
    path,
    {
      config: { access: 'history:read' },
      schema: {
        operationId: 'listReviewRevisions',
        summary: 'List the history of a review',
        description: 'Every state that it was in, newest first: when, by whom, how and why.',
        tags,
        params: reviewParams,
        querystring: listQuery(revisionList),
        response: { 200: wholeOrFields(RevisionPage, RevisionFieldsPage) },
      },
    },
    async (request, reply) => {
      const owner = await identify(request.viewer, request.params.review);
      const page = await runList(app.db, revisionList, request.query, request.viewer, { owner });
      return sendPage(request, reply, page);
    },
  );

  app.get(
    `${path}/:revision`,
    {
      config: { access: 'history:read' },
      schema: {
        operationId: 'getReviewRevision',
        summary: 'Read a revision, or compare two',
        tags,
        params: revisionParams,
        querystring: closed({
          against: Type.Optional({
            ...revisionParams.properties.revision,
            description: 'Another revision: the answer then says what changed from that one to this.',
          }),
        }),
        response: { 200: ref(ReviewRevision) },
      },
    },
    async ({ params: { review, revision }, query: { against }, viewer }) => {
      const id = await identify(viewer, review);
      const read = await readRevision(app.db, id, revision);
      return against === undefined ? read : compareRevisions(read, await readRevision(app.db, id, against));
    },
  );

  app.post(
    `${path}/:revision/restore`,
    {
      config: {
        access: 'reviews:write',
        ifMatch: 'optional',
        bodyOptional: true,
        conflicts: ['conflict'],
      },
      schema: {
        operationId: 'restoreReviewRevision',
        summary: 'Restore a revision',
        description:
          'The content is what it was then, as a new revision; status, slug, `publishedAt` and source stay. A published review needs `reviews:publish` too.',
        tags,
        params: revisionParams,
        body: ref(ReviewAction),
        response: { 200: ref(Review) },
      },
    },
    async ({ params: { review, revision }, body: { message }, viewer: actor, expected }) =>
      restoreRevision(app.db, review, revision, { actor, message, expected }),
  );
};
