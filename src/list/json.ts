import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * JSON of the type `json` in what lists read leaves as Postgres wrote it, when a thing is read as bytes, and nobody looks
 * into it on its way. So it is written here as the schema of the answer has it: no member that is not declared, the
 * members in their order, no spaces (`json_build_object` writes some). What is still to be read is `jsonb`.
 */

/**
 * Writes one thing as JSON; null when there is none.
 * @param members its members by their names, in the order of the schema
 * @param of where it is: from `from` on; nothing for members that are at hand
 */
export function writeObject<Thing>(members: Record<string, SQLWrapper>, of = sql``): SQL<Thing> {
  const selected = Object.entries(members).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`);
  return sql`(select row_to_json(one) from (select ${sql.join(selected, sql`, `)} ${of}) one)`;
}

/**
 * Writes a list as JSON, `[]` when there is nothing.
 * @param each what there is for each row, as `writeObject` writes it
 * @param of where they are, and their order: from `from` on
 */
export function writeList<List>(each: SQL, of: SQL): SQL<List> {
  return sql`array_to_json(array(select ${each} ${of}))`;
}
