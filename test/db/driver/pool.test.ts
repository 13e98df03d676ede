import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { type Connection, closeDatabase, type Db, openDatabase } from '../../../src/db/driver/client.ts';
import { faultOf, isUnavailable } from '../../../src/db/driver/faults.ts';
import { createTestDatabase, serverUrl, type TestDatabase } from '../../support/database.ts';
import { trials } from '../../support/trials.ts';

const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };
let database: TestDatabase;
const cleanups: (() => unknown)[] = [];

before(async () => {
  database = await createTestDatabase();
  await open(database.connection).execute(sql`create table notes (text text not null)`);
});

after(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  await database.drop();
});

for (const cut of ['end', 'reset'] as const) {
  test(`a connection that is lost (${cut}) during a statement fails it at once, and the next one works`, async () => {
    const proxy = await openProxy();
    const db = open(proxy.connection);
    await db.execute(sql`select 1`);
    const during = db.execute(sql`select 1 as one from (select pg_sleep(0.3)) as slept`);
    await sleep(100);
    proxy.cut(cut);
    await assert.rejects(during, isUnavailable);
    assert.deepEqual([...(await db.execute(sql`select 2 as two`))], [{ two: 2 }]);
  });

  test(`a transaction whose connection is lost (${cut}) fails at once, and none of it runs anywhere`, async () => {
    const proxy = await openProxy();
    const db = open(proxy.connection);
    const direct = open(database.connection);
    let afterwards: unknown;
    let goOn = () => {};
    const rest = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let finished = () => {};
    const finish = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const lost = db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('before the cut')`);
      proxy.cut(cut);
      await rest;
      afterwards = await tx.execute(sql`insert into notes values ('after the cut')`).catch((error) => error);
      finished();
    });
    await assert.rejects(lost, isUnavailable);
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('of another')`);
      goOn();
      await finish;
    });
    assert.ok(isUnavailable(afterwards));
    assert.deepEqual(
      [...(await direct.execute(sql`delete from notes returning text`))],
      [{ text: 'of another' }],
    );
  });
}

// The embedded engine, which shares one session, can stay in the transaction of a client that was cut off within BEGIN.
const embedded =
  serverUrl === undefined && 'connections to the embedded engine are not cut: they are of one process';

test('many connections cut under load lose no statement and no place in the pool', {
  skip: embedded,
}, async () => {
  const proxy = await openProxy();
  const db = open(proxy.connection, { POOL_SIZE: 4 });
  let answered = 0;
  const ask = async (writer: number) => {
    for (let number = 0; number < 60; number += 1) {
      const asked =
        writer % 2
          ? db.execute(sql`select ${number}::int`)
          : db.transaction(async (tx) => {
              await tx.execute(sql`select ${number}::int`);
              await sleep(1);
              await tx.execute(sql`select ${number}::int`);
            });
      await asked.catch((error) => assert.ok(isUnavailable(error), String(error)));
      answered += 1;
    }
  };
  const work = Promise.all([0, 1, 2, 3, 4, 5].map(ask));
  for (let round = 0; round < 10; round += 1) {
    await sleep(15);
    proxy.cut(round % 2 ? 'end' : 'reset');
  }
  await work;
  assert.equal(answered, 360);
  const all = await Promise.all(
    [1, 2, 3, 4].map((number) => db.execute(sql`select ${number}::int as number`)),
  );
  assert.deepEqual(
    all.map(([row]) => row?.number),
    [1, 2, 3, 4],
  );
});

test('a server that closes without a word is an error at once, asked one time', async () => {
  let asked = 0;
  const server = await listen((socket) => {
    asked += 1;
    socket.end();
  });
  const begun = Date.now();
  await assert.rejects(open(server).execute(sql`select 1`), isUnavailable);
  assert.ok(Date.now() - begun < 5000);
  assert.equal(asked, 1);
});

