import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from './columns.ts';
import { entityKinds } from './schema.ts';

/** One row: how far the content has come. */
export const siteState = pgTable(
  'site_state',
  {
    only: boolean('only').primaryKey().default(true),
    /** Grows with every committed content write. */
    siteVersion: bigint('site_version', { mode: 'number' }).notNull().default(0),
    /** Grows with every write that changes what the public sees. */
    publicVersion: bigint('public_version', { mode: 'number' }).notNull().default(0),
    publicChangedAt: timestamptz('public_changed_at').notNull().default(sql`now()`),
    /** Names this course of versions: another one means that a mirror has to start again. */
    epoch: uuid('epoch').notNull().default(sql`gen_random_uuid()`),
    /** Where the database was when the epoch began; a restored one is somewhere else. */
    origin: text('origin'),
    /** The versions up to here are no longer complete: tombstones were dropped. */
    droppedThrough: bigint('dropped_through', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('site_state_only_check', sql`${t.only}`)],
);

/** The last public change of each thing that the public ever saw. */
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
