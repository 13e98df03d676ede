import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { writePolicy } from '../content/pages/layout.ts';
import { type Format, json } from '../http/plugins/formats.ts';
import { typeOf } from '../http/plugins/problems.ts';
import { problemUrlsOf } from '../http/plugins/urls.ts';
import { fixedSubject } from '../http/subject.ts';
import { type ProblemCode, type ProblemType, problems } from '../problem-types.ts';
import { defaultDetail } from '../problems.ts';
import { closed, NotModified, oneOf, part } from '../wire.ts';
import { writeProblemIndex, writeProblemType } from './problem-pages.ts';

const ProblemPage = closed(
  {
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
  },
  part('ProblemType', { description: 'What a kind of problem means, and what to do.' }),
);
export type ProblemPage = Static<typeof ProblemPage>;
const ProblemPages = closed({ data: Type.Array(ProblemPage, { description: 'All of them, by status.' }) });

const tags = ['service'];
const codes = Object.keys(problems) as ProblemCode[];

const page = (write: Format['write']): Format => ({
  type: 'text/html',
  schema: Type.String({ description: 'A page for people.' }),
  write,
  headers: { 'Content-Security-Policy': writePolicy() },
});

/** The catalogue of problems: JSON, and pages for browsers. */
export const problemRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/problems',
    {
      config: {
        access: 'open',
        formats: [
          json,
          page(({ data }: Static<typeof ProblemPages>, { links }) => writeProblemIndex(data, links)),
        ],
      },
      schema: {
        operationId: 'listProblems',
        summary: 'What problems there are',
        description: 'Every `code` that an error can have. A browser gets a page.',
        tags,
        response: { 200: ProblemPages, 304: NotModified },
      },
    },
    async (request, reply) => {
      reply.subject = fixedSubject;
      const data = codes.map((code) => describeType(code, request));
      return { data: data.sort((one, other) => one.status - other.status) };
    },
  );

  app.get(
    '/problems/:code',
    {
      config: {
        access: 'open',
        formats: [json, page((problem: ProblemPage, { links }) => writeProblemType(problem, links))],
      },
      schema: {
        operationId: 'getProblem',
        summary: 'What a problem means',
        description: 'The `type` of every error leads here. A browser gets a page.',
        tags,
        params: closed({ code: oneOf(codes, { description: 'The code of the problem.' }) }),
        response: { 200: ProblemPage, 304: NotModified },
      },
    },
    async (request, reply) => {
      reply.subject = fixedSubject;
      return describeType(request.params.code as ProblemCode, request);
    },
  );
};

function describeType(code: ProblemCode, request: FastifyRequest): ProblemPage {
  const { example, ...described }: ProblemType = problems[code];
  const detail = example.detail ?? defaultDetail(code);
  return {
    type: typeOf(code, problemUrlsOf(request)),
    code,
    ...described,
    example: { request: example.request, detail },
  };
}
