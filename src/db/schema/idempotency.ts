import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from './columns.ts';

/** Stored answers of requests with an `Idempotency-Key`, for their repetitions. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The API key that sent it; null for the key of the configuration. */
    keyId: uuid('key_id'),
    key: text('key').notNull(),
    /** SHA-256 of the method, the address and the body, in hexadecimal. */
    fingerprint: text('fingerprint').notNull(),
    /** The answer; null while its transaction runs, and when an entity in it was purged. */
    status: integer('status'),
    location: text('location'),
    body: text('body'),
    /** The ids of the entities in the answer; null in rows from before this column. */
    shows: uuid('shows').array(),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('idempotency_keys_key').on(t.keyId, t.key).nullsNotDistinct(),
    index('idempotency_keys_created_at_index').on(t.createdAt),
  ],
);
