import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { entities } from '../../entities.ts';
import { detailQuery, listQuery } from '../../list/query.ts';
import { runList } from '../../list/run.ts';
import { scopeOf } from '../../list/scope.ts';
import { nameFields, sendCreated, sendPage } from '../../plugins/answers.ts';
import { itself } from '../../plugins/conditional-requests.ts';
import { redirectRenamed, sendPut } from '../../plugins/redirects.ts';
import { hideFromWrites } from '../../plugins/visibility.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { closed, ref, wholeOrFields } from '../../wire.ts';
import { findTag, tagList } from './list.ts';
import { NewTag, Tag, TagFields, TagFieldsPage, TagPage, TagPatch } from './schema.ts';
import { changeTag, createTag, deleteTag, putTag } from './store.ts';

const params = closed({
  tag: Type.String({
    'x-rule': 'reference',
    description: 'The id or slug of the tag.',
    examples: ['embedding'],
  }),
});
const tags = ['tags'];

export const tagRoutes: FastifyPluginAsyncTypebox = async (app) => {
  hideFromWrites(app, 'tag', tagList, (reference) => matchReference(entities.tag.table, reference));

  app.get(
    '/v1/tags',
    {
      config: { access: 'read', scope: (query) => scopeOf(tagList, query) },
      schema: {
        operationId: 'listTags',
        summary: 'List tags',
        description: 'Tags that published reviews have, and those made by themselves.',
        tags,
        querystring: listQuery(tagList),
        response: { 200: wholeOrFields(TagPage, TagFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(request, reply, await runList(app.db, tagList, request.query, request.viewer)),
  );

  app.get(
    '/v1/tags/:tag',
    {
      config: { access: 'read', scope: itself },
      schema: {
        operationId: 'getTag',
        summary: 'Read a tag',
        tags,
        params,
        querystring: detailQuery(tagList),
        response: { 200: wholeOrFields(Tag, TagFields) },
      },
    },
    async (request, reply) => {
      const { tag } = request.params;
      const found = await findTag(app.db, request.viewer, tag, request.query);
      if (found) nameFields(request, reply);
      return (
        found ?? redirectRenamed(app.db, request, reply, entities.tag, tag, tagList.visible(request.viewer))
      );
    },
  );

  app.post(
    '/v1/tags',
    {
      config: { access: 'taxonomy:write', conflicts: ['slug-taken', 'conflict'] },
      schema: {
        operationId: 'createTag',
        summary: 'Create a tag',
        description:
          'Public at once. (A tag that a review brings is public from its first published review on, and stays so when that is taken back, archived or deleted.)',
        tags,
        body: ref(NewTag),
        response: { 201: ref(Tag) },
      },
    },
    async (request, reply) =>
      sendCreated(request, reply, await createTag(app.db, request.body, request.viewer)),
  );

  app.put(
    '/v1/tags/:tag',
    {
      config: {
        examples: { params: { tag: 'reward-model' } },
        access: 'taxonomy:write',
        ifMatch: 'create',
        conflicts: ['slug-taken', 'conflict'],
      },
      schema: {
        operationId: 'replaceTag',
        summary: 'Replace a tag, or create it under a slug',
        description:
          'What is not sent is emptied; the slug stays when none is sent. A slug that no tag has is that of a new one; one that a tag had before is a 308, so that nothing is made twice.',
        tags,
        params,
        body: ref(NewTag),
        response: { 200: ref(Tag), 201: ref(Tag) },
      },
    },
    async (request, reply) => {
      const { params, expected, body, viewer } = request;
      return sendPut(request, reply, await putTag(app.db, params.tag, expected, body, viewer));
    },
  );

  app.patch(
    '/v1/tags/:tag',
    {
      config: {
        examples: { params: { tag: 'reward-model' } },
        access: 'taxonomy:write',
        ifMatch: true,
        conflicts: ['slug-taken', 'conflict'],
      },
      schema: {
        operationId: 'patchTag',
        summary: 'Change a tag',
        description: 'A JSON merge patch.',
        tags,
        params,
        body: ref(TagPatch),
        response: { 200: ref(Tag) },
      },
    },
    async ({ params: { tag }, expected, body, viewer }) => changeTag(app.db, tag, expected, body, viewer),
  );

  app.delete(
    '/v1/tags/:tag',
    {
      config: {
        examples: { params: { tag: 'reward-model' } },
        access: 'taxonomy:write',
        ifMatch: true,
        conflicts: ['in-use'],
      },
      schema: {
        operationId: 'deleteTag',
        summary: 'Delete a tag',
        description: 'Only a tag that no review has.',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params: { tag }, expected, viewer }, reply) => {
      await deleteTag(app.db, tag, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};
