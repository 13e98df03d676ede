import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { findWithMember } from '../../../http/answers.ts';
import { itself } from '../../../http/plugins/conditional-requests.ts';
import { json } from '../../../http/plugins/formats.ts';
import { siteOf } from '../../../http/plugins/urls.ts';
import { detailQuery } from '../../../query/query.ts';
import { closed, wholeOrFields } from '../../../wire.ts';
import { addForms } from '../../define-forms.ts';
import { sendFound } from '../../define-resource.ts';
import { findReview, reviewDetail, reviewList } from '../list/list.ts';
import { reviewParams as params, Review, ReviewFields } from '../schema.ts';
import { embedReview, reviewFormats } from './formats.ts';

const query = detailQuery(reviewDetail, ['jsonld']);
type Query = Static<typeof query>;
const common = { summary: 'Read a review', tags: ['reviews'], params };

/** One review, in the format of `Accept` or of the path's ending. */
export const reviewReadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const answered = { querystring: query, response: { 200: wholeOrFields(Review, ReviewFields) } };
  app.get(
    '/v1/reviews/:review',
    {
      config: { access: 'read', formats: reviewFormats, scope: itself },
      schema: {
        ...common,
        operationId: 'getReview',
        description:
          'JSON, unless `Accept` likes another form better: those of `.jsonld`, `.md`, `.html` and `.txt`, which are the same at addresses of their own.',
        ...answered,
      },
    },
    async (request, reply) => readReview(request, reply),
  );

  app.get(
    '/v1/reviews/:review.json',
    {
      config: { access: 'read', formats: [json], scope: itself },
      schema: {
        ...common,
        operationId: 'getReviewAsJson',
        summary: 'Read a review, .json',
        description: 'As JSON, whatever is accepted.',
        ...answered,
      },
    },
    async (request, reply) => readReview(request, reply),
  );

  addForms(
    app,
    {
      url: '/v1/reviews/:review',
      formats: reviewFormats,
      config: { access: 'read', scope: itself, ignoresUnknown: true },
      // Formats other than JSON are always complete.
      schema: { ...common, operationId: 'getReview', querystring: closed({}) },
    },
    async (request, reply) => readReview(request, reply),
  );
};

async function readReview(request: FastifyRequest, reply: FastifyReply): Promise<Review | FastifyReply> {
  const { db } = request.server;
  const { review } = request.params as { review: string };
  const { fields, include = [] } = request.query as Query;
  const found = await findWithMember(
    request,
    { ...(fields ? { fields } : {}), include: [...include, ...(request.format.needs ?? [])] },
    'jsonld',
    (chosen) => findReview(db, request.viewer, review, chosen),
    (whole) => embedReview(whole, siteOf(request)),
  );
  return sendFound(request, reply, { kind: 'review', visible: reviewList.visible }, found);
}
