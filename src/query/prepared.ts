import { Column, fillPlaceholders, is, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/driver/client.ts';
import { senderOf } from '../db/driver/prepare.ts';
import type { RawRows, Statement } from '../db/driver/query-types.ts';
import { startSlices } from '../runtime/slices.ts';

/** A row as an array: a value for each column, in order. */
export type Values = unknown[];

/**
 * Runs a statement on a database or in a transaction.
 * @param values of its placeholders
 * @param asLatin1 see `isLatin1`
 */
export type RunStatement = (
  db: Queryable,
  values?: Record<string, unknown>,
  asLatin1?: boolean,
) => Promise<Values[]>;

/**
 * Marks an answer whose strings are UTF-8 bytes decoded as latin1, a character for each byte. It has to be encoded as latin1,
 * and only ids, dates and numbers in it can be read. Decoding and encoding texts of 20 KB as UTF-8 takes as long as all else
 * that is done for them; JSON can be written from latin1 strings, since all that it escapes is ASCII, which is part of no
 * multi-byte sequence.
 */
export const isLatin1 = Symbol('its strings are bytes');

/** Marks an answer of UTF-16 strings, parts of which are `RawJson`. */
export const hasRawJson = Symbol('parts of it are raw JSON');

/** JSON as Postgres wrote it, sent unparsed (json.ts). */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Adds the ids of all entities in it; quotes within JSON strings are escaped. */
  addIds(ids: Set<string>): void {
    for (let at = this.text.indexOf(idMember); at >= 0; at = this.text.indexOf(idMember, at)) {
      at += idMember.length;
      ids.add(this.text.slice(at, this.text.indexOf('"', at)));
    }
  }
}

const idMember = '"id":"';
/** The OID of `json`, not `jsonb` (pg_type.dat). */
const jsonType = 114;

export interface SelectOptions {
  /** Whether it reads only the rows of its answer, in the order of an index: see `StatementOptions`. */
  isShort: boolean;
  /** See `StatementOptions`. */
  limit?: number | undefined;
}

/**
 * Builds the SQL of a select once. Drizzle would build it, and map each row, every time, which takes longer than sending it
 * and reading its answer.
 */
export function prepareSelect(
  select: { toSQL(): { sql: string; params: unknown[] } },
  { isShort, limit }: SelectOptions,
): RunStatement {
  const { sql: text, params } = select.toSQL();
  const options = { prepare: true, isShort, limit };
  return (db, values, asLatin1) => {
    const filled = values ? fillPlaceholders(params, values) : params;
    return readValues(senderOf(db).unsafe(text, filled, options), asLatin1);
  };
}

/** A select without a prepared statement, planned for its values each time. @param limit see `StatementOptions` */
export function writeSelect(select: SQL, limit?: number): RunStatement {
  const { sql: text, params } = dialect.sqlToQuery(select);
  return (db, values, asLatin1) =>
    readValues(
      senderOf(db).unsafe(text, values ? fillPlaceholders(params, values) : params, { limit }),
      asLatin1,
    );
}

export const dialect = new PgDialect();

async function readValues(statement: Statement, asLatin1 = false): Promise<Values[]> {
  if (!asLatin1) return (await statement.values()) as Values[];
  const rows = await statement.raw();
  const read: Values[] = [];
  const pause = startSlices();
  for (const row of rows) {
    read.push(row.map((cell, at) => cell && readBytes(cell, rows.columns[at])));
    const yielded = pause();
    if (yielded) await yielded;
  }
  // postgres.js's rows survive several scavenges, each of which would copy every cell.
  rows.length = 0;
  return read;
}

/** Decodes a latin1 string of bytes as UTF-8. */
export const decodeLatin1 = (text: string): string => Buffer.from(text, 'latin1').toString();

function readBytes(cell: Buffer, column: RawRows['columns'][number] | undefined): unknown {
  const text = cell.toString('latin1');
  if (column?.type === jsonType) return new RawJson(text);
  return column?.parser ? column.parser(text) : text;
}

/**
 * Maps a row's values, or a part of them, to an object, with the columns' decoders.
 * @param from the index of the first value
 */
export function rowReader<Row>(columns: object, from = 0): (row: Values) => Row {
  const readings = Object.entries(columns).map(([name, column]) => ({ name, read: decoderOf(column) }));
  return (row) => {
    const entity: Record<string, unknown> = {};
    for (let at = 0; at < readings.length; at += 1) {
      const { name, read } = readings[at] as (typeof readings)[number];
      const value = row[from + at];
      entity[name] = value === null || read === undefined ? value : read(value);
    }
    return entity as Row;
  };
}

/** The decoder of a column; undefined for the identity. */
function decoderOf(column: unknown): ((value: unknown) => unknown) | undefined {
  if (!is(column, Column)) return undefined;
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => column.mapFromDriverValue(value);
}
