/** The window of the mean, in milliseconds, within the bounds of a number of departures. */
const memory = 1000;
const [fewest, most] = [16, 256];

/**
 * EWMA (exponentially weighted moving average) of the time between two departures from a queue; times its length, that
 * estimates the wait, in milliseconds, whatever the number of servers and their service time.
 */
export class WaitEstimate {
  readonly #longest: number;
  #waiting = 0;
  /** When the last one was served, or the first of an empty queue joined. */
  #since = 0;
  #mean = 0;
  #served = 0;

  /** @param longest the cap of an interval, in milliseconds, so that the mean recovers soon */
  constructor(longest: number) {
    this.#longest = longest;
  }

  get length(): number {
    return this.#waiting;
  }

  join(now: number): void {
    if (this.#waiting === 0) this.#since = now;
    this.#waiting += 1;
  }

  /** Counts one that leaves unserved. */
  leave(): void {
    this.#waiting -= 1;
  }

  /** Counts one that is served. */
  serve(now: number): void {
    this.#waiting -= 1;
    const counting = Math.min(Math.max(memory / this.#mean, fewest), most, fewest + this.#served);
    this.#mean += (Math.min(now - this.#since, this.#longest) - this.#mean) / counting;
    this.#served += 1;
    this.#since = now;
  }

  /** The wait of one more, in milliseconds; 0 while nobody waits. */
  estimate(now: number): number {
    if (this.#waiting === 0) return 0;
    return this.#waiting * this.#mean + Math.max(0, now - this.#since - this.#mean);
  }
}
