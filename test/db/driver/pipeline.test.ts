import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { closeDatabase, openDatabase, type Queryable, type Tx } from '../../../src/db/driver/client.ts';
import { pipeline } from '../../../src/db/driver/pipeline.ts';
import { prepareSql, prepareStatement, transactionOf } from '../../../src/db/driver/prepare.ts';
import { createTestDatabase } from '../../support/database.ts';

const database = await createTestDatabase();
const events: string[] = [];
const settings = { POOL_SIZE: 2, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };
const db = openDatabase(database.connection, settings, (statement) => events.push(statement));
const notes = pgTable('notes', { text: text('text').notNull() });
await db.execute(sql`create table notes (text text not null)`);

after(async () => {
  await closeDatabase(db, 1);
  await database.drop();
});

const askCount = prepareSql<{ count: number }>(sql`select count(*)::int as count from notes`);
const countNotes = async (any: Queryable) => (await askCount(any, {}))[0]?.count;
const addNote = prepareStatement((any) => any.insert(notes).values({ text: sql.placeholder('text') }));

test('statements sent together are carried out in their order, each seeing what those before it did', async () => {
  await db.transaction(async (tx) => {
    const answers = await pipeline(
      tx,
      () => countNotes(tx),
      () => tx.insert(notes).values({ text: 'built' }),
      () => countNotes(tx),
      () => tx.execute(sql`insert into notes values (${'raw'})`),
      () => tx.select().from(notes),
      async () => 'sends nothing',
      () => addNote(tx, { text: 'kept' }),
      () =>
        pipeline(
          tx,
          () => countNotes(tx),
          () => tx.delete(notes).returning(),
        ),
    );
    assert.deepEqual(answers[0], 0);
    assert.deepEqual(answers[2], 1);
    assert.deepEqual(answers[4], [{ text: 'built' }, { text: 'raw' }]);
    assert.equal(answers[5], 'sends nothing');
    assert.deepEqual(answers[7][0], 3);
    assert.equal(answers[7][1].length, 3);
  });
});

test('no answer is waited for between statements that are sent together', async () => {
  const ask = async (tx: Tx, name: string) => {
    await countNotes(tx);
    events.push(`${name} answered`);
  };
  await db.transaction(async (tx) => {
    // A statement is described to the connection the first time.
    await countNotes(tx);
    events.length = 0;
    await pipeline(
      tx,
      () => ask(tx, 'one'),
      () => ask(tx, 'two'),
    );
  });
  const sent = 'select count(*)::int as count from notes';
  assert.deepEqual(events.slice(0, 4), [sent, sent, 'one answered', 'two answered']);
});

test('the first that fails says why, when all are answered, and the transaction is undone', async () => {
  const answered: string[] = [];
  const failing = db.transaction((tx) =>
    pipeline(
      tx,
      () => tx.insert(notes).values({ text: 'undone' }),
      () => tx.execute(sql`select 1 / ${0}::int`),
      () =>
        countNotes(tx).catch((error) => {
          answered.push('refused');
          throw error;
        }),
    ),
  );
  await assert.rejects(failing, (error: Error) => /division by zero/.test(String(error.cause)));
  assert.deepEqual(answered, ['refused']);
  assert.deepEqual(await countNotes(db), 0);
});

test('the reason is told, too, when what was refused because of it came first', async () => {
  const failing = db.transaction((tx) =>
    pipeline(
      tx,
      async () => {
        await countNotes(tx);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await addNote(tx, { text: 'refused' });
      },
      () => tx.execute(sql`select 1 / ${0}::int`),
    ),
  );
  await assert.rejects(failing, (error: Error) => /division by zero/.test(String(error.cause)));
});

test('what fails before it sends anything is told too, and those behind it stay', async () => {
  const failing = db.transaction((tx) =>
    pipeline(
      tx,
      () => {
        throw new RangeError('mine');
      },
      () => addNote(tx, { text: 'undone' }),
      () => transactionOf(tx).commit(),
    ),
  );
  await assert.rejects(failing, new RangeError('mine'));
  assert.deepEqual(await countNotes(db), 0);
});

test('a kept statement serves the pool and any number of transactions at once', async () => {
  const add = (name: string) => db.transaction((tx) => addNote(tx, { text: name }));
  await Promise.all([...'abcdef'].map(add).concat(addNote(db, { text: 'g' }) as never));
  const found = await db.execute(sql`delete from notes returning text`);
  assert.deepEqual(found.map(({ text }) => text).sort(), [...'abcdefg']);
});
