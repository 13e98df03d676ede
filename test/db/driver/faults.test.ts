import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { closeDatabase, type Db, openDatabase } from '../../../src/db/driver/client.ts';
import { faultOf } from '../../../src/db/driver/faults.ts';
import { migrateDatabase } from '../../../src/db/migrations/migrate.ts';
import { unlimited } from '../../../src/limits/limits.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../../support/postgres.ts';
import { newReview } from '../../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres, timeout: 60_000 };
const key = 'k'.repeat(32);
let server: PostgresServer;
let admin: postgres.Sql;
let db: Db;
let app: FastifyInstance;

before(async () => {
  if (binaries === undefined) return;
  server = await createPostgres(binaries);
  admin = postgres(server.url, { max: 2, onnotice: () => undefined });
  await admin.unsafe(`create role writer login password 'first'`);
  await admin.unsafe(`create database site owner writer`);
  const url = addressOf('site');
  await asAdminIn('site', 'create extension pg_trgm');
  await migrateDatabase({ url });
  const config = {
    ...readConfig({ LOG_LEVEL: 'silent', ADMIN_KEY: key, POOL_SIZE: '3', POOL_TIMEOUT_MS: '2000' }),
    ...unlimited,
    RESPONSE_CACHE_MB: 0,
    OVERLOAD_WAIT_MS: 0,
  };
  db = openDatabase({ url }, config);
  app = await buildApp({ config, db });
  assert.deepEqual(await state(), [200, 201, 200, null]);
});

after(async () => {
  await app?.close();
  if (db) await closeDatabase(db, 1);
  await admin?.end();
  await server?.remove();
});

