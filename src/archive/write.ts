import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '../db/driver/client.ts';
import type { ArchivedTable } from '../entities.ts';
import { archivedTables, columnsOf, nameOf } from './tables.ts';

/** The first line of an archive. */
export const archiveHeader = { postil: 'archive', format: 1 };

/** The bounds of a batch, in rows and bytes, for flat memory. */
const rowsPerBatch = 500;
const bytesPerBatch = 2_000_000;

/**
 * Writes a snapshot of the database as NDJSON: a header, one `{ "<table>": { …row } }` for each row, and the count.
 * Equal contents give equal bytes, on any engine.
 * @param write takes lines with their line breaks, and is awaited (backpressure)
 * @param onProgress called with the rows written and their total
 */
export async function writeArchive(
  db: Db,
  write: (lines: string) => Promise<void>,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      const total = await countRows(tx);
      await write(`${JSON.stringify(archiveHeader)}\n`);
      let rows = 0;
      for (const archived of archivedTables) {
        const start = `{"${nameOf(archived.table)}":`;
        for await (const batch of readBatches(tx, archived)) {
          await write(batch.map((row) => `${start}${row}}\n`).join(''));
          rows += batch.length;
          onProgress(rows, total);
        }
      }
      await write(`${JSON.stringify({ end: { rows } })}\n`);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function countRows(tx: Tx): Promise<number> {
  const counts = archivedTables.map(({ table }) => sql`(select count(*) from ${table})`);
  const [counted] = await tx.execute<{ total: string }>(sql`select ${sql.join(counts, sql` + `)} as total`);
  return Number(counted?.total);
}

/** Keyset pagination of a table's rows as JSON: one statement a batch. */
async function* readBatches(tx: Tx, archived: ArchivedTable): AsyncGenerator<string[]> {
  const { table, key } = archived;
  const columns = columnsOf(archived).map(({ name }) => sql.identifier(name));
  const order = sql.join(key.map(orderOf), sql`, `);
  for (let after: SQL = sql`true`; ; ) {
    const batch = await tx.execute<{ row: string }>(sql`
      select (select row_to_json(chosen) from (select ${sql.join(columns, sql`, `)}) chosen)::text as row
      from (
        select *, sum("row bytes") over (order by ${order} rows unbounded preceding) - "row bytes" as "bytes before"
        from (select *, ${sizeOf(columnsOf(archived))} as "row bytes" from ${table} where ${after} order by ${order} limit ${rowsPerBatch}) following) sized
      where "bytes before" <= ${bytesPerBatch} order by ${order}`);
    const rows = [...batch].map(({ row }) => row);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    const values = JSON.parse(last) as Record<string, unknown>;
    const reached = key.map((column) => sql`${values[column.name]}::${sql.raw(column.getSQLType())}`);
    after = sql`(${order}) > (${sql.join(reached, sql`, `)})`;
  }
}

/** Sorts texts bytewise (collation "C"), independent of the locale. */
function orderOf(column: PgColumn): SQL {
  const name = sql.identifier(column.name);
  return column.getSQLType() === 'text' ? sql`${name} collate "C"` : sql`${name}`;
}

/** The approximate size of a row, without detoasting it. */
function sizeOf(columns: PgColumn[]): SQL {
  const sizes = columns
    .filter((column) => /^(?:text|jsonb?)/.test(column.getSQLType()))
    .map((column) => {
      const name = sql.identifier(column.name);
      return column.getSQLType() === 'text'
        ? sql`coalesce(octet_length(${name}), 0)`
        : sql`coalesce(pg_column_size(${name}), 0)`;
    });
  return sql.join([sql`100`, ...sizes], sql` + `);
}
