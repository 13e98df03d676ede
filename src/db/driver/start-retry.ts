import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionFault, sqlStateOf, summarizeFault } from './faults.ts';
import { StartRefused } from './start-refused.ts';

/** Timeouts of a start in milliseconds, and its log. */
export interface StartLimits {
  /** Of a database that is unreachable. */
  unreachable: number;
  /** Of another process that migrates, or a session that holds a lock on a migrated table. */
  locked: number;
  log(level: 'debug' | 'info' | 'warn', line: string): void;
}

/** For commands on a running database: they wait for locks only. */
export const noStartLimits: StartLimits = { unreachable: 0, locked: 60_000, log: () => undefined };

/** Exponential backoff, in milliseconds. */
const [firstPause, longestPause] = [100, 2000];

/**
 * Transient SQLSTATEs (PostgreSQL manual, appendix A): a server that starts, stops or has no connection left, is read-only
 * until a failover is over, or another session that holds a lock.
 */
const transient = /^(08|57P0[1-3]|53|25006|55P03|40001|40P01)/;

/** PgBouncer (1.18) has the one code 08P01 for all errors: these are permanent. */
const permanent = /startup parameter|no such (database|user)|authentication|password|SASL|not allowed/i;

/** Failed verification of a certificate: permanent. */
const untrusted = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT)/;

/** Whether an error of a start is transient. */
export function isTransient(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state === '08P01') return !permanent.test(summarizeFault(error));
  if (state !== undefined) return transient.test(state);
  return isConnectionFault(error) && !isUntrusted(error);
}

function isUntrusted(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (untrusted.test(`${(cause as NodeJS.ErrnoException).code}`)) return true;
  return false;
}

/** Retries the steps of a start with exponential backoff; the wait is logged once, and its end. */
export class StartRetry {
  readonly #limits: StartLimits;
  readonly #begunAt = performance.now();
  /** The logged reason. */
  #line = '';

  constructor(limits: StartLimits) {
    this.#limits = limits;
  }

  /**
   * Retries work until it succeeds or the limit is over.
   * @param work idempotent; retried also when it gives undefined
   * @param limit counted from the beginning of the start
   * @param describe a transient fault in a sentence
   * @throws a permanent error of the work at once, a transient one at the limit
   */
  async until<T>(
    work: () => Promise<T | undefined>,
    limit: 'unreachable' | 'locked' = 'unreachable',
    describe = (fault: unknown) => `The database is not there yet: ${summarizeFault(fault)}.`,
  ): Promise<T> {
    const most = this.#limits[limit];
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      let fault: unknown;
      try {
        const result = await work();
        if (result !== undefined) return result;
      } catch (error) {
        if (!isTransient(error)) throw error;
        fault = error;
      }
      const left = this.#begunAt + most - performance.now();
      if (left <= 0) throw fault ?? new StartRefused(this.#line);
      if (fault !== undefined) this.log(describe(fault), most);
      await sleep(Math.min(pause, left));
    }
  }

  /** Logs the reason of the wait, once. */
  log(line: string, milliseconds = this.#limits.locked): void {
    if (this.#line === '' && milliseconds > 0)
      this.#limits.log(
        'info',
        `${line} Waiting for up to ${Math.ceil(milliseconds / 1000)} s (START_TIMEOUT_MS).`,
      );
    this.#line = line;
  }

  /** Logs the end of the wait, if there was any. */
  end(): void {
    const seconds = ((performance.now() - this.#begunAt) / 1000).toFixed(1);
    if (this.#line !== '') this.#limits.log('info', `The database is ready after ${seconds} s.`);
    this.#line = '';
  }
}
