import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { packageUrl } from '../../package-root.ts';
import type { Queryable, Tx } from '../driver/client.ts';
import { summarizeFault } from '../driver/faults.ts';
import { StartRefused } from '../driver/start-refused.ts';

const folder = fileURLToPath(packageUrl('migrations'));

export interface Migration {
  /** The name of its file, without the ending. */
  tag: string;
  statements: string[];
  hash: string;
  /** When it was generated, in milliseconds: drizzle-orm's table orders by it. */
  madeAt: number;
}

/** Reads the migrations from the disk, in order; not cached, since a newer version may be installed meanwhile. */
export function readMigrations(from = folder): Migration[] {
  const journal = JSON.parse(readFileSync(`${from}/meta/_journal.json`, 'utf8')) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: from }).map(
    ({ sql: statements, hash, folderMillis }, place) => ({
      tag: journal.entries[place]?.tag ?? '',
      statements,
      hash,
      madeAt: folderMillis,
    }),
  );
}

/** `madeAt` of the newest migration that is applied; 0 when none is. */
export async function findNewestApplied(db: Queryable): Promise<number> {
  const [table] = await db.execute<{ isThere: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as "isThere"`,
  );
  if (!table?.isThere) return 0;
  const [found] = await db.execute<{ newest: string | null }>(
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return Number(found?.newest ?? 0);
}

/** @throws StartRefused when a newer migration than all of these is applied */
export function requireKnown(newestApplied: number, migrations: Migration[]): void {
  const known = migrations.at(-1);
  if (!known || newestApplied <= known.madeAt) return;
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
  throw new StartRefused(
    `The database is newer than this Postil: it has a migration of ${day(newestApplied)}, and the newest known here is ` +
      `${known.tag} of ${day(known.madeAt)}. Start the newer version, or go back to a copy of the database from before it.`,
  );
}

/**
 * Applies the pending migrations in one transaction, and records them in the table of drizzle-orm (0.45), whose own migrator
 * does not name a migration that fails.
 * @param onFailure called with the statement that failed
 * @throws MigrationFailed
 */
export async function applyMigrations(
  tx: Tx,
  migrations: Migration[],
  onFailure: (statement: string) => void,
): Promise<void> {
  const newest = await findNewestApplied(tx);
  requireKnown(newest, migrations);
  for (const { tag, statements, hash, madeAt } of migrations.filter((one) => one.madeAt > newest)) {
    for (const statement of statements) {
      try {
        await tx.execute(sql.raw(statement));
      } catch (error) {
        onFailure(statement.trim());
        throw new MigrationFailed(tag, error);
      }
    }
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${madeAt})`,
    );
  }
}

/** Creates drizzle-orm's table of applied migrations. */
export async function createTable(tx: Tx): Promise<void> {
  const [table] = await tx.execute<{ schema: boolean; table: boolean }>(sql`
    select to_regnamespace('drizzle') is not null as schema, to_regclass('drizzle.__drizzle_migrations') is not null as table`);
  // `create … if not exists` needs the privilege even where it exists.
  if (!table?.schema) await tx.execute(sql`create schema drizzle`);
  if (!table?.table)
    await tx.execute(sql`
      create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
}

/** A migration failed and was rolled back; the message is one line for the operator. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed';
  readonly tag: string;

  constructor(tag: string, cause: unknown) {
    super(
      `The migration ${tag} failed: ${summarizeFault(cause)}. The database is as it was before; LOG_LEVEL=debug shows the statement.`,
      { cause },
    );
    this.tag = tag;
  }
}
