/** A job of the rendering pool. */
export interface Job {
  body: string;
  isBackground: boolean;
  /** Why the text is shown as its source, which is fast; null when it is to be rendered. */
  fault: string | null;
}

interface Entry<J> {
  job: J;
  /** By the clock of the queue. */
  deadline: number;
}

/** The characters from which a text is long: many times the longest note. */
const longText = 128 * 1024;
/** The delay of the deadline for each character, in milliseconds. */
const perCharacter = 0.02;
/** The time for short texts while others wait, in milliseconds, before one of those is served. */
const longestNotes = 10_000;

/**
 * A priority queue: earliest deadline first, where the deadline grows with the length of a text (shortest job first
 * with ageing). A note goes before longer ones, but a longer one waits only for those that arrive within its delay: 20
 * ms for each thousand characters. Long texts, and after them background jobs, wait for all notes, so that a hostile
 * megabyte delays none; to prevent starvation, one of them is served after every ten seconds of notes.
 */
export class RenderQueue<J extends Job> {
  /** The lanes of notes, long texts and background jobs; each by deadline. */
  readonly #lanes: Entry<J>[][] = [[], [], []];
  /** The time of notes since others wait. */
  #spent = 0;

  /** @param now a monotonic clock in milliseconds */
  add(job: J, now: number): void {
    const entries = this.#lanes[laneOf(job)] as Entry<J>[];
    const entry = { job, deadline: job.fault === null ? now + job.body.length * perCharacter : 0 };
    let at = entries.length;
    while (at > 0 && (entries[at - 1] as Entry<J>).deadline > entry.deadline) at -= 1;
    entries.splice(at, 0, entry);
  }

  /** Takes the next job. */
  take(): J | undefined {
    const [notes = [], ...others] = this.#lanes;
    const other = others.find(({ length }) => length > 0);
    if (!other) this.#spent = 0;
    const isTurn = notes.length === 0 || (other !== undefined && this.#spent >= longestNotes);
    if (!isTurn || !other) return notes.shift()?.job;
    this.#spent = 0;
    return other.shift()?.job;
  }

  /** Counts the time of a job. */
  count(job: J, milliseconds: number): void {
    if (laneOf(job) === 0) this.#spent += milliseconds;
  }
}

function laneOf({ body, isBackground, fault }: Job): 0 | 1 | 2 {
  if (fault !== null) return 0;
  if (isBackground) return 2;
  return body.length < longText ? 0 : 1;
}
