import type { FastifyContextConfig, FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { type TObject, type TSchema, Type } from 'typebox';
import type { Scope } from '../../db/schema/tables.ts';
import { ProblemSchema } from '../../problem-schema.ts';
import { type ProblemCode, problems } from '../../problem-types.ts';
import { NotModified, ref } from '../../wire.ts';
import { type Access, requiredScope } from './auth.ts';
import { definePlugin } from './define.ts';
import { takesKey } from './idempotency.ts';

type Responses = Record<string, unknown>;

// Swagger UI sends the example of every header, optional or not: only required ones have any.
const ifMatch = { description: 'The ETag of the thing as it was read, or `*` for whatever it is now.' };
const IfMatch = Type.String({ ...ifMatch, examples: ['*'] });
const OptionalIfMatch = Type.Optional(Type.String(ifMatch));
const IfMatchOrCreate = Type.String({
  description:
    'The ETag of the thing as it was read, to replace that; `*` to replace or create. Without it what is not there is created, and what is there is a 428.',
  examples: ['*'],
});
const OnlyCreate = Type.String({
  description: '`*` to create only: 412 when something is there.',
});
const IfNoneMatch = Type.String({
  description:
    'ETags that the caller has: 304 when the answer is still one of them. Without it `If-Modified-Since` is evaluated. `If-Match` and `If-Unmodified-Since` go before both: 412 when they do not hold.',
});

const IfUnmodifiedSince = Type.String({
  description:
    'A date (RFC 9110, 5.6.7): 412 when the thing was changed in its second or later. Without `If-Match` only, which it does not stand in for (428): a change may be committed later than its date. What is no date is ignored.',
});

const IdempotencyKey = Type.String({
  description:
    'Makes the request safe to repeat: sent again with the same key within 24 hours, it is not carried out a second time, and its first answer comes again (410 when what it showed has been deleted for good). 1 to 255 visible ASCII characters, new for every request, such as a UUID.',
});

/**
 * Derives the OpenAPI operation from the config of its route: possible errors, security, and the headers of requests and
 * responses, so that the document is complete.
 */
export const operations = definePlugin('operations', [], (app: FastifyInstance) => {
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined || route.schema?.hide || route.method === 'HEAD') return;
    route.schema = completeSchema(route, route.schema ?? {});
  });
});

function completeSchema(route: RouteOptions, schema: FastifySchema): FastifySchema {
  const access = route.config?.access ?? 'open';
  const headers = {
    ...preconditionsOf(route.config?.ifMatch),
    ...(access === 'read' ? { 'If-None-Match': Type.Optional(IfNoneMatch) } : {}),
    ...(takesKey(route.method, route.config ?? {})
      ? { 'Idempotency-Key': Type.Optional(IdempotencyKey) }
      : {}),
  };
  return {
    ...schema,
    ...(Object.keys(headers).length > 0 ? { headers: Type.Object(headers) } : {}),
    ...exampleOf(route, schema),
    ...(route.config?.bodyOptional ? { 'x-body-optional': true } : {}),
    security: securityOf(access, route.config?.alsoScopes),
    response: { ...successes(route, schema.response as Responses), ...errorsOf(route, schema) },
  };
}

/** The examples of this operation, which override those of its schemas. */
function exampleOf({ config }: RouteOptions, { params }: FastifySchema): FastifySchema & object {
  const { params: values, body } = config?.examples ?? {};
  const properties = Object.entries((params as TObject | undefined)?.properties ?? {}).map(
    ([name, schema]) => [
      name,
      values?.[name] === undefined ? schema : { ...schema, examples: [values[name]] },
    ],
  );
  return {
    ...(values ? { params: { ...(params as TObject), properties: Object.fromEntries(properties) } } : {}),
    ...(body ? { 'x-body-example': body } : {}),
  };
}

const unmodified = { 'If-Unmodified-Since': Type.Optional(IfUnmodifiedSince) };

function preconditionsOf(ifMatch: FastifyContextConfig['ifMatch']): Record<string, TSchema> {
  if (!ifMatch) return {};
  if (ifMatch === 'create')
    return {
      'If-Match': Type.Optional(IfMatchOrCreate),
      'If-None-Match': Type.Optional(OnlyCreate),
      ...unmodified,
    };
  return { 'If-Match': ifMatch === 'optional' ? OptionalIfMatch : IfMatch, ...unmodified };
}

function securityOf(access: Access, alsoScopes: Scope[] = []): Record<string, string[]>[] {
  const scope = requiredScope(access);
  if (scope !== null) return [{ key: [scope, ...alsoScopes] }];
  if (access === 'key') return [{ key: [] }];
  return access === 'read' ? [{}, { key: [] }] : [{}];
}

const header = (description: string) => ({ type: 'string', description });

