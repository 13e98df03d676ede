import { sql } from 'drizzle-orm';
import type { Tx } from '../driver/client.ts';
import { prepareSql, transactionOf } from '../driver/prepare.ts';
import { uuidv7 } from '../schema/columns.ts';
import type { AuditAction, AuditedKind } from '../schema/history.ts';
import type { IdempotentWrite } from './idempotency-store.ts';
import type { Witness } from './transaction.ts';

export type { AuditAction } from '../schema/history.ts';

/** The author of a write, for the audit log. */
export interface Actor {
  /** The id of the key; null for the key of the configuration, for the command line and for the schedule. */
  keyId: string | null;
  /** The name of the key, or of what acts without one. */
  name: string;
  /** The client's IP address; null without a request. */
  address: string | null;
  /** The request's id in the server's log. */
  requestId: string | null;
  /** Makes the write idempotent. */
  idempotency?: IdempotentWrite;
}

/** The fields of an entity in the audit log. */
export interface Audited {
  id: string;
  /** Null for what has no slug. */
  slug: string | null;
  /** Null for what has no revisions. */
  revision: number | null;
}

/** One line of the audit log. */
export interface AuditRow {
  action: AuditAction;
  type: AuditedKind;
  entity: Audited;
  /** The revision before, and after; null where there was none. */
  from: number | null;
  to: number | null;
}

/** Inserts audit entries in the write's own transaction, and sets the transaction's witness; one statement. */
export async function insertAuditRows(tx: Tx, actor: Actor, entries: AuditRow[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ action, type, entity, from, to }) => ({
    ...{ row: uuidv7(), action, type, from, to },
    ...{ id: entity.id, slug: entity.slug },
  }));
  const { keyId, name, address, requestId } = actor;
  const [where] = await insertRows(tx, { rows: JSON.stringify(rows), keyId, name, address, requestId });
  if (where && rows[0]) transactionOf(tx).witness = { auditId: rows[0].row, ...where };
}

const insertRows = prepareSql<Omit<Witness, 'auditId'>>(sql`
  with recorded as (insert into audit_log (id, action, type, thing_id, slug, from_revision, to_revision, key_id, actor, address, request_id)
  select row, action, type, id, slug, "from", "to", ${sql.placeholder('keyId')}::uuid, ${sql.placeholder('name')},
    ${sql.placeholder('address')}, ${sql.placeholder('requestId')}
  from jsonb_to_recordset(${sql.placeholder('rows')}::jsonb)
    as entries (row uuid, action text, type text, id uuid, slug text, "from" integer, "to" integer))
  select pg_backend_pid() as pid, pg_current_xact_id()::xid::text as xid,
    pg_postmaster_start_time()::text as "startedAt", (select origin from site_state) as origin`);
