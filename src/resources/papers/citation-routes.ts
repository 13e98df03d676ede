import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { citeWork } from '../../citations/csl.ts';
import { entities } from '../../entities.ts';
import { pageQuery } from '../../list/query.ts';
import { type ListPage, runList } from '../../list/run.ts';
import { keepUntilSent, sendPage } from '../../plugins/answers.ts';
import { citationFormats, citationForms, citationQuery, citedLists } from '../../plugins/citations.ts';
import { inForms } from '../../plugins/formats.ts';
import { redirectRenamed } from '../../plugins/redirects.ts';
import { findPaper, paperList } from './list.ts';
import { type Paper, type PaperSummary, paperParams as params } from './schema.ts';
import { workOf } from './work.ts';

const tags = ['citations'];

export const paperCitationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/papers/:paper/citation',
    {
      config: {
        access: 'read',
        formats: citationFormats(citationForms, (paper: Paper) => [citeWork(workOf(paper))]),
      },
      schema: {
        operationId: 'citePaper',
        summary: 'Cite a paper',
        description: 'In its venue, or as the preprint that it is; in the form of `format` or `Accept`.',
        tags,
        params,
        querystring: citationQuery,
        response: { 200: inForms<Paper>('The citation.') },
      },
    },
    async (request, reply) => {
      const { paper } = request.params;
      return (
        (await findPaper(app.db, request.viewer, paper, {})) ??
        redirectRenamed(app.db, request, reply, entities.paper, paper, paperList.visible(request.viewer))
      );
    },
  );

  for (const { ending, form, called } of citedLists) {
    app.get(
      `/v1/papers.${ending}`,
      {
        config: {
          access: 'read',
          formats: citationFormats([form], ({ data }: ListPage<PaperSummary>) =>
            data.map((paper) => citeWork(workOf(paper))),
          ),
        },
        schema: {
          operationId: `citePapersIn${called}`,
          summary: `Cite papers in ${called}`,
          description: 'Takes the filters and pages of the list of papers.',
          tags,
          querystring: pageQuery(paperList),
          response: { 200: inForms<ListPage<PaperSummary>>('The papers of this page.') },
        },
      },
      async (request, reply) =>
        sendPage(
          request,
          reply,
          await runList(app.db, paperList, request.query, request.viewer, { keep: keepUntilSent(reply) }),
        ),
    );
  }
};
