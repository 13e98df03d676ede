import { sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { apiKeys } from '../db/schema/access.ts';
import { auditLog } from '../db/schema/history.ts';
import { idempotencyKeys } from '../db/schema/idempotency.ts';
import { previewLinks } from '../db/schema/preview.ts';
import { searchWords } from '../db/schema/search.ts';
import { changes, siteState } from '../db/schema/site.ts';
import { slugHistory } from '../db/schema/tables.ts';
import { type ArchivedTable, allEntities } from '../entities.ts';

const keys: ArchivedTable = {
  table: apiKeys,
  key: [apiKeys.id],
  // The hash of a secret that nobody has: a restored key has its name and scopes, and authenticates nothing.
  replaced: [
    { column: apiKeys.secretHash, by: sql`encode(sha256(uuid_send(gen_random_uuid())), 'hex')` },
    { column: apiKeys.previousHash, by: sql`null` },
    { column: apiKeys.previousUntil, by: sql`null` },
  ],
};

const records: ArchivedTable[] = [
  { table: auditLog, key: [auditLog.id] },
  { table: slugHistory, key: [slugHistory.thingId, slugHistory.kind, slugHistory.slug] },
  { table: changes, key: [changes.version, changes.type, changes.id] },
  {
    table: siteState,
    key: [siteState.only],
    replaced: [
      // The versions continue; the next start sets the origin.
      { column: siteState.origin, by: sql`null` },
      // A secret of this database: of a restored one no signed URL is valid.
      {
        column: siteState.signingKey,
        by: sql`encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex')`,
      },
    ],
  },
];

/** The archived tables in topological order of the foreign keys: referenced rows come first. */
export const archivedTables = sortByReferences([
  keys,
  ...allEntities.flatMap(({ archived }) => archived),
  ...records,
]);

function sortByReferences(tables: ArchivedTable[]): ArchivedTable[] {
  const sorted = new Set<ArchivedTable>();
  const visit = (archived: ArchivedTable) => {
    const references = getTableConfig(archived.table).foreignKeys.map((key) => key.reference().foreignTable);
    for (const other of tables)
      if (other !== archived && references.includes(other.table) && !sorted.has(other)) visit(other);
    sorted.add(archived);
  };
  for (const archived of tables) visit(archived);
  return [...sorted];
}

/** The tables that are not archived, with reasons. */
export const leftOutTables = new Map<PgTable, string>([
  ...allEntities.flatMap(({ plural, searched }) =>
    searched ? [[searched, `made of the ${plural}`] as const] : [],
  ),
  [searchWords, 'made of the same'],
  [idempotencyKeys, 'answers to keys of this database, which open nothing in another, and gone after a day'],
  [previewLinks, 'open nothing elsewhere: their addresses lead to the service that made them'],
]);

export const nameOf = (table: PgTable): string => getTableConfig(table).name;

/** The archived columns of a table. */
export function columnsOf({ table, replaced = [] }: ArchivedTable): PgColumn[] {
  const left = replaced.map(({ column }) => column.name);
  return getTableConfig(table).columns.filter(({ name, generated }) => !generated && !left.includes(name));
}
