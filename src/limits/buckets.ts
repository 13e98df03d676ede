import { LRUCache } from 'lru-cache';

/** What a caller may do: so many requests a second in the long run, and so many at once after a pause. */
export interface Allowance {
  perSecond: number;
  burst: number;
}

/** So many callers are remembered; one that was not seen for longest starts again with a full bucket. */
const mostCallers = 20_000;

/**
 * A token bucket of one caller, kept as one number: the moment at which it is full again (GCRA). All times are
 * milliseconds of one clock that never goes back.
 */
export class Bucket {
  readonly #pace: number;
  readonly #depth: number;
  #fullAt = Number.NEGATIVE_INFINITY;

  constructor({ perSecond, burst }: Allowance) {
    this.#pace = 1000 / perSecond;
    // Sums of fractions of milliseconds must not cost the last token.
    this.#depth = (burst + 1e-6) * this.#pace;
  }

  /** Takes a token, if there is one. */
  take(now: number): boolean {
    const fullAt = Math.max(this.#fullAt, now) + this.#pace;
    if (fullAt > now + this.#depth) return false;
    this.#fullAt = fullAt;
    return true;
  }

  /** Takes so many tokens, whether they are there or not: what is missing is waited for. */
  charge(count: number, now: number): void {
    this.#fullAt = Math.max(this.#fullAt, now) + count * this.#pace;
  }

  /** How many tokens can be taken now. */
  left(now: number): number {
    return Math.max(0, Math.floor((this.#depth - this.untilFull(now)) / this.#pace));
  }

  /** How long it takes until a token can be taken, in milliseconds. */
  untilNext(now: number): number {
    return Math.max(0, this.untilFull(now) + this.#pace - this.#depth);
  }

  /** How long it takes until nothing is missing, in milliseconds. */
  untilFull(now: number): number {
    return Math.max(0, this.#fullAt - now);
  }
}

/** How many tokens were taken of whose buckets. */
export type Charges = [caller: string, count: number][];

/** The buckets of all callers for one kind of request, bounded in memory. */
export class Buckets {
  readonly allowance: Allowance;
  readonly #buckets: LRUCache<string, Bucket>;
  /** What was taken here since others were told; null when there are none. */
  #taken: Map<string, number> | null = null;
  #onFirst: () => void = () => undefined;

  constructor(allowance: Allowance, callers = mostCallers) {
    this.allowance = allowance;
    this.#buckets = new LRUCache({ max: callers });
  }

  /** The bucket of a caller; that of one who is new, or was forgotten, is full. */
  of(caller: string): Bucket {
    const found = this.#buckets.get(caller);
    if (found) return found;
    const bucket = new Bucket(this.allowance);
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  /** Takes a token of a caller's bucket. @returns whether there was one */
  take(caller: string, bucket: Bucket, now: number): boolean {
    const isTaken = bucket.take(now);
    if (!isTaken || !this.#taken) return isTaken;
    if (this.#taken.size === 0) this.#onFirst();
    this.#taken.set(caller, (this.#taken.get(caller) ?? 0) + 1);
    return true;
  }

  /** From now on counts what is taken, for `drain`. @param onFirst called when there is something to be drained */
  record(onFirst: () => void): void {
    this.#taken ??= new Map();
    this.#onFirst = onFirst;
  }

  /** What was taken here since the last time. */
  drain(): Charges {
    const charges = [...(this.#taken ?? [])];
    this.#taken?.clear();
    return charges;
  }

  /** Charges what was taken elsewhere. */
  charge(charges: Charges, now: number): void {
    for (const [caller, count] of charges) this.of(caller).charge(count, now);
  }
}