function addressOf(database: string, role = 'writer:first'): string {
  const url = new URL(server.url);
  [url.username = '', url.password = ''] = role.split(':');
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdminIn(database: string, statement: string): Promise<void> {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  const one = postgres(url.href, { max: 1, onnotice: () => undefined });
  await one.unsafe(statement);
  await one.end();
}

/** Ends all that the application has open. */
const endBackends = () =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'writer'`.then(() =>
    sleep(50),
  );

async function read(): Promise<number> {
  const answer = await app.inject({
    url: '/v1/reviews?limit=1',
    headers: { authorization: `Bearer ${key}` },
  });
  return answer.statusCode;
}

async function write(): Promise<number | string> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url: '/v1/reviews', headers, payload: newReview() });
  if (answer.statusCode !== 503) return answer.statusCode;
  assert.equal(answer.headers['retry-after'], '1');
  return answer.json().type.replace('/problems/', '');
}

/** What a read and a write are answered, and what readiness says. */
async function state() {
  const ready = await app.inject('/health/ready');
  return [
    await read(),
    await write(),
    ready.statusCode,
    ready.statusCode === 200 ? null : ready.json().detail,
  ];
}

/** Asks until all is well again. */
async function recover(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const found = await state();
    if (JSON.stringify(found) === '[200,201,200,null]') return;
    assert.ok(tries < 60, `it does not come back: ${JSON.stringify(found)}`);
    await sleep(100);
  }
}

interface Case {
  name: string;
  make: string;
  mend: string;
  /** Within the database of the application. */
  inside?: boolean;
  /** Whether its connections are left as they are. */
  keepsOpen?: boolean;
  read: number;
  write: number | string;
  ready: RegExp | null;
}

const unavailable = { read: 503, write: 'unavailable' } as const;
const cases: Case[] = [
  {
    name: 'a read-only database (25006) takes no writes and is read on',
    make: 'alter role writer set default_transaction_read_only = on',
    mend: 'alter role writer reset default_transaction_read_only',
    ...{ read: 200, write: 'read-only', ready: /takes no writes/ },
  },
  {
    name: 'a password that was changed (28P01)',
    make: `alter role writer password 'second'`,
    mend: `alter role writer password 'first'`,
    ...{ ...unavailable, ready: /refuses the role or its password/ },
  },
  {
    name: 'a role that may not log in (28000)',
    make: 'alter role writer nologin',
    mend: 'alter role writer login',
    ...{ ...unavailable, ready: /refuses the role or its password/ },
  },
  {
    name: 'a database that takes no connections (55000)',
    make: 'alter database site allow_connections false',
    mend: 'alter database site allow_connections true',
    ...{ ...unavailable, ready: /takes no connections/ },
  },
  {
    name: 'a database that is not there (3D000)',
    make: 'alter database site rename to elsewhere',
    mend: 'alter database elsewhere rename to site',
    ...{ ...unavailable, ready: /no such database/ },
  },
  {
    name: 'a role without a connection left (53300)',
    make: 'alter role writer connection limit 0',
    mend: 'alter role writer connection limit -1',
    ...{ ...unavailable, ready: /no connection left/ },
  },
  {
    name: 'a privilege that was taken away (42501)',
    make: 'revoke insert on reviews from writer',
    mend: 'grant insert on reviews to writer',
    ...{ inside: true, keepsOpen: true, read: 200, write: 'unavailable', ready: null },
  },
  {
    name: 'a schema that may not be used (42501)',
    make: 'revoke usage on schema drizzle from writer',
    mend: 'grant usage on schema drizzle to writer',
    ...{ inside: true, keepsOpen: true, read: 200, write: 201, ready: /lacks a privilege/ },
  },
  {
    name: 'a table of another version (42P01)',
    make: 'alter table reviews rename to posts',
    mend: 'alter table posts rename to reviews',
    ...{ inside: true, keepsOpen: true, ...unavailable, ready: null },
  },
  {
    name: 'a column of another version (42703)',
    make: 'alter table reviews rename column excerpt to abridged',
    mend: 'alter table reviews rename column abridged to excerpt',
    ...{ inside: true, keepsOpen: true, ...unavailable, ready: null },
  },
  {
    name: 'the migrations of another program',
    make: 'alter schema drizzle rename to other',
    mend: 'alter schema other rename to drizzle',
    ...{ inside: true, keepsOpen: true, read: 200, write: 201, ready: /not migrated/ },
  },
];

for (const one of cases) {
  test(`${one.name}: what is answered, and it is found again`, options, async () => {
    const run = (statement: string) =>
      one.inside ? asAdminIn('site', statement) : admin.unsafe(statement).then(() => undefined);
    // A database is renamed when nobody is in it.
    if (one.make.includes('rename to elsewhere')) {
      await admin.unsafe('alter database site allow_connections false');
      await endBackends();
    }
    await run(one.make);
    if (one.make.includes('rename to elsewhere'))
      await admin.unsafe('alter database elsewhere allow_connections true');
    try {
      if (!one.keepsOpen) await endBackends();
      // What was open is lost once, and then what is there is met.
      await read();
      const [readStatus, written, ready, detail] = await state();
      assert.deepEqual([readStatus, written, ready], [one.read, one.write, one.ready ? 503 : 200]);
      if (one.ready) assert.match(detail, one.ready);
      if (detail) assert.match(detail, /^[A-Z][^.\n]+\.$/, 'one sentence');
      assert.equal((await app.inject('/health/live')).statusCode, 200);
    } finally {
      if (one.mend.includes('elsewhere')) {
        await admin.unsafe('alter database elsewhere allow_connections false');
        await endBackends();
      }
      await run(one.mend);
      if (one.mend.includes('elsewhere')) await admin.unsafe('alter database site allow_connections true');
    }
    await recover();
  });
}

test('a lock that others hold (55P03) is waited for no longer than a connection', options, async () => {
  const url = addressOf('site', 'postgres:postil');
  const holder = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await holder.begin(async (tx) => {
      await tx.unsafe('lock table reviews in access exclusive mode');
      const begun = performance.now();
      assert.deepEqual(await Promise.all([read(), write()]), [503, 'unavailable']);
      assert.ok(performance.now() - begun < 10_000);
    });
  } finally {
    await holder.end();
  }
  await recover();
});

test(
  'a statement that is cancelled (57014), or whose backend is ended (57P01), is a 503',
  options,
  async () => {
    const url = addressOf('site', 'postgres:postil');
    const holder = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      for (const end of ['pg_cancel_backend', 'pg_terminate_backend']) {
        await holder.begin(async (tx) => {
          await tx.unsafe('lock table reviews in access exclusive mode');
          const waiting = write();
          for (let ended = 0; ended === 0; await sleep(10)) {
            const rows = await tx.unsafe(
              `select ${end}(pid) from pg_stat_activity where usename = 'writer' and wait_event_type = 'Lock'`,
            );
            ended = rows.length;
          }
          assert.equal(await waiting, 'unavailable', end);
        });
      }
    } finally {
      await holder.end();
    }
    await recover();
  },
);

test('what the server takes away from under a statement is no 500', options, async () => {
  // A prepared statement (26000), and the type of a column that one gives (0A000).
  for (let number = 0; number < 10; number += 1) assert.equal(await read(), 200);
  await Promise.all([1, 2, 3].map(() => db.execute(sql`select pg_sleep(0.05)`)));
  for (const statement of [
    'alter table reviews alter column slug type varchar(300)',
    'alter table reviews alter column slug type text',
  ]) {
    await asAdminIn('site', statement).catch(() => undefined);
    for (let number = 0; number < 6; number += 1) assert.notEqual(await read(), 500);
    assert.notEqual(await write(), 500);
  }
  await Promise.all([1, 2, 3].map(() => db.execute(sql`deallocate all`)));
  for (let number = 0; number < 6; number += 1) assert.notEqual(await read(), 500);
  await recover();
});

test(
  'a frozen server is a 503 within the time that a request waits, and a long statement is none',
  options,
  async () => {
    const long = await db.execute(sql`select 'through' as state from (select pg_sleep(5)) as slept`);
    assert.deepEqual(
      [...long],
      [{ state: 'through' }],
      'longer than a request waits, and than two probes take',
    );
    await Promise.all([read(), write()]);
    await server.signal('SIGSTOP');
    try {
      const begun = performance.now();
      assert.deepEqual(await Promise.all([read(), write()]), [503, 'unavailable']);
      assert.ok(performance.now() - begun < 10_000);
      const ready = await app.inject('/health/ready');
      assert.deepEqual([ready.statusCode, ready.json().detail], [503, 'The database does not answer.']);
    } finally {
      await server.signal('SIGCONT');
    }
    await recover();
  },
);

/** The error of a statement, or of several in a transaction. */
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('it passed'),
    (error: unknown) => error,
  );

test(
  'errors of transactions are what the table says: idle (25P03), not serialisable (40001), deadlocked (40P01)',
  options,
  async () => {
    const idle = await errorOf(
      db.transaction(async (tx) => {
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 50`);
        await sleep(300);
        await tx.execute(sql`select 1`);
      }),
    );
    assert.match(faultOf(idle).kind, /busy|away/);

    await asAdminIn(
      'site',
      'create table counters (id int primary key, value int); grant all on counters to writer; insert into counters values (1, 0), (2, 0)',
    );
    const [bump] = [(id: number) => sql`update counters set value = value + 1 where id = ${id}`];
    const unserialisable = await errorOf(
      db.transaction(
        async (tx) => {
          await tx.execute(sql`select * from counters`);
          await db.execute(bump(1));
          await tx.execute(bump(1));
        },
        { isolationLevel: 'repeatable read' },
      ),
    );
    assert.equal(faultOf(unserialisable).kind, 'busy');

    const cross = (first: number, second: number) =>
      db.transaction(async (tx) => {
        await tx.execute(bump(first));
        await sleep(200);
        await tx.execute(bump(second));
      });
    const outcomes = await Promise.allSettled([cross(1, 2), cross(2, 1)]);
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    assert.deepEqual(
      failed.map(({ reason }) => faultOf(reason).kind),
      ['busy'],
    );
  },
);

