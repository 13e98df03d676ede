/** A liveness probe: after `after` milliseconds without an answer, another connection shows whether the server works. */
export interface Probe {
  after: number;
  isAlive(): Promise<boolean>;
}

/**
 * Timeouts for the answers to statements. Repeated liveness probes distinguish a frozen server from a long statement; an
 * answer on any connection shows that the server works.
 */
export class Deadline {
  /** How many statements were answered. */
  answers = 0;
  readonly #timeout: number;
  readonly #probe: Probe | undefined;
  #probing: Promise<boolean> | null = null;

  /** @param timeout of an answer, in milliseconds; 0 for none */
  constructor(timeout: number, probe: Probe | undefined) {
    this.#timeout = timeout;
    this.#probe = probe;
  }

  /**
   * Starts the timeout of an answer.
   * @param onLost called at the timeout, or when the server does not answer a probe
   * @returns a function that stops it
   */
  start(onLost: () => void): () => void {
    const probe = this.#probe;
    if (this.#timeout === 0 && !probe) return noWait;
    const until = this.#timeout === 0 ? Number.POSITIVE_INFINITY : performance.now() + this.#timeout;
    let isAnswered = false;
    let timer: NodeJS.Timeout | undefined;
    const check = async () => {
      const isLost = performance.now() >= until - 1 || !probe || !(await this.#isAlive(probe));
      if (isAnswered) return;
      if (isLost) onLost();
      else wait();
    };
    const wait = () => {
      const left = Math.max(0, until - performance.now());
      timer = setTimeout(() => void check(), probe ? Math.min(left, probe.after) : left);
    };
    wait();
    return () => {
      isAnswered = true;
      clearTimeout(timer);
    };
  }

  /** Singleflight: concurrent callers share a probe. */
  async #isAlive({ isAlive }: Probe): Promise<boolean> {
    const before = this.answers;
    this.#probing ??= isAlive().finally(() => {
      this.#probing = null;
    });
    return (await this.#probing) || this.answers > before;
  }
}

const noWait = () => undefined;
