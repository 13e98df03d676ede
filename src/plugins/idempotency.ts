import { createHash } from 'node:crypto';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { claimKey, type FirstAnswer, findFirstAnswer, keepAnswer, type Once } from '../db/once.ts';
import { Problem } from '../problems.ts';
import { locateCreated } from './answers.ts';
import { scopeOf } from './auth.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A POST that takes no `Idempotency-Key`: its answer may not be kept, or it is safe to repeat by what it holds. */
    idempotencyKey?: false;
  }
  interface FastifyRequest {
    /** What `Idempotency-Key` said, on an operation that takes it. */
    idempotencyKey: string | null;
  }
}

/** Whether an operation takes an `Idempotency-Key`: every POST that needs a scope, unless it says otherwise. */
export function takesKey(
  method: string | string[],
  { access = 'open', idempotencyKey }: FastifyContextConfig,
): boolean {
  return method === 'POST' && scopeOf(access) !== null && idempotencyKey !== false;
}

/**
 * A POST with an `Idempotency-Key` is carried out once: repeated, it gets its first answer again. What was refused or
 * failed wrote nothing and is not kept; the repetition is a first try. (After draft-ietf-httpapi-idempotency-key-header.)
 */
export const idempotency = plugin((app: FastifyInstance) => {
  app.decorateRequest('idempotencyKey', null);

  app.addHook('onRequest', async (request) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST' || request.is404) return;
    if (!takesKey('POST', request.routeOptions.config)) {
      throw new Problem(
        'malformed-request',
        'This operation takes no Idempotency-Key: its answer is not kept. Leave the header out.',
      );
    }
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new Problem(
        'malformed-request',
        'An Idempotency-Key is 1 to 255 visible ASCII characters without spaces, such as a UUID.',
      );
    }
    request.idempotencyKey = key;
  });

  app.addHook('preHandler', async (request, reply) => {
    const { idempotencyKey: key, viewer } = request;
    if (key === null) return;
    const repeatable = { keyId: viewer.keyId, key, fingerprint: takeFingerprint(request) };
    const first = await findFirstAnswer(app.db, repeatable);
    if (first && first.fingerprint !== repeatable.fingerprint) throw new Problem('idempotency-key-reused');
    if (first) return replay(reply, first);
    const once: Once = {
      claim: (tx) => claimKey(tx, repeatable),
      keep: (tx, result) => keepAnswer(tx, repeatable, writeAnswer(request, reply, result)),
    };
    request.viewer = { ...viewer, once };
  });
});

function takeFingerprint(request: FastifyRequest): string {
  const { method, url, sentBytes } = request;
  request.sentBytes = null;
  return createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(sentBytes ?? '')
    .digest('hex');
}

/** The answer as it will leave: an operation has one status of success, and its handler answers what was written. */
function writeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
): Omit<FirstAnswer, 'fingerprint'> {
  const { response = {} } = (request.routeOptions.schema ?? {}) as { response?: object };
  const status = Object.keys(response).find((name) => name.startsWith('2')) ?? '';
  const serialize = reply.getSerializationFunction(status, 'application/json');
  if (!serialize) throw new Error(`${request.method} ${request.routeOptions.url} declares no answer as JSON`);
  return {
    status: Number(status),
    location: status === '201' ? locateCreated(request, result as { id: string }) : null,
    body: serialize(result as Record<string, unknown>),
  };
}

function replay(reply: FastifyReply, { status, location, body }: FirstAnswer): FastifyReply {
  if (location !== null) reply.header('Location', location);
  return reply
    .code(status)
    .header('Idempotency-Replayed', 'true')
    .type('application/json; charset=utf-8')
    .serializer(() => body)
    .send(JSON.parse(body));
}
