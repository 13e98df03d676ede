import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeDatabase, openDatabase, type Queryable, type Tx } from '../../../src/db/driver/client.ts';
import { pipeline } from '../../../src/db/driver/pipeline.ts';
import { transactionOf } from '../../../src/db/driver/prepare.ts';
import { createTestDatabase } from '../../support/database.ts';

const database = await createTestDatabase();
const sent: string[] = [];
const settings = { POOL_SIZE: 2, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };
const db = openDatabase(database.connection, settings, (statement) => sent.push(statement));
await db.execute(sql`create table notes (text text unique deferrable initially deferred)`);

after(async () => {
  await closeDatabase(db, 1);
  await database.drop();
});
beforeEach(async () => {
  await db.execute(sql`delete from notes`);
});

const add = (any: Queryable, text: unknown) => any.execute(sql`insert into notes values (${text})`);
const addBad = (any: Queryable) => any.execute(sql`select 1 / ${0}::int`);
const list = async () =>
  (await db.execute(sql`select text from notes order by text`)).map(({ text }) => text);
const commit = (tx: Tx) => transactionOf(tx).commit();
const isDivision = (error: Error) => /division by zero/.test(String(error.cause ?? error));

test('work that sends nothing has no transaction, not even a part of it', async () => {
  sent.length = 0;
  await db.transaction((tx) => tx.transaction(async () => 'done'));
  assert.deepEqual(sent, []);
});

test('a commit leaves behind the last statements without waiting for them, and the work is kept', async () => {
  const order: string[] = [];
  await db.transaction(async (tx) => {
    await add(tx, 'first');
    sent.length = 0;
    await pipeline(
      tx,
      () => tx.execute(sql`select pg_sleep(0.05)`).then(() => order.push(`answered ${sent.length}`)),
      () => add(tx, 'second'),
      () => commit(tx),
    );
  });
  assert.deepEqual(order, ['answered 3']);
  assert.deepEqual(sent.at(-1), 'commit');
  assert.deepEqual(await list(), ['first', 'second']);
});

test('nothing is kept when a statement fails that a commit was sent behind', async () => {
  const failing = db.transaction((tx) =>
    pipeline(
      tx,
      () => add(tx, 'undone'),
      () => addBad(tx),
      () => commit(tx),
    ),
  );
  await assert.rejects(failing, isDivision);
  assert.deepEqual(await list(), []);
});

test('nothing is kept when a statement cannot even be sent that a commit was to follow', async () => {
  const failing = db.transaction((tx) =>
    pipeline(
      tx,
      () => add(tx, 'undone'),
      () => add(tx, { toString: null }),
      () => commit(tx),
    ),
  );
  await assert.rejects(failing);
  assert.deepEqual(await list(), []);
});

test('an error that the work does not mind undoes it all the same, and is told', async () => {
  const failing = db.transaction(async (tx) => {
    await add(tx, 'undone');
    await addBad(tx).catch(() => undefined);
  });
  await assert.rejects(failing, isDivision);
  assert.deepEqual(await list(), []);
});

test('what Postgres finds only at the commit is an error', async () => {
  const failing = db.transaction(async (tx) => {
    await add(tx, 'twice');
    await add(tx, 'twice');
    await commit(tx);
  });
  await assert.rejects(failing, (error: Error & { code?: string }) => error.code === '23505');
  assert.deepEqual(await list(), []);
});

test('nothing can be sent after a commit', async () => {
  const late = db.transaction(async (tx) => {
    await add(tx, 'kept');
    await commit(tx);
    await add(tx, 'late');
  });
  await assert.rejects(late, (error: Error) => /follow a commit/.test(String(error.cause ?? error)));
  assert.deepEqual(await list(), ['kept']);
});

test('a part that fails is undone by itself, however deep it is, and the rest is kept', async () => {
  await db.transaction(async (tx) => {
    await tx.transaction((part) => add(part, 'outer')).then(() => add(tx, 'between'));
    const failing = tx.transaction(async (part) => {
      await add(part, 'undone');
      await part.transaction((inner) => add(inner, 'undone too'));
      const innermost = part.transaction(async (inner) => {
        await add(inner, 'undone first');
        await addBad(inner);
      });
      await assert.rejects(innermost, isDivision);
      await add(part, 'undone at last');
      throw new RangeError('mine');
    });
    await assert.rejects(failing, new RangeError('mine'));
    await add(tx, 'last');
  });
  assert.deepEqual(await list(), ['between', 'last', 'outer']);
});