test('a server that does not answer is an error after the time for connections', async () => {
  const server = await listen(() => undefined);
  const begun = Date.now();
  await assert.rejects(open(server, { CONNECT_TIMEOUT_MS: 1000 }).execute(sql`select 1`), isUnavailable);
  assert.ok(Date.now() - begun < 5000);
});

test('a server that froze is an error after the time for statements, also between BEGIN and COMMIT', async () => {
  for (const where of ['statement', 'commit'] as const) {
    const proxy = await openProxy();
    const db = open(proxy.connection, { CONNECT_TIMEOUT_MS: 1000, STATEMENT_TIMEOUT_MS: 500 });
    await db.execute(sql`select 1`);
    const frozen = db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      proxy.freeze();
      if (where === 'statement') await tx.execute(sql`select 2`);
    });
    const expected = where === 'commit' ? 'outcome-unknown' : 'away';
    await assert.rejects(frozen, (error) => faultOf(error).kind === expected, where);
    proxy.cut('reset');
    assert.deepEqual([...(await db.execute(sql`select 3 as three`))], [{ three: 3 }], where);
  }
});

test('an error of SQL leaves the connection and its place as they were', async () => {
  const db = open(database.connection);
  await assert.rejects(db.execute(sql`select 1 / ${0}::int`), (error: Error) => !isUnavailable(error));
  await assert.rejects(
    db.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('rolled back')`);
      throw new RangeError('mine');
    }),
    new RangeError('mine'),
  );
  assert.deepEqual([...(await db.execute(sql`select text from notes`))], []);
});

test('a savepoint that fails is undone by itself', async () => {
  const db = open(database.connection);
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into notes values ('kept')`);
    const inner = tx.transaction((nested) => nested.execute(sql`insert into notes values (null)`));
    await assert.rejects(inner);
  });
  assert.deepEqual([...(await db.execute(sql`delete from notes returning text`))], [{ text: 'kept' }]);
});

test('on one connection fifty statements and transactions each get their own answer', async () => {
  const db = open(database.connection);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, number) => {
      const [row] =
        number % 2
          ? await db.execute(sql`select ${number}::int as number`)
          : await db.transaction((tx) => tx.execute(sql`select ${number}::int as number`));
      return row?.number;
    }),
  );
  assert.deepEqual(answers, [...Array(50).keys()]);
});

test('two short statements share a connection when none is free, and no others do', async () => {
  const sent: string[] = [];
  const db = open(database.connection, {}, (statement) => sent.push(/\S+$/.exec(statement)?.[0] ?? ''));
  const answered: string[] = [];
  const ask = async (name: string, isShort: boolean) => {
    const text = `select 1 from (select pg_sleep(0.2)) as ${name}`;
    await db.$client.unsafe(text, [], { prepare: true, simple: false, isShort });
    answered.push(name);
  };
  await db.execute(sql`select 1 as opened`);
  sent.length = 0;
  const all = [ask('first', true), ask('second', true), ask('third', true), ask('long', false)];
  await sleep(100);
  const shared = [...sent];
  const late = ask('late', true);
  await all[0];
  const atFirst = [...sent];
  await all[2];
  const behindLong = [...sent];
  await Promise.all([...all, late]);
  assert.deepEqual(shared, ['first', 'second']);
  assert.deepEqual(atFirst, ['first', 'second', 'third']);
  assert.deepEqual(behindLong.slice(0, 4), ['first', 'second', 'third', 'long']);
  assert.deepEqual(answered, ['first', 'second', 'third', 'long', 'late']);
});

test('those who share a connection that is lost both learn it at once, and whoever waits gets another', async () => {
  const proxy = await openProxy();
  const db = open(proxy.connection);
  await db.execute(sql`select 1`);
  const ask = async () =>
    await db.$client.unsafe(`select 'rested' as state from (select pg_sleep(0.3)) as slept`, [], {
      ...{ simple: false, isShort: true },
    });
  const both = [ask(), ask()].map((asked) => assert.rejects(asked, isUnavailable));
  const third = ask();
  await sleep(100);
  proxy.cut('reset');
  await Promise.all(both);
  assert.deepEqual([...(await third)], [{ state: 'rested' }]);
});