/** What each class of SQLSTATE means, and each code that means something else than its class. */
const expected: Record<string, string> = {
  ...{
    '03': 'bug',
    '08': 'away',
    '08007': 'outcome-unknown',
    '09': 'bug',
    '0A': 'bug',
    '0B': 'bug',
    '0F': 'bug',
  },
  ...{ '0L': 'bug', '0P': 'bug', '0Z': 'bug', '20': 'bug', '21': 'bug', '22': 'bug' },
  ...{ '22001': 'caller', '22003': 'caller', '22007': 'caller', '22008': 'caller', '22021': 'caller' },
  ...{ '22P02': 'caller', '22P05': 'caller', '23': 'bug', '24': 'bug', '25': 'bug', '25006': 'read-only' },
  ...{ '25P03': 'busy', '25P04': 'busy', '26': 'busy', '27': 'bug', '28': 'away', '2B': 'bug', '2D': 'bug' },
  ...{ '2F': 'bug', '34': 'bug', '38': 'bug', '39': 'bug', '3B': 'bug', '3D': 'away', '3F': 'away' },
  ...{ '40': 'busy', '40003': 'outcome-unknown', '42': 'bug', '42501': 'away', '42703': 'away' },
  ...{ '42704': 'away', '42883': 'away', '42P01': 'away', '44': 'bug', '53': 'busy', '53100': 'read-only' },
  ...{ '54': 'bug', '54000': 'caller', '55': 'bug', '55000': 'away', '55006': 'busy', '55P03': 'busy' },
  ...{ '57': 'away', '57014': 'busy', '58': 'away', '72': 'busy', F0: 'away', HV: 'bug', P0: 'bug' },
  ...{ XX: 'bug', XX001: 'away', XX002: 'away' },
};

