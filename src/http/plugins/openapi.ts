import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allEntities } from '../../entities.ts';
import { type ProblemCode, problems } from '../../problem-types.ts';
import { Problem } from '../../problems.ts';
import { version } from '../../version.ts';
import { composeDocument } from '../document/compose.ts';
import type { ProblemExamples } from '../document/examples.ts';
import type { DocumentObject } from '../document/operation.ts';
import { logo, mark, plugin, styleSheet } from '../document/page.ts';
import { publicBase } from '../site/url-builder.ts';
import { definePlugin } from './define.ts';
import { describeProblem } from './problems.ts';
import { addressOf } from './urls.ts';

/** A Content-Security-Policy of the own origin; Swagger UI needs style attributes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const description = `Papers, reviews, tags and categories as typed JSON.

Published things can be read by everybody. Writing, and reading drafts, needs a key: \`Authorization: Bearer pst_…\`.
Lists answer \`{ data, page }\` with cursors; one thing is answered bare, with an ETag that a change needs in \`If-Match\`.
Every error is \`application/problem+json\` (RFC 9457), with all faults of the input at once.`;

/** The OpenAPI document, generated from the route schemas, and Swagger UI. */
export const openapi = definePlugin('openapi', ['validation', 'formats'], async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Postil',
        version,
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicBase(app.config) ?? '/' }],
      tags: [
        ...allEntities.map(({ plural, description }) => ({ name: plural, description })),
        { name: 'citations', description: 'Papers and reviews as reference managers take them.' },
        { name: 'feeds', description: 'For feed readers and crawlers.' },
        { name: 'search', description: 'Finding things while typing.' },
        { name: 'sync', description: 'For mirrors and static builders.' },
        { name: 'keys', description: 'API keys and their scopes.' },
        { name: 'audit', description: 'Who wrote what, and when.' },
        { name: 'service', description: 'The service itself.' },
      ],
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'pst_<key id>_<random><checksum>',
            description: 'An API key.',
          },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json.$id === 'string' ? json.$id : `def-${index}`,
    },
    transformObject: (document) => {
      const published = 'openapiObject' in document ? document.openapiObject : document.swaggerObject;
      return composeDocument(published as DocumentObject, problemExamples()) as typeof published;
    },
  });

  await app.register(swaggerUi, {
    // Without the trailing slash, which is a redirect's target.
    routePrefix: '/docs',
    staticCSP: false,
    uiConfig: {
      tryItOutEnabled: true,
      displayRequestDuration: true,
      docExpansion: 'list',
      filter: true,
      persistAuthorization: true,
      defaultModelsExpandDepth: 0,
      plugins: [
        (system: unknown) =>
          (globalThis as unknown as { postilPlugin: (system: unknown) => object }).postilPlugin(system),
      ],
      operationsSorter: deleteLast as never,
      validatorUrl: null,
    },
    logo: { type: 'image/svg+xml', content: logo },
    theme: {
      title: 'Postil',
      css: [{ filename: 'postil.css', content: styleSheet }],
      js: [{ filename: 'postil.js', content: plugin }],
      favicon: [{ filename: 'postil.svg', rel: 'icon', sizes: 'any', type: 'image/svg+xml', content: mark }],
    },
    uiHooks: { onRequest: redirectToPage },
    transformSpecificationClone: false,
    transformSpecification: (document, request) => describeServer(request, document),
  });

  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/docs') && !reply.hasHeader('Content-Security-Policy'))
      reply.header('Content-Security-Policy', contentSecurityPolicy);
    reply.header('X-Content-Type-Options', 'nosniff');
    done();
  });
});

/** What a problem of each code looks like: by the request that gets it in the catalogue. */
function problemExamples(): ProblemExamples {
  const codes = Object.keys(problems) as ProblemCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const example: ProblemExample = problems[code].example;
      const [, path = ''] = example.request.split(/[ ?]/);
      const problem = new Problem(code, example.detail);
      return [code, { value: describeProblem(problem, path, { prefix: '', types: '' }) }];
    }),
  );
}

interface ProblemExample {
  request: string;
  detail?: string;
}

/**
 * Redirects to the canonical address of the page, with a trailing slash and without a query: its links are relative.
 */
function redirectToPage(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { url } = request;
  if (!/^\/docs(\/static\/index\.html|\/?\?.*)?$/.test(url)) done();
  else reply.code(308).header('Location', addressOf(request, '/docs/')).send();
}

/** The document with `servers`: an absolute URL where it is trusted, for copies of the document. */
export function describeServer<Document extends object>(
  request: FastifyRequest,
  document: Document,
  url: string = addressOf(request, '/').replace(/(.)\/$/, '$1'),
): Document {
  return { ...document, servers: [{ url }] };
}

/**
 * Sorts DELETE to the end of a group, else as in the document: the others need what it deletes. The function is sent to the
 * browser as its source.
 */
const deleteLast = (a: Map<string, string>, b: Map<string, string>) =>
  Number(a.get('method') === 'delete') - Number(b.get('method') === 'delete');
