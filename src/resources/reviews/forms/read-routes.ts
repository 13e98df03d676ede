import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { findWithMember } from '../../../http/answers.ts';
import { itself } from '../../../http/plugins/conditional-requests.ts';
import { inForms } from '../../../http/plugins/formats.ts';
import { siteOf } from '../../../http/plugins/urls.ts';
import { detailQuery } from '../../../query/query.ts';
import { closed, wholeOrFields } from '../../../wire.ts';
import { sendFound } from '../../define-resource.ts';
import { findReview, reviewDetail, reviewList } from '../list/list.ts';
import { reviewParams as params, Review, ReviewFields } from '../schema.ts';
import { embedReview, reviewFormats, reviewForms } from './formats.ts';

const tags = ['reviews'];
const query = detailQuery(reviewDetail, ['jsonld']);
type Query = Static<typeof query>;
/** Formats other than JSON are always complete. */
const noQuery = Type.Unsafe<Query>(closed({}));

/** One review, in the format of `Accept` or of the path's ending. */
export const reviewReadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/reviews/:review',
    {
      config: { access: 'read', formats: reviewFormats, scope: itself },
      schema: {
        operationId: 'getReview',
        summary: 'Read a review',
        description: 'As JSON, or in another form by `Accept`; some forms have an address of their own too.',
        tags,
        params,
        querystring: query,
        response: { 200: wholeOrFields(Review, ReviewFields) },
      },
    },
    async (request, reply) => readReview(request, reply, request.params.review, request.query),
  );

  for (const { ending, called, format } of reviewForms) {
    const isJson = format.write === null;
    app.get(
      `/v1/reviews/:review.${ending}`,
      {
        config: { access: 'read', formats: [format], scope: itself, ignoresUnknown: !isJson },
        schema: {
          operationId: `getReviewAs${called}`,
          summary: `Read a review, .${ending}`,
          description: `In the form that \`Accept: ${format.type}\` asks for, whatever is accepted.`,
          tags,
          params,
          querystring: isJson ? query : noQuery,
          response: { 200: isJson ? wholeOrFields(Review, ReviewFields) : inForms<Review>('The review.') },
        },
      },
      async (request, reply) => readReview(request, reply, request.params.review, request.query),
    );
  }
};

async function readReview(
  request: FastifyRequest,
  reply: FastifyReply,
  review: string,
  { fields, include = [] }: Query,
): Promise<Review | FastifyReply> {
  const { db } = request.server;
  const found = await findWithMember(
    request,
    { ...(fields ? { fields } : {}), include: [...include, ...(request.format.needs ?? [])] },
    'jsonld',
    (chosen) => findReview(db, request.viewer, review, chosen),
    (whole) => embedReview(whole, siteOf(request)),
  );
  return sendFound(request, reply, { kind: 'review', visible: reviewList.visible }, found);
}
