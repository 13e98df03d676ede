import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import type { TSchema } from 'typebox';
import { type Config, credentialsOf } from './config.ts';
import type { Db } from './db/driver/client.ts';
import { uuidv7 } from './db/schema/columns.ts';
import { auth, identification } from './http/plugins/auth.ts';
import { conditionalRequests } from './http/plugins/conditional-requests.ts';
import { connections } from './http/plugins/connections.ts';
import { cors, preflights } from './http/plugins/cors.ts';
import { formats } from './http/plugins/formats.ts';
import { idempotency } from './http/plugins/idempotency.ts';
import { limiting, limits } from './http/plugins/limits.ts';
import { logging } from './http/plugins/logging.ts';
import { openapi } from './http/plugins/openapi.ts';
import { operations } from './http/plugins/operations.ts';
import { overload, overloadOfReads } from './http/plugins/overload.ts';
import { ownAddresses } from './http/plugins/own-addresses.ts';
import { preconditions } from './http/plugins/preconditions.ts';
import { answerError, problemAnswers } from './http/plugins/problems.ts';
import { parseQuery, requests } from './http/plugins/requests.ts';
import { responseCache, responseCacheStore } from './http/plugins/response-cache.ts';
import { rewriteTarget, rewriting } from './http/plugins/rewriting.ts';
import { serialization } from './http/plugins/serialization.ts';
import { service } from './http/plugins/service.ts';
import { slicing } from './http/plugins/slicing.ts';
import { answerClientError, sockets } from './http/plugins/sockets.ts';
import { urls } from './http/plugins/urls.ts';
import { validation } from './http/plugins/validation.ts';
import { openLogger } from './log/logger.ts';
import { assetRoutes } from './pages/asset-routes.ts';
import { guideRoutes } from './pages/guide-routes.ts';
import { homeRoutes } from './pages/home-routes.ts';
import { problemRoutes } from './pages/problem-routes.ts';
import { ProblemSchema } from './problem-schema.ts';
import { archiveRoutes } from './resources/archive/routes.ts';
import { archiveComponents } from './resources/archive/schema.ts';
import { auditRoutes } from './resources/audit/routes.ts';
import { auditComponents } from './resources/audit/schema.ts';
import { batchRoutes } from './resources/batch/routes.ts';
import { batchComponents } from './resources/batch/schema.ts';
import { categoryRoutes } from './resources/categories/routes.ts';
import { categoryComponents } from './resources/categories/schema.ts';
import { changeRoutes } from './resources/changes/routes.ts';
import { changeComponents } from './resources/changes/schema.ts';
import { exportRoutes } from './resources/export/routes.ts';
import { feedRoutes } from './resources/feeds/routes.ts';
import { imageRoutes } from './resources/images/routes.ts';
import { imageComponents } from './resources/images/schema.ts';
import { keyRoutes } from './resources/keys/routes.ts';
import { keyComponents } from './resources/keys/schema.ts';
import { paperActionRoutes } from './resources/papers/action-routes.ts';
import { paperCitationRoutes } from './resources/papers/citation-routes.ts';
import { paperRoutes } from './resources/papers/routes.ts';
import { paperComponents } from './resources/papers/schema.ts';
import { redirectRoutes } from './resources/redirects/routes.ts';
import { redirectComponents } from './resources/redirects/schema.ts';
import { renderRoutes } from './resources/render/routes.ts';
import { renderComponents } from './resources/render/schema.ts';
import { draftRoutes } from './resources/reviews/drafts/draft-routes.ts';
import { draftComponents } from './resources/reviews/drafts/draft-schema.ts';
import { reviewCitationRoutes } from './resources/reviews/forms/citation-routes.ts';
import { reviewReadRoutes } from './resources/reviews/forms/read-routes.ts';
import { historyRoutes } from './resources/reviews/history/history-routes.ts';
import { historyComponents } from './resources/reviews/history/history-schema.ts';
import { lifeCycleRoutes } from './resources/reviews/life-cycle/life-cycle-routes.ts';
import { lifeCycleComponents } from './resources/reviews/life-cycle/life-cycle-schema.ts';
import { previewRoutes } from './resources/reviews/previews/preview-routes.ts';
import { previewComponents } from './resources/reviews/previews/preview-schema.ts';
import { relatedRoutes, reviewRoutes } from './resources/reviews/routes.ts';
import { reviewComponents } from './resources/reviews/schema.ts';
import { suggestionRoutes } from './resources/suggestions/routes.ts';
import { suggestionComponents } from './resources/suggestions/schema.ts';
import { tagRoutes } from './resources/tags/routes.ts';
import { tagComponents } from './resources/tags/schema.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';
import { FacetCount, Page } from './wire.ts';

