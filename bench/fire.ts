import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface AskedFor {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
}

/** What is to be sent, and for how long. */
export interface Shot {
  url: string;
  /** In turn. */
  requests: AskedFor[];
  /** Reviews to be posted, each once: of a corpus of so many rows, so many at most. */
  posts?: { rows: number; most: number };
  seconds: number;
  connections: number;
  /** The status that every answer has to have. */
  expect: number;
  /** So many a second at most. */
  rate?: number;
}

/** What came back. Times are in milliseconds. */
export interface Volley {
  answers: number;
  seconds: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
  /** Answers of another status. */
  unexpected: number;
}

/** autocannon in a process of its own. */
export class Cannon {
  readonly #child: ChildProcess = fork(new URL('cannon.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  readonly #ended = once(this.#child, 'exit').then(([code]): never => {
    throw new Error(`The process that asks ended with ${code}.`);
  });

  constructor() {
    this.#ended.catch(() => undefined);
  }

  async fire(shot: Shot): Promise<Volley> {
    const stop = new AbortController();
    this.#child.send(shot);
    try {
      const heard = once(this.#child, 'message', { signal: stop.signal });
      heard.catch(() => undefined);
      const [volley] = (await Promise.race([heard, this.#ended])) as [Volley];
      return volley;
    } finally {
      stop.abort();
    }
  }

  stop(): void {
    this.#child.kill();
  }
}
