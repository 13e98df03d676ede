import { Column, fillPlaceholders, is, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/client.ts';
import { senderOf } from '../db/prepare.ts';
import type { RawRows, Statement } from '../db/query-types.ts';
import { startSlices } from '../slices.ts';

/** A row as it comes: a value for each column, in their order. */
export type Values = unknown[];

/**
 * Runs a statement on a database or in a transaction.
 * @param values what is put in the places of its placeholders
 * @param asLatin1 whether texts are read as `ofBytes` says
 */
export type Run = (db: Queryable, values?: Record<string, unknown>, asLatin1?: boolean) => Promise<Values[]>;

/**
 * Marks an answer whose texts are the bytes that came, a character for each: it has to be sent as such, and whoever
 * looks at more than ids, dates and numbers in it sees nonsense. To read texts of 20 KB as such and to write them as
 * bytes again takes as long as all else that is done for them; JSON is written of the one as well as of the other, since
 * all that it escapes is ASCII, and as such part of nothing else in UTF-8.
 */
export const isLatin1 = Symbol('its texts are bytes');

/** Marks an answer that is of characters, parts of which are `Written`. */
export const hasRawJson = Symbol('parts of it are written');

/** JSON in an answer of bytes, as Postgres wrote it: it leaves as it is (json.ts says how it is written). */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Adds the ids of all things in it. In a text of JSON no quote stands but for those of JSON. */
  addIds(ids: Set<string>): void {
    for (let at = this.text.indexOf(idMember); at >= 0; at = this.text.indexOf(idMember, at)) {
      at += idMember.length;
      ids.add(this.text.slice(at, this.text.indexOf('"', at)));
    }
  }
}

const idMember = '"id":"';
/** Postgres's type `json` (pg_type.dat); of `jsonb` it is another. */
const jsonType = 114;

export interface SelectOptions {
  /** Whether it reads by an index, in its order, no more than it answers: see `StatementOptions`. */
  isShort: boolean;
  /** See `StatementOptions`. */
  limit?: number | undefined;
}

/**
 * Writes a select once and for all. Drizzle would write it, and put each row together, anew every time, which takes
 * longer than to send it and to read its answer.
 */
export function prepareSelect(
  select: { toSQL(): { sql: string; params: unknown[] } },
  { isShort, limit }: SelectOptions,
): Run {
  const { sql: text, params } = select.toSQL();
  const options = { prepare: true, isShort, limit };
  return (db, values, asLatin1) => {
    const filled = values ? fillPlaceholders(params, values) : params;
    return readValues(senderOf(db).unsafe(text, filled, options), asLatin1);
  };
}

/** Writes a select that Postgres plans each time anew, for its own values. @param limit see `StatementOptions` */
export function writeSelect(select: SQL, limit?: number): Run {
  const { sql: text, params } = dialect.sqlToQuery(select);
  return (db, values, asLatin1) =>
    readValues(
      senderOf(db).unsafe(text, values ? fillPlaceholders(params, values) : params, { limit }),
      asLatin1,
    );
}

/** Writes SQL for whatever database. */
export const dialect = new PgDialect();

async function readValues(statement: Statement, asLatin1 = false): Promise<Values[]> {
  if (!asLatin1) return (await statement.values()) as Values[];
  const rows = await statement.raw();
  const read: Values[] = [];
  const pause = startSlices();
  for (const row of rows) {
    read.push(row.map((cell, at) => cell && readBytes(cell, rows.columns[at])));
    const turn = pause();
    if (turn) await turn;
  }
  // What postgres.js answered with outlives several collections of the young, and each would copy every cell.
  rows.length = 0;
  return read;
}

/** The characters of a text that is of bytes. */
export const decodeLatin1 = (text: string): string => Buffer.from(text, 'latin1').toString();

function readBytes(cell: Buffer, column: RawRows['columns'][number] | undefined): unknown {
  const text = cell.toString('latin1');
  if (column?.type === jsonType) return new RawJson(text);
  return column?.parser ? column.parser(text) : text;
}

/**
 * Gives a row, or a part of it, the names of its columns, and their values as the columns read them.
 * @param from where in the row the first of them is
 */
export function readerOf<Thing>(columns: object, from = 0): (row: Values) => Thing {
  const readings = Object.entries(columns).map(([name, column]) => ({ name, read: decoderOf(column) }));
  return (row) => {
    const thing: Record<string, unknown> = {};
    for (let at = 0; at < readings.length; at += 1) {
      const { name, read } = readings[at] as (typeof readings)[number];
      const value = row[from + at];
      thing[name] = value === null || read === undefined ? value : read(value);
    }
    return thing as Thing;
  };
}

/** What reads the values of a column; undefined when they are right as they come. */
function decoderOf(column: unknown): ((value: unknown) => unknown) | undefined {
  if (!is(column, Column)) return undefined;
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => column.mapFromDriverValue(value);
}
