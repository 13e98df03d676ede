import { and, eq, isNull, sql } from 'drizzle-orm';
import { hashSecret, makeSecret } from '../../access/secret.ts';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db } from '../../db/client.ts';
import { uuidv7 } from '../../db/columns.ts';
import { apiKeys } from '../../db/schema.ts';
import { readOne } from '../../list/run.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { isUuid } from '../../rules.ts';
import { keyList } from './list.ts';
import type { CreatedKey, Key, NewKey } from './schema.ts';

/**
 * Makes a key; the answer is the only place where its secret ever stands.
 * @throws Problem forbidden for a scope that the actor has not, invalid-body for an expiry in the past
 */
export async function createKey(db: Db, input: NewKey, actor: Viewer): Promise<CreatedKey> {
  for (const scope of input.scopes) requireScope(actor, scope, `Giving the scope ${scope}`);
  if (input.expiresAt && input.expiresAt <= new Date().toISOString()) {
    throw invalidBody('/expiresAt', 'must be in the future');
  }
  const id = uuidv7();
  const secret = makeSecret(id);
  const { name, scopes, expiresAt = null } = input;
  await db.insert(apiKeys).values({ id, name, scopes, expiresAt, secretHash: hashSecret(secret) });
  return { ...(await readKey(db, id)), key: secret };
}

/** Revokes a key for good; again, it stays as it is. */
export async function revokeKey(db: Db, id: string): Promise<void> {
  if (!isUuid(id)) throw new Problem('not-found');
  await db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)));
  await readKey(db, id);
}

async function readKey(db: Db, id: string): Promise<Key> {
  const key = await readOne(db, keyList, operator, eq(apiKeys.id, id));
  if (!key) throw new Problem('not-found');
  return key;
}
