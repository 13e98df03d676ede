import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { type Connection, closeDatabase, type Db, openDatabase } from './client.ts';

const folder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number that no other program on the same server is likely to lock. */
const migrationLock = 7_067_841_512;

/**
 * Brings the database to the newest migration. Any number of processes may call it at once: one migrates, the
 * others wait for it on a lock of a connection of its own (the embedded engine has one process anyhow).
 * @throws UnsupportedDatabase
 */
export async function migrateDatabase(connection: Connection): Promise<void> {
  const db = openDatabase(connection, { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 });
  try {
    await requireVersion(db);
    if ('url' in connection) await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await migrate(db, { migrationsFolder: folder });
  } finally {
    await closeDatabase(db);
  }
}

const newestMigration = newest();

function newest(): number {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[];
  };
  return Math.max(...journal.entries.map((entry) => entry.when));
}

/**
 * What keeps the database from serving: nothing (null), or one sentence.
 * @throws the driver's error when the database cannot be reached
 */
export async function findReadinessFault(db: Db): Promise<string | null> {
  const [state] = await db.execute<{ migrated: boolean; trigrams: boolean }>(sql`
    select to_regclass('drizzle.__drizzle_migrations') is not null as migrated,
      exists (select from pg_extension where extname = 'pg_trgm') as trigrams`);
  if (!state?.migrated || !state.trigrams) return 'The database is not migrated: run `postil migrate`.';
  const [found] = await db.execute<{ newest: string | null; hangul: boolean; readOnly: boolean }>(sql`
    select (select max(created_at) from drizzle.__drizzle_migrations) as newest,
      cardinality(show_trgm('선형')) > 0 as hangul,
      current_setting('transaction_read_only') = 'on' as "readOnly"`);
  if (Number(found?.newest ?? 0) < newestMigration)
    return 'The database is not migrated: run `postil migrate`.';
  if (!found?.hangul) {
    return 'The database cannot index Hangul: create it with LC_CTYPE C.UTF-8 (`create database … template template0 locale "C.UTF-8"`).';
  }
  return found.readOnly ? 'The database takes no writes: it is read-only, or a standby.' : null;
}

/** The server is too old; the message is one line for the operator. */
export class UnsupportedDatabase extends Error {
  override name = 'UnsupportedDatabase';
}

/** Postgres before 15 lacks what the migrations use. @throws UnsupportedDatabase */
export async function requireVersion(db: Db): Promise<void> {
  const [server] = await db.execute<{ number: string; name: string }>(
    sql`select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  );
  if (Number(server?.number ?? 0) < 150_000) {
    throw new UnsupportedDatabase(`The database is Postgres ${server?.name}: version 15 or newer is needed.`);
  }
}
