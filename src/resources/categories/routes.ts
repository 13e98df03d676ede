import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { entities } from '../../entities.ts';
import { detailQuery } from '../../list/query.ts';
import { scopeOf } from '../../list/scope.ts';
import { nameFields, sendCreated, sendPage } from '../../plugins/answers.ts';
import { itself } from '../../plugins/conditional-requests.ts';
import { redirectRenamed, sendPut } from '../../plugins/redirects.ts';
import { closed, ref, wholeOrFields } from '../../wire.ts';
import { categoryList, findCategory } from './list.ts';
import {
  Category,
  CategoryFields,
  CategoryFieldsPage,
  CategoryPage,
  CategoryPatch,
  NewCategory,
} from './schema.ts';
import { changeCategory, createCategory, deleteCategory, putCategory } from './store.ts';
import { categoriesQuery, listCategories } from './tree.ts';

const params = closed({
  category: Type.String({
    'x-rule': 'reference',
    description: 'The id or slug of the category.',
    examples: ['language-models'],
  }),
});
const tags = ['categories'];

export const categoryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/categories',
    {
      // A tree refuses parameters of lists, whatever they say.
      config: { access: 'read', literalQuery: true, scope: (query) => scopeOf(categoryList, query) },
      schema: {
        operationId: 'listCategories',
        summary: 'List categories',
        description:
          'The categories of all levels; with `tree=true` those at the root, each with its children, all in one answer.',
        tags,
        querystring: categoriesQuery,
        response: { 200: wholeOrFields(CategoryPage, CategoryFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(request, reply, await listCategories(app.db, request.query, request.viewer)),
  );

  app.get(
    '/v1/categories/:category',
    {
      config: { access: 'read', scope: itself },
      schema: {
        operationId: 'getCategory',
        summary: 'Read a category',
        tags,
        params,
        querystring: detailQuery(categoryList),
        response: { 200: wholeOrFields(Category, CategoryFields) },
      },
    },
    async (request, reply) => {
      const { category } = request.params;
      const found = await findCategory(app.db, request.viewer, category, request.query);
      if (found) nameFields(request, reply);
      return (
        found ??
        redirectRenamed(
          app.db,
          request,
          reply,
          entities.category,
          category,
          categoryList.visible(request.viewer),
        )
      );
    },
  );

  app.post(
    '/v1/categories',
    {
      config: { access: 'taxonomy:write', conflicts: ['slug-taken'] },
      schema: {
        operationId: 'createCategory',
        summary: 'Create a category',
        description: 'Public at once.',
        tags,
        body: ref(NewCategory),
        response: { 201: ref(Category) },
      },
    },
    async (request, reply) =>
      sendCreated(request, reply, await createCategory(app.db, request.body, request.viewer)),
  );

  app.put(
    '/v1/categories/:category',
    {
      config: {
        examples: { params: { category: 'preference-optimization' } },
        access: 'taxonomy:write',
        ifMatch: 'create',
        conflicts: ['slug-taken', 'conflict'],
      },
      schema: {
        operationId: 'replaceCategory',
        summary: 'Replace a category, or create it under a slug',
        description:
          'What is not sent is emptied; the slug stays when none is sent. A slug that no category has is that of a new one; one that a category had before is a 308, so that nothing is made twice.',
        tags,
        params,
        body: ref(NewCategory),
        response: { 200: ref(Category), 201: ref(Category) },
      },
    },
    async (request, reply) => {
      const { params, expected, body, viewer } = request;
      return sendPut(request, reply, await putCategory(app.db, params.category, expected, body, viewer));
    },
  );

  app.patch(
    '/v1/categories/:category',
    {
      config: {
        examples: { params: { category: 'preference-optimization' } },
        access: 'taxonomy:write',
        ifMatch: true,
        conflicts: ['slug-taken', 'conflict'],
      },
      schema: {
        operationId: 'patchCategory',
        summary: 'Change a category',
        description: 'A JSON merge patch.',
        tags,
        params,
        body: ref(CategoryPatch),
        response: { 200: ref(Category) },
      },
    },
    async ({ params: { category }, expected, body, viewer }) =>
      changeCategory(app.db, category, expected, body, viewer),
  );

  app.delete(
    '/v1/categories/:category',
    {
      config: {
        examples: { params: { category: 'preference-optimization' } },
        access: 'taxonomy:write',
        ifMatch: true,
        conflicts: ['in-use'],
      },
      schema: {
        operationId: 'deleteCategory',
        summary: 'Delete a category',
        description: 'Only a category that holds no reviews and no categories.',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is gone.' }) },
      },
    },
    async ({ params: { category }, expected, viewer }, reply) => {
      await deleteCategory(app.db, category, expected, viewer);
      return reply.code(204).send(null);
    },
  );
};
