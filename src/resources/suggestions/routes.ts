import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { closed, ref } from '../../wire.ts';
import { suggest } from './list.ts';
import { Suggestions } from './schema.ts';

export const suggestionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/suggest',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'suggest',
        summary: 'Suggest while typing',
        description:
          'Tags, categories, papers and reviews whose name, or a word of it, begins with what is typed; half-typed syllables too.',
        tags: ['search'],
        querystring: closed({
          q: Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'What has been typed so far.',
            examples: ['임베'],
          }),
        }),
        response: { 200: ref(Suggestions) },
      },
    },
    async ({ query, viewer }) => suggest(app.db, viewer, query.q),
  );
};
