import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { scopes } from './tables.ts';

export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    name: text('name').notNull(),
    /** SHA-256 of the whole key, in hexadecimal. */
    secretHash: text('secret_hash').notNull(),
    scopes: text('scopes', { enum: scopes }).array().notNull(),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
    expiresAt: timestamptz('expires_at'),
    lastUsedAt: timestamptz('last_used_at'),
    revokedAt: timestamptz('revoked_at'),
    /** The hash of the secret before the last rotation, and until when that works too. */
    previousHash: text('previous_hash'),
    previousUntil: timestamptz('previous_until'),
  },
  (t) => [uniqueIndex('api_keys_secret_hash_key').on(t.secretHash)],
);
