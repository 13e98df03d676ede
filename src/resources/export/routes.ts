import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { linesOf, ndjson } from '../../http/streams.ts';
import { keepHeapTight } from '../../runtime/heap.ts';
import { startSlices } from '../../runtime/slices.ts';
import { Review } from '../reviews/schema.ts';
import { streamReviews } from './stream.ts';

export const exportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/export.ndjson',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'exportReviews',
        summary: 'Export the reviews',
        description:
          'Every published review, or with `drafts:read` every one, as newline-delimited JSON: one `Review` a line, by id. A stream that ends before its last line break was cut off.',
        tags: ['sync'],
        response: {
          200: {
            description: 'One `Review` a line.',
            content: { [ndjson]: { schema: linesOf(Review) } },
          },
        },
      },
    },
    async ({ viewer }, reply) => {
      const lines = async function* () {
        const release = keepHeapTight();
        const pause = startSlices();
        try {
          for await (const batch of streamReviews(app.db, viewer)) {
            // Line by line, so that each is garbage of the young generation.
            for (const review of batch) {
              await pause();
              yield `${JSON.stringify(review)}\n`;
            }
          }
        } finally {
          release();
        }
      };
      if (!viewer.authenticated) reply.header('Surrogate-Key', 'reviews');
      reply
        .type(ndjson)
        .header(
          'Cache-Control',
          viewer.authenticated ? 'private, no-store' : 'public, max-age=0, must-revalidate',
        );
      return reply.send(Readable.from(lines()) as never);
    },
  );
};