function successes(route: RouteOptions, declared: Responses): Responses {
  const answers: Responses = {};
  for (const [status, schema] of Object.entries(declared)) {
    const answer = schema as TSchema & { description?: string; type?: string; content?: object };
    if (answer.type === 'null') answers[status] = answer;
    else {
      answers[status] = {
        description: answer.description ?? (status === '201' ? 'Created.' : 'What was asked for.'),
        headers: successHeaders(route, status),
        content: answer.content ?? { 'application/json': { schema: answer } },
      };
    }
  }
  if (route.config?.access === 'read') answers[304] = NotModified;
  const mayMove = route.config?.access === 'read' || route.config?.ifMatch === 'create';
  if (mayMove && route.url.includes('/:')) {
    answers[308] = {
      ...Type.Null({ description: 'It was renamed: `Location` has its present address.' }),
      headers: { Location: header('The present address.') },
    };
  }
  return answers;
}

function successHeaders(route: RouteOptions, status: string) {
  if (route.config?.access === 'open' || route.config?.access === 'link') return {};
  return {
    ETag: header(
      'Names this state of the answer; for `If-None-Match`, and for `If-Match` when it is one thing.',
    ),
    ...(status === '201' ? { Location: header('The address of what was created.') } : {}),
    ...(takesKey(route.method, route.config ?? {})
      ? { 'Idempotency-Replayed': header('`true` when this answer was given before, to the same key.') }
      : {}),
    ...(isList(route)
      ? { Link: header('The neighbouring pages (RFC 8288): `rel="next"`, `rel="prev"`.') }
      : {}),
  };
}

/** Whether the operation is a list: it takes a cursor. */
const isList = (route: RouteOptions) =>
  'after' in ((route.schema?.querystring as { properties?: object } | undefined)?.properties ?? {});

const RetryAfter = header('After how many seconds the request can be sent again.');

const CurrentTag = header('The current ETag of the thing, where the caller may read it: for `If-Match`.');

/** The headers of refusals, by status. */
const refusalHeaders: Record<number, object> = {
  429: {
    'Retry-After': RetryAfter,
    RateLimit: header(
      'What the caller has left, as in every answer: `"reads";r=9999;t=1` are so many requests, and the seconds until it has all of them again, or until the next when there is none.',
    ),
    'RateLimit-Policy': header(
      'How many requests a caller may send at once, and in how many seconds it has them again: `"reads";q=10000;w=20`.',
    ),
  },
  412: { ETag: CurrentTag },
  428: { ETag: CurrentTag },
  503: { 'Retry-After': RetryAfter },
};

function errorsOf(route: RouteOptions, schema: FastifySchema): Responses {
  const { access = 'open', ifMatch, conflicts, unavailable } = route.config ?? {};
  const codes: ProblemCode[] = [
    'malformed-request',
    'invalid-parameter',
    'unsupported-media-type',
    'internal',
  ];
  if (schema.params) codes.push('not-found', 'uri-too-long');
  const scope = requiredScope(access);
  if (scope !== null || access === 'read' || access === 'key') codes.push('unauthorized');
  if (access !== 'open' || unavailable) codes.push('unavailable');
  if (access !== 'open' && route.method !== 'GET') codes.push('read-only', 'outcome-unknown');
  if (isList(route)) codes.push('invalid-cursor');
  if (searches(schema)) codes.push('search-too-costly');
  if (scope !== null || access === 'key') codes.push('forbidden');
  if (schema.body) codes.push('invalid-body', 'payload-too-large');
  if (ifMatch || access === 'read') codes.push('precondition-failed');
  if (ifMatch) codes.push('precondition-required');
  if (takesKey(route.method, route.config ?? {}))
    codes.push('request-in-progress', 'idempotency-key-reused', 'gone');
  codes.push('too-many-requests', ...(conflicts ?? []));
  const answers: Responses = {};
  for (const status of new Set(codes.map((code) => problems[code].status))) {
    const possible = codes.filter((code) => problems[code].status === status);
    answers[status] = {
      description: possible.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
      ...(refusalHeaders[status] ? { headers: refusalHeaders[status] } : {}),
      content: { 'application/problem+json': { schema: ref(ProblemSchema), 'x-problems': possible } },
    };
  }
  return answers;
}

/** Whether its query string has a search text. */
const searches = ({ querystring }: FastifySchema) =>
  'q' in ((querystring as { properties?: object } | undefined)?.properties ?? {});

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation's conflicts (409). */
    conflicts?: ProblemCode[];
    /**
     * Examples for Swagger UI, where those of the schemas are of an entity that the operation would delete, or that does not
     * exist: path parameters by name, and the body.
     */
    examples?: { params?: Record<string, string | number>; body?: object };
    /** The body is optional. */
    bodyOptional?: boolean;
    /** The operation can answer 503 although its access is `open`. */
    unavailable?: boolean;
  }
}
