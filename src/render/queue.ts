/** What waits for a renderer. */
export interface Job {
  body: string;
  isBackground: boolean;
  /** Why the text is only shown as its source, which takes a moment; null when it is to be rendered. */
  fault: string | null;
}

interface Entry<J> {
  job: J;
  /** When it is due, on the clock of the queue. */
  deadline: number;
}

/** A text of so many characters or more is long: many times the longest note. */
const longText = 128 * 1024;
/** How much later than a text without a character one is due for each of its characters, in milliseconds. */
const perCharacter = 0.02;
/** So long short texts may be rendered while others wait, in milliseconds, until one of those has its turn. */
const longestTurn = 10_000;

/**
 * The order of what waits for a renderer: earliest deadline first, where a text is due the later the longer it is
 * (shortest job first with ageing). A note goes before longer ones, but a longer one only waits for those that came within
 * its time: 20 ms for each thousand characters. Long texts, and after them those of the background, wait for all notes, so
 * that a hostile megabyte holds up nobody's; while notes keep coming one of them has a turn every ten seconds of work.
 */
export class RenderQueue<J extends Job> {
  /** Notes, long texts, the background; each by deadline. */
  readonly #lanes: Entry<J>[][] = [[], [], []];
  /** How long notes have been rendered since others wait. */
  #spent = 0;

  /** @param now any clock of milliseconds that does not go back */
  add(job: J, now: number): void {
    const entries = this.#lanes[laneOf(job)] as Entry<J>[];
    const entry = { job, deadline: job.fault === null ? now + job.body.length * perCharacter : 0 };
    let at = entries.length;
    while (at > 0 && (entries[at - 1] as Entry<J>).deadline > entry.deadline) at -= 1;
    entries.splice(at, 0, entry);
  }

  /** Takes what is next. */
  take(): J | undefined {
    const [notes = [], ...others] = this.#lanes;
    const other = others.find(({ length }) => length > 0);
    if (!other) this.#spent = 0;
    const isTurn = notes.length === 0 || (other !== undefined && this.#spent >= longestTurn);
    if (!isTurn || !other) return notes.shift()?.job;
    this.#spent = 0;
    return other.shift()?.job;
  }

  /** Says how long a job was rendered. */
  count(job: J, milliseconds: number): void {
    if (laneOf(job) === 0) this.#spent += milliseconds;
  }
}

function laneOf({ body, isBackground, fault }: Job): 0 | 1 | 2 {
  if (fault !== null) return 0;
  if (isBackground) return 2;
  return body.length < longText ? 0 : 1;
}
