import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from './columns.ts';
import { entityKinds } from './tables.ts';

/** A singleton row: the versions of the content. */
export const siteState = pgTable(
  'site_state',
  {
    only: boolean('only').primaryKey().default(true),
    /** Incremented by every content write. */
    siteVersion: bigint('site_version', { mode: 'number' }).notNull().default(0),
    /** Incremented by every write that changes public content. */
    publicVersion: bigint('public_version', { mode: 'number' }).notNull().default(0),
    publicChangedAt: timestamptz('public_changed_at').notNull().default(sql`now()`),
    /** The epoch of the versions: after a change of it a mirror starts again. */
    epoch: uuid('epoch').notNull().default(sql`gen_random_uuid()`),
    /** Cluster, timeline and database of the epoch; a restored database has others. */
    origin: text('origin'),
    /** The secret of signed URLs. */
    signingKey: text('signing_key')
      .notNull()
      .default(sql`encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex')`),
    /** Tombstones up to this version were dropped. */
    droppedThrough: bigint('dropped_through', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('site_state_only_check', sql`${t.only}`)],
);

/** The last public change of each entity that was ever public. */
export const changes = pgTable(
  'changes',
  {
    type: text('type', { enum: entityKinds }).notNull(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    change: text('change', { enum: ['put', 'gone'] }).notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    changedAt: timestamptz('changed_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ name: 'changes_pkey', columns: [t.type, t.id] }),
    index('changes_version_index').on(t.version),
  ],
);
