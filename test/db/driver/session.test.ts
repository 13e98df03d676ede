import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import postgres from 'postgres';
import { closeDatabase, openDatabase } from '../../../src/db/driver/client.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../../support/postgres.ts';
import { ask, cleanUp, finishPostil, startServer } from '../../support/process.ts';
import { newReview } from '../../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres };
const key = 'k'.repeat(32);
let server: PostgresServer;
let admin: postgres.Sql;
let url: string;

/** What a role, or a database for all its roles, may be made to have that reads or writes otherwise. */
const hostile: Record<string, string> = {
  DateStyle: "'SQL, DMY'",
  TimeZone: "'Asia/Kathmandu'",
  IntervalStyle: "'sql_standard'",
  extra_float_digits: '-15',
  bytea_output: "'escape'",
  standard_conforming_strings: 'off',
  client_encoding: "'LATIN1'",
  search_path: "'pg_catalog', 'elsewhere'",
  default_transaction_isolation: "'serializable'",
  row_security: 'off',
  statement_timeout: '1500',
  idle_in_transaction_session_timeout: '1',
  idle_session_timeout: '1500',
  default_text_search_config: "'pg_catalog.danish'",
  xmloption: "'document'",
  backslash_quote: 'on',
  transform_null_equals: 'on',
  array_nulls: 'off',
  exit_on_error: 'on',
  gin_fuzzy_search_limit: '1',
  plan_cache_mode: "'force_generic_plan'",
  synchronous_commit: 'off',
  check_function_bodies: 'off',
  lc_time: "'C'",
};

before(async () => {
  if (binaries === undefined) return;
  server = await createPostgres(binaries);
  admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create role hostile login password 'secret'`);
  await admin.unsafe(
    `create database hostile owner hostile template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  );
  for (const [name, value] of Object.entries(hostile)) {
    await admin.unsafe(`alter role hostile set ${name} = ${value}`);
    await admin.unsafe(`alter database hostile set ${name} = ${value}`);
  }
  const address = new URL(server.url);
  Object.assign(address, { username: 'hostile', password: 'secret', pathname: '/hostile' });
  url = address.href;
});

after(async () => {
  await cleanUp();
  await admin?.end();
  await server?.remove();
});

test(
  'a role with settings of its own changes nothing that is written, read, found or published',
  options,
  async () => {
    const running = await startServer({ DATABASE_URL: url, ADMIN_KEY: key, SAMPLE_CONTENT: 'true' });
    const publishedAt = '2024-03-04T05:06:07.089Z';
    const body = newReview({
      ...{ title: "C:\\new 'quoted' 선형", status: 'published', publishedAt, tags: ['a\\b', '"c"', 'null'] },
      paper: { title: 'Dated', publishedOn: '2024-02-01', identifiers: { arxiv: '2401.00001' } },
    });
    const posted = await ask(`${running.url}/v1/reviews`, { key, body });
    assert.equal(posted.status, 201, JSON.stringify(posted.body));
    const read = await ask(`${running.url}/v1/reviews/${posted.body.id}`);
    assert.deepEqual(
      [
        read.body.title,
        read.body.publishedAt,
        read.body.tags.map(({ name }: { name: string }) => name).sort(),
      ],
      [body.title, publishedAt, ['"c"', 'a\\b', 'null']],
    );
    assert.equal((await ask(`${running.url}/v1/papers/arxiv:2401.00001`)).body.publishedOn, '2024-02-01');
    const later = new Date(Date.now() + 4000).toISOString();
    const { body: due } = await ask(`${running.url}/v1/reviews`, { key, body: newReview() });
    const scheduled = await ask(`${running.url}/v1/reviews/${due.id}/publish`, {
      ...{ key, headers: { 'if-match': '*' }, body: { at: later } },
    });
    assert.deepEqual([scheduled.status, scheduled.body.status], [200, 'scheduled']);
    for (const query of [
      'q=선형',
      'limit=100&total=true&facets=tag,year',
      'publishedAt[lt]=2024-03-05T00:00:00Z',
    ]) {
      const { status, body: list } = await ask(`${running.url}/v1/reviews?${query}`);
      assert.equal(status, 200);
      assert.ok(
        list.data.some(({ id }: { id: string }) => id === posted.body.id),
        query,
      );
    }
    const many = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(`${running.url}/v1/reviews`, { key, body: newReview({ tags: ['many'] }) }),
      ),
    );
    assert.deepEqual([...new Set(many.map(({ status }) => status))], [201]);
    for (let tries = 0; (await ask(`${running.url}/v1/reviews/${due.id}`)).status !== 200; tries += 1) {
      assert.ok(tries < 300, running.stdout().slice(-2000));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const path of ['/health/ready', '/feeds/rss.xml', '/sitemap.xml', '/v1/changes'])
      assert.equal((await ask(`${running.url}${path}`)).status, 200, path);
    assert.doesNotMatch(running.stdout(), /"level":50/);
    await running.stop();
  },
);

test('settings of the address are set, but those that answers are read by stay ours', options, async () => {
  const limits = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 };
  const set = '-c work_mem=7MB -c IntervalStyle=iso_8601 -c statement_timeout=9s';
  const db = openDatabase({ url: `${url}?options=${encodeURIComponent(set)}` }, limits);
  const [row] =
    await db.$client.unsafe(`select current_setting('work_mem') as memory, current_setting('IntervalStyle') as style,
      current_setting('statement_timeout') as timeout, current_setting('search_path') as path, current_setting('synchronous_commit') as commit`);
  assert.deepEqual(
    { ...row },
    {
      ...{ memory: '7MB', style: 'postgres', timeout: '9s', path: 'public, extensions', commit: 'on' },
    },
  );
  await closeDatabase(db);
});

test('a role whose sessions keep no foreign key is refused in one line', options, async () => {
  await admin.unsafe('alter role hostile set session_replication_role = replica');
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL: url, PORT: '0' });
  await admin.unsafe('alter role hostile reset session_replication_role');
  assert.equal(code, 1);
  assert.match(stderr, /^The sessions of hostile have session_replication_role = replica[^\n]*\n$/);
});

test('parameters without effect are named in the log, and never their values', options, async () => {
  const DATABASE_URL = `${url}?channel_binding=planted&connection_limit=5&options=-c%20timezone%3Dplanted`;
  const running = await startServer({ DATABASE_URL, ADMIN_KEY: key });
  await running.stop();
  assert.match(
    running.stdout(),
    /"level":40[^\n]*channel_binding, connection_limit \(see POOL_SIZE\), timezone in options/,
  );
  assert.doesNotMatch(running.stdout(), /planted/);
});

test('of several servers one that is there is found', options, async () => {
  const { hostname, port, pathname } = new URL(url);
  const DATABASE_URL = `postgres://hostile:secret@127.0.0.1:1,${hostname}:${port}${pathname}`;
  const running = await startServer({ DATABASE_URL, ADMIN_KEY: key });
  assert.equal((await ask(`${running.url}/health/ready`)).status, 200);
  await running.stop();
  const none = 'postgres://hostile:secret@127.0.0.1:1,127.0.0.1:2/hostile';
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL: none, START_TIMEOUT_MS: '0' });
  assert.equal(code, 1);
  assert.match(stderr, /^The database cannot be reached: [^\n]*ECONNREFUSED[^\n]*\n$/);
});
