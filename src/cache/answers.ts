import { LRUCache } from 'lru-cache';
import type { Answer, Ready } from './answer.ts';
import { Changes } from './changes.ts';

/** One answer may take so much of the room. */
const largestShare = 1 / 8;
/** An answer is found at once by so many spellings of its request; by others after they were understood. */
const mostSpellings = 32;

/** A computation that others wait for. */
export interface Flight {
  /** The version that was known when it began: what it answers is not older. */
  version: number;
  /** Undefined when it gave nothing that others could take. */
  answer: Promise<Answer | undefined>;
  settle(answer?: Answer): void;
}

/**
 * Ready answers by the names of their requests, bounded in bytes: what was not asked for the longest goes first. One is
 * found as long as nothing may have changed it, or more exactly as long as that is known.
 */
export class Answers {
  /** Each in a wrapping of its own, so that its size is taken again when it has grown. */
  readonly #kept: LRUCache<string, { answer: Answer }>;
  readonly #spelled = new Map<string, { ready: Ready; name: string }>();
  readonly #flights = new Map<string, Flight>();
  readonly #changes = new Changes();
  readonly #largest: number;

  /** @param bytes how much memory all answers may take together */
  constructor(bytes: number) {
    this.#largest = bytes * largestShare;
    this.#kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: this.#largest,
      // The address of a request may be longer than its answer.
      sizeCalculation: ({ answer }, name) => answer.size + name.length,
      dispose: ({ answer }) => {
        for (const spelling of answer.spellings.splice(0)) this.#spelled.delete(spelling);
      },
      noDisposeOnSet: true,
    });
  }

  /** How much memory the answers take, in bytes. */
  get size(): number {
    return this.#kept.calculatedSize;
  }

  /** The answer to a request, if it is right at a public version. */
  find(name: string, version: number): Answer | undefined {
    const answer = this.#kept.get(name)?.answer;
    return answer && this.stands(answer, version) ? answer : undefined;
  }

  /** The same of a request that was understood before, by how it was spelled. */
  recall(spelling: string, version: number): Ready | undefined {
    const known = this.#spelled.get(spelling);
    if (!known || !this.stands(known.ready.answer, version)) return undefined;
    // So that it counts as asked for.
    this.#kept.get(known.name);
    return known.ready;
  }

  /** Whether an answer is known to be right at a public version, which it remembers. */
  stands(answer: Answer, version: number): boolean {
    if (!this.#changes.spare(answer.changesBy, answer.version, version)) return false;
    answer.version = Math.max(answer.version, version);
    return true;
  }

  /** Takes note of what changed at a public version. */
  note(version: number, changed: ReadonlySet<string>): void {
    this.#changes.note(version, changed);
  }

  /** Keeps an answer in place of what was there. */
  keep(name: string, answer: Answer): void {
    this.#kept.delete(name);
    this.#kept.set(name, { answer });
  }

  /** Notes that a request means this answer, as long as that is kept. */
  learn(spelling: string, name: string, ready: Ready): void {
    const { answer } = ready;
    if (this.#kept.peek(name)?.answer !== answer || this.#spelled.has(spelling)) return;
    if (answer.spellings.length < mostSpellings) {
      answer.spellings.push(spelling);
      this.#spelled.set(spelling, { ready, name });
    }
    // It has grown, by an encoding too perhaps.
    this.#kept.set(name, { answer });
  }

  /** Forgets all of it. */
  clear(): void {
    this.#spelled.clear();
    this.#kept.clear();
    this.#changes.clear();
  }

  /** The computation of an answer that is under way and will not be older than the version. */
  join(name: string, version: number): Flight | undefined {
    const flight = this.#flights.get(name);
    return flight && flight.version >= version ? flight : undefined;
  }

  /** Begins a computation that others may wait for; it has to be settled, whatever comes of it. */
  lead(name: string, version: number): Flight {
    let settleAnswer: (answer?: Answer) => void = () => undefined;
    const answer = new Promise<Answer | undefined>((resolve) => {
      settleAnswer = resolve;
    });
    const flight: Flight = {
      version,
      answer,
      settle: (found) => {
        if (this.#flights.get(name) === flight) this.#flights.delete(name);
        settleAnswer(found);
      },
    };
    this.#flights.set(name, flight);
    return flight;
  }
}