declare module 'fastify' {
  interface FastifyInstance {
    config: Config;
    db: Db;
    /** The files of images. */
    storage: Storage;
  }
}

/** The named components of the OpenAPI document, and of validation and serialisation. */
const components: TSchema[] = [
  ...[ProblemSchema, Page, FacetCount],
  ...reviewComponents,
  ...lifeCycleComponents,
  ...draftComponents,
  ...historyComponents,
  ...previewComponents,
  ...renderComponents,
  ...paperComponents,
  ...tagComponents,
  ...categoryComponents,
  ...imageComponents,
  ...redirectComponents,
  ...keyComponents,
  ...suggestionComponents,
  ...changeComponents,
  ...auditComponents,
  ...batchComponents,
  ...archiveComponents,
];

/** Every plugin, in an order that their dependencies allow. */
export const plugins = [
  urls,
  rewriting,
  limits,
  responseCache,
  logging,
  cors,
  identification,
  limiting,
  preflights,
  problemAnswers,
  operations,
  validation,
  serialization,
  overload,
  connections,
  requests,
  preconditions,
  auth,
  sockets,
  idempotency,
  conditionalRequests,
  overloadOfReads,
  ownAddresses,
  formats,
  slicing,
  openapi,
  responseCacheStore,
];

const resources: FastifyPluginAsync[] = [
  reviewRoutes,
  relatedRoutes,
  reviewReadRoutes,
  renderRoutes,
  lifeCycleRoutes,
  draftRoutes,
  historyRoutes,
  previewRoutes,
  paperRoutes,
  paperActionRoutes,
  reviewCitationRoutes,
  paperCitationRoutes,
  tagRoutes,
  categoryRoutes,
  imageRoutes,
  redirectRoutes,
  keyRoutes,
  suggestionRoutes,
  changeRoutes,
  exportRoutes,
  auditRoutes,
  batchRoutes,
  archiveRoutes,
  feedRoutes,
  homeRoutes,
  problemRoutes,
  service,
  guideRoutes,
  assetRoutes,
];

/** The largest body: 8 MiB. */
const bodyLimit = 8 * 1024 * 1024;

/** The headers timeout in milliseconds, where REQUEST_TIMEOUT_MS is not shorter (Slowloris). */
const longestHeaders = 60_000;

/**
 * Builds the application: every plugin, then every resource. It listens nowhere yet.
 * @param order of the plugins; one that breaks a dependency is refused
 */
export async function buildApp(
  { config, db }: { config: Config; db: Db },
  order = plugins,
): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = await openLogger(config);
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: uuidv7,
    requestIdHeader: false,
    bodyLimit,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    http: {
      // Node's own answer to a missing host is no problem+json; requests.ts checks it.
      requireHostHeader: false,
      // Node swaps the two timeouts when that of headers is longer, and checks every 30 seconds by default.
      headersTimeout: Math.min(config.REQUEST_TIMEOUT_MS || longestHeaders, longestHeaders),
      connectionsCheckingInterval: 1000,
    },
    return503OnClosing: false,
    rewriteUrl: rewriteTarget as never,
    routerOptions: { maxParamLength: 8000, querystringParser: parseQuery as never },
    clientErrorHandler: answerClientError as never,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  });
  app.decorate('config', config);
  app.decorate('db', db);
  const storage = openStorage(config.IMAGES_URL, { credentials: credentialsOf(config) });
  app.decorate('storage', storage);
  app.addHook('onClose', () => storage.close());

  for (const plugin of order) await app.register(plugin, { components });
  for (const routes of resources) await app.register(routes);
  return app;
}
