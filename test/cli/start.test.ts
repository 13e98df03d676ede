import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import postgres from 'postgres';
import { createEmptyDatabase } from '../support/database.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import {
  ask,
  cleanUp,
  finishPostil,
  type RunningCommand,
  runPostil,
  startServer,
} from '../support/process.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres };
const migrationLock = 7_067_841_512;
let server: PostgresServer;

before(async () => {
  if (binaries !== undefined) server = await createPostgres(binaries);
});

after(async () => {
  await cleanUp();
  await server?.remove();
});

const serve = (url: string, more: Record<string, string> = {}) =>
  runPostil(['serve'], { DATABASE_URL: url, PORT: '0', ...more });

/** Who listens says so, as do those who wait. */
const listening = /Postil is ready/;
const countLines = (command: RunningCommand, line: RegExp) =>
  command
    .stdout()
    .split('\n')
    .filter((one) => line.test(one)).length;

for (const WORKERS of ['1', '2'])
  test(
    `with ${WORKERS} of WORKERS a start waits for a database that is away, says so once, and serves when it is there`,
    options,
    async () => {
      await server.stop();
      const waiting = serve(server.url, { WORKERS });
      await waiting.waitFor(/The database is not there yet: [^\n]*ECONNREFUSED[^\n]*START_TIMEOUT_MS/);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await server.start();
      await waiting.waitFor(listening);
      assert.equal(countLines(waiting, /not there yet/), 1);
      assert.match(waiting.stdout(), /"msg":"The database is ready after [\d.]+ s\."/);
      assert.doesNotMatch(waiting.stdout() + waiting.stderr(), /postil:postil|:postil@/);
      waiting.kill('SIGTERM');
      assert.equal(await waiting.ended, 0);
    },
  );

test(
  'a start that waits is ended by a signal, and gives up with one line when its time is over',
  options,
  async () => {
    const away = server.url.replace(/:\d+\//, ':1/');
    const stopped = serve(away);
    await stopped.waitFor(/not there yet/);
    stopped.kill('SIGTERM');
    assert.equal(await stopped.ended, 0);
    for (const command of ['serve', 'migrate']) {
      const { code, stderr } = await finishPostil([command], { DATABASE_URL: away, START_TIMEOUT_MS: '300' });
      assert.equal(code, 1);
      assert.match(stderr, /(^|\n)The database cannot be reached: [^\n]*ECONNREFUSED[^\n]*\n$/);
      assert.doesNotMatch(stderr, /:postil@|\n {4}at /);
    }
  },
);

test('what will not come by waiting ends a start at once, with the remedy', options, async () => {
  const cases: [string, RegExp][] = [
    [server.url.replace(/\/postgres$/, '/none'), /database "none" does not exist[^\n]*createdb/],
    [server.url.replace(':postil@', ':planted@'), /password authentication failed[^\n]*28P01/],
    [`${server.url}?options=-c%20no_such%3Dplanted`, /unrecognized configuration parameter/],
    [`${server.url}?sslmode=require&sslrootcert=/no/such.pem`, /DATABASE_URL names a file as sslrootcert/],
  ];
  for (const [url, line] of cases) {
    const { code, stderr } = await finishPostil(['serve'], {
      DATABASE_URL: url,
      START_TIMEOUT_MS: '600000',
      PORT: '0',
    });
    assert.equal(code, 1);
    assert.match(stderr, line);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.doesNotMatch(stderr, /planted@/);
  }
});

test('who waits for the migration of another says whose, and gives up in time', options, async () => {
  const { url, drop } = await createEmptyDatabase(server.url);
  const other = postgres(url, { max: 1, connection: { application_name: 'the other one' } });
  const [row] = await other`select pg_advisory_lock(${migrationLock}), pg_backend_pid() as pid`;
  const held = await finishPostil(['serve'], { DATABASE_URL: url, PORT: '0', START_TIMEOUT_MS: '700' });
  assert.equal(held.code, 1);
  const holder = `process ${row?.pid} of Postgres, "the other one", from 127.0.0.1`;
  assert.ok(held.stdout.includes(holder.replaceAll('"', '\\"')), held.stdout);
  assert.equal(held.stderr, `Another process migrates the database (${holder}).\n`);
  const waiting = serve(url);
  await waiting.waitFor(/Another process migrates the database/);
  await other.end();
  await waiting.waitFor(listening);
  assert.equal(countLines(waiting, /Another process/), 1);
  waiting.kill('SIGTERM');
  await waiting.ended;
  await drop();
});

test('a process that is killed in the middle of its migration leaves no lock behind', options, async () => {
  const { url, drop } = await createEmptyDatabase(server.url);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  // Its migration waits there, with the lock in its hands.
  await sql.unsafe('create extension pg_trgm');
  const blocker = postgres(url, { max: 1 });
  await blocker.unsafe('begin; create table papers (id int)');
  const killed = serve(url);
  for (let tries = 0; ; tries += 1) {
    const found = await sql`select from pg_locks where locktype = 'advisory' and granted`;
    if (found.length > 0) break;
    assert.ok(tries < 600);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  killed.kill('SIGKILL');
  await killed.ended;
  await blocker.unsafe('rollback');
  const next = serve(url);
  await next.waitFor(listening);
  next.kill('SIGTERM');
  await next.ended;
  await Promise.all([sql.end(), blocker.end()]);
  await drop();
});

test(
  'a migration that fails is named with its reason, nothing of it is kept, and debug shows the statement',
  options,
  async () => {
    const { url, drop } = await createEmptyDatabase(server.url);
    const sql = postgres(url, { max: 1 });
    await sql.unsafe('create table tags (of_another_program int)');
    const failed = await finishPostil(['serve'], { DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'debug' });
    assert.equal(failed.code, 1);
    assert.match(
      failed.stderr,
      /^The migration 0000_init failed: relation "tags" already exists \(SQLSTATE 42P07\)[^\n]*\n$/,
    );
    assert.match(failed.stdout, /"level":20[^\n]*CREATE TABLE \\"tags\\"/);
    const tables = await sql`select tablename from pg_tables where schemaname in ('public', 'drizzle')`;
    assert.deepEqual(
      tables.map(({ tablename }) => tablename),
      ['tags'],
    );
    await sql.end();
    await drop();
  },
);

test(
  'a database that a newer version has migrated is refused at the start, and served on by who runs already',
  options,
  async () => {
    const { url, drop } = await createEmptyDatabase(server.url);
    const running = await startServer({ DATABASE_URL: url });
    const sql = postgres(url, { max: 1 });
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${Date.UTC(2099, 0, 1)})`;
    assert.equal((await ask(`${running.url}/health/ready`)).status, 200);
    for (const args of [['serve'], ['keys', 'list'], ['migrate']]) {
      const { code, stderr } = await finishPostil(args, { DATABASE_URL: url, PORT: '0' });
      assert.equal(code, 1);
      const journal = JSON.parse(await readFile(join('migrations', 'meta', '_journal.json'), 'utf8'));
      assert.match(stderr, /^The database is newer than this Postil: [^\n]*2099-01-01T00:00:00Z[^\n]*\n$/);
      assert.ok(stderr.includes(journal.entries.at(-1).tag), stderr);
    }
    await running.stop();
    await sql.end();
    await drop();
  },
);