/** All that the server documents as errors (PostgreSQL manual, appendix A), out of the file that it is made from. */
async function readDocumented(): Promise<string[]> {
  const [share] = await admin`select setting from pg_config where name = 'SHAREDIR'`;
  const file = await readFile(join(share?.setting, 'errcodes.txt'), 'utf8');
  return [...file.matchAll(/^(\w{5}) +E +/gm)].map(([, code = '']) => code);
}

test('every SQLSTATE that Postgres documents is one of the six kinds, on purpose', options, async () => {
  const documented = await readDocumented();
  assert.ok(documented.length > 200, `${documented.length}`);
  const places = documented.map((code) => [code, expected[code] ?? expected[code.slice(0, 2)]] as const);
  assert.deepEqual(
    places.filter(([, kind]) => kind === undefined),
    [],
    'a class that nobody has thought of',
  );
  for (const [code, kind] of [...places, ['ZZ999', 'bug']]) {
    const raised = await errorOf(
      db.execute(sql.raw(`do $$ begin raise exception 'made' using errcode = '${code}'; end $$`)),
    );
    assert.equal(faultOf(raised).kind, kind, code);
  }
});

test(
  'every error of the driver and of sockets has a place, and what has none is a bug',
  options,
  async () => {
    const url = (host: string) => `postgres://writer:first@${host}/site`;
    const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 1000, STATEMENT_TIMEOUT_MS: 1000 };
    const port = new URL(server.url).port;
    for (const [address, kind] of [
      [url('127.0.0.1:1'), 'away'],
      [url('nowhere.invalid'), 'away'],
      [`${url(`127.0.0.1:${port}`)}?sslmode=require`, 'away'],
      [url(`127.0.0.1:${port}`), 'bug'],
    ] as const) {
      const other = openDatabase({ url: address }, settings);
      const error = await errorOf(other.execute(sql`select 1 / ${0}::int`));
      assert.equal(faultOf(error).kind, kind, `${address}: ${error}`);
      await closeDatabase(other, 0);
    }
    const file = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' });
    assert.equal(faultOf(file).kind, 'bug', 'a file that is missing is no database that is away');
    assert.equal(faultOf(new RangeError('mine')).kind, 'bug');
  },
);
