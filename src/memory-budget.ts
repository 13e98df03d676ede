import { Problem } from './problems.ts';

interface Waiting {
  bytes: number;
  enter(): void;
}

/** What something holds of a budget. */
export interface Hold {
  /** Says how many bytes it is now. */
  resize(bytes: number): void;
  /** Gives all of it back; may be called again. */
  release(): void;
}

/**
 * A weighted semaphore over bytes, first come first served: bounds what is in memory at once. What is larger than all of it
 * has it alone.
 */
export class MemoryBudget {
  readonly #most: number;
  readonly #longestWait: number;
  readonly #waiting = new Set<Waiting>();
  #used = 0;

  /** @param longestWait in milliseconds */
  constructor(most: number, longestWait: number) {
    this.#most = most;
    this.#longestWait = longestWait;
  }

  /** Whether so many bytes could be reserved without waiting (tryAcquire, without acquiring). */
  hasRoom(bytes: number): boolean {
    return this.#waiting.size === 0 && this.#fits(bytes);
  }

  /** Holds so many bytes at once, whether there is room or not. */
  take(bytes: number): Hold {
    let held = bytes;
    this.#used += bytes;
    const resize = (now: number) => {
      this.#used += now - held;
      held = now;
      this.#letIn();
    };
    return { resize: (now) => held > 0 && resize(now), release: () => resize(0) };
  }

  /** Holds so many bytes when there is room for them. @throws Problem unavailable when there is none in time */
  async wait(bytes: number): Promise<Hold> {
    if (this.hasRoom(bytes)) return this.take(bytes);
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        this.#waiting.delete(one);
        resolve(this.take(bytes));
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
