import { createHash } from 'node:crypto';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { seal, unseal } from '../access/seal.ts';
import {
  type AnswerToStore,
  claimKey,
  findStoredAnswer,
  type IdempotentWrite,
  type StoredAnswer,
  storeAnswer,
} from '../db/idempotency-store.ts';
import { Problem } from '../problems.ts';
import { locateCreated } from './answers.ts';
import { readBearer, scopeOf } from './auth.ts';
import { definePlugin } from './define.ts';
import { step } from './step.ts';
import { addressOf } from './urls.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `false`: a POST that takes no `Idempotency-Key`, since its answer may not be kept, or it is safe to repeat by what
     * it holds. `sealed`: the answer tells a secret, and is kept so that only the key that it was given to opens it.
     */
    idempotencyKey?: false | 'sealed';
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

  async function findFirst(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
  ): Promise<FastifyReply | undefined> {
    const { viewer } = request;
    const repeatable = { keyId: viewer.keyId, key, fingerprint: takeFingerprint(request) };
    const first = await findStoredAnswer(app.db, repeatable);
    if (first && first.fingerprint !== repeatable.fingerprint) throw new Problem('idempotency-key-reused');
    if (first) return replay(request, reply, open(request, requireKept(first)));
    const idempotency: IdempotentWrite = {
      claim: (tx) => claimKey(tx, repeatable),
      store: (tx, result, about = []) =>
        storeAnswer(tx, repeatable, close(request, writeAnswer(request, reply, result, about))),
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
    step((request, reply) =>
      request.idempotencyKey === null ? undefined : findFirst(request, reply, request.idempotencyKey),
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

/** The answer as it will leave: an operation has one status of success, and its handler answers what was written. */
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

/** The ids of all things in an answer: in JSON no quote stands unescaped but for its own. */
const idsIn = (json: string) => Array.from(json.matchAll(/"id":"([0-9a-f-]{36})"/g), ([, id]) => id ?? '');

/** @throws Problem gone when something that the first answer showed is deleted for good */
function requireKept({ body, ...answer }: StoredAnswer): StoredAnswer & { body: string } {
  if (body !== null) return { ...answer, body };
  throw new Problem(
    'gone',
    'The request was carried out, and its first answer is no longer kept: something that it showed was deleted for good. It is not carried out again.',
  );
}

const isSealed = ({ routeOptions }: FastifyRequest) => routeOptions.config.idempotencyKey === 'sealed';

/** An answer as it is kept. */
function close<Kept extends { body: string }>(request: FastifyRequest, answer: Kept): Kept {
  return isSealed(request) ? { ...answer, body: seal(answer.body, readBearer(request) ?? '') } : answer;
}

/** An answer that was kept. @throws Problem idempotency-key-reused when the secret of its key is another now */
function open<Kept extends { body: string }>(request: FastifyRequest, answer: Kept): Kept {
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
