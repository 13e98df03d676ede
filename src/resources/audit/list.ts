import { eq, gte, lt, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import { auditLog } from '../../db/schema-history.ts';
import { filterBy, type ListSpec } from '../../list/spec.ts';
import { Timestamp, Uuid } from '../../wire.ts';
import { AuditAction, type AuditEntry, AuditedKind } from './schema.ts';

/** The audit log, newest first. */
export const auditList: ListSpec<AuditEntry, Viewer> = {
  name: 'audit',
  table: auditLog,
  id: auditLog.id,
  columns: {
    id: auditLog.id,
    at: auditLog.at,
    action: auditLog.action,
    type: auditLog.type,
    thing: sql`json_build_object('id', ${auditLog.thingId}, 'slug', ${auditLog.slug})`,
    from: auditLog.fromRevision,
    to: auditLog.toRevision,
    by: sql`json_build_object('key', ${auditLog.keyId}, 'name', ${auditLog.actor})`,
    address: auditLog.address,
    requestId: auditLog.requestId,
  },
  visible: (viewer) => (viewer.scopes.has('audit:read') ? undefined : sql`false`),
  sorts: { at: [{ sql: sql`${auditLog.at}`, cast: 'timestamptz' }] },
  defaultSort: '-at',
  filters: {
    action: filterBy(AuditAction, (action) => eq(auditLog.action, action)),
    type: filterBy(AuditedKind, (type) => eq(auditLog.type, type)),
    thing: filterBy(Uuid({ description: 'The id of the thing.' }), (id) => eq(auditLog.thingId, id)),
    key: filterBy(Uuid({ description: 'The id of the key.' }), (id) => eq(auditLog.keyId, id)),
    'at[gte]': filterBy(Timestamp({ description: 'Not before this moment.' }), (at) => gte(auditLog.at, at)),
    'at[lt]': filterBy(Timestamp({ description: 'Before this moment.' }), (at) => lt(auditLog.at, at)),
  },
};
