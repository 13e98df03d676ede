import { sql } from 'drizzle-orm';
import { Problem } from '../problems.ts';
import type { Db, Tx } from './client.ts';
import { transact } from './outcome.ts';

/** How long the answer of a request is kept for its repetitions. */
const kept = sql`interval '24 hours'`;

/** A request that is carried out once, however often it is sent: who sent it, under which key, and what it was. */
export interface Repeatable {
  keyId: string | null;
  key: string;
  /** SHA-256 of all that must be the same in a repetition. */
  fingerprint: string;
}

/** What the request was answered the first time. */
export interface FirstAnswer {
  fingerprint: string;
  status: number;
  location: string | null;
  /** The JSON that was sent; null when what it showed was deleted for good. */
  body: string | null;
}

/** The answer of a request, to be kept. */
export interface KeptAnswer extends Omit<FirstAnswer, 'fingerprint'> {
  body: string;
  /** The ids of all that it shows. */
  shows: string[];
}

/** What a write does so that it happens once: both within its transaction, so that one is never there without the other. */
export interface Once {
  /** Before anything else. @throws Problem request-in-progress when the request is being carried out, or just was */
  claim(tx: Tx): Promise<void>;
  /**
   * At the end.
   * @param result what the write gives, which is what will be answered
   * @param about the ids of things that it is about and does not show
   */
  keep(tx: Tx, result: unknown, about?: string[]): Promise<void>;
}

/** Keeps the answer of a request that writes nothing else; two statements, none when nobody asked for it. */
export async function keepResult(db: Db, once: Once | undefined, result: unknown): Promise<void> {
  if (!once) return;
  await transact(db, async (tx, foretell) => {
    await once.claim(tx);
    await once.keep(tx, result);
    foretell(undefined, false);
  });
}

/** The answer that the key got, one statement; undefined when there is none, or none any more. */
export async function findFirstAnswer(db: Db, { keyId, key }: Repeatable): Promise<FirstAnswer | undefined> {
  const [answer] = await db.execute<FirstAnswer & Record<string, unknown>>(sql`
    select fingerprint, status, location, body from idempotency_keys
    where key_id is not distinct from ${keyId}::uuid and key = ${key} and created_at > now() - ${kept}`);
  return answer;
}

/**
 * Reserves the key until the transaction ends, one statement that never waits: a lock says whether another request has
 * it, so that no connection is held by one that can only be refused.
 * @throws Problem request-in-progress
 */
export async function claimKey(tx: Tx, { keyId, key, fingerprint }: Repeatable): Promise<void> {
  const claimed = await tx.execute(sql`
    insert into idempotency_keys as known (key_id, key, fingerprint)
    select ${keyId}::uuid, ${key}, ${fingerprint}
    where pg_try_advisory_xact_lock(hashtextextended(${`idempotency ${keyId} ${key}`}, 0))
    on conflict (key_id, key) do update set fingerprint = excluded.fingerprint, created_at = now()
      where known.created_at <= now() - ${kept}
    returning key`);
  if (claimed.length > 0) return;
  throw new Problem('request-in-progress', undefined, { headers: { 'Retry-After': '1' } });
}

/** Keeps the answer of a key that is claimed; one statement. */
export async function keepAnswer(
  tx: Tx,
  { keyId, key }: Repeatable,
  { status, location, body, shows }: KeptAnswer,
): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set status = ${status}, location = ${location}, body = ${body},
      shows = ${sql.param(shows)}::uuid[]
    where key_id is not distinct from ${keyId}::uuid and key = ${key}`);
}

/**
 * Blanks the answers that show a thing which is deleted for good; their keys stay taken, so that the requests are not
 * carried out again. One statement.
 */
export async function forgetShown(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set status = null, location = null, body = null, shows = null
    where shows @> array[${id}::uuid] or (shows is null and strpos(body, ${id}) > 0)`);
}

/** Forgets the answers that are kept no longer. Any number of processes may call it at any time. */
export async function forgetAnswers(db: Db): Promise<void> {
  await db.execute(sql`delete from idempotency_keys where created_at <= now() - ${kept}`);
}
