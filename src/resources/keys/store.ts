import { and, eq, isNull, sql } from 'drizzle-orm';
import { hashSecret, makeSecret } from '../../access/secret.ts';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db, Queryable, Tx } from '../../db/driver/client.ts';
import { readClock } from '../../db/driver/clock.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { uuidv7 } from '../../db/schema/columns.ts';
import { type Actor, type AuditRow, insertAuditRows } from '../../db/unit-of-work/audit.ts';
import { transact } from '../../db/unit-of-work/outcome.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { readOne } from '../../query/run.ts';
import { isUuid } from '../../validation/rules.ts';
import { keyList } from './list.ts';
import type { CreatedKey, Key, KeyPatch, KeyRotation, NewKey } from './schema.ts';

/**
 * Creates a key; only the answer has its secret.
 * @throws Problem forbidden for a scope that the actor lacks, invalid-body for an expiry in the past or after the
 * actor's
 */
export async function createKey(db: Db, input: NewKey, actor: Viewer): Promise<CreatedKey> {
  for (const scope of input.scopes) requireScope(actor, scope, `Giving the scope ${scope}`);
  const id = uuidv7();
  const secret = makeSecret(id);
  const { name, scopes } = input;
  return transact(db, async (tx) => {
    const limit = await lastMoment(tx, actor);
    const expiresAt = input.expiresAt === undefined ? limit : input.expiresAt;
    await requireExpiry(tx, expiresAt, limit);
    await tx.insert(apiKeys).values({ id, name, scopes, expiresAt, secretHash: hashSecret(secret) });
    await insertAuditRows(tx, actor, [auditEntry('create', id)]);
    return { ...(await readKey(tx, id)), key: secret };
  });
}

/**
 * Changes the name or expiry of a key.
 * @throws Problem not-found for a key with scopes that the actor lacks, conflict for a revoked one, invalid-body
 */
export async function patchKey(db: Db, id: string, patch: KeyPatch, actor: Viewer): Promise<Key> {
  return transact(db, async (tx) => {
    const key = await lockKey(tx, id, actor);
    const { name = key.name, expiresAt = key.expiresAt } = patch;
    if (expiresAt !== key.expiresAt) await requireExpiry(tx, expiresAt, await lastMoment(tx, actor));
    if (name === key.name && expiresAt === key.expiresAt) return readKey(tx, key.id);
    await tx.update(apiKeys).set({ name, expiresAt }).where(eq(apiKeys.id, key.id));
    await insertAuditRows(tx, actor, [auditEntry('update', key.id)]);
    return readKey(tx, key.id);
  });
}

/**
 * Rotates the secret of a key. The present one stays valid for a grace period; an earlier one ends.
 * @throws Problem not-found for a key with scopes that the actor lacks, conflict for one that is revoked, expired or
 * outlives the actor's
 */
export async function rotateKey(
  db: Db,
  id: string,
  { overlapSeconds = 86_400 }: KeyRotation,
  actor: Viewer,
): Promise<CreatedKey> {
  return transact(db, async (tx) => {
    const key = await lockKey(tx, id, actor);
    if (key.expiresAt !== null && key.expiresAt <= (await readClock(tx)))
      throw new Problem('conflict', 'The key has expired: move its `expiresAt` first.');
    const limit = await lastMoment(tx, actor);
    if (limit !== null && (key.expiresAt === null || key.expiresAt > limit))
      throw new Problem(
        'conflict',
        `The key works longer than the one that asks, which ends at ${limit}, and would give it a secret that does too: ask with a key that lives as long, or move its \`expiresAt\` first.`,
      );
    const secret = makeSecret(key.id);
    const overlaps = overlapSeconds > 0;
    await tx
      .update(apiKeys)
      .set({
        secretHash: hashSecret(secret),
        previousHash: overlaps ? key.secretHash : null,
        previousUntil: overlaps ? sql`now() + make_interval(secs => ${overlapSeconds})` : null,
      })
      .where(eq(apiKeys.id, key.id));
    await insertAuditRows(tx, actor, [auditEntry('rotate', key.id)]);
    return { ...(await readKey(tx, key.id)), key: secret };
  });
}

/** Revokes a key, idempotently. @throws Problem not-found for a key with scopes that the actor lacks */
export async function revokeKey(db: Db, id: string, actor: Viewer): Promise<void> {
  if (!isUuid(id)) throw new Problem('not-found');
  await transact(db, async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt), keyList.visible(actor)))
      .returning({ id: apiKeys.id });
    if (revoked.length > 0) await insertAuditRows(tx, actor, [auditEntry('revoke', id)]);
    else await readKey(tx, id, actor);
  });
}

/** Locks the row of a valid or expired key. @throws Problem not-found, conflict when it is revoked */
async function lockKey(tx: Tx, id: string, actor: Viewer) {
  if (!isUuid(id)) throw new Problem('not-found');
  const where = and(eq(apiKeys.id, id), keyList.visible(actor));
  const [key] = await tx.select().from(apiKeys).where(where).for('update');
  if (!key) throw new Problem('not-found');
  if (key.revokedAt !== null)
    throw new Problem('conflict', 'The key is revoked, which is for good: make another one.');
  return key;
}

/** The latest expiry of keys that the actor creates; null for none. */
async function lastMoment(tx: Tx, { keyId }: Actor): Promise<string | null> {
  if (keyId === null) return null;
  const [own] = await tx.select({ at: apiKeys.expiresAt }).from(apiKeys).where(eq(apiKeys.id, keyId));
  return own?.at ?? null;
}

/** @throws Problem invalid-body for an expiry in the past or after the limit */
async function requireExpiry(tx: Tx, expiresAt: string | null, limit: string | null): Promise<void> {
  if (expiresAt !== null && expiresAt <= (await readClock(tx)))
    throw invalidBody('/expiresAt', 'must be in the future');
  if (limit !== null && (expiresAt === null || expiresAt > limit))
    throw invalidBody('/expiresAt', `must be ${limit} or earlier, when the key that asks for it expires`);
}

/** Keys have neither slugs nor revisions. */
const auditEntry = (action: 'create' | 'update' | 'rotate' | 'revoke', id: string): AuditRow => ({
  ...{ action, type: 'key', from: null, to: null },
  entity: { id, slug: null, revision: null },
});

async function readKey(db: Queryable, id: string, viewer: Viewer = operator): Promise<Key> {
  const key = await readOne(db, keyList, viewer, eq(apiKeys.id, id));
  if (!key) throw new Problem('not-found');
  return key;
}
