import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { RunningServer } from '../test/support/process.ts';
import { type Attempt, urlOf } from './hostile-requests.ts';

export interface Measured {
  status: number;
  /** Processor time of the thread that answers, in milliseconds: what renders has threads of its own. */
  cpu: number;
  /** The longest that another request had to wait beside it, in milliseconds: the event loop was not left for so long. */
  slice: number;
  /** How much was sent and answered. */
  mebibytes: number;
}

interface Sent {
  status: number;
  bytes: number;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The time that the main thread was on a processor, in milliseconds (`/proc/<pid>/task/<tid>/schedstat`, proc(5)). */
const threadTime = (pid: number) => Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0]) / 1e6;

/** Sends a request by itself and measures what it costs the process. */
export class Meter {
  readonly #server: RunningServer;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #beside = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(server: RunningServer) {
    this.#server = server;
  }

  async measure(attempt: Attempt, key: string | undefined): Promise<Measured> {
    const payload = attempt.body === undefined ? undefined : Buffer.from(JSON.stringify(attempt.body));
    const before = threadTime(this.#server.pid);
    let isOver = false;
    const slice = this.#watch(() => isOver);
    const { status, bytes } = await this.#send(attempt, key, payload);
    isOver = true;
    return {
      status,
      slice: await slice,
      cpu: threadTime(this.#server.pid) - before,
      mebibytes: ((payload?.length ?? 0) + bytes) / 2 ** 20,
    };
  }

  close(): void {
    this.#agent.destroy();
    this.#beside.destroy();
  }

  /** Asks something cheap again and again. @returns the longest that it took */
  async #watch(isOver: () => boolean): Promise<number> {
    let longest = 0;
    while (!isOver()) {
      const begun = performance.now();
      await new Promise<void>((resolve) => {
        const asking = request(`${this.#server.url}/health/live`, { agent: this.#beside }, (response) => {
          response.resume().once('end', resolve);
        });
        asking.once('error', () => resolve());
        asking.end();
      });
      longest = Math.max(longest, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return longest;
  }

  #send(attempt: Attempt, key: string | undefined, payload: Buffer | undefined): Promise<Sent> {
    return new Promise((resolve) => {
      const sending = request(
        `${this.#server.url}${urlOf(attempt)}`,
        {
          method: attempt.method,
          agent: this.#agent,
          headers: {
            ...attempt.headers,
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
            ...(payload === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': payload.length }),
          },
        },
        (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.once('close', () => resolve({ status: response.statusCode ?? 0, bytes }));
        },
      );
      // A refusal may end the connection before all is sent.
      sending.once('error', () => resolve({ status: 0, bytes: 0 }));
      sending.end(payload);
    });
  }
}

/** Memory of a process and of those that it started, in MiB: pages of its own (`RssAnon`, proc(5)). */
export function ownMemory(pid: number): number {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(/\nPPid:\s+(\d+)/.exec(read(`/proc/${name}/status`))?.[1]) === pid,
  );
  return [`${pid}`, ...children].reduce(
    (sum, one) => sum + Number(/RssAnon:\s+(\d+)/.exec(read(`/proc/${one}/status`))?.[1] ?? 0) / 1024,
    0,
  );
}
