import type { IncomingHttpHeaders } from 'node:http';
import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { addVary } from '../vary.ts';
import { definePlugin } from './define.ts';

const exposedHeaders = [
  ...['ETag', 'Last-Modified', 'Link', 'Location', 'Retry-After', 'X-Request-Id'],
  ...['Idempotency-Replayed', 'X-Cache', 'RateLimit', 'RateLimit-Policy'],
];

const exposed = exposedHeaders.join(', ');

/** The part of a request that both node:http and Fastify have. */
interface CorsRequest {
  method?: string;
  headers: IncomingHttpHeaders;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The CORS headers of an answer, names and values alternating. */
    describeOrigins(request: CorsRequest): string[];
  }
}

/** CORS: any origin for public reads, those of CORS_ORIGINS for requests with a key. */
export const cors = definePlugin('cors', ['logging'], (app: FastifyInstance) => {
  const { allow } = readOrigins(app);
  app.decorate('describeOrigins', (request) => {
    const origin = allow(request);
    if (origin === false) return [];
    return ['access-control-allow-origin', origin, 'access-control-expose-headers', exposed];
  });

  app.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'OPTIONS') {
      addVary(reply, 'Origin');
      const headers = app.describeOrigins(request);
      for (let at = 0; at < headers.length; at += 2) reply.header(`${headers[at]}`, headers[at + 1]);
    }
    done();
  });
});

/**
 * CORS preflights, which count for the rate limit; one without Authorization and for a read method is a public read's.
 * @fastify/cors is encapsulated, so that other requests skip its hooks.
 */
export const preflights = definePlugin('preflights', ['cors', 'limiting'], (app: FastifyInstance) =>
  app.register(answerPreflights),
);

async function answerPreflights(app: FastifyInstance): Promise<void> {
  const { allow, isTrusted } = readOrigins(app);
  await app.register(fastifyCors, {
    delegator: (request: CorsRequest, done: (error: Error | null, options?: FastifyCorsOptions) => void) => {
      const asked = request.headers['access-control-request-method'];
      done(null, {
        // Other OPTIONS are answered with `Allow`, like unsupported methods.
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
}

function readOrigins({ config }: FastifyInstance) {
  const trusted = config.CORS_ORIGINS?.split(',').map((origin) => origin.trim()) ?? [];
  const isTrusted = ({ origin = '' }: IncomingHttpHeaders) =>
    trusted.includes('*') || trusted.includes(origin);
  const allow = (request: CorsRequest, asked?: string) => {
    if (isPlainRead(request, asked)) return '*';
    return (isTrusted(request.headers) && request.headers.origin) || false;
  };
  return { allow, isTrusted };
}

function isPlainRead(request: CorsRequest, asked: string | undefined): boolean {
  if (request.headers.authorization !== undefined) return false;
  const method = request.method === 'OPTIONS' ? asked : request.method;
  const headers = request.headers['access-control-request-headers'] ?? '';
  return (method === 'GET' || method === 'HEAD') && !/\bauthorization\b/i.test(headers);
}
