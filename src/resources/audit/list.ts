import { eq, gte, lt, sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import { auditLog } from '../../db/schema/history.ts';
import { allEntities } from '../../entities.ts';
import { filterBy, type ListSpec, type VaryingSpec } from '../../query/spec.ts';
import { Moment, Uuid } from '../../wire.ts';
import { AuditActionSchema, type AuditEntry, AuditedKindSchema } from './schema.ts';

const allOfLog: ListSpec<AuditEntry, Viewer> = {
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
    action: filterBy(AuditActionSchema, (action) => eq(auditLog.action, action)),
    type: filterBy(AuditedKindSchema, (type) => eq(auditLog.type, type)),
    thing: filterBy(Uuid({ description: 'The id of the thing.' }), (id) => eq(auditLog.thingId, id)),
    key: filterBy(Uuid({ description: 'The id of the key.' }), (id) => eq(auditLog.keyId, id)),
    'at[gte]': filterBy(Moment('Not before this moment.'), (at) => gte(auditLog.at, at)),
    'at[lt]': filterBy(Moment('Before this moment.'), (at) => lt(auditLog.at, at)),
  },
};

/**
 * The slug of an entry, where the entity is public: of papers and tags from then on, of reviews while they are
 * published.
 */
const publicSlug = sql`case ${auditLog.type} ${sql.join(
  allEntities.flatMap(({ kind, table, isPublic }) =>
    isPublic
      ? sql`when ${sql.raw(`'${kind}'`)} then (select ${auditLog.slug} from ${table} where ${table.id} = ${auditLog.thingId} and ${isPublic})`
      : [],
  ),
  sql` `,
)} else ${auditLog.slug} end`;

const withoutHidden: ListSpec<AuditEntry, Viewer> = {
  ...allOfLog,
  columns: {
    ...allOfLog.columns,
    thing: sql`json_build_object('id', ${auditLog.thingId}, 'slug', ${publicSlug})`,
  },
};

/** The audit log, newest first; an entity that a key may not see has only its id. */
export const auditList: VaryingSpec<AuditEntry, Viewer> = {
  ...allOfLog,
  seenBy: (viewer) => (seesDrafts(viewer) ? undefined : withoutHidden),
};
