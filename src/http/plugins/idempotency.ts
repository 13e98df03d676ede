import { createHash } from 'node:crypto';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { seal, unseal } from '../../access/seal.ts';
import {
  type AnswerToStore,
  claimKey,
  findStoredAnswer,
  type IdempotentWrite,
  type StoredAnswer,
  storeAnswer,
} from '../../db/unit-of-work/idempotency-store.ts';
import { Problem } from '../../problems.ts';
import { locateCreated } from '../answers.ts';
import { maybeAsync } from '../maybe-async.ts';
import { readBearer, requiredScope } from './auth.ts';
import { definePlugin } from './define.ts';
import { addressOf } from './urls.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `false`: a POST without `Idempotency-Key`, since its answer may not be stored, or it is idempotent itself. `sealed`: the
     * answer has a secret, and is stored encrypted with the caller's API key.
     */
    idempotencyKey?: false | 'sealed';
  }
  interface FastifyRequest {
    /** `Idempotency-Key`, on an operation that takes it. */
    idempotencyKey: string | null;
  }
}

/** Whether an operation takes an `Idempotency-Key`: every POST that requires a scope, unless declared otherwise. */
export function takesKey(
  method: string | string[],
  { access = 'open', idempotencyKey }: FastifyContextConfig,
): boolean {
  return method === 'POST' && requiredScope(access) !== null && idempotencyKey !== false;
}

/**
 * Idempotency keys (draft-ietf-httpapi-idempotency-key-header): a POST is carried out once, and its repetitions get the
 * stored answer. Refused and failed requests have written nothing and are not stored.
 */
export const idempotency = definePlugin('idempotency', ['auth', 'preconditions'], (app: FastifyInstance) => {
  app.decorateRequest('idempotencyKey', null);

  function readKey(request: FastifyRequest): string | null {
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST' || request.is404) return null;
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
    return key;
  }

  async function findReplay(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
  ): Promise<FastifyReply | undefined> {
    const { viewer } = request;
    const repeatable = { keyId: viewer.keyId, key, fingerprint: takeFingerprint(request) };
    const first = await findStoredAnswer(app.db, repeatable);
    if (first && first.fingerprint !== repeatable.fingerprint) throw new Problem('idempotency-key-reused');
    if (first) return replay(request, reply, unsealBody(request, requireBody(first)));
    const idempotency: IdempotentWrite = {
      claim: (tx) => claimKey(tx, repeatable),
      store: (tx, result, about = []) =>
        storeAnswer(tx, repeatable, sealBody(request, writeAnswer(request, reply, result, about))),
    };
    request.viewer = { ...viewer, idempotency };
    return undefined;
  }

  app.addHook('onRequest', (request, _reply, done) => {
    request.idempotencyKey = readKey(request);
    done();
  });
  app.addHook(
    'preHandler',
    maybeAsync((request, reply) =>
      request.idempotencyKey === null ? undefined : findReplay(request, reply, request.idempotencyKey),
    ),
  );
});

function takeFingerprint(request: FastifyRequest): string {
  const { method, url, sentBytes } = request;
  request.sentBytes = null;
  return createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(sentBytes ?? '')
    .digest('hex');
}

/** Serialises the answer ahead: an operation has one status of success, and its handler returns the result of the write. */
function writeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
  about: string[],
): AnswerToStore {
  const { response = {} } = (request.routeOptions.schema ?? {}) as { response?: object };
  const status = Object.keys(response).find((name) => name.startsWith('2')) ?? '';
  const serialize = reply.getSerializationFunction(status, 'application/json');
  if (!serialize) throw new Error(`${request.method} ${request.routeOptions.url} declares no answer as JSON`);
  const body = serialize(result as Record<string, unknown>);
  return {
    status: Number(status),
    location: status === '201' ? locateCreated(request, result as { id: string }) : null,
    body,
    shows: [...new Set([...about, ...idsIn(body)])],
  };
}

/** The ids of all entities in JSON text, where quotes in strings are escaped. */
const idsIn = (json: string) => Array.from(json.matchAll(/"id":"([0-9a-f-]{36})"/g), ([, id]) => id ?? '');

/** @throws Problem gone when an entity in the stored answer was purged */
function requireBody({ body, ...answer }: StoredAnswer): StoredAnswer & { body: string } {
  if (body !== null) return { ...answer, body };
  throw new Problem(
    'gone',
    'The request was carried out, and its first answer is no longer kept: something that it showed was deleted for good. It is not carried out again.',
  );
}

const isSealed = ({ routeOptions }: FastifyRequest) => routeOptions.config.idempotencyKey === 'sealed';

/** Encrypts an answer for storing, on `sealed` operations. */
function sealBody<Answer extends { body: string }>(request: FastifyRequest, answer: Answer): Answer {
  return isSealed(request) ? { ...answer, body: seal(answer.body, readBearer(request) ?? '') } : answer;
}

/** Decrypts a stored answer. @throws Problem idempotency-key-reused when the caller's API key has another secret now */
function unsealBody<Answer extends { body: string }>(request: FastifyRequest, answer: Answer): Answer {
  if (!isSealed(request)) return answer;
  const body = unseal(answer.body, readBearer(request) ?? '');
  if (body !== undefined) return { ...answer, body };
  throw new Problem(
    'idempotency-key-reused',
    'The first answer can be read with the API key that it was given to, and no other.',
  );
}

function replay(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, location, body }: StoredAnswer & { body: string },
): FastifyReply {
  if (location !== null) reply.header('Location', addressOf(request, location));
  return reply
    .code(status)
    .header('Idempotency-Replayed', 'true')
    .type('application/json; charset=utf-8')
    .serializer(() => body)
    .send(JSON.parse(body));
}
