import { sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { slugHistory } from '../db/schema.ts';
import { apiKeys } from '../db/schema-access.ts';
import { auditLog } from '../db/schema-history.ts';
import { idempotencyKeys } from '../db/schema-idempotency.ts';
import { previewLinks } from '../db/schema-preview.ts';
import { paperSearch, reviewSearch, searchWords } from '../db/schema-search.ts';
import { changes, siteState } from '../db/schema-site.ts';
import { type ArchivedTable, allEntities } from '../entities.ts';

const keys: ArchivedTable = {
  table: apiKeys,
  key: [apiKeys.id],
  // Of a secret that nobody has: the key is known by its name and scopes, and opens nothing.
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
  // The course of versions goes on; the next start notes where.
  { table: siteState, key: [siteState.only], replaced: [{ column: siteState.origin, by: sql`null` }] },
];

/** What an archive holds, in a topological order of the foreign keys: whatever a row refers to comes before it. */
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

/** What an archive does not hold, and why. */
export const leftOutTables = new Map<PgTable, string>([
  [reviewSearch, 'made of the reviews'],
  [paperSearch, 'made of the papers'],
  [searchWords, 'made of both'],
  [idempotencyKeys, 'answers to keys of this database, which open nothing in another, and gone after a day'],
  [previewLinks, 'open nothing elsewhere: their addresses lead to the service that made them'],
]);

export const nameOf = (table: PgTable): string => getTableConfig(table).name;

/** The columns of a table that an archive holds. */
export function columnsOf({ table, replaced = [] }: ArchivedTable): PgColumn[] {
  const left = replaced.map(({ column }) => column.name);
  return getTableConfig(table).columns.filter(({ name, generated }) => !generated && !left.includes(name));
}
