import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireScope } from '../../access/viewer.ts';
import { type Scope, scopes } from '../../db/schema/tables.ts';
import { addStreamParser, allowStreaming, isStream, ndjson } from '../../http/streams.ts';
import { Problem } from '../../problems.ts';
import { ref } from '../../wire.ts';
import { ArchiveLine, ImportedArchive } from './schema.ts';
import { restoreArchive, spoolArchive } from './store.ts';

/** The scopes of what an archive contains. */
const readerScopes: Scope[] = ['drafts:read', 'history:read', 'audit:read', 'keys:manage'];

export const archiveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  addStreamParser(app);

  app.get(
    '/v1/archive.ndjson',
    {
      config: { access: 'key' },
      schema: {
        operationId: 'exportArchive',
        summary: 'Export everything',
        description: `Everything that the database holds at one moment, as newline-delimited JSON: drafts, working copies, history and the audit log, former slugs, and the names and scopes of keys, but not their secrets. It is made before its first byte is sent; one without its last line, \`{"end": …}\`, was cut off. Needs all of the scopes ${list(readerScopes)}.`,
        tags: ['sync'],
        response: {
          200: {
            description: 'A line that says what it is, one row a line, and a line that counts them.',
            content: { [ndjson]: { schema: Type.String({ description: 'One `ArchiveLine` a line.' }) } },
          },
        },
      },
    },
    async ({ viewer, method }, reply) => {
      for (const scope of readerScopes) requireScope(viewer, scope, 'An archive');
      reply.type(ndjson).header('Cache-Control', 'private, no-store');
      return reply.send(method === 'HEAD' ? '' : ((await spoolArchive(app.db)) as never));
    },
  );

  app.post(
    '/v1/archive',
    {
      // A repetition is refused: the database is no longer empty.
      config: { access: 'key', idempotencyKey: false, conflicts: ['conflict'] },
      validatorCompiler: (part) =>
        part.httpPart === 'body' ? () => true : (app.validatorCompiler?.(part) ?? (() => true)),
      schema: {
        operationId: 'importArchive',
        summary: 'Import everything',
        description: `An archive of \`GET /v1/archive.ndjson\`, of any length, into a database that holds nothing, no key either: ask with the one of the configuration (\`ADMIN_KEY\`). All of it or nothing: what is cut off or damaged leaves nothing behind. The answers are then the same, byte for byte. An archive is believed: its HTML is shown as it is. Its keys open nothing here. Needs every scope.`,
        tags: ['sync'],
        body: { content: { [ndjson]: { schema: ref(ArchiveLine) } } },
        response: { 200: ref(ImportedArchive) },
      },
    },
    async (request, reply) => {
      for (const scope of scopes) requireScope(request.viewer, scope, 'Importing an archive');
      const { body } = request as { body: unknown };
      if (!isStream(body)) throw new Problem('unsupported-media-type', `Send an archive as ${ndjson}.`);
      const stop = allowStreaming(request, reply);
      return { rows: await restoreArchive(app.db, body, stop) };
    },
  );
};

const list = (words: string[]) => words.map((word) => `\`${word}\``).join(', ');
