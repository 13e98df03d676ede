import { sql } from 'drizzle-orm';
import type { Db } from '../db/driver/client.ts';
import { isUnavailable } from '../db/driver/faults.ts';
import type { Scope } from '../db/schema/tables.ts';
import { sameHash } from './secret.ts';
import type { Viewer } from './viewer.ts';

/**
 * Looks up the viewer of a key, in one statement; a second one records the use, at most once a minute, best effort.
 * After a rotation the former secret is valid too, until its grace period ends.
 * @returns null when the key is unknown, expired, revoked or has another secret
 */
export async function findViewer(
  db: Db,
  claimed: { id: string; hash: string },
  from: Pick<Viewer, 'address' | 'requestId'>,
): Promise<Viewer | null> {
  const [key] = await db.execute<{
    secretHash: string;
    previousHash: string | null;
    name: string;
    scopes: Scope[];
    valid: boolean;
    isNews: boolean;
  }>(sql`
    select secret_hash as "secretHash", case when previous_until > now() then previous_hash end as "previousHash",
      name, scopes, revoked_at is null and (expires_at is null or expires_at > now()) as valid,
      (last_used_at is null or last_used_at < now() - interval '1 minute')
        and current_setting('transaction_read_only') = 'off' as "isNews"
    from api_keys where id = ${claimed.id}`);
  if (!key?.valid) return null;
  const good = [key.secretHash, key.previousHash].filter((hash) => hash !== null);
  if (!good.some((hash) => sameHash(hash, claimed.hash))) return null;
  if (key.isNews) await recordUse(db, claimed.id);
  return { ...from, keyId: claimed.id, name: key.name, authenticated: true, scopes: new Set(key.scopes) };
}

/**
 * Best effort: a full disk, a failover or a lock is no reason to refuse a key; a locked row is skipped (SKIP LOCKED).
 */
async function recordUse(db: Db, id: string): Promise<void> {
  try {
    await db.execute(sql`
      update api_keys set last_used_at = now() where id = (select id from api_keys where id = ${id} for update skip locked)`);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
}
