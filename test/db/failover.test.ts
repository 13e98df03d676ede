import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { closeDatabase, type Db, openDatabase } from '../../src/db/driver/client.ts';
import { migrateDatabase } from '../../src/db/migrations/migrate.ts';
import { tendSite } from '../../src/db/unit-of-work/site.ts';
import { unlimited } from '../../src/limits/limits.ts';
import { type CommitProxy, openCommitProxy } from '../support/commit-proxy.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres, timeout: 120_000 };
const key = 'k'.repeat(32);
const cleanups: (() => unknown)[] = [];
let primary: PostgresServer;
let standby: PostgresServer;
let way: CommitProxy;
let db: Db;
let app: FastifyInstance;

before(async () => {
  if (binaries === undefined) return;
  primary = await createPostgres(binaries);
  cleanups.push(() => primary.remove());
  await migrateDatabase({ url: primary.url });
  standby = await primary.replicate();
  cleanups.push(() => standby.remove());
  way = await openCommitProxy(primary.url);
  cleanups.push(() => way.close());
  const config = {
    ...readConfig({ LOG_LEVEL: 'silent', ADMIN_KEY: key, POOL_SIZE: '4', POOL_TIMEOUT_MS: '2000' }),
    ...unlimited,
    CONNECT_TIMEOUT_MS: 2000,
    OVERLOAD_WAIT_MS: 0,
  };
  db = openDatabase({ url: way.url }, config);
  cleanups.push(() => closeDatabase(db, 0));
  await tendSite(db);
  app = await buildApp({ config, db });
  cleanups.push(() => app.close());
});

after(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function ask(method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(payload ? { 'content-type': 'application/json' } : {}),
  };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

const post = () => ask('POST', '/v1/reviews', newReview());
const codeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/', '');
const readEpoch = async () => (await ask('GET', '/v1/changes')).body.epoch as string;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    assert.ok(tries < 200, 'it does not come to that');
    await sleep(50);
  }
}

test('a standby is read, takes no writes, and readiness says so', options, async () => {
  assert.equal((await post()).status, 201);
  const epoch = await readEpoch();
  const admin = postgres(standby.url, { max: 1, onnotice: () => undefined });
  await until(async () => {
    const [row] = await admin`select count(*)::int as count from reviews`;
    return row?.count === 1;
  });
  await admin.end();
  way.leadTo(standby.url);
  db.$client.renew();
  const written = await post();
  assert.deepEqual([written.status, codeOf(written)], [503, 'read-only']);
  assert.equal((await ask('GET', '/v1/reviews')).status, 200);
  const ready = await ask('GET', '/health/ready');
  assert.equal(ready.status, 503);
  assert.match(ready.body.detail, /takes no writes/);
  assert.equal(await readEpoch(), epoch, 'the standby tells what the primary told');
});

test(
  'when the standby is promoted writes go on by themselves, and mirrors learn that versions may come twice',
  options,
  async () => {
    const epoch = await readEpoch();
    await primary.stop('immediate');
    await standby.promote();
    await until(async () => (await post()).status === 201);
    assert.equal((await ask('GET', '/health/ready')).status, 200);
    await until(async () => (await readEpoch()) !== epoch);
    const renewed = await readEpoch();
    await sleep(100);
    assert.equal(await readEpoch(), renewed, 'once');
  },
);

test(
  'a server that was demoted under open connections is left for the one that was promoted',
  options,
  async () => {
    // The old primary comes back as a server that takes no writes, while connections to it are open.
    const admin = postgres(standby.url, { max: 1, onnotice: () => undefined });
    const second = await standby.replicate();
    cleanups.push(() => second.remove());
    await Promise.all([1, 2, 3].map(() => post()));
    await sleep(1100);
    await admin`alter system set default_transaction_read_only = on`;
    await admin`select pg_reload_conf()`;
    await admin.end();
    await until(async () => codeOf(await post()) === 'read-only');
    await second.promote();
    way.leadTo(second.url);
    let refused = 0;
    await until(async () => {
      const { status } = await post();
      if (status !== 201) refused += 1;
      return status === 201;
    });
    // Connections are given up after their first second.
    for (let number = 0; number < 8; number += 1)
      assert.equal((await post()).status, 201, `after ${refused}`);
    assert.equal((await ask('GET', '/health/ready')).status, 200);
  },
);
