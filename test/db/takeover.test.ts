import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type CommitProxy, openCommitProxy } from '../support/commit-proxy.ts';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import { ask, cleanUp, type RunningServer, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres, timeout: 120_000 };
const key = 'k'.repeat(32);
const cleanups: (() => unknown)[] = [];

after(async () => {
  await cleanUp();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const removing = (server: PostgresServer) => {
  cleanups.push(() => server.remove());
  return server;
};

let primary: PostgresServer;
let way: CommitProxy;
let service: RunningServer;

before(async () => {
  if (binaries === undefined) return;
  primary = removing(await createPostgres(binaries));
  way = await openCommitProxy(primary.url);
  cleanups.push(() => way.close());
  service = await startServer({ DATABASE_URL: way.url, ADMIN_KEY: key, CONNECT_TIMEOUT_MS: '2000' });
});

async function run(server: PostgresServer, statement: string): Promise<postgres.Row[]> {
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    return await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    assert.ok(tries < 200, 'it does not come to that');
    await sleep(50);
  }
}

const post = (title: string) =>
  ask(`${service.url}/v1/reviews`, { key, body: newReview({ title, status: 'published' }) });
const readEpoch = async () => (await ask(`${service.url}/v1/changes`)).body.epoch as string;
const listTitles = async () => {
  const { body } = await ask(`${service.url}/v1/reviews?limit=100`, { key });
  return body.data.map(({ title }: { title: string }) => title).sort() as string[];
};
const isReady = async () => (await ask(`${service.url}/health/ready`)).status === 200;

/** Leads the way to a standby, which is promoted while the primary ends as in a crash. */
async function takeOver(standby: PostgresServer): Promise<void> {
  way.leadTo(standby.url);
  await primary.stop('immediate');
  await standby.promote();
  primary = standby;
}

for (const [has, state] of [
  ['has it', 'a success'],
  ['lacks it', 'outcome-unknown'],
] as const)
  test(
    `a COMMIT that is lost in a failover is ${state} where the standby ${has}, and the service goes on by itself`,
    options,
    async () => {
      const title = `Lost where the standby ${has}`;
      const standby = removing(await primary.replicate());
      const before = await post(`Before: ${title}`);
      const address = `${service.url}/v1/reviews/${before.body.id}`;
      const epoch = await readEpoch();
      await until(async () => {
        const [row] = await run(standby, `select from reviews where id = '${before.body.id}'`);
        return row !== undefined;
      });
      if (has === 'lacks it') {
        await run(standby, `alter system set primary_conninfo = ''`);
        await run(standby, 'select pg_reload_conf()');
        await until(async () => (await run(primary, 'select from pg_stat_replication')).length === 0);
      }
      way.arm('after', { away: 2000 });
      const asked = post(title);
      await until(
        async () => (await run(primary, `select from reviews where title = '${title}'`)).length > 0,
      );
      if (has === 'has it')
        await until(
          async () => (await run(standby, `select from reviews where title = '${title}'`)).length > 0,
        );
      await takeOver(standby);
      const { status, body, headers } = await asked;
      if (has === 'has it') assert.equal(status, 201, JSON.stringify(body));
      else {
        assert.deepEqual([status, body.type], [503, '/problems/outcome-unknown']);
        assert.equal(headers.get('retry-after'), null);
      }
      await until(isReady);
      assert.equal((await listTitles()).includes(title), has === 'has it');
      assert.equal((await ask(address)).status, 200);
      assert.equal((await post('After')).status, 201);
      assert.notEqual(await readEpoch(), epoch);
      assert.doesNotMatch(service.stdout(), /"statusCode":500/);
    },
  );

test(
  'a restore to a point in time under a running service renews the epoch and drops what memory answers',
  options,
  async () => {
    const standby = removing(await primary.replicate());
    const titles = await listTitles();
    await standby.stop();
    await run(primary, `select pg_create_restore_point('here')`);
    const undone = await post('Undone');
    const addresses = [`${service.url}/v1/reviews/${undone.body.id}`, `${service.url}/v1/reviews?sort=title`];
    for (const address of [...addresses, ...addresses]) assert.equal((await ask(address)).status, 200);
    const epoch = await readEpoch();
    // What is replayed comes by streaming, and ends at the point.
    await standby.start({ recovery_target_name: 'here', recovery_target_action: 'promote' });
    await until(async () => {
      const [row] = await run(standby, 'select pg_is_in_recovery() as recovers');
      return row?.recovers === false;
    });
    way.leadTo(standby.url);
    await primary.stop('immediate');
    primary = standby;
    await until(isReady);
    const [gone, list] = await Promise.all(addresses.map((address) => ask(address)));
    assert.deepEqual([gone?.status, list?.status], [404, 200]);
    assert.deepEqual(await listTitles(), titles);
    assert.equal(list?.body.data.length, titles.length);
    const renewed = await readEpoch();
    assert.notEqual(renewed, epoch);
    const again = await post('Again');
    assert.equal((await ask(`${service.url}/v1/reviews/${again.body.id}`)).status, 200);
    assert.equal(await readEpoch(), renewed, 'once');
  },
);