test('nothing of others runs within a transaction, which short statements do not keep from its turn', async () => {
  const db = open(database.connection);
  const name = sql`current_setting('application_name') as name`;
  const text = `select current_setting('application_name') as name from (select pg_sleep(0.001)) as slept`;
  const askShort = async () => {
    const [row] = await db.$client.unsafe(text, [], {
      ...{ prepare: true, simple: false, isShort: true },
    });
    assert.doesNotMatch(row?.name, /writer/);
  };
  const read = async () => {
    for (; committed < 20 && asked < 2000; asked += 1) await askShort();
  };
  let committed = 0;
  let asked = 0;
  const write = async (writer: number) => {
    for (let number = 0; number < 10; number += 1) {
      const own = `writer ${writer} ${number}`;
      const names = await db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('application_name', ${own}, true)`);
        await sleep(1);
        return [...(await tx.execute(sql`select ${name}`)), ...(await tx.execute(sql`select ${name}`))];
      });
      assert.deepEqual(names, [{ name: own }, { name: own }]);
      committed += 1;
    }
  };
  await Promise.all([write(1), write(2), read(), read()]);
  assert.ok(asked < 2000);
});

test('closing lets what is under way end and refuses what comes later', async () => {
  const db = open(database.connection);
  const under = db.transaction(async (tx) => {
    await sleep(100);
    return [...(await tx.execute(sql`select 'done' as state`))];
  });
  await sleep(20);
  const closed = closeDatabase(db);
  await assert.rejects(db.execute(sql`select 1`), isUnavailable);
  assert.deepEqual(await under, [{ state: 'done' }]);
  await closed;
});

test('lists of texts, ids and numbers come back as they were sent', async () => {
  const db = open(database.connection);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed())),
      fc.array(fc.uuid()),
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      async (texts, ids, numbers) => {
        const [row] = await db.execute(
          sql`select ${sql.param(texts)}::text[] as texts, ${sql.param(ids)}::uuid[] as ids, ${sql.param(numbers)}::int[] as numbers`,
        );
        assert.deepEqual({ ...row }, { texts, ids, numbers });
      },
    ),
    { numRuns: trials(50) },
  );
});

function open(
  connection: Connection,
  more: Partial<typeof settings> = {},
  onStatement?: (statement: string) => void,
): Db {
  const db = openDatabase(connection, { ...settings, ...more }, onStatement);
  cleanups.push(() => closeDatabase(db, 1));
  return db;
}

async function listen(onConnection: (socket: Socket) => void): Promise<Connection> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    cleanups.push(() => socket.destroy());
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` };
}

/** A way to the database that can be cut (said goodbye to, or without a word) and that can stop to carry anything. */
async function openProxy() {
  const pairs = new Set<[Socket, Socket]>();
  const { connection } = database;
  const to = 'url' in connection ? new URL(connection.url) : null;
  const listening = await listen((near) => {
    const far =
      'path' in connection ? connect(connection.path) : connect(Number(to?.port || 5432), to?.hostname);
    far.on('error', () => far.destroy());
    near.pipe(far).pipe(near);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    cleanups.push(() => far.destroy());
    for (const socket of pair) {
      socket.on('close', () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
  });
  const url = new URL('url' in listening ? listening.url : '');
  // All connections to the embedded engine are one session, which a limit would end for all.
  const unlimited = ['statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout'];
  if (!to) url.search = `options=${encodeURIComponent(unlimited.map((name) => `-c ${name}=0`).join(' '))}`;
  if (to) [url.username, url.password, url.pathname] = [to.username, to.password, to.pathname];
  return {
    connection: { url: url.href },
    cut(how: 'end' | 'reset') {
      for (const [near] of pairs) how === 'end' ? near.destroy() : near.resetAndDestroy();
    },
    freeze() {
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
  };
}
