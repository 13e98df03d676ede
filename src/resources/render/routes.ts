import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { renderInThread } from '../../content/markdown/pool.ts';
import { storeResult } from '../../db/unit-of-work/idempotency-store.ts';
import { ref } from '../../wire.ts';
import { RenderingSchema, RenderRequest } from './schema.ts';

export const renderRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/v1/render',
    {
      config: { access: 'reviews:write' },
      schema: {
        operationId: 'renderMarkdown',
        summary: 'Preview Markdown',
        description:
          'Renders a body as a review with it would be rendered, and keeps nothing. One that cannot be, or takes more than two seconds, comes as its source with a warning, as in a review.',
        tags: ['reviews'],
        body: ref(RenderRequest),
        response: { 200: ref(RenderingSchema) },
      },
    },
    async ({ body: { body }, viewer }) => {
      const { warnings: renderWarnings, lexemes: _, ...rendering } = await renderInThread(body);
      const answer = { ...rendering, renderWarnings };
      await storeResult(app.db, viewer.idempotency, answer);
      return answer;
    },
  );
};
