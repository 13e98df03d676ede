// Nothing but rendering: a bare Fastify that takes posts, derives what Postil derives of them in Postil's own threads,
// out of dist/, and stores nothing.
import fastify from 'fastify';

const pool = '../../dist/content/markdown/pool.js';
const { renderInThread } = (await import(pool)) as typeof import('../../src/content/markdown/pool.ts');

const app = fastify({ logger: false });
app.post('/v1/reviews', async ({ body }, reply) => {
  await renderInThread((body as { body: string }).body);
  return reply.code(201).send();
});

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
