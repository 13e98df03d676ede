import { sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import { apiKeys } from '../../db/schema-access.ts';
import type { ListSpec } from '../../list/spec.ts';
import type { Key } from './schema.ts';

export const keyList: ListSpec<Key, Viewer> = {
  name: 'keys',
  table: apiKeys,
  id: apiKeys.id,
  columns: {
    id: apiKeys.id,
    name: apiKeys.name,
    scopes: apiKeys.scopes,
    createdAt: apiKeys.createdAt,
    expiresAt: apiKeys.expiresAt,
    lastUsedAt: apiKeys.lastUsedAt,
    revokedAt: apiKeys.revokedAt,
  },
  visible: (viewer) => (viewer.scopes.has('keys:manage') ? undefined : sql`false`),
  sorts: {
    createdAt: [{ sql: sql`${apiKeys.createdAt}`, cast: 'timestamptz' }],
    name: [{ sql: sql`${apiKeys.name}`, cast: 'text', collate: 'und-x-icu' }],
  },
  defaultSort: '-createdAt',
  filters: {},
};
