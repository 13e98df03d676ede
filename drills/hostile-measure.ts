import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { RunningServer } from '../test/support/process.ts';
import { type Attempt, urlOf } from './hostile-requests.ts';

export interface Measured {
  /** 0 for a request that was cut at the limit, or whose connection was lost. */
  status: number;
  /** Processor time of the thread that answers, in milliseconds: what renders has threads of its own. */
  cpu: number;
  /** The longest slice of the event loop, in milliseconds of processor time. */
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

/** What `hostile-slices.mjs` tells. */
interface Look {
  longest: number;
  runTime: number;
}

/** Sends a request by itself and measures what it costs the process. */
export class Meter {
  readonly #server: RunningServer;
  readonly #socket: string;
  readonly #limit: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /**
   * @param socket where `hostile-slices.mjs` answers
   * @param limit after how long a request is cut, in milliseconds
   */
  constructor(server: RunningServer, socket: string, limit: number) {
    this.#server = server;
    this.#socket = socket;
    this.#limit = limit;
  }

  async measure(attempt: Attempt, key: string | undefined): Promise<Measured> {
    const payload = attempt.body === undefined ? undefined : Buffer.from(JSON.stringify(attempt.body));
    const before = await this.#look();
    const { status, bytes } = await this.#send(attempt, key, payload);
    // Answered when the event loop is left, however late that is: all of a slice counts.
    const after = await this.#look();
    return {
      status,
      slice: after.longest,
      cpu: after.runTime - before.runTime,
      mebibytes: ((payload?.length ?? 0) + bytes) / 2 ** 20,
    };
  }

  /** Sends a request, and measures nothing. */
  async send(attempt: Attempt, key: string | undefined): Promise<number> {
    const payload = attempt.body === undefined ? undefined : Buffer.from(JSON.stringify(attempt.body));
    return (await this.#send(attempt, key, payload)).status;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #look(): Promise<Look> {
    // A process that does not answer for so long is taken for one that never will.
    const patience = AbortSignal.timeout(60_000);
    const socket = connect(this.#socket);
    patience.addEventListener('abort', () => socket.destroy(new Error('The service does not answer')));
    return JSON.parse(await text(socket)) as Look;
  }

  #send(attempt: Attempt, key: string | undefined, payload: Buffer | undefined): Promise<Sent> {
    return new Promise((resolve) => {
      const sending = request(
        `${this.#server.url}${urlOf(attempt)}`,
        {
          method: attempt.method,
          signal: AbortSignal.timeout(this.#limit),
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
          response.once('close', () =>
            resolve({ status: response.complete ? (response.statusCode ?? 0) : 0, bytes }),
          );
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
