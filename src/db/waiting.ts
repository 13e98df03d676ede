import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionFault, sqlStateOf, summarizeFault } from './faults.ts';
import { StartRefused } from './start-refused.ts';

/** How long a start waits for what may pass, and where it says so. */
export interface Patience {
  /** For a database that is not there. */
  milliseconds: number;
  /** For another process that migrates it, or a session that holds a lock on what is migrated. */
  forOthers: number;
  /** Told lines for the operator. */
  tell(level: 'debug' | 'info' | 'warn', line: string): void;
}

/** What has begun waits for others, and for nothing else. */
export const noPatience: Patience = { milliseconds: 0, forOthers: 60_000, tell: () => undefined };

/** The pauses between tries in milliseconds: doubled with each, up to the longest. */
const [firstPause, longestPause] = [100, 2000];

/**
 * SQLSTATEs (PostgreSQL manual, appendix A) of what passes by itself: a server that starts, stops or has no connection
 * left, is read-only until a failover is over, or another session that holds a lock.
 */
const passing = /^(08|57P0[1-3]|53|25006|55P03|40001|40P01)/;

/** PgBouncer (1.18) has the one code 08P01 for all that it says: these need an operator. */
const forGood = /startup parameter|no such (database|user)|authentication|password|SASL|not allowed/i;

/** TLS that will not come by waiting: certificates that prove nothing. */
const untrusted = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT)/;

/** Whether what a start failed on may be over by itself in a while. */
export function mayPass(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state === '08P01') return !forGood.test(summarizeFault(error));
  if (state !== undefined) return passing.test(state);
  return isConnectionFault(error) && !isUntrusted(error);
}

function isUntrusted(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (untrusted.test(`${(cause as NodeJS.ErrnoException).code}`)) return true;
  return false;
}

/** What there is to wait for: it says so once, and when it is over. */
export class Waiting {
  readonly #patience: Patience;
  readonly #begunAt = performance.now();
  /** What was said to be waited for. */
  #line = '';

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /**
   * Does work again and again until it goes through, or time is up.
   * @param work what can be done again; undefined means that it has to be
   * @param limit which of the limits counts, from the beginning of the start
   * @param describe says in a sentence what a fault that may pass means
   * @throws the error of the work when it cannot pass, or does not in time
   */
  async until<T>(
    work: () => Promise<T | undefined>,
    limit: 'milliseconds' | 'forOthers' = 'milliseconds',
    describe = (fault: unknown) => `The database is not there yet: ${summarizeFault(fault)}.`,
  ): Promise<T> {
    const most = this.#patience[limit];
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let fault: unknown;
      try {
        const result = await work();
        if (result !== undefined) return result;
      } catch (error) {
        if (!mayPass(error)) throw error;
        fault = error;
      }
      const left = this.#begunAt + most - performance.now();
      if (left <= 0) throw fault ?? new StartRefused(this.#line);
      if (fault !== undefined) this.tell(describe(fault), most);
      await sleep(Math.min(pause, left));
    }
  }

  /** Says what is waited for, once. */
  tell(line: string, milliseconds = this.#patience.forOthers): void {
    if (this.#line === '' && milliseconds > 0)
      this.#patience.tell(
        'info',
        `${line} Waiting for up to ${Math.ceil(milliseconds / 1000)} s (START_TIMEOUT_MS).`,
      );
    this.#line = line;
  }

  /** Says that the waiting is over, if there was any. */
  end(): void {
    const seconds = ((performance.now() - this.#begunAt) / 1000).toFixed(1);
    if (this.#line !== '') this.#patience.tell('info', `The database is ready after ${seconds} s.`);
    this.#line = '';
  }
}
