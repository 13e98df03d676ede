import { setTimeout as sleep } from 'node:timers/promises';
import type { Cannon, Shot, Volley } from './fire.ts';
import { cpuOf, cpuOfTree, memoryOf } from './proc.ts';
import type { Running } from './servers/start.ts';

/** A server, what it is asked, and where its time goes. */
export interface Contender {
  name: string;
  server: Running;
  shot: Omit<Shot, 'url' | 'seconds' | 'connections'> & { connections?: number };
  /** What is asked of the same server meanwhile, and not counted. */
  beside?: Omit<Shot, 'url' | 'seconds'>;
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
  /** For what is asked beside. */
  second: Cannon;
  /** The first process of Postgres; 0 when it is not on this machine. */
  postmaster: number;
  /** How long a turn is, in seconds, and how many there are. */
  seconds: number;
  rounds: number;
  connections: number;
}

/** Of a turn: before the first, in which everything is compiled, and before each other one. */
const warmUps = { first: 2, later: 0.2 };
/** How long nothing may happen until a server counts as idle, and how long that is waited for. */
const idle = { milliseconds: 100, cpuSeconds: 0.015, mostMilliseconds: 20_000 };

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

/** @param warmUp how long it is asked before, in turns */
export async function takeTurn(
  { cannon, second, postmaster, seconds, connections }: Tools,
  { name, server, shot, beside }: Contender,
  warmUp: number,
): Promise<Figures> {
  const whole = { connections, ...shot, url: server.url };
  await cannon.fire({ ...whole, seconds: seconds * warmUp });
  await waitUntilIdle(server.pid, postmaster);
  const [own, database] = [cpuOf(server.pid), cpuOfTree(postmaster)];
  const [volley, other] = await Promise.all([
    cannon.fire({ ...whole, seconds }),
    beside ? second.fire({ ...beside, url: server.url, seconds }) : undefined,
  ]);
  const answers = Math.max(1, volley.answers);
  const { now, peak } = memoryOf(server.pid);
  return {
    server: name,
    rate: volley.answers / volley.seconds,
    ...{ p50: volley.p50, p95: volley.p95, p99: volley.p99 },
    cpu: (1000 * (cpuOf(server.pid) - own)) / answers,
    postgres: postmaster === 0 ? 0 : (1000 * (cpuOfTree(postmaster) - database)) / answers,
    ...{ memory: now, peak },
    errors: [volley, other].reduce((sum, one) => sum + (one ? errorsOf(one) : 0), 0),
  };
}

/** A server that did not answer at all has failed too. */
const errorsOf = ({ errors, unexpected, answers }: Volley) => errors + unexpected + (answers === 0 ? 1 : 0);

/** What was under way when the asking stopped is no part of the next turn. */
async function waitUntilIdle(pid: number, postmaster: number): Promise<void> {
  const begun = performance.now();
  const used = () => cpuOf(pid) + cpuOfTree(postmaster);
  for (let before = used(); performance.now() - begun < idle.mostMilliseconds; ) {
    await sleep(idle.milliseconds);
    const now = used();
    if (now - before <= idle.cpuSeconds) return;
    before = now;
  }
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
