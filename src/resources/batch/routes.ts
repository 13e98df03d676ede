import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { describeProblem, problemOf } from '../../http/plugins/problems.ts';
import { problemUrlsOf } from '../../http/plugins/urls.ts';
import { addStreamParser, allowStreaming, isStream, linesOf, ndjson } from '../../http/streams.ts';
import { invalidBody } from '../../problems.ts';
import { closed, ref } from '../../wire.ts';
import { type Sent, withinData } from './items.ts';
import { readLines } from './lines.ts';
import type { Result } from './save.ts';
import { BatchItem, BatchItems, BatchReport, type BatchResult } from './schema.ts';
import { mostItems, saveItems } from './store.ts';

const flag = (description: string) => Type.Optional(Type.Boolean({ default: false, description }));

export const batchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  addStreamParser(app);

  app.post(
    '/v1/batch',
    {
      // Its items are safe to repeat by what they are known by.
      config: { access: 'key', idempotencyKey: false },
      // Every item is checked by itself.
      validatorCompiler: (part) =>
        part.httpPart === 'body' ? () => true : (app.validatorCompiler?.(part) ?? (() => true)),
      schema: {
        operationId: 'saveBatch',
        summary: 'Save many things',
        description:
          'An array of at most 1,000 items, or newline-delimited JSON of any length: then the results come as lines too (`application/x-ndjson`, one `BatchResult` a line), each as soon as its item is done, and are to be read while sending. Each item needs the scope that its own operation needs. It is created, or updated: what is not sent of it stays; sent again, it changes nothing. Or something is done to it: it is deleted, a review published or taken back. An item that fails stops no other. The answer is 200 whatever became of the items: look at `failed` and at their statuses.',
        tags: ['sync'],
        querystring: closed({
          atomic: flag(
            'All or nothing, in one transaction: at most 1,000 items in 8 MiB. When one fails, the others are 424.',
          ),
          dryRun: flag(
            'Writes nothing, and says what would become of each item after those before it (of those in the same thousand).',
          ),
          createMissing: flag(
            'Creates the categories that reviews name and that are not there, public at once; needs `taxonomy:write` for that.',
          ),
          distinct: flag('Refuses (409) a review that an earlier item of the batch was.'),
          updatePapers: flag(
            'What a review says of its paper is so after it: what the paper lacks is added, and what it has in another way is changed if no other review has it (else named in `leftOut`). Needs `papers:write` for that.',
          ),
        }),
        body: {
          content: {
            'application/json': { schema: ref(BatchItems) },
            [ndjson]: { schema: linesOf(BatchItem) },
          },
        },
        response: {
          200: ref(BatchReport),
        },
      },
    },
    async (request, reply) => {
      const { atomic = false, dryRun = false, distinct = false } = request.query;
      const { createMissing = false, updatePapers = false } = request.query;
      const seen = distinct ? new Map<string, number>() : undefined;
      const { body } = request as { body: unknown };
      const tell = (result: Result) => describeResult(request, result, dryRun);
      const write = (group: Result[]) => group.map((result) => `${JSON.stringify(tell(result))}\n`).join('');
      const save = (sent: Iterable<Sent> | AsyncIterable<Sent>) =>
        saveItems(app.db, sent, { atomic, dryRun, createMissing, updatePapers, seen }, request.viewer);
      if (isStream(body)) {
        allowStreaming(request, reply);
        const results = save(readLines(body));
        // What refuses all of it is known before the first result.
        const first = await results.next();
        const lines = async function* () {
          if (first.done) return;
          yield write(first.value);
          for await (const group of results) yield write(group);
        };
        return reply.type(ndjson).send(Readable.from(lines()) as never);
      }
      if (!Array.isArray(body)) throw invalidBody('', 'must be a list of items');
      if (body.length > mostItems && !atomic)
        throw invalidBody('', 'must have at most 1,000 items: send more as newline-delimited JSON');
      const data: BatchResult[] = [];
      for await (const group of save(body.map((value) => ({ value, bytes: 0 }))))
        data.push(...group.map(tell));
      const count = (outcome: BatchResult['outcome']) => data.filter((one) => one.outcome === outcome).length;
      const [created, updated, unchanged] = [count('created'), count('updated'), count('unchanged')];
      return { data, created, updated, unchanged, deleted: count('deleted'), failed: count(null), dryRun };
    },
  );
};

const statusOf = { created: 201, updated: 200, unchanged: 200, deleted: 204 };

function describeResult(request: FastifyRequest, result: Result, dryRun: boolean): BatchResult {
  const { index, type } = result;
  if ('saved' in result) {
    const { id, slug, revision, outcome, changed, state = null } = result.saved;
    const { leftOut = [], renderWarnings = [] } = result.saved;
    const isNew = outcome === 'created';
    // Of what would be created there is no id yet.
    return {
      ...{ index, type, outcome, slug, revision, changed, state },
      ...{ status: statusOf[outcome], id: isNew && dryRun ? null : id, problem: null },
      leftOut: leftOut.map(({ pointer, detail }) => ({ pointer: `/data${pointer}`, detail })),
      renderWarnings,
    };
  }
  const problem = 'problem' in result ? result.problem : withinData(problemOf(result.error, request));
  return {
    ...{ index, type, status: problem.status, outcome: null, id: null, slug: null, revision: null },
    ...{ changed: [], state: null, leftOut: [], renderWarnings: [] },
    problem: describeProblem(problem, '/v1/batch', problemUrlsOf(request)),
  };
}
