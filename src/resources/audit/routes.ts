import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sendPage } from '../../http/answers.ts';
import { listQuery } from '../../query/query.ts';
import { runList } from '../../query/run.ts';
import { wholeOrFields } from '../../wire.ts';
import { auditList } from './list.ts';
import { AuditFieldsPage, AuditPage } from './schema.ts';

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/audit',
    {
      config: { access: 'audit:read' },
      schema: {
        operationId: 'listAudit',
        summary: 'List who wrote what',
        description: 'Every write there was, newest first: each thing that a request wrote is an entry.',
        tags: ['audit'],
        querystring: listQuery(auditList),
        response: { 200: wholeOrFields(AuditPage, AuditFieldsPage) },
      },
    },
    async (request, reply) =>
      sendPage(request, reply, await runList(app.db, auditList, request.query, request.viewer)),
  );
};
