import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writePolicy } from '../../content/pages/layout.ts';
import { writeProblem } from '../../content/pages/problem.ts';
import { constraintOf, faultOf, isQueryError, sqlStateOf, summarizeFault } from '../../db/driver/faults.ts';
import type { FaultKind } from '../../db/driver/sqlstates.ts';
import { allEntities, type ConstraintProblem } from '../../entities.ts';
import { type ProblemCode, problems } from '../../problem-types.ts';
import { defaultDetail, type InputFault, mostFaults, Problem } from '../../problems.ts';
import { quote } from '../../validation/faults.ts';
import { findNear } from '../../validation/near.ts';
import { linksOf } from '../assets.ts';
import { maybeAsync } from '../maybe-async.ts';
import type { ProblemUrls } from '../site/url-builder.ts';
import { addVary } from '../vary.ts';
import { definePlugin } from './define.ts';
import { prefersHtml } from './formats.ts';
import { problemUrlsOf } from './urls.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a route has pages for people beside `formats`, so that browsers get its problems as pages. */
    hasPages?: boolean;
  }
}

/** Errors as `application/problem+json` (RFC 9457), without internals. */
export const problemAnswers = definePlugin('problems', ['urls', 'preflights'], (app: FastifyInstance) => {
  const patterns = new Map<string, { pattern: RegExp; methods: Set<string>; ending: boolean }>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return;
    const ending = /:\w+\.\w+$/.test(url);
    const known = patterns.get(url) ?? { pattern: patternOf(url), methods: new Set<string>(), ending };
    for (const name of [method].flat()) known.methods.add(name);
    patterns.set(url, known);
  });

  const answerMissing = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    const matching = [...patterns.values()].filter(({ pattern }) => pattern.test(path));
    const narrow = matching.filter(({ ending }) => ending);
    const known = narrow.length > 0 ? narrow : matching;
    if (known.length === 0) return answerProblem(describeMissing(path, [...patterns.keys()]), request, reply);
    const allowed = [...new Set(['OPTIONS', ...known.flatMap(({ methods }) => [...methods])])]
      .sort()
      .join(', ');
    if (request.method === 'OPTIONS') return reply.code(204).header('Allow', allowed).send();
    const detail = `${request.method} is not possible here; ${allowed} are.`;
    return answerProblem(
      new Problem('method-not-allowed', detail, { headers: { Allow: allowed } }),
      request,
      reply,
    );
  };

  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerMissing);
  // 405 for a format's path, such as `.bib`, with a method that it lacks: no reference ends so.
  app.addHook(
    'onRequest',
    maybeAsync((request, reply) => {
      const [ending] = /\.\w+$/.exec(pathOf(request)) ?? [];
      const form = ending && patterns.get(`${request.routeOptions.url}${ending}`);
      if (form && !form.methods.has(request.method)) return answerMissing(request, reply);
      return undefined;
    }),
  );
  // 404 before the body is read.
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.is404) answerMissing(request, reply);
    else done();
  });
});

/** Nothing is at a path: which one of ours may have been meant. @param urls the patterns of all routes */
function describeMissing(path: string, urls: string[]): Problem {
  const known = [...new Set(urls.map((url) => url.replace(/\/[:*].*$/, '')))].filter((url) => url !== '');
  // The longest beginnings first, of which the rest may be a reference.
  const steps = path.split('/');
  const beginnings = steps
    .map((_, at) => steps.slice(0, steps.length - at).join('/'))
    .filter((one) => one !== '');
  const versioned = beginnings.flatMap((one) => [one, `/v1${one}`, one.replace(/^\/api(?=\/)/, '')]);
  const near = versioned.flatMap((one) => findNear(one, known))[0];
  return new Problem('not-found', `There is nothing at ${path}${near ? `: did you mean ${near}?` : '.'}`);
}

function patternOf(url: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const steps = url.split('/').map((step) => {
    const [, ending] = /^:\w+(.*)$/.exec(step) ?? [];
    if (ending !== undefined) return `[^/]+${literal(ending)}`;
    return step === '*' ? '.*' : literal(step);
  });
  return new RegExp(`^${steps.join('/')}$`);
}

/** The path of the request. */
export const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '/';

