import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { entities } from '../../entities.ts';
import { detailQuery, listQuery } from '../../list/query.ts';
import { runList } from '../../list/run.ts';
import { scopeOf } from '../../list/scope.ts';
import { findWithMember, keepUntilSent, nameFields, sendCreated, sendPage } from '../../plugins/answers.ts';
import { itself } from '../../plugins/conditional-requests.ts';
import { isJson, json } from '../../plugins/formats.ts';
import { redirectRenamed, sendPut } from '../../plugins/redirects.ts';
import { siteOf } from '../../plugins/urls.ts';
import { hideFromWrites } from '../../plugins/visibility.ts';
import { ref, wholeOrFields } from '../../wire.ts';
import { embedPaper, paperJsonLd, papersJsonLd } from './formats.ts';
import { findPaper, followPaper, paperDetail, paperList } from './list.ts';
import {
  NewPaper,
  Paper,
  PaperFields,
  PaperFieldsPage,
  PaperPage,
  PaperPatch,
  paperParams as params,
} from './schema.ts';
import { createPaper, deletePaper, patchPaper, putPaper } from './store.ts';

const tags = ['papers'];

/** What a PUT makes as it is filled in, for the DELETE behind it. */
const workshopPaper = { title: 'ORPO at a workshop', acronym: 'ORPO', publishedOn: '2024-07-26' };

export const paperRoutes: FastifyPluginAsyncTypebox = async (app) => {
  hideFromWrites(app, 'paper', paperList, followPaper);

  app.get(
    '/v1/papers',
    {
      config: { access: 'read', formats: [json, papersJsonLd], scope: (query) => scopeOf(paperList, query) },
      schema: {
        operationId: 'listPapers',
        summary: 'List papers',
        description: 'Papers that published reviews are about, and those made by themselves.',
        tags,
        querystring: listQuery(paperList),
        response: { 200: wholeOrFields(PaperPage, PaperFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(
        request,
        reply,
        await runList(app.db, paperList, request.query, request.viewer, {
          asBytes: isJson(request),
          keep: keepUntilSent(reply),
        }),
      ),
  );

  app.get(
    '/v1/papers/:paper',
    {
      config: { access: 'read', formats: [json, paperJsonLd], scope: itself },
      schema: {
        operationId: 'getPaper',
        summary: 'Read a paper',
        tags,
        params,
        querystring: detailQuery(paperDetail, ['jsonld']),
        response: { 200: wholeOrFields(Paper, PaperFields) },
      },
    },
    async (request, reply) => {
      const { paper } = request.params;
      const found = await findWithMember(
        request,
        request.query,
        'jsonld',
        (query) => findPaper(app.db, request.viewer, paper, query),
        (whole) => embedPaper(whole, siteOf(request)),
      );
      if (found) nameFields(request, reply);
      return (
        found ??
        redirectRenamed(app.db, request, reply, entities.paper, paper, paperList.visible(request.viewer))
      );
    },
  );

  app.post(
    '/v1/papers',
    {
      config: { access: 'papers:write', conflicts: ['slug-taken', 'identifier-conflict'] },
      schema: {
        operationId: 'createPaper',
        summary: 'Create a paper',
        description:
          'Public at once. (A paper that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)',
        tags,
        body: ref(NewPaper),
        response: { 201: ref(Paper) },
      },
    },
    async (request, reply) =>
      sendCreated(request, reply, await createPaper(app.db, request.body, request.viewer)),
  );

  app.put(
    '/v1/papers/:paper',
    {
      config: {
        examples: { params: { paper: 'orpo-workshop-paper' }, body: workshopPaper },
        access: 'papers:write',
        ifMatch: 'create',
        conflicts: ['slug-taken', 'identifier-conflict', 'in-use'],
      },
      schema: {
        operationId: 'replacePaper',
        summary: 'Replace a paper, or create it at its address',
        description:
          'What is not sent is emptied, but for the slug and the identifier in the address. A slug or an identifier that no paper has is that of a new paper; a slug that one had before is a 308, so that nothing is made twice.',
        tags,
        params,
        body: ref(NewPaper),
        response: { 200: ref(Paper), 201: ref(Paper) },
      },
    },
    async (request, reply) => {
      const { params, expected, body, viewer } = request;
      return sendPut(request, reply, await putPaper(app.db, params.paper, expected, body, viewer));
    },
  );

  app.patch(
    '/v1/papers/:paper',
    {
      config: {
        examples: { params: { paper: 'arxiv:2403.07691' } },
        access: 'papers:write',
        ifMatch: true,
        conflicts: ['slug-taken', 'identifier-conflict', 'in-use'],
      },
      schema: {
        operationId: 'patchPaper',
        summary: 'Change a paper',
        description: 'A JSON merge patch.',
        tags,
        params,
        body: ref(PaperPatch),
        response: { 200: ref(Paper) },
      },
    },
    async ({ params: { paper }, expected, body, viewer }) =>
      patchPaper(app.db, paper, expected, body, viewer),
  );

  app.delete(
    '/v1/papers/:paper',
    {
      config: {
        examples: { params: { paper: 'orpo-workshop-paper' } },
        access: 'papers:write',
        ifMatch: true,
        conflicts: ['in-use'],
      },
      schema: {
        operationId: 'deletePaper',
        summary: 'Delete a paper',
        description: 'Only a paper that has no reviews.',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params: { paper }, expected, viewer }, reply) => {
      await deletePaper(app.db, paper, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};
