import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import { closeDatabase, type Db, openDatabase } from '../../db/driver/client.ts';
import { connectionFault, faultOf, summarizeFault } from '../../db/driver/faults.ts';
import { findReadinessFault } from '../../db/migrations/migrate.ts';
import { Problem } from '../../problems.ts';
import { closed } from '../../wire.ts';
import { describeServer } from './openapi.ts';

const Health = closed({ status: Type.String({ examples: ['ok'] }) });
const tags = ['service'];

/** The routes of the service itself. */
export const service: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/openapi.json',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getOpenapi',
        summary: 'This document',
        tags,
        response: {
          200: Type.Unsafe<object>({
            type: 'object',
            additionalProperties: true,
            description: 'OpenAPI 3.1.',
          }),
        },
      },
    },
    async (request) => {
      const { url, isVouchedFor } = app.urls.readBase(request.raw);
      return describeServer(request, app.swagger(), isVouchedFor ? url : undefined);
    },
  );

  app.get(
    '/health/live',
    {
      config: { access: 'open', isProbe: true },
      schema: {
        operationId: 'getLiveness',
        summary: 'Whether the process works',
        tags,
        response: { 200: Health },
      },
    },
    async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
      return { status: 'ok' };
    },
  );

  const askReadiness = singleflight(() => findFaultOnNewConnection(app.db, app.config));
  app.get(
    '/health/ready',
    {
      config: { access: 'open', unavailable: true, isProbe: true },
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether requests can be served',
        description:
          '503 when the database is away, starting, refuses the role, takes no writes, is not migrated or cannot index Hangul, and while a shutdown is announced: `detail` says which.',
        tags,
        response: { 200: Health },
      },
    },
    async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      if (app.connections.isShuttingDown)
        throw new Problem('unavailable', 'The service is shutting down.', {
          headers: { 'Retry-After': '1' },
        });
      const fault = await withinSeconds(2, askReadiness()).catch((error: unknown) => {
        const { kind, reason } = faultOf(error);
        if (kind === 'bug')
          request.log.error({ cause: summarizeFault(error) }, 'the database cannot be judged');
        return reason;
      });
      if (fault !== null) throw new Problem('unavailable', fault, { headers: { 'Retry-After': '1' } });
      return { status: 'ok' };
    },
  );
};

/**
 * The readiness check, on a new connection while the pool is exhausted, which is no fault of the database, and after a fault:
 * a new connection may lead to a server that was promoted.
 */
async function findFaultOnNewConnection(db: Db, config: Config): Promise<string | null> {
  if (!db.$client.isBusy()) {
    if ((await findReadinessFault(db)) === null) return null;
    db.$client.renew();
  }
  const apart = openDatabase(db.$connection, { ...config, POOL_SIZE: 1 });
  try {
    return await findReadinessFault(apart);
  } finally {
    void closeDatabase(apart, 0);
  }
}

/** Concurrent callers share the work. */
function singleflight<T>(work: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | null = null;
  return () => {
    doing ??= work().finally(() => {
      doing = null;
    });
    return doing;
  };
}

async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(connectionFault('The database does not answer')), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
