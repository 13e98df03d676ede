import { Problem } from '../problems.ts';

interface Waiter {
  bytes: number;
  enter(): void;
}

/** A part of a budget. */
export interface Reservation {
  /** Changes its size, in bytes. */
  resize(bytes: number): void;
  /** Releases it; idempotent. */
  release(): void;
}

/**
 * A weighted semaphore over bytes, FIFO: bounds what is in memory at once. What is larger than the budget has it alone.
 */
export class MemoryBudget {
  readonly #most: number;
  readonly #longestWait: number;
  readonly #waiting = new Set<Waiter>();
  #used = 0;

  /** @param longestWait in milliseconds */
  constructor(most: number, longestWait: number) {
    this.#most = most;
    this.#longestWait = longestWait;
  }

  /** tryAcquire without acquiring. */
  hasRoom(bytes: number): boolean {
    return this.#waiting.size === 0 && this.#fits(bytes);
  }

  /** Reserves bytes at once, even beyond the budget. */
  reserve(bytes: number): Reservation {
    let held = bytes;
    this.#used += bytes;
    const resize = (now: number) => {
      this.#used += now - held;
      held = now;
      this.#letIn();
    };
    return { resize: (now) => held > 0 && resize(now), release: () => resize(0) };
  }

  /** Waits for room and reserves bytes. @throws Problem unavailable after `longestWait` */
  async acquire(bytes: number): Promise<Reservation> {
    if (this.hasRoom(bytes)) return this.reserve(bytes);
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        this.#waiting.delete(one);
        resolve(this.reserve(bytes));
      };
      const one = { bytes, enter };
      const timer = setTimeout(() => {
        this.#waiting.delete(one);
        reject(new Problem('unavailable', tooMany, { headers: { 'Retry-After': '1' } }));
        this.#letIn();
      }, this.#longestWait);
      this.#waiting.add(one);
    });
  }

  #fits(bytes: number): boolean {
    return this.#used === 0 || this.#used + bytes <= this.#most;
  }

  #letIn(): void {
    for (const { bytes, enter } of this.#waiting) {
      if (!this.#fits(bytes)) break;
      enter();
    }
  }
}

const tooMany =
  'Too many long answers are being made. Ask for fewer things, or for them without long members.';
