import { allBusy } from './faults.ts';
import { Line } from './line.ts';

interface Waiting {
  enter(): void;
  refuse(error: Error): void;
}

/** What a lobby knows of what it is for. */
interface Inside {
  /** See `Line`. */
  longestTurn: number;
  /** How long anybody waits, in milliseconds; 0 for ever. */
  longestWait: number;
  /** How many more there is room for. */
  countRoom(): number;
  /** Whether whoever comes in could begin at once: then nothing need be under way whose end would be told. */
  isFree(): boolean;
}

/**
 * Where those wait who have begun nothing yet. Whatever somebody has begun lives on while they wait; V8 counts it among
 * the old things after two collections of the young ones, and all that it comes to after that as living until the next
 * collection of the old ones, and copies it until then: with a thousand readers who wait within their work a third
 * fewer are answered. So few wait there, and all others here, in the order they came.
 */
export class Lobby {
  readonly #waiting = new Set<Waiting>();
  readonly #line: Line;
  readonly #inside: Inside;
  #isLooking = false;

  constructor(inside: Inside) {
    this.#line = new Line(inside.longestTurn);
    this.#inside = inside;
  }

  /**
   * Waits until there is room.
   * @returns undefined when there is at once
   * @throws Error that everything is busy, when there is none in time
   */
  enter(): Promise<void> | undefined {
    const { longestWait } = this.#inside;
    if (this.#waiting.size === 0 && this.#inside.countRoom() > 0) return undefined;
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#waiting.delete(one);
      };
      const enter = () => {
        leave();
        this.#line.turn(performance.now());
        resolve();
      };
      const refuse = (error: Error) => {
        leave();
        this.#line.leave();
        reject(error);
      };
      const one = { enter, refuse };
      const timer = longestWait > 0 ? setTimeout(() => refuse(allBusy()), longestWait) : undefined;
      this.#line.join(performance.now());
      this.#waiting.add(one);
      this.letIn();
    });
  }

  /** Lets in as many as there is room for: to be called whenever something ended inside. */
  letIn(): void {
    if (this.#waiting.size === 0) return;
    let room = this.#inside.countRoom();
    for (const one of this.#waiting) {
      if (room <= 0) break;
      room -= 1;
      one.enter();
    }
    // Those who were let in may want nothing inside.
    if (this.#waiting.size === 0 || this.#isLooking || !this.#inside.isFree()) return;
    this.#isLooking = true;
    setImmediate(() => {
      this.#isLooking = false;
      this.letIn();
    });
  }

  /** How long whoever comes now may expect to wait, in milliseconds. */
  expect(now: number): number {
    return this.#line.expect(now);
  }

  /** Sends all away. */
  close(error: Error): void {
    for (const { refuse } of this.#waiting) refuse(error);
  }
}
