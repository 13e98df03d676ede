import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { closeDatabase, type Db, openDatabase } from '../../../src/db/driver/client.ts';
import { sqlStateOf } from '../../../src/db/driver/faults.ts';
import { mostPrepared } from '../../../src/db/driver/prepared-statements.ts';
import { createTestDatabase } from '../../support/database.ts';
import { trials } from '../../support/trials.ts';

const database = await createTestDatabase();
const settings = { CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 30_000 };
const opened: Db[] = [];

after(async () => {
  await Promise.all(opened.map((db) => closeDatabase(db, 1)));
  await database.drop();
});

test('a connection has a bounded number of prepared statements, and those in use stay prepared', async () => {
  const db = open();
  const hot = 'select $1::int as hot';
  for (let round = 0; round < 2; round += 1) {
    for (let number = 0; number < 3 * mostPrepared; number += 1) {
      // What is sent once is not prepared, so that each is sent twice.
      for (let time = 0; time < 2; time += 1) {
        const [row] = await ask(db, `select ${number} as number, $1::text as text`, ['right']);
        assert.deepEqual({ ...row }, { number, text: 'right' });
      }
      if (number % 20 === 0) assert.equal((await ask(db, hot, [number]))[0]?.hot, number);
    }
  }
  const known = await listPrepared(db);
  assert.ok(known.length <= mostPrepared, `${known.length} statements`);
  assert.ok(known.length > mostPrepared / 2, `${known.length} statements`);
  const [since] = known.filter(({ statement }) => statement === hot);
  assert.ok(since, 'the hot statement is prepared');
  const earlier = known.filter(({ prepared }) => prepared < since.prepared);
  assert.deepEqual(earlier, [], 'the hot statement was prepared once and for all');
});

test('what is sent once is not prepared', async () => {
  const db = open();
  for (let number = 0; number < 50; number += 1) await ask(db, `select ${number} as once, $1::int`, [1]);
  const known = await listPrepared(db);
  assert.deepEqual(
    known.filter(({ statement }) => statement.includes('as once')),
    [],
  );
});

test('the prepared statements of a connection are bounded in characters', async () => {
  const db = open();
  for (let number = 0; number < 40; number += 1)
    for (let time = 0; time < 2; time += 1)
      await ask(db, `select ${number} as long, $1::int ${' '.repeat(7000)}`, [1]);
  const known = await listPrepared(db);
  const characters = known.reduce((sum, { statement }) => sum + statement.length, 0);
  assert.ok(characters < 100_000, `${characters} characters`);
});

test('statements are pushed out within transactions too, also in one that fails, and are closed after it', async () => {
  const db = open();
  for (const fails of [false, true, true, false]) {
    const working = db.transaction(async (tx) => {
      for (let number = 0; number < 3 * mostPrepared; number += 1)
        for (let time = 0; time < 2; time += 1)
          await tx.execute(sql.raw(`select ${number} as within_${fails}`));
      if (fails) await tx.execute(sql`select 1 / ${0}::int`);
    });
    if (fails) await assert.rejects(working, (error) => sqlStateOf(error) === '22012');
    else await working;
    const known = await listPrepared(db);
    assert.ok(known.length <= mostPrepared, `${known.length} statements`);
  }
});

test('a prepared statement whose columns have changed meanwhile is answered', async () => {
  const db = open();
  await ask(db, 'create table changing (one text)', []);
  await ask(db, `insert into changing values ('1')`, []);
  const text = 'select * from changing where one = $1';
  const read = async () => ({ ...(await ask(db, text, ['1']))[0] });
  for (let time = 0; time < 3; time += 1) assert.deepEqual(await read(), { one: '1' });
  await ask(db, 'alter table changing add column two int', []);
  for (let time = 0; time < 3; time += 1) assert.deepEqual(await read(), { one: '1', two: null });
});

test('a statement that could not be parsed is parsed again', async () => {
  const db = open();
  const read = () => ask(db, 'select text from coming where text = $1', ['here']);
  for (let time = 0; time < 4; time += 1)
    await assert.rejects(read(), (error) => sqlStateOf(error) === '42P01');
  await ask(db, `create table coming as select 'here' as text`, []);
  for (let time = 0; time < 4; time += 1) assert.equal((await read())[0]?.text, 'here');
});

test('parameters are read as they were written, the first time, the second and the third', async () => {
  const db = open();
  const text = `select $1::text as text, $2::bool as bool, $3::float8 as number, $4::text[] as texts, $5::int[] as numbers, $6::jsonb->>'a' as json`;
  const plain = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0') && one.isWellFormed());
  const parameters = fc.tuple(
    fc.option(plain),
    fc.option(fc.boolean()),
    fc.option(fc.integer()),
    fc.option(fc.array(plain)),
    fc.option(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))),
    plain,
  );
  await fc.assert(
    fc.asyncProperty(parameters, async ([one, bool, number, texts, numbers, json]) => {
      const sent = [one, bool, number, texts, numbers, JSON.stringify({ a: json })];
      const [row] = await ask(db, text, sent);
      assert.deepEqual({ ...row }, { text: one, bool, number, texts, numbers, json });
    }),
    { numRuns: trials(50) },
  );
});

test('each statement has its own answer, whatever shares its connection, fails, or is pushed out meanwhile', async () => {
  const db = open(2);
  const read = async (number: number) => {
    const text = `select ${number} as number, $1::int as given`;
    const [row] = await db.$client.unsafe(text, [number], { prepare: true, isShort: true });
    assert.deepEqual({ ...row }, { number, given: number });
  };
  const write = (number: number) =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute(sql`select ${sql.raw(`${number}`)} as number, ${number}::int as given`);
      assert.deepEqual({ ...row }, { number, given: number });
    });
  const fail = (number: number) =>
    assert.rejects(ask(db, `select ${number} / $1::int`, [0]), (error) => sqlStateOf(error) === '22012');
  const doings = fc.array(fc.tuple(fc.constantFrom(read, write, fail), fc.nat(2 * mostPrepared)), {
    ...{ minLength: 20, maxLength: 200, size: 'max' },
  });
  await fc.assert(
    fc.asyncProperty(doings, async (all) => {
      await Promise.all(all.map(([act, number]) => act(number)));
    }),
    { numRuns: trials(20) },
  );
  const counts = await Promise.all([1, 2].map(() => listPrepared(db)));
  // The connections to the embedded engine have their statements in common.
  const most = 'url' in database.connection ? mostPrepared : 10 * mostPrepared;
  for (const known of counts) assert.ok(known.length <= most, `${known.length} statements`);
});

function open(size = 1): Db {
  const db = openDatabase(database.connection, { ...settings, POOL_SIZE: size });
  opened.push(db);
  return db;
}

const ask = async (db: Db, text: string, parameters: unknown[]) =>
  db.$client.unsafe(text, parameters, { prepare: true, simple: false });

/** What a connection has prepared, the oldest first; on the embedded engine that of the others has another prefix. */
async function listPrepared(db: Db): Promise<{ name: string; statement: string; prepared: string }[]> {
  const known = await db.$client.unsafe(
    'select name, statement, prepare_time::text as prepared from pg_prepared_statements order by prepare_time',
  );
  const all = [...known] as unknown as { name: string; statement: string; prepared: string }[];
  if ('url' in database.connection) return all;
  const prefix = all.at(-1)?.name.replace(/\d+$/, '');
  return all.filter(({ name }) => prefix !== undefined && name.startsWith(prefix));
}
