import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Raw JSON: values of type `json` are sent as Postgres wrote them, unparsed, when an entity is read with `isLatin1`. So they
 * have the declared members of the response schema in its order, without spaces (`json_build_object` writes some). Values
 * that are parsed are `jsonb`.
 */

/**
 * One nested entity as JSON; null when there is none.
 * @param members by name, in the order of the schema
 * @param of the FROM clause and what follows; empty for columns in scope
 */
export function writeObject<Written>(members: Record<string, SQLWrapper>, of = sql``): SQL<Written> {
  const selected = Object.entries(members).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`);
  return sql`(select row_to_json(one) from (select ${sql.join(selected, sql`, `)} ${of}) one)`;
}

/**
 * A JSON array, `[]` without rows.
 * @param each the JSON of a row, by `writeObject`
 * @param of the FROM clause and what follows, with the order
 */
export function writeList<List>(each: SQL, of: SQL): SQL<List> {
  return sql`array_to_json(array(select ${each} ${of}))`;
}
