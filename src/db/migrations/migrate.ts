import { sql } from 'drizzle-orm';
import {
  type Connection,
  closeDatabase,
  type Db,
  goDirect,
  openDatabase,
  type Tx,
} from '../driver/client.ts';
import { connectionFault, sqlStateOf } from '../driver/faults.ts';
import { logIgnoredParameters, requireSessions } from '../driver/session-check.ts';
import { StartRefused } from '../driver/start-refused.ts';
import { noStartLimits, type StartLimits, StartRetry } from '../driver/start-retry.ts';
import {
  applyMigrations,
  createTable,
  findNewestApplied,
  MigrationFailed,
  readMigrations,
  requireKnown,
} from './migrations.ts';

/** The key of the advisory lock: any number that no other program is likely to use. */
const migrationLock = 7_067_841_512;

/** lock_timeout of a migration, in milliseconds: then it rolls back, which releases its locks, and is retried. */
const lockTimeout = 5000;

/** The timeout of a database's first answer, in milliseconds. */
const firstAnswerTimeout = 10_000;

/**
 * Migrates the database to the newest migration. Concurrent processes are serialised by a transaction-level advisory lock,
 * which ends with its transaction, behind a pooler and when a process dies (the embedded engine has one process).
 * @throws StartRefused when the database cannot be used, or another process migrates for longer than the timeout
 * @throws MigrationFailed naming the migration
 * @throws the driver's error when the database cannot be reached
 */
export async function migrateDatabase(
  connection: Connection,
  limits: StartLimits = noStartLimits,
): Promise<void> {
  const retry = new StartRetry(limits);
  const settings = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: firstAnswerTimeout, STATEMENT_TIMEOUT_MS: 0 };
  const db = openDatabase(goDirect(connection), settings);
  logIgnoredParameters(connection, limits);
  try {
    await retry.until(async () => {
      await inTime(requireServer(db));
      return true;
    });
    await retry.until(async () => {
      await requireSessions(connection, limits);
      return true;
    });
    await retry.until(() => tryMigrating(db, retry, limits), 'locked', describeWait);
    retry.end();
  } finally {
    await closeDatabase(db);
  }
}

/** @returns undefined while another process migrates */
async function tryMigrating(db: Db, retry: StartRetry, limits: StartLimits): Promise<true | undefined> {
  const migrations = readMigrations();
  const newest = await findNewestApplied(db);
  requireKnown(newest, migrations);
  if (newest === migrations.at(-1)?.madeAt) return true;
  return db.transaction(async (tx) => {
    if ('url' in db.$connection) {
      await limitMigration(tx);
      const holder = await lockMigrations(tx);
      if (holder !== undefined) {
        retry.log(`Another process migrates the database (${holder}).`);
        return undefined;
      }
    }
    if (newest === 0) await requirePrivileges(tx);
    await createTable(tx);
    await applyMigrations(tx, migrations, (statement) => limits.log('debug', statement));
    return true;
  });
}

const describeWait = (fault: unknown) =>
  fault instanceof MigrationFailed && sqlStateOf(fault) === '55P03'
    ? `Another session has a lock that the migration ${fault.tag} needs (pg_locks shows it).`
    : `The database went away: ${fault instanceof Error ? fault.message : fault}.`;

async function limitMigration(tx: Tx): Promise<void> {
  await tx.execute(sql`
    select set_config('application_name', 'postil migration', true), set_config('statement_timeout', '0', true),
      set_config('idle_in_transaction_session_timeout', '0', true), set_config('lock_timeout', ${`${lockTimeout}`}, true)`);
  // Postgres ends the statement of a dead process, and so its lock; not supported on every platform.
  const notice = sql`select set_config('client_connection_check_interval', '2s', true)`;
  await tx.transaction((part) => part.execute(notice)).catch(ignore);
}

const ignore = () => undefined;

/** @returns the holder of the lock, when it is another session */
async function lockMigrations(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${migrationLock}) as locked`,
  );
  if (row?.locked) return undefined;
  const [holder] = await tx.execute<{ pid: number; name: string | null; address: string | null }>(sql`
    select pid, application_name as name, host(client_addr) as address
    from pg_locks left join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and (classid::int8 << 32) + objid::int8 = ${migrationLock}
      and database = (select oid from pg_database where datname = current_database()) and pid is not null`);
  if (!holder) return 'which is just ending';
  const { pid, name, address } = holder;
  return [`process ${pid} of Postgres`, name && `"${name}"`, address && `from ${address}`]
    .filter(Boolean)
    .join(', ');
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(connectionFault('The database does not answer')), firstAnswerTimeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The newest migration of this process; the disk may have those of a newer version since. */
const newestMigration = readMigrations().at(-1)?.madeAt ?? 0;

/**
 * The readiness check: null when the database can serve, else the reason in one sentence.
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

/**
 * Checks the version of the server and the encoding of the database.
 * @throws StartRefused before Postgres 15, and for another encoding than UTF8, which cannot hold every text
 */
export async function requireServer(db: Db): Promise<void> {
  const [server] = await db.execute<{ number: string; name: string; encoding: string }>(sql`
    select current_setting('server_version_num') as number, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding`);
  if (Number(server?.number ?? 0) < 150_000) {
    throw new StartRefused(`The database is Postgres ${server?.name}: version 15 or newer is needed.`);
  }
  if (server?.encoding !== 'UTF8')
    throw new StartRefused(
      `The encoding of the database is ${server?.encoding}: create it with UTF8 (createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8).`,
    );
}

/** @throws StartRefused when the role may not create what the first migration does */
async function requirePrivileges(tx: Tx): Promise<void> {
  const [role] = await tx.execute<{ name: string; database: string; isAllowed: boolean }>(sql`
    select quote_ident(current_user) as name, quote_ident(current_database()) as database,
      has_database_privilege(current_database(), 'create')
        and has_schema_privilege(coalesce(current_schema(), 'public'), 'create') as "isAllowed"`);
  if (!role?.isAllowed)
    throw new StartRefused(
      `The role ${role?.name} may create nothing in the database: GRANT CREATE ON DATABASE ${role?.database} TO ${role?.name}; GRANT CREATE ON SCHEMA public TO ${role?.name}; or let it own the database.`,
    );
}
