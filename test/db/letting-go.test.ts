import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readConfig } from '../../src/config.ts';
import { closeDatabase, openDatabase } from '../../src/db/driver/client.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase();
const db = openDatabase(database.connection, { ...readConfig({}), POOL_SIZE: 2 });
after(async () => {
  await closeDatabase(db);
  await database.drop();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** How much memory the old things take, in bytes. */
const readOld = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name: name }) => name.startsWith('old_'))
    .reduce((sum, { space_used_size: used }) => sum + used, 0);

const text = "select number::text as one, 'x' || number as two from generate_series(1, $1::integer) number";
const plan = { prepare: true };
const asks: [string, () => PromiseLike<unknown>][] = [
  ['rows', () => db.$client.unsafe(text, [2000], plan)],
  ['values', () => db.$client.unsafe(text, [2000], plan).raw()],
  ['in a transaction', () => db.$client.begin(async (tx) => void (await tx.unsafe(text, [2000])))],
];

/** All answers of a round together take 7 MB or more. */
const most = 2_000_000;

for (const [name, ask] of asks) {
  test(`an answer (${name}) that nobody has any more is not kept until the old things are collected`, async () => {
    await ask();
    const grown: number[] = [];
    // V8 may collect by itself while an answer is under way: the least of some rounds counts.
    for (let round = 0; round < 4 && !grown.some((bytes) => bytes < most); round += 1) {
      // Whatever lives now is old afterwards.
      collect();
      const before = readOld();
      for (let time = 0; time < 30; time += 1) await ask();
      for (let time = 0; time < 2; time += 1) collect({ type: 'minor' });
      grown.push(readOld() - before);
    }
    assert.ok(
      grown.some((bytes) => bytes < most),
      `${grown} bytes of old things`,
    );
  });
}
