import { type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import {
  categories,
  paperAuthors,
  paperIdentifiers,
  paperLinks,
  papers,
  paperVersions,
  reviewDrafts,
  reviews,
  reviewTags,
  slugHistory,
  tags,
} from '../db/schema.ts';
import { apiKeys } from '../db/schema-access.ts';
import { auditLog, reviewRevisions } from '../db/schema-history.ts';
import { idempotencyKeys } from '../db/schema-idempotency.ts';
import { previewLinks } from '../db/schema-preview.ts';
import { paperSearch, reviewSearch, searchWords } from '../db/schema-search.ts';
import { changes, siteState } from '../db/schema-site.ts';

/** A table whose rows an archive holds. */
export interface ArchivedTable {
  table: PgTable;
  /** A unique order of the rows, in which an index begins with the first. */
  key: PgColumn[];
  /** Columns that stay behind, and what a new row has in them. */
  replaced?: { column: PgColumn; by: SQL }[];
}

/** What an archive holds, in its order: whatever a row refers to comes before it. */
export const archivedTables: ArchivedTable[] = [
  {
    table: apiKeys,
    key: [apiKeys.id],
    // Of a secret that nobody has: the key is known by its name and scopes, and opens nothing.
    replaced: [
      { column: apiKeys.secretHash, by: sql`encode(sha256(uuid_send(gen_random_uuid())), 'hex')` },
      { column: apiKeys.previousHash, by: sql`null` },
      { column: apiKeys.previousUntil, by: sql`null` },
    ],
  },
  { table: papers, key: [papers.id] },
  {
    table: paperIdentifiers,
    key: [paperIdentifiers.paperId, paperIdentifiers.scheme, paperIdentifiers.value],
  },
  { table: paperVersions, key: [paperVersions.paperId, paperVersions.number] },
  { table: paperLinks, key: [paperLinks.paperId, paperLinks.position] },
  { table: paperAuthors, key: [paperAuthors.paperId, paperAuthors.position] },
  // By path: a parent comes before what is in it.
  { table: categories, key: [categories.path] },
  { table: tags, key: [tags.id] },
  { table: reviews, key: [reviews.id] },
  {
    table: reviewTags,
    key: [reviewTags.reviewId, reviewTags.tagId],
    // Made of the review, wherever it is.
    replaced: [{ column: reviewTags.listedAt, by: sql`null` }],
  },
  { table: reviewDrafts, key: [reviewDrafts.reviewId] },
  { table: reviewRevisions, key: [reviewRevisions.id] },
  { table: auditLog, key: [auditLog.id] },
  { table: slugHistory, key: [slugHistory.thingId, slugHistory.kind, slugHistory.slug] },
  { table: changes, key: [changes.version, changes.type, changes.id] },
  // The course of versions goes on; the next start notes where.
  { table: siteState, key: [siteState.only], replaced: [{ column: siteState.origin, by: sql`null` }] },
];

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
