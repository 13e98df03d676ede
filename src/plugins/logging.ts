import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

/** One line per request: what was asked and answered, by which key; never a header, a query or a body. */
export const logging = plugin((app: FastifyInstance) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.viewer?.keyId ? { key: request.viewer.keyId } : {}),
      },
      'request',
    );
    done();
  });
});
