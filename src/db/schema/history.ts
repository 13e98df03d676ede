import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { entityKinds, reviews } from './tables.ts';

/** The kinds in the audit log: entities and API keys. */
export const auditedKinds = [...entityKinds, 'key'] as const;
export const auditActions = [
  'create',
  'update',
  'publish',
  'schedule',
  'unpublish',
  'archive',
  'trash',
  'untrash',
  'delete',
  'restore',
  'edit-draft',
  'discard-draft',
  'link-preview',
  'revoke-preview',
  'add-version',
  'merge',
  'withdraw',
  'retract',
  'reinstate',
  'revoke',
  'rotate',
] as const;

export type AuditedKind = (typeof auditedKinds)[number];
export type AuditAction = (typeof auditActions)[number];

/** The audit log, append only. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    at: timestamptz('at').notNull().default(sql`now()`),
    action: text('action', { enum: auditActions }).notNull(),
    type: text('type', { enum: auditedKinds }).notNull(),
    thingId: uuid('thing_id').notNull(),
    /** Its slug at that time. */
    slug: text('slug'),
    fromRevision: integer('from_revision'),
    toRevision: integer('to_revision'),
    keyId: uuid('key_id'),
    /** The name of the key at that time, or of what acted without one. */
    actor: text('actor').notNull(),
    address: text('address'),
    requestId: text('request_id'),
  },
  (t) => [
    index('audit_log_at_index').on(sql`${t.at} desc`, sql`${t.id} desc`),
    index('audit_log_thing_index').on(t.thingId, sql`${t.at} desc`),
  ],
);

/** Revisions of reviews, append only: full snapshots, whose references may be dangling. */
export const reviewRevisions = pgTable(
  'review_revisions',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    at: timestamptz('at').notNull().default(sql`now()`),
    action: text('action', { enum: auditActions }).notNull(),
    message: text('message'),
    keyId: uuid('key_id'),
    actor: text('actor').notNull(),
    /** All but the body. */
    content: jsonb('content').notNull(),
    body: text('body').notNull(),
  },
  (t) => [unique('review_revisions_revision_key').on(t.reviewId, t.revision)],
);
