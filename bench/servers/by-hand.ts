// The hand-written statements behind a bare Fastify: by-hand.ts <url of the database>
import fastify from 'fastify';
import postgres from 'postgres';
import { after, facets, newest, newestWithTotal, oneBySlug } from './statements.ts';
import { type Row, writeReview, writeSummary } from './wire-by-hand.ts';

const [url = ''] = process.argv.slice(2);
const sql = postgres(url, {
  max: 10,
  // As Postil has them: to compile, or to start processes for, a statement takes longer than these do.
  connection: { TimeZone: 'UTC', jit: 'off', max_parallel_workers_per_gather: '0' } as object,
  onnotice: () => undefined,
});
const ask = (text: string, values: (string | number)[]) => sql.unsafe<Row[]>(text, values, { prepare: true });

const app = fastify({ logger: false });
const json = 'application/json; charset=utf-8';

interface Query {
  limit?: string;
  after?: string;
  total?: string;
  facets?: string;
}

app.get<{ Querystring: Query }>('/v1/reviews', async ({ query }, reply) => {
  const limit = Number(query.limit ?? 20);
  const [id = '', moment = ''] = query.after
    ? Buffer.from(query.after, 'base64url').toString().split(' ', 2)
    : [];
  const [rows, counts] = await Promise.all([
    query.after
      ? ask(after, [limit + 1, id, moment])
      : ask(query.total ? newestWithTotal : newest, [limit + 1]),
    query.facets ? ask(facets, []) : null,
  ]);
  const total = query.total ? Number(rows[0]?.total ?? 0) : null;
  const next = rows.length > limit ? cursorOf(rows[limit - 1]) : null;
  const shown = rows.slice(0, limit);
  const previous = query.after ? cursorOf(rows[0]) : null;
  const more = counts ? `,"facets":${JSON.stringify(groupFacets(counts))}` : '';
  reply.header('content-type', json);
  return reply.send(
    `{"data":[${shown.map(writeSummary).join()}],"page":${JSON.stringify({ limit, next, previous, total })}${more}}`,
  );
});

app.get<{ Params: { slug: string } }>('/v1/reviews/:slug', async ({ params }, reply) => {
  const [row] = await ask(oneBySlug, [params.slug]);
  if (!row) return reply.code(404).send();
  return reply.header('content-type', json).send(writeReview(row));
});

function cursorOf(row: Row | undefined): string {
  const moment = `${row?.cursor}`.replace(' ', 'T');
  return Buffer.from(`${row?.id} ${moment}`).toString('base64url');
}

function groupFacets(rows: Row[]): Record<string, object[]> {
  const groups: Record<string, object[]> = {};
  for (const { facet, ...counted } of rows) {
    const group = groups[`${facet}`] ?? [];
    groups[`${facet}`] = group;
    group.push(counted);
  }
  return groups;
}

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
