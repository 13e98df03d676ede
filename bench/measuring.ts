import { setTimeout as sleep } from 'node:timers/promises';
import type { Cannon, Shot } from './fire.ts';
import { cpuOf, cpuOfTree, memoryOf } from './proc.ts';
import type { Running } from './servers/start.ts';

/** A server, what it is asked, and where its time goes. */
export interface Contender {
  name: string;
  server: Running;
  shot: Omit<Shot, 'url' | 'seconds' | 'connections'> & { connections?: number };
  /** Done before each of its turns. */
  before?: () => Promise<void>;
}

/** Medians over the rounds. */
export interface Figures {
  server: string;
  /** Answers a second. */
  rate: number;
  /** Of the time until an answer was there, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Processor time for each answer, in milliseconds: of the server's process, and of Postgres. */
  cpu: number;
  postgres: number;
  /** Of the server's process, in MB: at the end of a round, and its peak until then. */
  memory: number;
  peak: number;
  /** Connections that failed, and answers of another status than expected, over all rounds. */
  errors: number;
}

export interface Tools {
  cannon: Cannon;
  /** The first process of Postgres; 0 when it is not on this machine. */
  postmaster: number;
  /** How long a turn is, in seconds, and how many there are. */
  seconds: number;
  rounds: number;
  connections: number;
}

/** Of a turn: before the first, in which everything is compiled, and before each other one. */
const warmUps = { first: 1, later: 0.2 };
const settleMilliseconds = 50;

/** Lets the contenders answer in turn, each once a round (A B C A B C …), after each has warmed up. */
export async function compare(tools: Tools, contenders: Contender[]): Promise<Figures[]> {
  const turns = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < tools.rounds; round += 1) {
    for (const contender of contenders) {
      const warmUp = round === 0 ? warmUps.first : warmUps.later;
      turns.get(contender.name)?.push(await takeTurn(tools, contender, warmUp));
    }
  }
  return contenders.map(({ name }) => medianOf(turns.get(name) ?? []));
}

async function takeTurn(
  { cannon, postmaster, seconds, connections }: Tools,
  { name, server, shot, before }: Contender,
  warmUp: number,
): Promise<Figures> {
  const whole = { connections, ...shot, url: server.url };
  await before?.();
  await cannon.fire({ ...whole, seconds: seconds * warmUp });
  await sleep(settleMilliseconds);
  const [own, database] = [cpuOf(server.pid), cpuOfTree(postmaster)];
  const volley = await cannon.fire({ ...whole, seconds });
  const answers = Math.max(1, volley.answers);
  const { now, peak } = memoryOf(server.pid);
  return {
    server: name,
    rate: volley.answers / volley.seconds,
    ...{ p50: volley.p50, p95: volley.p95, p99: volley.p99 },
    cpu: (1000 * (cpuOf(server.pid) - own)) / answers,
    postgres: postmaster === 0 ? 0 : (1000 * (cpuOfTree(postmaster) - database)) / answers,
    ...{ memory: now, peak },
    errors: volley.errors + volley.unexpected + (volley.answers === 0 ? 1 : 0),
  };
}

/** The middle of each figure; of errors the sum. */
export function medianOf(turns: Figures[]): Figures {
  const middle = (read: (turn: Figures) => number) => median(turns.map(read));
  return {
    server: turns[0]?.server ?? '',
    rate: round(middle(({ rate }) => rate)),
    p50: round(middle(({ p50 }) => p50)),
    p95: round(middle(({ p95 }) => p95)),
    p99: round(middle(({ p99 }) => p99)),
    cpu: round(middle(({ cpu }) => cpu)),
    postgres: round(middle(({ postgres }) => postgres)),
    memory: middle(({ memory }) => memory),
    peak: Math.max(...turns.map(({ peak }) => peak)),
    errors: turns.reduce((sum, { errors }) => sum + errors, 0),
  };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Three digits are more than the machine repeats. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
