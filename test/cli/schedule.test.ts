import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, serverUrl } from '../support/database.ts';
import { ask, cleanUp, startServer } from '../support/process.ts';
import { followAppearances, scheduleReviews } from '../support/scheduling.ts';

const key = 'k'.repeat(32);
const options = {
  skip: serverUrl === undefined && 'the embedded engine serves one process: two need a Postgres',
  timeout: 120_000,
};
after(cleanUp);

test(
  'what is scheduled appears once and not too early, with two processes of which one is killed and comes back',
  options,
  async () => {
    const { connection, drop } = await createTestDatabase();
    after(drop);
    assert.ok('url' in connection);
    const variables = { DATABASE_URL: connection.url, ADMIN_KEY: key };
    const [killed, kept] = await Promise.all([startServer(variables), startServer(variables)]);
    const { version } = (await ask(`${kept.url}/v1/changes`)).body;
    // The first are due while the others are still being scheduled, the last after the restart.
    const from = new Date(Date.now() + 1500);
    const ids = await scheduleReviews(killed.url, { key, count: 24, from, every: 150 });
    let restarted: ReturnType<typeof startServer> | undefined;
    const appearances = await followAppearances(
      () => kept.url,
      { key, ids, version },
      (count) => {
        if (count < 6 || restarted) return;
        killed.kill('SIGKILL');
        restarted = killed.ended.then(() => startServer(variables));
      },
    );
    assert.equal(await killed.ended, null);
    assert.deepEqual(appearances.map(({ id }) => id).sort(), [...ids].sort());
    const again = await restarted;
    assert.ok(again);
    // Nothing is published a second time, by nobody.
    const reached = (await ask(`${again.url}/v1/changes`)).body.version;
    await sleep(2500);
    assert.equal((await ask(`${again.url}/v1/changes`)).body.version, reached);
    await Promise.all([again.stop(), kept.stop()]);
  },
);
