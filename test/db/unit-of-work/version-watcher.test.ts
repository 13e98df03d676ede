import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { buildApp } from '../../../src/app.ts';
import { closeDatabase, openDatabase } from '../../../src/db/driver/client.ts';
import { VersionWatcher } from '../../../src/db/unit-of-work/version-watcher.ts';
import { startTestApp } from '../../support/app.ts';
import { serverUrl } from '../../support/database.ts';
import { postReview } from '../../support/things.ts';

const app = await startTestApp();
const alone = { skip: serverUrl === undefined && 'the embedded engine has one process' };
const review = await postReview(app, { status: 'published', slug: 'read', summary: 'as it began' });

/** Another process on the same database: this one does not know it for the same. */
async function startOther(settings: { RESPONSE_CACHE_LEASE_MS: number }) {
  const { $connection } = app.db;
  assert.ok('url' in $connection);
  const config = { ...app.config, ...settings };
  const db = openDatabase({ url: `${$connection.url}#another` }, config);
  const other = await buildApp({ config, db });
  after(async () => {
    await other.close();
    await closeDatabase(db);
  });
  const read = async () => {
    const { headers, body } = await other.inject('/v1/reviews/read');
    return { from: headers['x-cache'], summary: JSON.parse(body).summary };
  };
  return { app: other, db, read };
}

let written = 0;
async function change(): Promise<string> {
  written += 1;
  const summary = `change ${written}`;
  const { status, text } = await app.send('PATCH', `/v1/reviews/${review.id}`, {
    ...{ key: app.admin, headers: { 'if-match': '*' }, body: { summary } },
  });
  assert.equal(status, 200, text);
  return summary;
}

const killListeners = async () => {
  const killed = await app.db.execute(sql`
    select pg_terminate_backend(pid, 10000) from pg_stat_activity
    where datname = current_database() and application_name = 'postil listener'`);
  assert.ok(killed.length > 0);
};

/** Waits for what has to become so, however long this machine takes. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await check()); await sleep(5)) assert.ok(Date.now() < end);
}

test('a write of another process is heard of, without a look at the database', alone, async () => {
  const other = await startOther({ RESPONSE_CACHE_LEASE_MS: 60_000 });
  for (let round = 0; round < 5; round += 1) {
    await other.read();
    assert.equal((await other.read()).from, 'hit');
    const summary = await change();
    await until(async () => (await other.read()).summary === summary);
    assert.equal((await other.read()).from, 'hit');
  }
});

test(
  'with a lease of nothing, a write of another process is seen by every read after its answer',
  alone,
  async () => {
    const other = await startOther({ RESPONSE_CACHE_LEASE_MS: 0 });
    for (let round = 0; round < 20; round += 1) {
      const summary = await change();
      assert.equal((await other.read()).summary, summary);
      assert.deepEqual(await other.read(), { from: 'hit', summary });
    }
  },
);

test('what no notification told is seen when the lease is over', alone, async () => {
  const other = await startOther({ RESPONSE_CACHE_LEASE_MS: 50 });
  const summary = await change();
  await until(async () => (await other.read()).summary === summary);
  await app.db.execute(sql`update reviews set summary = 'in silence' where id = ${review.id}`);
  await app.db.execute(sql`update site_state set public_version = public_version + 1`);
  await until(async () => (await other.read()).summary === 'in silence');
});

test(
  'who lost the connection that listens gives nothing out of memory before it has another and has caught up',
  alone,
  async () => {
    const other = await startOther({ RESPONSE_CACHE_LEASE_MS: 60_000 });
    for (let round = 0; round < 5; round += 1) {
      const before = await change();
      await until(async () => (await other.read()).summary === before);
      assert.equal((await other.read()).from, 'hit');
      await killListeners();
      // Nobody hears of this one.
      await app.db.execute(sql`update reviews set summary = ${`unheard ${round}`} where id = ${review.id}`);
      await app.db.execute(sql`update site_state set public_version = public_version + 1`);
      await until(async () => (await other.read()).summary === `unheard ${round}`);
      await until(async () => (await other.read()).from === 'hit');
      assert.equal((await other.read()).summary, `unheard ${round}`);
    }
  },
);

test(
  'while the database is away nothing comes out of memory, and afterwards it does again',
  alone,
  async () => {
    const lost: unknown[] = [];
    const settings = { ...app.config, RESPONSE_CACHE_LEASE_MS: 60_000 };
    const nowhere = openDatabase({ url: 'postgres://127.0.0.1:1/none' }, settings);
    const watcher = new VersionWatcher(nowhere, settings, {
      onChange: () => undefined,
      onRestart: () => undefined,
      onLost: (error) => lost.push(error),
    });
    for (let time = 0; time < 3; time += 1) assert.equal(await watcher.confirm(), undefined);
    assert.ok(lost.length > 0 && lost.length < 3);
    assert.equal(watcher.current, undefined);
    await watcher.stop();
  },
);

test('what this process wrote it knows at once, on any engine; what may have been written it asks for', async () => {
  const watcher = new VersionWatcher(
    app.db,
    { ...app.config, RESPONSE_CACHE_LEASE_MS: 60_000 },
    {
      onChange: () => undefined,
      onRestart: () => undefined,
      onLost: (error) => assert.fail(`${error}`),
    },
  );
  const first = (await watcher.confirm()) ?? -1;
  assert.equal(watcher.current, first);
  await change();
  assert.equal(watcher.current, first + 1);
  watcher.invalidate();
  assert.equal(watcher.current, undefined);
  assert.equal(await watcher.confirm(), first + 1);
  const { generation } = watcher;
  await app.db.execute(sql`update site_state set public_version = ${first - 1}`);
  watcher.invalidate();
  assert.equal(await watcher.confirm(), first - 1);
  assert.notEqual(watcher.generation, generation);
  await app.db.execute(sql`update site_state set public_version = ${first + 2}`);
  await watcher.stop();
  assert.equal(await watcher.confirm(), undefined);
});
