import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allEntities } from '../entities.ts';
import { publicBase } from '../site/url-builder.ts';
import { version } from '../version.ts';
import { definePlugin } from './define.ts';
import { addressOf } from './urls.ts';

/** Only what the page needs of its own origin; Swagger UI sets styles by attribute. */
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

/** The document of every operation, made of the route schemas, and Swagger UI on it. */
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
      return JSON.parse(JSON.stringify(published, publish));
    },
  });

  await app.register(swaggerUi, {
    // Its assets without the slash at the end, which is led on from.
    routePrefix: '/docs',
    staticCSP: false,
    uiConfig: {
      tryItOutEnabled: true,
      displayRequestDuration: true,
      docExpansion: 'list',
      operationsSorter: deleteLast as never,
      validatorUrl: null,
    },
    theme: { title: 'Postil' },
    uiHooks: { onRequest: leadToPage },
    transformSpecificationClone: false,
    transformSpecification: (document, request) => describeServer(request, document),
  });

  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/docs')) reply.header('Content-Security-Policy', contentSecurityPolicy);
    reply.header('X-Content-Type-Options', 'nosniff');
    done();
  });
});

/**
 * The page has one address, with a slash at its end and no query: its links are relative to that, and it would look for
 * its document beside any other.
 */
function leadToPage(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { url } = request;
  if (!/^\/docs(\/static\/index\.html|\/?\?.*)?$/.test(url)) done();
  else reply.code(308).header('Location', addressOf(request, '/docs/')).send();
}

/** The document with the server that it is read from; in full where that is told, for those who keep the document. */
export function describeServer<Document extends object>(
  request: FastifyRequest,
  document: Document,
  url: string = addressOf(request, '/').replace(/(.)\/$/, '$1'),
): Document {
  return { ...document, servers: [{ url }] };
}

/**
 * Orders the operations of a group as the document does, but for DELETE: what it removes is what others of the group make
 * and show. The function is sent to the browser as its source.
 */
const deleteLast = (a: Map<string, string>, b: Map<string, string>) =>
  Number(a.get('method') === 'delete') - Number(b.get('method') === 'delete');

/** How an operation is marked whose body may be left out, and one with an example of its own (operations.ts). */
const optionalBody = 'x-body-optional';
const bodyExample = 'x-body-example';

interface Operation {
  requestBody?: { content?: Record<string, object> };
  [optionalBody]?: boolean;
  [bodyExample]?: object;
}

interface Parameter {
  in?: string;
  required?: boolean;
  example?: unknown;
  schema?: { style?: string; explode?: boolean };
}

/**
 * What the schemas say for this side only stays here, and how a list is written belongs to its parameter. An example
 * of a parameter that may be left out belongs to its schema: Swagger UI would send it.
 */
function publish(name: string, value: unknown): unknown {
  if (name.startsWith('x-')) return undefined;
  const operation = value as Operation | null;
  if (operation?.[optionalBody])
    return { ...operation, requestBody: { ...operation.requestBody, required: false } };
  if (operation?.[bodyExample]) {
    const content = Object.entries(operation.requestBody?.content ?? {}).map(([type, media]) => [
      type,
      { ...media, example: operation[bodyExample] },
    ]);
    return { ...operation, requestBody: { ...operation.requestBody, content: Object.fromEntries(content) } };
  }
  const parameter = value as Parameter | null;
  if (parameter?.in !== 'query' || !parameter.schema) return value;
  const { example, ...rest } = parameter;
  const { style, explode, ...schema } = parameter.schema;
  return {
    ...rest,
    ...(rest.required && example !== undefined ? { example } : {}),
    ...(explode === undefined ? {} : { style, explode }),
    schema: rest.required || example === undefined ? schema : { ...schema, examples: [example] },
  };
}
