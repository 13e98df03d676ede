import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

/**
 * One line per request: what was asked and answered, by which key; never a header, a query or a body. Requests have no
 * logger of their own, which would be made for each and mostly say nothing: what is logged of one names it by itself.
 */
export const logging = plugin((app: FastifyInstance) => {
  app.setChildLoggerFactory((logger) => logger);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        reqId: request.id,
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
