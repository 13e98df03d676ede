import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';

const exposedHeaders = [
  ...['ETag', 'Last-Modified', 'Link', 'Location', 'Retry-After', 'X-Request-Id'],
  ...['Idempotency-Replayed', 'X-Cache', 'RateLimit', 'RateLimit-Policy'],
];

/**
 * Which pages of other origins may call (CORS): public reads any, calls with a key those of CORS_ORIGINS. A preflight
 * that asks for neither a key nor a write is one of a read.
 */
export const cors = plugin(async (app: FastifyInstance) => {
  const trusted = app.config.CORS_ORIGINS?.split(',').map((origin) => origin.trim()) ?? [];
  await app.register(fastifyCors, {
    delegator: (
      request: FastifyRequest,
      done: (error: Error | null, options?: FastifyCorsOptions) => void,
    ) => {
      const asked = request.headers['access-control-request-method'];
      const isTrusted = trusted.includes('*') || trusted.includes(request.headers.origin ?? '');
      done(null, {
        // Other OPTIONS are answered with `Allow`, like every method that is not there.
        preflight: request.method === 'OPTIONS' && asked !== undefined,
        origin: isPlainRead(request, asked)
          ? '*'
          : isTrusted && request.headers.origin !== undefined
            ? request.headers.origin
            : false,
        methods: isTrusted ? ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] : ['GET', 'HEAD'],
        exposedHeaders,
        maxAge: 600,
      });
    },
  });
});

function isPlainRead(request: FastifyRequest, asked: string | undefined): boolean {
  if (request.headers.authorization !== undefined) return false;
  const method = request.method === 'OPTIONS' ? asked : request.method;
  const headers = request.headers['access-control-request-headers'] ?? '';
  return (method === 'GET' || method === 'HEAD') && !/\bauthorization\b/i.test(headers);
}
