import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { releaseWhenSent, sendPage } from '../../http/answers.ts';
import { inForms } from '../../http/plugins/formats.ts';
import { pageQuery } from '../../query/query.ts';
import { type ListPage, runList } from '../../query/run.ts';
import { closed } from '../../wire.ts';
import { reviewList } from '../reviews/list/list.ts';
import type { ReviewSummary } from '../reviews/schema.ts';
import { feedFormats, sitemapFormat } from './formats.ts';
import { readSitemap, type Sitemap } from './list.ts';

const tags = ['feeds'];

export const feedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const { ending, called, format } of feedFormats) {
    app.get(
      `/feeds/${ending}`,
      {
        config: { access: 'read', formats: [format], lists: 'reviews', ignoresUnknown: true },
        schema: {
          operationId: `getFeedIn${called}`,
          summary: `The reviews as a feed, ${ending}`,
          description:
            'Of all reviews, or by the filters of the list those of a category, a tag, an author, a language. Links lead to the pages of `SITE_URL_TEMPLATE`.',
          tags,
          querystring: pageQuery(reviewList),
          response: { 200: inForms<ListPage<ReviewSummary>>('The feed.') },
        },
      },
      async (request, reply) =>
        sendPage(
          request,
          reply,
          await runList(app.db, reviewList, { ...request.query, include: ['html'] }, request.viewer, {
            onReservation: releaseWhenSent(reply),
          }),
        ),
    );
  }

  app.get(
    '/sitemap.xml',
    {
      config: { access: 'read', formats: [sitemapFormat], lists: 'reviews', ignoresUnknown: true },
      schema: {
        operationId: 'getSitemap',
        summary: 'The pages of all reviews for crawlers',
        description:
          'A sitemap (sitemaps.org); above 50,000 reviews an index of sitemaps, each of them one `page`.',
        tags,
        querystring: closed({
          page: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 50_000,
              description: 'Which of the sitemaps that the index names.',
              examples: [1],
            }),
          ),
        }),
        response: { 200: inForms<Sitemap>('The sitemap, or the index.') },
      },
    },
    async ({ query }) => readSitemap(app.db, query.page),
  );
};