/** Fastify's error handler, in and outside of routes. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerProblem(problemOf(error, request), request, reply);
}

/** Converts an error to a problem; one that is not the caller's is logged, with its cause. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.cause !== undefined)
      request.log.warn({ reqId: request.id, cause: summarizeFault(error) }, problems[error.code].title);
    return error;
  }
  const problem = readConstraint(error) ?? readFastifyError(error, request);
  if (problem) return problem;
  const { kind, reason } = faultOf(error);
  const [code, headers] = byFault[kind];
  if (code === 'internal') request.log.error({ reqId: request.id, err: redact(error) }, 'a request failed');
  else request.log.warn({ reqId: request.id, cause: summarizeFault(error) }, reason);
  return new Problem(code, undefined, { headers });
}

const later = { 'Retry-After': '1' };

/** The problem for each class of database errors (db/driver/sqlstates.ts). */
const byFault: Record<FaultKind, [ProblemCode, Record<string, string>]> = {
  caller: ['malformed-request', {}],
  busy: ['unavailable', later],
  away: ['unavailable', later],
  'read-only': ['read-only', later],
  // Without Retry-After: an automatic retry could carry it out twice.
  'outcome-unknown': ['outcome-unknown', {}],
  bug: ['internal', {}],
};

/** Redacts an error for the log: no statement, parameters or body. */
function redact(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: isQueryError(error) ? summarizeFault(error) : error.message,
    stack: frames.join('\n'),
  };
}

/** Problems of constraints that concurrent requests can violate, by constraint name. */
const constraints: Record<string, ConstraintProblem> = Object.assign(
  {},
  ...allEntities.map((entity) => entity.constraints),
);

function readConstraint(error: unknown): Problem | undefined {
  if (!sqlStateOf(error)?.startsWith('23')) return undefined;
  const [code, detail, pointer] = constraints[constraintOf(error) ?? ''] ?? [];
  if (!code || !detail) return undefined;
  return new Problem(code, detail, pointer ? { errors: [{ pointer, detail }] } : {});
}

const describeType = (type: string | undefined) =>
  type === undefined
    ? 'The body has no `Content-Type`.'
    : `The content type ${quote(type)} is not taken here.`;

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
};

function readFastifyError(error: unknown, { headers }: FastifyRequest): Problem | undefined {
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>;
  const known = byFastifyCode[code];
  if (known === 'unsupported-media-type')
    return new Problem(known, `${describeType(headers['content-type'])} ${problems[known].remedy}`);
  if (known) return new Problem(known);
  if (statusCode >= 500) return undefined;
  const names = Object.keys(problems) as ProblemCode[];
  return new Problem(names.find((name) => problems[name].status === statusCode) ?? 'malformed-request');
}

/** Answers a problem: as JSON, or as a page for a browser at an address that has pages, and at one that is unknown. */
export function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.code(problem.status).header('Cache-Control', 'private, no-store').headers(problem.headers);
  if (hasPages(request)) {
    addVary(reply, 'Accept');
    if (prefersHtml(request.headers.accept)) {
      const described = describeProblem(problem, pathOf(request), problemUrlsOf(request));
      return reply
        .header('Content-Security-Policy', writePolicy())
        .type('text/html; charset=utf-8')
        .serializer((text: string) => text)
        .send(writeProblem({ ...described, id: request.id }, linksOf(request)));
    }
  }
  return reply
    .type('application/problem+json')
    .send(describeProblem(problem, pathOf(request), problemUrlsOf(request)));
}

/** Whether the address of a request is unknown, or has a page for people. */
function hasPages({ is404, routeOptions, method }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const { hasPages = false, formats = [] } = routeOptions?.config ?? {};
  return is404 || hasPages || formats.some(({ type }) => type === 'text/html');
}

/**
 * The members of a problem (RFC 9457).
 * @param instance the path of the request
 */
export function describeProblem(
  { code, status, message, errors }: Problem,
  instance: string,
  urls: ProblemUrls,
) {
  const generic = message === defaultDetail(code);
  return {
    type: typeOf(code, urls),
    code,
    title: problems[code].title,
    status,
    detail: generic && errors ? listFaults(errors) : message,
    instance: urls.prefix + instance,
    ...(errors ? { errors: errors.slice(0, mostFaults) } : {}),
  };
}

/** The address of the page about a type of problems. */
export const typeOf = (code: ProblemCode, { types }: ProblemUrls) => `${types}/problems/${code}`;

/** The first faults in a sentence; `errors` has all of them. */
function listFaults(errors: InputFault[]): string {
  const first = errors.slice(0, 3).map((fault) => {
    const place = 'parameter' in fault ? fault.parameter : fault.pointer;
    return `${place || 'The body'} ${fault.detail.replace(/\.$/, '')}`;
  });
  const more = errors.length - first.length;
  if (errors.length > mostFaults) return `${first.join('; ')}; and more: the first ${mostFaults} are listed.`;
  const sentence = `${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}
