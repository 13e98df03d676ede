import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from './columns.ts';

/** The answers of requests that were sent with an `Idempotency-Key`, for when they are sent again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The API key that sent it; null for the key of the configuration. */
    keyId: uuid('key_id'),
    key: text('key').notNull(),
    /** SHA-256 of the method, the address and the body, in hexadecimal. */
    fingerprint: text('fingerprint').notNull(),
    /** The answer; null within the transaction that is still to give it, and when what it showed is deleted for good. */
    status: integer('status'),
    location: text('location'),
    body: text('body'),
    /** The ids of all that the answer shows; null in rows from before there was this column. */
    shows: uuid('shows').array(),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('idempotency_keys_key').on(t.keyId, t.key).nullsNotDistinct(),
    index('idempotency_keys_created_at_index').on(t.createdAt),
  ],
);
