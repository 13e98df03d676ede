import type { IncomingHttpHeaders } from 'node:http';
import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { addVary } from './vary.ts';

const exposedHeaders = [
  ...['ETag', 'Last-Modified', 'Link', 'Location', 'Retry-After', 'X-Request-Id'],
  ...['Idempotency-Replayed', 'X-Cache', 'RateLimit', 'RateLimit-Policy'],
];

const exposed = exposedHeaders.join(', ');

/**
 * Which pages of other origins may call (CORS): public reads any, calls with a key those of CORS_ORIGINS. A preflight
 * that asks for neither a key nor a write is one of a read.
 */
export const cors = plugin(async (app: FastifyInstance) => {
  const trusted = app.config.CORS_ORIGINS?.split(',').map((origin) => origin.trim()) ?? [];
  const isTrusted = ({ origin = '' }: IncomingHttpHeaders) =>
    trusted.includes('*') || trusted.includes(origin);
  const allow = (request: FastifyRequest, asked?: string) => {
    if (isPlainRead(request, asked)) return '*';
    return (isTrusted(request.headers) && request.headers.origin) || false;
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'OPTIONS') {
      addVary(reply, 'Origin');
      const origin = allow(request);
      if (origin !== false)
        reply.header('Access-Control-Allow-Origin', origin).header('Access-Control-Expose-Headers', exposed);
    }
    done();
  });

  // Apart, so that other requests do not go through it.
  await app.register(async (preflights) => {
    await preflights.register(fastifyCors, {
      delegator: (
        request: FastifyRequest,
        done: (error: Error | null, options?: FastifyCorsOptions) => void,
      ) => {
        const asked = request.headers['access-control-request-method'];
        done(null, {
          // Other OPTIONS are answered with `Allow`, like every method that is not there.
          preflight: asked !== undefined,
          origin: allow(request, asked),
          methods: isTrusted(request.headers)
            ? ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
            : ['GET', 'HEAD'],
          exposedHeaders,
          maxAge: 600,
        });
      },
    });
  });
});

function isPlainRead(request: FastifyRequest, asked: string | undefined): boolean {
  if (request.headers.authorization !== undefined) return false;
  const method = request.method === 'OPTIONS' ? asked : request.method;
  const headers = request.headers['access-control-request-headers'] ?? '';
  return (method === 'GET' || method === 'HEAD') && !/\bauthorization\b/i.test(headers);
}
