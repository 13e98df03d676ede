import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { citeReview } from '../../citations/csl.ts';
import { entities } from '../../entities.ts';
import { pageQuery } from '../../list/query.ts';
import { type ListPage, runList } from '../../list/run.ts';
import { keepUntilSent, sendPage } from '../../plugins/answers.ts';
import { citationFormats, citationForms, citationQuery, citedLists } from '../../plugins/citations.ts';
import { inForms } from '../../plugins/formats.ts';
import { redirectRenamed } from '../../plugins/redirects.ts';
import { citedReviewList, findCitedReview } from './list.ts';
import { type CitedReview, reviewParams as params } from './schema.ts';
import { reviewOfWork } from './work.ts';

const tags = ['citations'];

export const reviewCitationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/reviews/:review/citation',
    {
      config: {
        access: 'read',
        formats: citationFormats(citationForms, (review: CitedReview, site) => [
          citeReview(reviewOfWork(review), site),
        ]),
      },
      schema: {
        operationId: 'citeReview',
        summary: 'Cite a review',
        description: 'As a review of its paper; in the form of `format` or `Accept`.',
        tags,
        params,
        querystring: citationQuery,
        response: { 200: inForms<CitedReview>('The citation.') },
      },
    },
    async (request, reply) => {
      const { review } = request.params;
      const visible = citedReviewList.visible(request.viewer);
      return (
        (await findCitedReview(app.db, request.viewer, review)) ??
        redirectRenamed(app.db, request, reply, entities.review, review, visible)
      );
    },
  );

  for (const { ending, form, called } of citedLists) {
    app.get(
      `/v1/reviews.${ending}`,
      {
        config: {
          access: 'read',
          formats: citationFormats([form], ({ data }: ListPage<CitedReview>, site) =>
            data.map((review) => citeReview(reviewOfWork(review), site)),
          ),
        },
        schema: {
          operationId: `citeReviewsIn${called}`,
          summary: `Cite reviews in ${called}`,
          description: 'Takes the filters and pages of the list of reviews.',
          tags,
          querystring: pageQuery(citedReviewList),
          response: { 200: inForms<ListPage<CitedReview>>('The reviews of this page.') },
        },
      },
      async (request, reply) =>
        sendPage(
          request,
          reply,
          await runList(app.db, citedReviewList, request.query, request.viewer, {
            keep: keepUntilSent(reply),
          }),
        ),
    );
  }
};
