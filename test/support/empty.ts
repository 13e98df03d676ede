import { sql } from 'drizzle-orm';
import { archivedTables, leftOutTables } from '../../src/archive/tables.ts';
import type { Db } from '../../src/db/driver/client.ts';
import { siteState } from '../../src/db/schema/site.ts';

/** Empties every table, as in a database that was just migrated. */
export async function emptyDatabase(db: Db): Promise<void> {
  const tables = [...archivedTables.map(({ table }) => table), ...leftOutTables.keys()];
  const names = sql.join(
    tables.map((table) => sql`${table}`),
    sql`, `,
  );
  await db.execute(sql`truncate ${names}`);
  await db.insert(siteState).values({});
}
