import { sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Db, Tx } from '../driver/client.ts';
import { transact } from './outcome.ts';

/** The lifetime of a stored answer. */
const lifetime = sql`interval '24 hours'`;

/** A request with an `Idempotency-Key`. */
export interface IdempotentRequest {
  keyId: string | null;
  key: string;
  /** SHA-256 of what must be the same in a repetition. */
  fingerprint: string;
}

/** The stored answer of an idempotency key. */
export interface StoredAnswer {
  fingerprint: string;
  status: number;
  location: string | null;
  /** The JSON that was sent; null when an entity in it was purged. */
  body: string | null;
}

/** The answer of a request, to be stored. */
export interface AnswerToStore extends Omit<StoredAnswer, 'fingerprint'> {
  body: string;
  /** The ids of the entities in it. */
  shows: string[];
}

/** An idempotent write: key and answer are stored in the write's own transaction, so that neither exists without it. */
export interface IdempotentWrite {
  /** Claims the key, first of all. @throws Problem request-in-progress when the request is being carried out, or just was */
  claim(tx: Tx): Promise<void>;
  /**
   * Stores the answer, last of all.
   * @param result the result of the write, which is the answer
   * @param about the ids of entities that it concerns and does not show
   */
  store(tx: Tx, result: unknown, about?: string[]): Promise<void>;
}

/** Stores the answer of a request that writes nothing else; two statements, none without an idempotency key. */
export async function storeResult(
  db: Db,
  idempotency: IdempotentWrite | undefined,
  result: unknown,
): Promise<void> {
  if (!idempotency) return;
  await transact(db, async (tx, announce) => {
    await idempotency.claim(tx);
    await idempotency.store(tx, result);
    announce(undefined, false);
  });
}

/** Finds the stored answer of a key, one statement; undefined when there is none, or it has expired. */
export async function findStoredAnswer(
  db: Db,
  { keyId, key }: IdempotentRequest,
): Promise<StoredAnswer | undefined> {
  const [answer] = await db.execute<StoredAnswer & Record<string, unknown>>(sql`
    select fingerprint, status, location, body from idempotency_keys
    where key_id is not distinct from ${keyId}::uuid and key = ${key} and created_at > now() - ${lifetime}`);
  return answer;
}

/**
 * Claims the key until the transaction ends, one statement. An advisory lock that is tried and never waited for shows
 * whether another request has it, so that a request that can only be refused holds no connection.
 * @throws Problem request-in-progress
 */
export async function claimKey(tx: Tx, { keyId, key, fingerprint }: IdempotentRequest): Promise<void> {
  const claimed = await tx.execute(sql`
    insert into idempotency_keys as known (key_id, key, fingerprint)
    select ${keyId}::uuid, ${key}, ${fingerprint}
    where pg_try_advisory_xact_lock(hashtextextended(${`idempotency ${keyId} ${key}`}, 0))
    on conflict (key_id, key) do update set fingerprint = excluded.fingerprint, created_at = now()
      where known.created_at <= now() - ${lifetime}
    returning key`);
  if (claimed.length > 0) return;
  throw new Problem('request-in-progress', undefined, { headers: { 'Retry-After': '1' } });
}

/** Stores the answer of a claimed key; one statement. */
export async function storeAnswer(
  tx: Tx,
  { keyId, key }: IdempotentRequest,
  { status, location, body, shows }: AnswerToStore,
): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set status = ${status}, location = ${location}, body = ${body},
      shows = ${sql.param(shows)}::uuid[]
    where key_id is not distinct from ${keyId}::uuid and key = ${key}`);
}

/**
 * Blanks the answers that show a purged entity; their keys stay claimed, so that the requests are not carried out again.
 * One statement.
 */
export async function purgeShown(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`
    update idempotency_keys set status = null, location = null, body = null, shows = null
    where shows @> array[${id}::uuid] or (shows is null and strpos(body, ${id}) > 0)`);
}

/** Deletes expired answers; safe in any number of processes at once. */
export async function purgeExpired(db: Db): Promise<void> {
  await db.execute(sql`delete from idempotency_keys where created_at <= now() - ${lifetime}`);
}
