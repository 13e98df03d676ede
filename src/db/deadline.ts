/** Whether a server that has not answered a statement for so many milliseconds answers anything: on another connection. */
export interface Probe {
  after: number;
  isAlive(): Promise<boolean>;
}

/**
 * Deadlines for the answers to statements. A frozen server is told from a long statement by a probe, again and again while
 * the statement runs: what has an answer meanwhile, on whichever connection, shows that the server works.
 */
export class Deadline {
  /** How many statements were answered. */
  answers = 0;
  readonly #patience: number;
  readonly #probe: Probe | undefined;
  #probing: Promise<boolean> | null = null;

  /** @param patience how long an answer is waited for at most, in milliseconds; 0 for ever */
  constructor(patience: number, probe: Probe | undefined) {
    this.#patience = patience;
    this.#probe = probe;
  }

  /**
   * Begins to wait for an answer.
   * @param onLost called when none is to be expected
   * @returns what ends the waiting
   */
  start(onLost: () => void): () => void {
    const probe = this.#probe;
    if (this.#patience === 0 && !probe) return noWait;
    const until = this.#patience === 0 ? Number.POSITIVE_INFINITY : performance.now() + this.#patience;
    let isAnswered = false;
    let timer: NodeJS.Timeout | undefined;
    const doubt = async () => {
      const isLost = performance.now() >= until - 1 || !probe || !(await this.#isAlive(probe));
      if (isAnswered) return;
      if (isLost) onLost();
      else wait();
    };
    const wait = () => {
      const left = Math.max(0, until - performance.now());
      timer = setTimeout(() => void doubt(), probe ? Math.min(left, probe.after) : left);
    };
    wait();
    return () => {
      isAnswered = true;
      clearTimeout(timer);
    };
  }

  /** Those who ask while a probe is under way share it. */
  async #isAlive({ isAlive }: Probe): Promise<boolean> {
    const before = this.answers;
    this.#probing ??= isAlive().finally(() => {
      this.#probing = null;
    });
    return (await this.#probing) || this.answers > before;
  }
}

const noWait = () => undefined;
