import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { entityKinds, reviews } from './schema.ts';

/** What the audit log tells of: content, and what gives access to it. */
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

/** Append only: who wrote what, when and from where. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    at: timestamptz('at').notNull().default(sql`now()`),
    action: text('action', { enum: auditActions }).notNull(),
    type: text('type', { enum: auditedKinds }).notNull(),
    thingId: uuid('thing_id').notNull(),
    /** What it was called then. */
    slug: text('slug'),
    fromRevision: integer('from_revision'),
    toRevision: integer('to_revision'),
    keyId: uuid('key_id'),
    /** The name of the key then, or of who acted without one. */
    actor: text('actor').notNull(),
    address: text('address'),
    requestId: text('request_id'),
  },
  (t) => [
    index('audit_log_at_index').on(sql`${t.at} desc`, sql`${t.id} desc`),
    index('audit_log_thing_index').on(t.thingId, sql`${t.at} desc`),
  ],
);

/** Append only: each state that a review was in. What it refers to may be gone since. */
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
