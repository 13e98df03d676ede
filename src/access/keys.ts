import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import type { Scope } from '../db/schema.ts';
import { sameHash } from './secret.ts';
import type { Viewer } from './viewer.ts';

/**
 * Finds who holds a key, in one statement that also notes the use, at most once a minute.
 * @returns null when the key is unknown, expired, revoked or another one
 */
export async function findViewer(
  db: Db,
  claimed: { id: string; hash: string },
  from: Pick<Viewer, 'address' | 'requestId'>,
): Promise<Viewer | null> {
  const [key] = await db.execute<{
    secretHash: string;
    name: string;
    scopes: Scope[];
    valid: boolean;
  }>(sql`
    with used as (
      update api_keys set last_used_at = now()
      where id = ${claimed.id} and secret_hash = ${claimed.hash} and revoked_at is null
        and (expires_at is null or expires_at > now())
        and (last_used_at is null or last_used_at < now() - interval '1 minute'))
    select secret_hash as "secretHash", name, scopes, revoked_at is null and (expires_at is null or expires_at > now()) as valid
    from api_keys where id = ${claimed.id}`);
  if (!key?.valid || !sameHash(key.secretHash, claimed.hash)) return null;
  return { ...from, keyId: claimed.id, name: key.name, authenticated: true, scopes: new Set(key.scopes) };
}
