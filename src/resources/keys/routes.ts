import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { sendCreated, sendPage } from '../../http/answers.ts';
import { listQuery } from '../../query/query.ts';
import { runList } from '../../query/run.ts';
import { closed, ref, wholeOrFields } from '../../wire.ts';
import { keyList } from './list.ts';
import { CreatedKey, Key, KeyFieldsPage, KeyPage, KeyPatch, KeyRotation, NewKey } from './schema.ts';
import { createKey, patchKey, revokeKey, rotateKey } from './store.ts';

const params = closed({
  key: Type.String({ description: 'The id of the key.', examples: ['018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10'] }),
});
const tags = ['keys'];

export const keyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/keys',
    {
      config: { access: 'keys:manage' },
      schema: {
        operationId: 'listKeys',
        summary: 'List the keys',
        description:
          'Those whose scopes the key that asks has too; revoked and expired ones as well, never a secret.',
        tags,
        querystring: listQuery(keyList),
        response: { 200: wholeOrFields(KeyPage, KeyFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(request, reply, await runList(app.db, keyList, request.query, request.viewer)),
  );

  app.post(
    '/v1/keys',
    {
      // The answer has the secret, which is not stored.
      config: { access: 'keys:manage', idempotencyKey: false },
      schema: {
        operationId: 'createKey',
        summary: 'Make a key',
        description:
          'The answer shows the secret, this once. It has no other scopes than the key that asks, and expires no later.',
        tags,
        body: ref(NewKey),
        response: { 201: ref(CreatedKey) },
      },
    },
    async (request, reply) =>
      sendCreated(request, reply, await createKey(app.db, request.body, request.viewer)),
  );

  app.patch(
    '/v1/keys/:key',
    {
      config: { access: 'keys:manage', conflicts: ['conflict'] },
      schema: {
        operationId: 'patchKey',
        summary: 'Rename a key, or move its expiry',
        description:
          'A JSON merge patch. It expires no later than the key that asks; one that has expired works again. A key with scopes that the one that asks has not is a 404.',
        tags,
        params,
        body: ref(KeyPatch),
        response: { 200: ref(Key) },
      },
    },
    async ({ params: { key }, body, viewer }) => patchKey(app.db, key, body, viewer),
  );

  app.post(
    '/v1/keys/:key/rotate',
    {
      // The answer has the secret, which is not stored.
      config: {
        ...{ access: 'keys:manage', idempotencyKey: false },
        ...{ bodyOptional: true, conflicts: ['conflict'] },
      },
      schema: {
        operationId: 'rotateKey',
        summary: 'Give a key another secret',
        description:
          'The answer shows it, this once. The secret that the key has now works too until the overlap ends, so that what uses it can be given the new one; one from before that ends at once. Id, scopes and expiry stay.',
        tags,
        params,
        body: ref(KeyRotation),
        response: { 200: ref(CreatedKey) },
      },
    },
    async ({ params: { key }, body, viewer }) => rotateKey(app.db, key, body, viewer),
  );

  app.delete(
    '/v1/keys/:key',
    {
      config: { access: 'keys:manage' },
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke a key',
        description: 'From now on every request with it is a 401. It stays in the list.',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is revoked.' }) },
      },
    },
    async ({ params: { key }, viewer }, reply) => {
      await revokeKey(app.db, key, viewer);
      return reply.code(204).send(null);
    },
  );
};
