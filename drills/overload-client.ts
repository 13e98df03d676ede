import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a client is asked for: so many connections that ask as fast as they are answered, or a rate whatever is answered. */
export interface Load {
  url: string;
  paths: string[];
  seconds: number;
  connections?: number;
  /** How many requests a second are sent, without waiting for their answers. */
  rate?: number;
}

/** What one request came to. */
export interface Outcome {
  /** When it was sent, in milliseconds from the beginning. */
  at: number;
  /** How long its answer took, in milliseconds. */
  took: number;
  /** 0 when there was none. */
  status: number;
  retryAfter: string | null;
}

/** What a load came to. */
export interface Loaded {
  outcomes: Outcome[];
  /** What sending it took of the processors, in seconds. */
  cpu: number;
}

/** After so many milliseconds without an answer a request hangs. */
const longest = 15_000;
/** How often requests that are due are sent, in milliseconds. */
const tick = 4;

/** Puts a load on a server. @returns what every request came to, in the order of their ends, and what it took */
export async function load({ url, paths, seconds, connections, rate = 0 }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections ?? Number.POSITIVE_INFINITY });
  const outcomes: Outcome[] = [];
  const begun = performance.now();
  const before = process.cpuUsage();
  const elapsed = () => performance.now() - begun;
  let sent = 0;
  const send = async () => {
    const at = elapsed();
    const path = paths[sent % paths.length];
    sent += 1;
    const outcome = await ask(agent, `${url}${path}`);
    outcomes.push({ ...outcome, at, took: elapsed() - at });
  };
  if (connections !== undefined) {
    const go = async () => {
      while (elapsed() < seconds * 1000) await send();
    };
    await Promise.all(Array.from({ length: connections }, go));
  } else {
    const all: Promise<void>[] = [];
    for (; elapsed() < seconds * 1000; await sleep(tick))
      for (const due = (elapsed() / 1000) * rate; sent < due; ) all.push(send());
    await Promise.all(all);
  }
  agent.destroy();
  const { user, system } = process.cpuUsage(before);
  return { outcomes, cpu: (user + system) / 1e6 };
}

async function ask(agent: Agent, url: string): Promise<Pick<Outcome, 'status' | 'retryAfter'>> {
  try {
    const asked = request(url, { agent, timeout: longest });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    await once(answer, 'end');
    return { status: answer.statusCode, retryAfter: answer.headers['retry-after'] ?? null };
  } catch {
    return { status: 0, retryAfter: null };
  }
}

process.on('message', (asked: Load) => {
  load(asked).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      process.stderr.write(`${error}\n`);
      process.exit(1);
    },
  );
});
