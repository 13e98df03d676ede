import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../../src/config.ts';
import { closeDatabase, type Db, openDatabase } from '../../../src/db/driver/client.ts';
import { isUnavailable } from '../../../src/db/driver/faults.ts';
import { createTestDatabase } from '../../support/database.ts';

const database = await createTestDatabase();
const settings = { ...readConfig({}), POOL_SIZE: 1, POOL_TIMEOUT_MS: 60_000 };
const db = openDatabase(database.connection, settings);
after(async () => {
  await closeDatabase(db);
  await database.drop();
});

/** Starts so many pieces of work, one in each turn of the loop, as requests come. */
async function startEach(count: number, work: (number: number) => Promise<void>) {
  const started: Promise<void>[] = [];
  for (let number = 0; number < count; number += 1) {
    started.push(work(number));
    await new Promise(setImmediate);
  }
  return started;
}

async function read({ $client: pool }: Db): Promise<void> {
  await pool.arrive();
  await pool.unsafe('select 1');
}

/** Takes the only connection until it is told to let go. */
async function hold({ $client: pool }: Db) {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding: Promise<void> = Promise.resolve();
  await new Promise<void>((hasIt, failed) => {
    holding = pool.begin(async (tx) => {
      await tx.unsafe('select 1');
      hasIt();
      await until;
    });
    holding.catch(failed);
  });
  return async () => {
    letGo();
    await holding;
  };
}

test('few wait for a connection, all others before they begin, and each begins in the order it came', async () => {
  const letGo = await hold(db);
  const [begun, ended]: [number[], number[]] = [[], []];
  const reads = await startEach(100, async (number) => {
    await db.$client.arrive();
    begun.push(number);
    await db.$client.unsafe('select 1');
    ended.push(number);
  });
  assert.ok(begun.length > 0 && begun.length <= 4, `${begun.length} have begun`);
  await letGo();
  await Promise.all(reads);
  const inOrder = Array.from({ length: 100 }, (_, number) => number);
  assert.deepEqual([begun, ended], [inOrder, inOrder]);
  assert.equal(db.$client.arrive(), undefined);
});

test('those who begin and want no connection after all keep nobody waiting', async () => {
  const letGo = await hold(db);
  const reading = [1, 2, 3].map(() => db.$client.unsafe('select 1').then(() => undefined));
  const all = await startEach(100, async () => db.$client.arrive());
  await letGo();
  await Promise.all([...reading, ...all]);
  assert.equal(db.$client.expectWait('arrival'), 0);
});

test('whoever waits too long to begin, or when the pool ends, learns that the database is busy', async () => {
  for (const [settingsThen, isEnding] of [
    [{ ...settings, POOL_TIMEOUT_MS: 100 }, false],
    [settings, true],
  ] as const) {
    const other = openDatabase(database.connection, settingsThen);
    const letGo = await hold(other);
    const failures: unknown[] = [];
    const reads = await startEach(20, async () => {
      await read(other).catch((error: unknown) => failures.push(error));
    });
    const closing = isEnding ? closeDatabase(other) : undefined;
    await Promise.all(reads);
    assert.deepEqual(failures.map(isUnavailable), Array(20).fill(true));
    await letGo();
    if (!isEnding) await read(other);
    await (closing ?? closeDatabase(other));
  }
});

test('how long whoever arrives has to wait counts those who have not begun yet', async () => {
  const letGo = await hold(db);
  const reads = await startEach(20, () => read(db));
  await sleep(200);
  assert.ok(db.$client.expectWait('arrival') >= db.$client.expectWait('statement') + 150);
  await letGo();
  await Promise.all(reads);
});
