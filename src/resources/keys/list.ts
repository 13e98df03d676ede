import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../access/viewer.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { type Scope, scopes } from '../../db/schema/tables.ts';
import type { ListSpec } from '../../query/spec.ts';
import type { Key } from './schema.ts';

const known = new Map<string, SQL>();

/** The keys without other scopes than these; the same object for the same scopes, so that statements are cached. */
function within(held: ReadonlySet<Scope>): SQL | undefined {
  const own = scopes.filter((scope) => held.has(scope));
  if (own.length === scopes.length) return undefined;
  const condition = known.get(own.join()) ?? sql`${apiKeys.scopes} <@ ${sql.param(own)}::text[]`;
  known.set(own.join(), condition);
  return condition;
}

const toText = (time: PgColumn) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const keyList: ListSpec<Key, Viewer> = {
  name: 'keys',
  table: apiKeys,
  id: apiKeys.id,
  columns: {
    id: apiKeys.id,
    name: apiKeys.name,
    scopes: apiKeys.scopes,
    status: sql`case when ${apiKeys.revokedAt} is not null then 'revoked'
      when ${apiKeys.expiresAt} <= now() then 'expired' else 'active' end`,
    createdAt: apiKeys.createdAt,
    expiresAt: apiKeys.expiresAt,
    lastUsedAt: apiKeys.lastUsedAt,
    revokedAt: apiKeys.revokedAt,
    previousUntil: sql`case when ${apiKeys.previousUntil} > now() then ${toText(apiKeys.previousUntil)} end`,
  },
  visible: ({ scopes }) => (scopes.has('keys:manage') ? within(scopes) : sql`false`),
  sorts: {
    createdAt: [{ sql: sql`${apiKeys.createdAt}`, cast: 'timestamptz' }],
    name: [{ sql: sql`${apiKeys.name}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-createdAt',
  filters: {},
};
