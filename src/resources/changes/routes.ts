import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { closed, ref } from '../../wire.ts';
import { listChanges } from './list.ts';
import { Changes } from './schema.ts';

export const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/changes',
    {
      config: { access: 'read', conflicts: ['gone'] },
      schema: {
        operationId: 'listChanges',
        summary: 'What changed since a version',
        description:
          'For mirrors and static builders: everything whose public answer changed after a public version, what is gone included. Keep `version` and send it as `since` the next time; go on with `page.next` while it is not null.',
        tags: ['sync'],
        querystring: closed({
          since: Type.Optional(
            Type.Integer({
              minimum: 0,
              default: 0,
              maximum: Number.MAX_SAFE_INTEGER,
              description: 'The public version that the caller has; 0 for everything.',
            }),
          ),
          limit: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 10_000,
              default: 1000,
              description: 'How many changes a page has; more when one version has more.',
            }),
          ),
        }),
        response: { 200: ref(Changes) },
      },
    },
    async ({ query: { since = 0, limit = 1000 } }) => listChanges(app.db, since, limit),
  );
};
