import { allBusy } from './faults.ts';
import { WaitEstimate } from './wait-estimate.ts';

interface Waiting {
  enter(): void;
  refuse(error: Error): void;
}

/** What the queue is in front of. */
interface Served {
  /** See `WaitEstimate`. */
  longestTurn: number;
  /** How long anybody waits, in milliseconds; 0 for ever. */
  longestWait: number;
  /** How many more there is room for. */
  countRoom(): number;
  /** Whether whoever comes in could begin at once: then nothing need be under way whose end would be told. */
  isFree(): boolean;
}

/**
 * Admission control: a FIFO queue of requests that have begun nothing yet. What a request has allocated before it waits
 * is promoted to V8's old generation after two scavenges, and all that it refers to later lives until the next full
 * collection and is copied until then: with a thousand readers that wait in mid-work a third fewer are answered. So few
 * wait there, and all others here.
 */
export class AdmissionQueue {
  readonly #waiting = new Set<Waiting>();
  readonly #estimate: WaitEstimate;
  readonly #served: Served;
  #isLooking = false;

  constructor(served: Served) {
    this.#estimate = new WaitEstimate(served.longestTurn);
    this.#served = served;
  }

  /**
   * Waits until there is room.
   * @returns undefined when there is at once
   * @throws Error that everything is busy, when there is none in time
   */
  enter(): Promise<void> | undefined {
    const { longestWait } = this.#served;
    if (this.#waiting.size === 0 && this.#served.countRoom() > 0) return undefined;
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#waiting.delete(one);
      };
      const enter = () => {
        leave();
        this.#estimate.turn(performance.now());
        resolve();
      };
      const refuse = (error: Error) => {
        leave();
        this.#estimate.leave();
        reject(error);
      };
      const one = { enter, refuse };
      const timer = longestWait > 0 ? setTimeout(() => refuse(allBusy()), longestWait) : undefined;
      this.#estimate.join(performance.now());
      this.#waiting.add(one);
      this.admit();
    });
  }

  /** Admits as many as there is room for: to be called whenever something has ended. */
  admit(): void {
    if (this.#waiting.size === 0) return;
    let room = this.#served.countRoom();
    for (const one of this.#waiting) {
      if (room <= 0) break;
      room -= 1;
      one.enter();
    }
    // Those that were admitted may need no connection.
    if (this.#waiting.size === 0 || this.#isLooking || !this.#served.isFree()) return;
    this.#isLooking = true;
    setImmediate(() => {
      this.#isLooking = false;
      this.admit();
    });
  }

  /** How long a request that arrives now may expect to wait, in milliseconds. */
  estimateWait(now: number): number {
    return this.#estimate.estimate(now);
  }

  /** Refuses all that wait. */
  close(error: Error): void {
    for (const { refuse } of this.#waiting) refuse(error);
  }
}
