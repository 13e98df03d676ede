import type { Db } from '../db/driver/client.ts';
import { siteState } from '../db/schema/site.ts';

/** Caches the secret for this long, in milliseconds: another database, such as a restored one, has another. */
const longest = 60_000;

let cached: { db: Db; key: string; until: number } | undefined;

/** Reads the secret of signed URLs; one statement a minute. */
export async function readSigningKey(db: Db): Promise<string> {
  const now = performance.now();
  if (cached?.db === db && cached.until > now) return cached.key;
  const [row] = await db.select({ key: siteState.signingKey }).from(siteState);
  const key = row?.key ?? '';
  cached = { db, key, until: now + longest };
  return key;
}
