import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import { closeDatabase, type Db, openDatabase } from '../../db/driver/client.ts';
import { connectionFault, faultOf, summarizeFault } from '../../db/driver/faults.ts';
import { findReadinessFault } from '../../db/migrations/migrate.ts';
import { allEntities } from '../../entities.ts';
import { type ProblemCode, type ProblemType, problems } from '../../problem-types.ts';
import { defaultDetail, Problem } from '../../problems.ts';
import { version } from '../../version.ts';
import { closed, oneOf } from '../../wire.ts';
import { describeServer } from './openapi.ts';
import { typeOf } from './problems.ts';
import { addressOf, problemUrlsOf } from './urls.ts';

const Home = closed({
  name: Type.String({ examples: ['Postil'] }),
  version: Type.String({ examples: [version] }),
  docs: Type.String({ description: 'Swagger UI.', examples: ['/docs'] }),
  openapi: Type.String({ description: 'The OpenAPI document.', examples: ['/openapi.json'] }),
  ...Object.fromEntries(
    allEntities.map(({ plural }) => [plural, Type.String({ examples: [`/v1/${plural}`] })]),
  ),
});
const Health = closed({ status: Type.String({ examples: ['ok'] }) });
const ProblemPage = closed({
  type: Type.String({ examples: ['/problems/not-found'] }),
  title: Type.String({ description: 'What kind of problem it is.' }),
  status: Type.Integer({ description: 'The HTTP status that comes with it.', examples: [404] }),
  code: Type.String({ description: 'Its name, which does not change.', examples: ['not-found'] }),
  cause: Type.String({ description: 'What it means.' }),
  remedy: Type.String({ description: 'What to do.' }),
  example: closed(
    {
      request: Type.String({ description: 'The request, in short.', examples: ['GET /v1/review'] }),
      detail: Type.String({ description: 'What its answer says.' }),
    },
    { description: 'A request that gets it.' },
  ),
});

const tags = ['service'];

/** The routes of the service itself. */
export const service: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/',
    {
      config: { access: 'open' },
      schema: { operationId: 'getHome', summary: 'Where things are', tags, response: { 200: Home } },
    },
    async (request) => ({
      name: 'Postil',
      version,
      docs: addressOf(request, '/docs/'),
      openapi: addressOf(request, '/openapi.json'),
      ...Object.fromEntries(allEntities.map(({ plural }) => [plural, addressOf(request, `/v1/${plural}`)])),
    }),
  );

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

  app.get(
    '/problems/:code',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getProblem',
        summary: 'What a problem means',
        description: 'The `type` of every error leads here.',
        tags,
        params: closed({ code: oneOf(Object.keys(problems), { description: 'The code of the problem.' }) }),
        response: { 200: ProblemPage },
      },
    },
    async (request) => {
      const { code } = request.params;
      const { example, ...described }: ProblemType = problems[code as ProblemCode];
      const type = typeOf(code as ProblemCode, problemUrlsOf(request));
      const detail = example.detail ?? defaultDetail(code as ProblemCode);
      return { type, code, ...described, example: { request: example.request, detail } };
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
