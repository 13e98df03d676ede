import type { IncomingMessage } from 'node:http';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { writePolicy } from '../content/pages/layout.ts';
import { allEntities } from '../entities.ts';
import { type Format, inForms, json, prefersHtml } from '../http/plugins/formats.ts';
import { addressOf } from '../http/plugins/urls.ts';
import { addVary } from '../http/vary.ts';
import { version } from '../version.ts';
import { closed, NotModified } from '../wire.ts';
import { type PublicContent, readPublicContent } from './home.ts';
import { writeHome } from './home-page.ts';

const Home = closed({
  name: Type.String({ examples: ['Postil'] }),
  version: Type.String({ examples: [version] }),
  docs: Type.String({ description: 'Swagger UI.', examples: ['/docs'] }),
  guide: Type.String({ description: 'The documentation, as pages.', examples: ['/docs/guide/'] }),
  openapi: Type.String({ description: 'The OpenAPI document.', examples: ['/openapi.json'] }),
  ...Object.fromEntries(
    allEntities.map(({ plural }) => [plural, Type.String({ examples: [`/v1/${plural}`] })]),
  ),
});

const page: Format = {
  type: 'text/html',
  schema: Type.String({
    description: 'A page for people: the public counts, the latest public reviews, and where to go.',
  }),
  write: (answer: PublicContent | object, { site, links }) =>
    writeHome('counts' in answer ? answer : null, site, links),
  headers: { 'Content-Security-Policy': writePolicy() },
};

/** The name of the constraint, in find-my-way, that a browser's request meets. */
const wanted = 'wantedForm';

/**
 * The home: JSON, which needs no database, and a page for people, which is a public read. Two routes of `/`, told apart by a
 * constraint of the router, since the access control of a route does not depend on `Accept`.
 */
export const homeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/',
    {
      config: { access: 'open', formats: [json, page] },
      schema: {
        operationId: 'getHome',
        summary: 'Where things are',
        description: 'A browser gets the page of `/index.html` here.',
        tags: ['service'],
        response: { 200: Home, 304: NotModified },
      },
    },
    async (request) => ({
      name: 'Postil',
      version,
      docs: addressOf(request, '/docs/'),
      guide: addressOf(request, '/docs/guide/'),
      openapi: addressOf(request, '/openapi.json'),
      ...Object.fromEntries(allEntities.map(({ plural }) => [plural, addressOf(request, `/v1/${plural}`)])),
    }),
  );

  // What is not public is not shown: then the page has nothing of the database, and is the other form of `/`.
  if (app.config.PUBLIC_READ) {
    app.addConstraintStrategy({
      name: wanted,
      storage: () => {
        const handlers = new Map<unknown, never>();
        return {
          get: (value: unknown) => handlers.get(value) ?? null,
          set: (value: unknown, handler: never) => handlers.set(value, handler),
        };
      },
      validate: () => undefined,
      deriveConstraint: ({ url = '', headers }: IncomingMessage) =>
        /^\/(?:\?|$)/.test(url) && prefersHtml(headers.accept) ? 'page' : undefined,
    } as never);
    app.get(
      '/',
      {
        config: { access: 'read', formats: [page], lists: 'reviews', ignoresUnknown: true },
        constraints: { [wanted]: 'page' },
        schema: { hide: true },
        onRequest: negotiated,
      },
      async () => readPublicContent(app.db),
    );
  }
  app.get(
    '/index.html',
    {
      config: {
        access: app.config.PUBLIC_READ ? 'read' : 'open',
        formats: [page],
        lists: 'reviews',
        ignoresUnknown: true,
      },
      schema: {
        operationId: 'getHomePage',
        summary: 'The home page',
        description: 'What `/` shows to a browser, whatever is accepted.',
        tags: ['service'],
        response: { 200: inForms<PublicContent | object>('The page.') },
      },
    },
    async () => (app.config.PUBLIC_READ ? readPublicContent(app.db) : {}),
  );
};

/** Marks an answer that depends on `Accept`, which some shared caches ignore. */
async function negotiated(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  addVary(reply, 'Accept');
  request.isForSharedCaches = false;
}
