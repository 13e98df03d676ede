import { sql } from 'drizzle-orm';
import type { Db, Queryable, Tx } from '../db/driver/client.ts';
import { sqlStateOf, summarizeFault } from '../db/driver/faults.ts';
import { siteState } from '../db/schema/site.ts';
import { publicChannel, resetEvent } from '../db/unit-of-work/change-event.ts';
import type { ArchivedTable } from '../entities.ts';
import { ArchiveRefused, NotEmpty } from './refusal.ts';
import { archivedTables, columnsOf, nameOf } from './tables.ts';
import { archiveHeader } from './write.ts';

/** SQLSTATE classes of data: exceptions, constraints, limits (PostgreSQL, Appendix A). */
const brokenRules = /^(?:22|23|42|54)/;

const rowsPerBatch = 1000;
const charactersPerBatch = 2_000_000;

/**
 * Restores an archive into an empty database, in one transaction.
 * @param lines without line breaks
 * @param finish further work in the same transaction
 * @returns the number of rows
 * @throws ArchiveRefused when the database is not empty, or the archive is damaged, truncated or of a newer Postil
 */
export async function readArchive(
  db: Db,
  lines: AsyncIterable<string>,
  finish: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<number> {
  return db.transaction(async (tx) => {
    await requireEmpty(tx);
    await tx.delete(siteState);
    const batch = new Batch(tx);
    let number = 0;
    let ended = false;
    for await (const line of lines) {
      number += 1;
      if (ended) throw new ArchiveRefused(`Line ${number} comes after the end of the archive.`);
      const [name, value] = readLine(line, number);
      if (number === 1) requireHeader(name, value, line);
      else if (name === 'end') ended = await isWhole(batch, value);
      else await batch.add(name, value, number, line.length);
    }
    if (!ended)
      throw new ArchiveRefused(`The archive was cut off after line ${number}: its last line is missing.`);
    await finish(tx);
    await tx.execute(sql`select pg_notify(${publicChannel}, ${resetEvent})`);
    return batch.rows;
  });
}

const tables = archivedTables.map(({ table }) => table);

/** Locks the tables and checks that they are empty. */
async function requireEmpty(tx: Tx): Promise<void> {
  await tx.execute(
    sql`lock table ${sql.join(
      tables.map((table) => sql`${table}`),
      sql`, `,
    )} in exclusive mode`,
  );
  const names = await findContent(tx);
  if (names.length > 0) throw new NotEmpty(names);
}

/** The names of tables with rows: one statement. */
export async function findContent(db: Queryable): Promise<string[]> {
  const content = tables.filter((table) => table !== siteState);
  const counts = content.map(
    (table) => sql`select ${nameOf(table)} as name where exists (select from ${table})`,
  );
  const full = await db.execute<{ name: string }>(sql.join(counts, sql` union all `));
  return [...full].map(({ name }) => name).sort();
}

function readLine(line: string, number: number): [string, unknown] {
  try {
    const [entry] = Object.entries(Object(JSON.parse(line)));
    if (entry && (number === 1 || isObject(entry[1]))) return entry;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ArchiveRefused(`Line ${number} of the archive is damaged.`);
}

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function requireHeader(name: string, value: unknown, line: string): void {
  const { format } = Object(JSON.parse(line)) as { format?: unknown };
  if (name !== 'postil' || value !== archiveHeader.postil)
    throw new ArchiveRefused('This is no archive of Postil.');
  if (format !== archiveHeader.format)
    throw new ArchiveRefused(`The archive has the format ${format}: it was written by a newer Postil.`);
}

async function isWhole(batch: Batch, value: unknown): Promise<true> {
  await batch.store();
  const { rows } = value as { rows?: number };
  if (rows !== batch.rows)
    throw new ArchiveRefused(
      `The archive is damaged: it has ${batch.rows} rows, and says that there are ${rows}.`,
    );
  return true;
}

/** Rows of one table that are inserted together. */
class Batch {
  rows = 0;
  readonly #tx: Tx;
  #archived: ArchivedTable | undefined;
  #values: unknown[] = [];
  #size = 0;
  #firstLine = 0;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async add(name: string, value: unknown, line: number, size: number): Promise<void> {
    const archived = archivedTables.find(({ table }) => nameOf(table) === name);
    if (!archived)
      throw new ArchiveRefused(
        `Line ${line} is of "${name}", which this Postil does not know: a newer one wrote it.`,
      );
    if (archived !== this.#archived) await this.store();
    if (this.#values.length === 0) this.#firstLine = line;
    this.#archived = archived;
    this.#values.push(value);
    this.#size += size;
    if (this.#values.length >= rowsPerBatch || this.#size >= charactersPerBatch) await this.store();
  }

  async store(): Promise<void> {
    const values = this.#values;
    if (!this.#archived || values.length === 0) return;
    try {
      await insertRows(this.#tx, this.#archived, values);
    } catch (error) {
      if (!brokenRules.test(sqlStateOf(error) ?? '')) throw error;
      const lines = `Lines ${this.#firstLine} to ${this.#firstLine + values.length - 1} of the archive`;
      throw new ArchiveRefused(
        `${lines} cannot be stored: ${summarizeFault(error)}.`,
        `${lines} cannot be stored: they break a rule of the data, or contradict those before them.`,
      );
    }
    this.rows += values.length;
    this.#values = [];
    this.#size = 0;
  }
}

/** One statement for any number of rows. A column that the archive lacks gets its default. */
async function insertRows(tx: Tx, archived: ArchivedTable, values: unknown[]): Promise<void> {
  const { table, replaced = [] } = archived;
  const name = nameOf(table);
  const names = [...new Set(values.flatMap((value) => Object.keys(value as object)))];
  const known = new Set(columnsOf(archived).map((column) => column.name));
  const unknown = names.find((column) => !known.has(column));
  if (unknown !== undefined)
    throw new ArchiveRefused(
      `The archive has "${unknown}" of ${name}, which this Postil does not know: a newer one wrote it.`,
    );
  const sent = names.map((column) => sql`${sql.identifier(column)}`);
  const columns = [...sent, ...replaced.map(({ column }) => sql`${sql.identifier(column.name)}`)];
  const read = [...sent, ...replaced.map(({ by }) => by)];
  await tx.execute(sql`
    insert into ${table} (${sql.join(columns, sql`, `)})
    select ${sql.join(read, sql`, `)} from json_populate_recordset(null::${table}, ${JSON.stringify(values)}::json)`);
}
