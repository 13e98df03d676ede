import { LRUCache } from 'lru-cache';

/** The parameters of a token bucket: tokens per second, and the burst. */
export interface Allowance {
  perSecond: number;
  burst: number;
}

/** The most callers; the least recently seen one starts again with a full bucket. */
const mostCallers = 20_000;

/**
 * A token bucket as one number: the time at which it is full again (GCRA). All times are milliseconds of a monotonic
 * clock.
 */
export class Bucket {
  readonly #pace: number;
  readonly #depth: number;
  #fullAt = Number.NEGATIVE_INFINITY;

  constructor({ perSecond, burst }: Allowance) {
    this.#pace = 1000 / perSecond;
    // Rounding errors must not cost the last token.
    this.#depth = (burst + 1e-6) * this.#pace;
  }

  /** Takes a token, if there is one. */
  take(now: number): boolean {
    const fullAt = Math.max(this.#fullAt, now) + this.#pace;
    if (fullAt > now + this.#depth) return false;
    this.#fullAt = fullAt;
    return true;
  }

  /** Takes tokens, even beyond empty: the debt is waited for. */
  charge(count: number, now: number): void {
    this.#fullAt = Math.max(this.#fullAt, now) + count * this.#pace;
  }

  /** The available tokens. */
  left(now: number): number {
    return Math.max(0, Math.floor((this.#depth - this.untilFull(now)) / this.#pace));
  }

  /** The time until a token is available, in milliseconds. */
  untilNext(now: number): number {
    return Math.max(0, this.untilFull(now) + this.#pace - this.#depth);
  }

  /** The time until the bucket is full, in milliseconds. */
  untilFull(now: number): number {
    return Math.max(0, this.#fullAt - now);
  }
}

/** The tokens taken, by caller. */
export type Charges = [caller: string, count: number][];

/** The token buckets of all callers for one kind of request, in an LRU cache. */
export class Buckets {
  readonly allowance: Allowance;
  readonly #buckets: LRUCache<string, Bucket>;
  /** The tokens taken since the last `drain`; null before `record`. */
  #taken: Map<string, number> | null = null;
  #onFirst: () => void = () => undefined;

  constructor(allowance: Allowance, callers = mostCallers) {
    this.allowance = allowance;
    this.#buckets = new LRUCache({ max: callers });
  }

  /** The bucket of a caller; a new or evicted one is full. */
  of(caller: string): Bucket {
    const found = this.#buckets.get(caller);
    if (found) return found;
    const bucket = new Bucket(this.allowance);
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  /** Takes a token from a caller's bucket. @returns whether there was one */
  take(caller: string, bucket: Bucket, now: number): boolean {
    const isTaken = bucket.take(now);
    if (!isTaken || !this.#taken) return isTaken;
    if (this.#taken.size === 0) this.#onFirst();
    this.#taken.set(caller, (this.#taken.get(caller) ?? 0) + 1);
    return true;
  }

  /** Starts to record taken tokens, for `drain`. @param onFirst called when there is something to drain */
  record(onFirst: () => void): void {
    this.#taken ??= new Map();
    this.#onFirst = onFirst;
  }

  /** The tokens taken since the last call. */
  drain(): Charges {
    const charges = [...(this.#taken ?? [])];
    this.#taken?.clear();
    return charges;
  }

  /** Charges the tokens taken in other processes. */
  charge(charges: Charges, now: number): void {
    for (const [caller, count] of charges) this.of(caller).charge(count, now);
  }
}
