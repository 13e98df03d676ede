import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { operator } from '../../access/viewer.ts';
import type { Db } from '../../db/driver/client.ts';
import { storeResult } from '../../db/unit-of-work/idempotency-store.ts';
import { ref } from '../../wire.ts';
import { findImage } from '../images/list.ts';
import { derive } from '../reviews/rendering/rendering.ts';
import type { ReviewSummary } from '../reviews/schema.ts';
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
      const { columns } = await derive(app.db, body);
      const { figures, cover, rendererVersion: _, ...rendering } = columns;
      const answer = { ...rendering, cover: await findFigure(app.db, cover, figures) };
      await storeResult(app.db, viewer.idempotency, answer);
      return answer;
    },
  );
};

/** The first figure of a body, as the cover of a review. */
async function findFigure(db: Db, url: string | null, [id]: string[]): Promise<ReviewSummary['cover']> {
  const image = url === null && id !== undefined ? await findImage(db, operator, id) : undefined;
  if (!image && url === null) return null;
  const elsewhere = {
    id: null,
    url: url ?? '',
    width: null,
    height: null,
    alt: '',
    placeholder: null,
    color: null,
  };
  return { isChosen: false, variants: [], ...(image ?? elsewhere) };
}
