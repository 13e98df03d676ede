import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeDatabase, type Db, openDatabase } from '../../../src/db/driver/client.ts';
import { StartRefused } from '../../../src/db/driver/start-refused.ts';
import { findReadinessFault, migrateDatabase, requireServer } from '../../../src/db/migrations/migrate.ts';
import { createEmptyDatabase, createTestDatabase, serverUrl } from '../../support/database.ts';

const settings = { POOL_SIZE: 2, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 10_000 };
const noServer = serverUrl === undefined && 'there is no TEST_DATABASE_URL';
const migrated = await createTestDatabase();
const db = openDatabase(migrated.connection, settings);
after(async () => {
  await closeDatabase(db);
  await migrated.drop();
});

test('a migrated database is ready, and migrating it again changes nothing', async () => {
  assert.equal(await findReadinessFault(db), null);
  const before = await listMigrations(db);
  await migrateDatabase(migrated.connection);
  assert.deepEqual(await listMigrations(db), before);
  assert.equal(await findReadinessFault(db), null);
});

test('a database that lacks the newest migration, or has none, is not ready', async () => {
  await db.execute(sql`create table kept as select * from drizzle.__drizzle_migrations`);
  await db.execute(sql`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
  assert.match((await findReadinessFault(db)) ?? '', /not migrated: run `postil migrate`/);
  await db.execute(sql`alter schema drizzle rename to elsewhere`);
  assert.match((await findReadinessFault(db)) ?? '', /not migrated/);
  await db.execute(sql`alter schema elsewhere rename to drizzle`);
  await db.execute(sql`insert into drizzle.__drizzle_migrations select * from kept on conflict do nothing`);
  assert.equal(await findReadinessFault(db), null);
});

test('what can be long is compressed by LZ4 where the server has it, every column of it', async () => {
  const [server] = await db.execute<{ has: boolean }>(
    sql`select 'lz4' = any(enumvals) as has from pg_settings where name = 'default_toast_compression'`,
  );
  const columns = await db.execute<{ name: string; how: string }>(sql`
    select attrelid::regclass || '.' || attname as name, attcompression as how from pg_attribute
    where attrelid::regclass::text = any('{papers,reviews,review_drafts,review_revisions,paper_search,review_search,idempotency_keys}')
      and attnum > 0 and not attisdropped and attstorage = 'x'`);
  const names = columns.filter(({ how }) => how === (server?.has ? 'l' : '')).map(({ name }) => name);
  assert.deepEqual(
    names,
    columns.map(({ name }) => name),
  );
  for (const name of ['reviews.body', 'reviews.html', 'review_search.body', 'review_revisions.body'])
    assert.ok(names.includes(name), name);
});

test('a server before Postgres 15 is refused with its version', async () => {
  const old = { execute: async () => [{ number: '140012', name: '14.12' }] } as unknown as Db;
  await assert.rejects(requireServer(old), (error) => {
    assert.ok(error instanceof StartRefused);
    assert.equal(error.message, 'The database is Postgres 14.12: version 15 or newer is needed.');
    return true;
  });
  await requireServer(db);
});

test('of many who migrate an empty database at once, one does it and all succeed', {
  skip: noServer,
}, async () => {
  await withEmptyDatabase('C.UTF-8', async (connection, empty) => {
    await Promise.all(Array.from({ length: 6 }, () => migrateDatabase(connection)));
    assert.deepEqual(await listMigrations(empty), await listMigrations(db));
    assert.equal(await findReadinessFault(empty), null);
  });
});

test('a database whose locale knows no Hangul is migrated but not ready, and told why', {
  skip: noServer,
}, async () => {
  await withEmptyDatabase('C', async (connection, empty) => {
    await migrateDatabase(connection);
    assert.match(
      (await findReadinessFault(empty)) ?? '',
      /cannot index Hangul: create it with LC_CTYPE C\.UTF-8/,
    );
  });
});

test('a database of another encoding than UTF8 is refused before anything is created, with what to do', {
  skip: noServer,
}, async () => {
  for (const encoding of ['SQL_ASCII', 'LATIN1']) {
    const { url, drop } = await createEmptyDatabase(serverUrl ?? '', 'C', encoding);
    const empty = openDatabase({ url }, settings);
    await assert.rejects(migrateDatabase({ url }), (error) => {
      assert.ok(error instanceof StartRefused);
      assert.match(
        error.message,
        new RegExp(`^The encoding of the database is ${encoding}: create it with UTF8 .*createdb`),
      );
      return true;
    });
    const schemas = await empty.execute(sql`select from pg_namespace where nspname = 'drizzle'`);
    assert.equal(schemas.length, 0);
    await closeDatabase(empty);
    await drop();
  }
});

test('a role that may create nothing is refused before the first migration, with the grants that it needs', {
  skip: noServer,
}, async () => {
  await withEmptyDatabase('C.UTF-8', async ({ url }, empty) => {
    await empty.execute(sql`create role may_nothing login password 'none'`);
    const address = new URL(url);
    [address.username, address.password] = ['may_nothing', 'none'];
    try {
      await assert.rejects(migrateDatabase({ url: address.href }), (error) => {
        assert.ok(error instanceof StartRefused);
        assert.match(
          error.message,
          /^The role may_nothing may create nothing .*GRANT CREATE ON DATABASE .* TO may_nothing;/,
        );
        return true;
      });
      const [, name] = address.pathname.split('/');
      await empty.execute(
        sql.raw(
          `grant create on database ${name} to may_nothing; grant create on schema public to may_nothing`,
        ),
      );
      await migrateDatabase({ url: address.href });
    } finally {
      await empty.execute(sql`drop owned by may_nothing cascade`);
      await empty.execute(sql`drop role may_nothing`);
    }
  });
});

async function listMigrations(of: Db): Promise<unknown[]> {
  const rows = await of.execute(sql`select hash from drizzle.__drizzle_migrations order by created_at`);
  return rows.map(({ hash }) => hash);
}

async function withEmptyDatabase(
  locale: string,
  work: (connection: { url: string }, empty: Db) => Promise<void>,
): Promise<void> {
  const { url, drop } = await createEmptyDatabase(serverUrl ?? '', locale);
  const empty = openDatabase({ url }, settings);
  await work({ url }, empty);
  await closeDatabase(empty);
  await drop();
}
