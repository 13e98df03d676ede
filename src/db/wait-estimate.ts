/** The turns of so long count, in milliseconds, as long as those are not too few or many to be counted. */
const memory = 1000;
const [fewest, most] = [16, 256];

/**
 * Estimates the wait in a queue, in milliseconds: its length times an exponentially weighted moving average (EWMA) of the
 * time between two that were served. That holds however many are served at once, and for how long.
 */
export class WaitEstimate {
  readonly #longest: number;
  #waiting = 0;
  /** When the last turn was, or whoever is first came. */
  #since = 0;
  #mean = 0;
  #turns = 0;

  /** @param longest a turn that takes longer counts as if it had taken so long, for a mean that is soon true again */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** How many wait. */
  get length(): number {
    return this.#waiting;
  }

  join(now: number): void {
    if (this.#waiting === 0) this.#since = now;
    this.#waiting += 1;
  }

  /** Somebody goes away without a turn. */
  leave(): void {
    this.#waiting -= 1;
  }

  /** Somebody has a turn. */
  turn(now: number): void {
    this.#waiting -= 1;
    const counting = Math.min(Math.max(memory / this.#mean, fewest), most, fewest + this.#turns);
    this.#mean += (Math.min(now - this.#since, this.#longest) - this.#mean) / counting;
    this.#turns += 1;
    this.#since = now;
  }

  /** What one more would have to expect; nothing when nobody waits. */
  estimate(now: number): number {
    if (this.#waiting === 0) return 0;
    return this.#waiting * this.#mean + Math.max(0, now - this.#since - this.#mean);
  }
}
