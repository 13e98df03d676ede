// The hand-written statements behind a bare Fastify: by-hand.ts <url of the database>
import fastify from 'fastify';
import postgres from 'postgres';
import { after, facets, newest, newestWithTotal, oneBySlug } from './statements.ts';

const [url = ''] = process.argv.slice(2);
const sql = postgres(url, {
  max: 10,
  // As Postil has them: to compile, or to start processes for, a statement takes longer than these do.
  connection: { TimeZone: 'UTC', jit: 'off', max_parallel_workers_per_gather: '0' } as object,
  onnotice: () => undefined,
});
type Row = Record<string, string | number | null>;
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
  const [[page], [counted]] = await Promise.all([
    query.after
      ? ask(after, [limit + 1, id, moment])
      : ask(query.total ? newestWithTotal : newest, [limit + 1]),
    query.facets ? ask(facets, []) : [],
  ]);
  const place = {
    limit,
    next: Number(page?.found) > limit ? cursorOf(page?.last) : null,
    previous: query.after ? cursorOf(page?.first) : null,
    total: query.total ? Number(page?.total) : null,
  };
  const more = counted ? `,"facets":${counted.facets}` : '';
  reply.header('content-type', json);
  return reply.send(`{"data":${page?.data},"page":${JSON.stringify(place)}${more}}`);
});

app.get<{ Params: { slug: string } }>('/v1/reviews/:slug', async ({ params }, reply) => {
  const [row] = await ask(oneBySlug, [params.slug]);
  if (!row) return reply.code(404).send();
  const texts = `"body":${JSON.stringify(row.body)},"html":${JSON.stringify(row.html)}`;
  return reply.header('content-type', json).send(`${`${row.review}`.slice(0, -1)},${texts}}`);
});

const cursorOf = (cursor: unknown) => Buffer.from(`${cursor}`).toString('base64url');

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
