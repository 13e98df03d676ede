import { and, eq, isNull, sql } from 'drizzle-orm';
import { hashSecret, makeSecret } from '../../access/secret.ts';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import { type Actor, type Deed, recordDeeds } from '../../db/audit.ts';
import type { Db, Queryable } from '../../db/client.ts';
import { uuidv7 } from '../../db/columns.ts';
import { transact } from '../../db/outcome.ts';
import { apiKeys } from '../../db/schema-access.ts';
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
  const id = uuidv7();
  const secret = makeSecret(id);
  const { name, scopes, expiresAt = null } = input;
  return transact(db, async (tx) => {
    const [made] = await tx
      .insert(apiKeys)
      .values({ id, name, scopes, expiresAt, secretHash: hashSecret(secret) })
      // By the clock that decides whether it works.
      .returning({ isExpired: sql<boolean | null>`${apiKeys.expiresAt} <= now()` });
    if (made?.isExpired) throw invalidBody('/expiresAt', 'must be in the future');
    await recordDeeds(tx, actor, [deed('create', id)]);
    return { ...(await readKey(tx, id)), key: secret };
  });
}

/** Revokes a key for good; again, it stays as it is. */
export async function revokeKey(db: Db, id: string, actor: Actor): Promise<void> {
  if (!isUuid(id)) throw new Problem('not-found');
  await transact(db, async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length > 0) await recordDeeds(tx, actor, [deed('revoke', id)]);
    else await readKey(tx, id);
  });
}

/** Keys have neither slugs nor revisions. */
const deed = (action: 'create' | 'revoke', id: string): Deed => ({
  ...{ action, type: 'key', from: null, to: null },
  thing: { id, slug: null, revision: null },
});

async function readKey(db: Queryable, id: string): Promise<Key> {
  const key = await readOne(db, keyList, operator, eq(apiKeys.id, id));
  if (!key) throw new Problem('not-found');
  return key;
}
