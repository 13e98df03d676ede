import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireScope } from '../../access/viewer.ts';
import { tarType } from '../../archive/tar-read.ts';
import { type Scope, scopes } from '../../db/schema/tables.ts';
import {
  addStreamParser,
  addUploadParser,
  allowStreaming,
  isStream,
  linesOf,
  ndjson,
} from '../../http/streams.ts';
import { Problem } from '../../problems.ts';
import { ref } from '../../wire.ts';
import { ArchiveLine, ImportedArchive } from './schema.ts';
import { packArchive, restoreArchive, spoolArchive } from './store.ts';

/** The scopes of what an archive contains. */
const readerScopes: Scope[] = ['drafts:read', 'history:read', 'audit:read', 'keys:manage'];

export const archiveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  addStreamParser(app);
  addUploadParser(app, [tarType]);

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
            content: { [ndjson]: { schema: linesOf(ArchiveLine) } },
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

  app.get(
    '/v1/archive.tar',
    {
      config: { access: 'key', conflicts: ['storage-unavailable'] },
      schema: {
        operationId: 'exportArchiveWithImages',
        summary: 'Export everything, with the images',
        description: `A tar of \`archive.ndjson\`, which is what \`GET /v1/archive.ndjson\` answers, and behind it of the pictures as \`images/{id}.{ext}\`, in the order of their rows. The files are read while it is sent: one that lacks a file, or the two blocks of zeros at its end, was cut off. Needs all of the scopes ${list(readerScopes)}.`,
        tags: ['sync'],
        response: {
          200: {
            description: 'The tar (POSIX ustar).',
            content: { [tarType]: { schema: Type.String({ format: 'binary' }) } },
          },
        },
      },
    },
    async ({ viewer, method }, reply) => {
      for (const scope of readerScopes) requireScope(viewer, scope, 'An archive');
      reply.type(tarType).header('Cache-Control', 'private, no-store');
      return reply.send(method === 'HEAD' ? '' : ((await packArchive(app)) as never));
    },
  );

  app.post(
    '/v1/archive',
    {
      // A repetition is refused: the database is no longer empty.
      config: { access: 'key', idempotencyKey: false, conflicts: ['conflict', 'storage-unavailable'] },
      validatorCompiler: (part) =>
        part.httpPart === 'body' ? () => true : (app.validatorCompiler?.(part) ?? (() => true)),
      schema: {
        operationId: 'importArchive',
        summary: 'Import everything',
        description: `An archive of \`GET /v1/archive.tar\` or of \`GET /v1/archive.ndjson\`, of any length, into a database that holds nothing, no key either: ask with the one of the configuration (\`ADMIN_KEY\`). All of it or nothing: what is cut off, damaged, or has files that are not those of its images, leaves nothing behind. Of one without files, those of its images have to be in the storage already. The answers are then the same, byte for byte. An archive is believed: its HTML is shown as it is. Its keys open nothing here. Needs every scope.`,
        tags: ['sync'],
        body: {
          content: {
            [ndjson]: { schema: linesOf(ArchiveLine) },
            [tarType]: { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) },
          },
        },
        response: { 200: ref(ImportedArchive) },
      },
    },
    async (request, reply) => {
      for (const scope of scopes) requireScope(request.viewer, scope, 'Importing an archive');
      const { body } = request as { body: unknown };
      if (!isStream(body))
        throw new Problem('unsupported-media-type', `Send an archive as ${tarType} or ${ndjson}.`);
      const stop = allowStreaming(request, reply);
      return { rows: await restoreArchive(app, body, stop) };
    },
  );
};

const list = (words: string[]) => words.map((word) => `\`${word}\``).join(', ');
