import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { createEmptyDatabase } from '../support/database.ts';
import { hasPgBouncer, noPgBouncer, type PgBouncer, startPgBouncer } from '../support/pgbouncer.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import { ask, cleanUp, finishPostil, type RunningServer, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined ? noPostgres : !hasPgBouncer && noPgBouncer };
const key = 'k'.repeat(32);
let server: PostgresServer;

before(async () => {
  if (options.skip === false) server = await createPostgres(binaries ?? '');
});

const poolers: PgBouncer[] = [];

async function pool(...how: Parameters<typeof startPgBouncer>): Promise<PgBouncer> {
  const pooler = await startPgBouncer(...how);
  poolers.push(pooler);
  return pooler;
}

after(async () => {
  await cleanUp();
  for (const pooler of poolers) await pooler.stop();
  await server?.remove();
});

/** What sessions would keep of a client: settings of ours, locks, subscriptions and prepared statements. */
async function listLeftBehind(url: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, prepare: false });
  const left = await sql.unsafe(`
    select locktype as left from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
    union all select pg_listening_channels()
    union all select name from pg_prepared_statements
    union all select name from pg_settings where source = 'session'
      and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')`);
  await sql.end();
  return left.map((row) => row.left);
}

/** Everything that a service does with its database. */
async function useEverything(one: RunningServer, other: RunningServer): Promise<void> {
  const send = async (path: string, body?: unknown, method?: string) => {
    const asked = { key, headers: { 'if-match': '*' }, body, ...(method === undefined ? {} : { method }) };
    const answer = await ask(`${one.url}${path}`, asked);
    assert.ok(answer.status < 300, `${answer.status} ${path} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const posts = Array.from({ length: 50 }, (_, number) =>
    send(
      '/v1/reviews',
      newReview({ title: `Pooled ${number}`, status: 'published', tags: ['pooled', `t${number % 5}`] }),
    ),
  );
  const posted = await Promise.all(posts);
  const reads = Array.from({ length: 100 }, (_, number) =>
    Promise.all([
      ask(`${one.url}/v1/reviews?tag=pooled&limit=${(number % 50) + 1}&total=true`),
      ask(`${other.url}/v1/reviews/${posted[number % 50].slug}`),
    ]),
  );
  for (const [listed, read] of await Promise.all(reads)) {
    assert.deepEqual([listed.status, read.status], [200, 200]);
    assert.equal(listed.body.page.total, 50);
  }
  const found = await ask(`${other.url}/v1/reviews?q=Pooled&facets=tag&limit=3`);
  assert.deepEqual([found.status, found.body.data.length], [200, 3]);

  const [review] = posted;
  const path = `/v1/reviews/${review.id}`;
  const readSummary = async ({ url }: RunningServer) => (await ask(`${url}${path}`)).body.summary;
  for (let round = 0; round < 3; round += 1) {
    await readSummary(other);
    await send(path, { summary: `round ${round}` }, 'PATCH');
    assert.equal(await readSummary(one), `round ${round}`);
    await until(async () => (await readSummary(other)) === `round ${round}`);
  }
  const draft = await send('/v1/reviews', newReview({ title: 'Later' }));
  await send(`/v1/reviews/${draft.id}/publish`, { at: new Date(Date.now() + 4000).toISOString() });
  await until(async () => (await ask(`${other.url}/v1/reviews/${draft.id}`)).status === 200);
  const items = [1, 2, 3].map((number) => ({
    type: 'review',
    data: newReview({ slug: `in-a-batch-${number}` }),
  }));
  const { body: batch } = await ask(`${one.url}/v1/batch?atomic=true`, { key, body: items });
  assert.deepEqual(
    batch.data.map(({ status }: { status: number }) => status),
    [201, 201, 201],
    JSON.stringify(batch),
  );
  assert.equal((await ask(`${one.url}/health/ready`)).status, 200);
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await check()); await sleep(20)) assert.ok(Date.now() < end);
}

for (const mode of ['session', 'transaction'] as const)
  test(
    `behind PgBouncer in ${mode} mode everything works, and nothing of a session is left on it`,
    options,
    async () => {
      const database = await createEmptyDatabase(server.url);
      const pooler = await pool(database.url, mode, {
        default_pool_size: mode === 'session' ? '60' : '8',
      });
      const variables = {
        DATABASE_URL: pooler.url,
        ADMIN_KEY: key,
        SAMPLE_CONTENT: 'true',
        ...(mode === 'transaction' ? { DATABASE_POOLER: 'transaction' } : {}),
      };
      const one = await startServer(variables);
      const other = await startServer(variables);
      await useEverything(one, other);
      for (const running of [one, other]) {
        assert.doesNotMatch(running.stdout(), /"level":50/);
        await running.stop();
      }
      assert.deepEqual(await Promise.all([1, 2, 3].map(() => listLeftBehind(pooler.url))), [[], [], []]);
      await pooler.stop();
      await database.drop();
    },
  );

test('in transaction mode a direct address brings notifications, and its migrations', options, async () => {
  const database = await createEmptyDatabase(server.url);
  const pooler = await pool(database.url, 'transaction');
  const variables = {
    DATABASE_URL: `${pooler.url}?pgbouncer=true`,
    DATABASE_DIRECT_URL: database.url,
    ADMIN_KEY: key,
    RESPONSE_CACHE_LEASE_MS: '60000',
  };
  const one = await startServer(variables);
  const other = await startServer(variables);
  const posted = await ask(`${one.url}/v1/reviews`, { key, body: newReview({ status: 'published' }) });
  assert.equal(posted.status, 201);
  const read = async () => (await ask(`${other.url}/v1/reviews/${posted.body.id}`)).body.summary;
  await read();
  await ask(`${one.url}/v1/reviews/${posted.body.id}`, {
    ...{ key, method: 'PATCH', headers: { 'if-match': '*' }, body: { summary: 'heard of' } },
  });
  await until(async () => (await read()) === 'heard of');
  await one.stop();
  await other.stop();
  await pooler.stop();
  await database.drop();
});

test('a pooler in transaction mode that is not spoken of is refused in one line', options, async () => {
  const database = await createEmptyDatabase(server.url);
  const pooler = await pool(database.url, 'transaction');
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL: pooler.url, PORT: '0' });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^DATABASE_URL leads to a pooler in transaction mode: set DATABASE_POOLER=transaction[^\n]*\n$/,
  );
  await pooler.stop();
  await database.drop();
});

test(
  'in transaction mode a role that answers would come out wrong by is refused with what puts it right',
  options,
  async () => {
    const database = await createEmptyDatabase(server.url);
    const name = new URL(database.url).pathname.slice(1);
    const sql = postgres(database.url, { max: 1 });
    await sql.unsafe(`alter role postgres in database ${name} set IntervalStyle = 'sql_standard'`);
    await sql.unsafe(`alter role postgres in database ${name} set search_path = 'elsewhere'`);
    const pooler = await pool(database.url, 'transaction');
    const variables = { DATABASE_URL: pooler.url, DATABASE_POOLER: 'transaction', PORT: '0' };
    const { code, stderr } = await finishPostil(['serve'], variables);
    assert.equal(code, 1);
    assert.match(stderr, /^Behind a pooler in transaction mode [^\n]*\n$/);
    for (const statement of stderr.matchAll(/alter role [^;]+;/g)) await sql.unsafe(statement[0]);
    await sql.end();
    await pooler.stop();
    const again = await pool(database.url, 'transaction');
    const running = await startServer({ ...variables, DATABASE_URL: again.url });
    assert.equal((await ask(`${running.url}/health/ready`)).status, 200);
    assert.match(
      running.stdout(),
      /"level":40[^\n]*set statement_timeout/,
      'limits are missing, and it says which',
    );
    await running.stop();
    await again.stop();
    await database.drop();
  },
);

test('what PgBouncer says is told, not hidden behind a stack', options, async () => {
  const database = await createEmptyDatabase(server.url);
  const pooler = await pool(database.url, 'session');
  const wrong: [string, RegExp][] = [
    [pooler.url.replace('/postil', '/none'), /no such database/],
    [pooler.url.replace(':postil@', ':planted@'), /password|SASL/],
    [`${pooler.url}?options=endpoint%3Dx`, /unsupported startup parameter: options/],
  ];
  for (const [DATABASE_URL, said] of wrong) {
    const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL, PORT: '0' });
    assert.equal(code, 1);
    assert.match(stderr, said);
    assert.match(stderr, /^The database is wrong: [^\n]*DATABASE_URL[^\n]*\n$/);
    assert.doesNotMatch(stderr, /planted/);
  }
  await pooler.stop();
  await database.drop();
});
