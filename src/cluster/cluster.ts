import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import {
  beatMilliseconds,
  farewellMilliseconds,
  forwardMessages,
  type Order,
  type Report,
  writeOrder,
} from './messages.ts';
import { countSurplus } from './surplus.ts';

interface Member {
  worker: Worker;
  state: 'starting' | 'ready' | 'retiring';
  hasDuties: boolean;
  /** So many heartbeats may still be missing before it counts as hanging. */
  patience: number;
  connections: number;
  /** How many of them it was last told to end. */
  surplus: number;
  /** Why it could not start, as it said itself. */
  reason?: string;
  /** Told when it is ready (true), and when it has ended (false). */
  settle: (isReady: boolean) => void;
}

/** How it ended: with which exit code, and for which reason if it was not asked to. */
export interface Outcome {
  code: number;
  reason?: string;
}

export interface ClusterOptions {
  count: number;
  /** How long a worker may take to end, in milliseconds, before it is killed. */
  patience: number;
  /** Called once, when all are ready, with the address that they listen at. */
  onReady: (address: string) => void;
  log: Record<'info' | 'warn' | 'error', (text: string) => void>;
}

/** So often each worker may fail to start; after each time there is a pause in milliseconds, doubled with the next. */
const [mostFailures, firstPause] = [5, 100];
/** A worker hangs when so many heartbeats are missing. The first one waits for its program to be read. */
const [mostMissing, mostMissingAtStart] = [6000 / beatMilliseconds, 20_000 / beatMilliseconds];
/** How long it may take to be ready, in milliseconds, even if it is alive. */
const longestStart = 60_000;

/**
 * A cluster of worker processes (node:cluster). One that ends or hangs is replaced at once, one that does not start after
 * a pause, with exponential backoff and a limit. One of them is the leader, with the duties that one does for all.
 */
export class WorkerCluster {
  /** When all workers have ended, because they were told to or cannot be started. */
  readonly ended: Promise<Outcome>;
  readonly #options: ClusterOptions;
  readonly #members = new Map<Worker, Member>();
  /** Starts that failed since one did not, and those that wait for their time. */
  #failures = 0;
  #planned = 0;
  #isComplete = false;
  #isRolling = false;
  /** What it is ending with. */
  #outcome: Outcome | null = null;
  #finish: (outcome: Outcome) => void = () => undefined;

  constructor(options: ClusterOptions) {
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  start(): void {
    // Workers accept connections themselves: what a primary accepts and hands to one that dies is never answered.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    forwardMessages();
    cluster.on('message', (worker, report: Report) => this.#hear(this.#members.get(worker), report));
    cluster.on('exit', (worker, code, signal) => this.#reap(worker, code, signal));
    for (let number = 0; number < this.#options.count; number += 1) this.#fork();
    const watching = setInterval(() => this.#watch(), beatMilliseconds);
    void this.ended.then(() => clearInterval(watching));
  }

  /** Replaces one worker after the other, each of which ends when its successor is ready. Stops when one does not start. */
  async roll(): Promise<void> {
    if (this.#isRolling) return;
    this.#isRolling = true;
    let isDone = true;
    for (const old of this.#findReady()) isDone = isDone && (await this.#replace(old));
    this.#isRolling = false;
    if (this.#outcome) return;
    if (isDone) this.#options.log.info('all workers are replaced');
    else this.#options.log.error('not all workers are replaced: the successor of one does not start');
  }

  /** Lets all workers end what they do, and kills those that take too long. */
  end(outcome: Outcome = { code: 0 }): void {
    if (this.#outcome) return;
    this.#outcome = outcome;
    if (this.#members.size === 0) this.#finish(outcome);
    for (const { worker } of this.#members.values()) worker.process.kill('SIGTERM');
    setTimeout(() => this.kill(), this.#options.patience);
  }

  kill(): void {
    for (const { worker } of this.#members.values()) worker.process.kill('SIGKILL');
  }

  /** @returns whether the worker became ready, when that is known */
  #fork(): Promise<boolean> {
    return new Promise((settle) => {
      if (this.#outcome) return settle(false);
      const worker = cluster.fork();
      const isNew = { state: 'starting', hasDuties: false, connections: 0, surplus: 0 } as const;
      const member: Member = { worker, ...isNew, patience: mostMissingAtStart, settle };
      this.#members.set(worker, member);
      setTimeout(() => member.state === 'starting' && this.#killHanging(member), longestStart).unref();
    });
  }

  /** @returns false when its successor does not start */
  async #replace(old: Member): Promise<boolean> {
    if (!this.#members.has(old.worker)) return true;
    if (!(await this.#fork())) return false;
    if (!this.#members.has(old.worker)) return true;
    old.state = 'retiring';
    const left = once(old.worker, 'exit');
    this.#order(old, 'retire');
    const longest = this.#options.patience + farewellMilliseconds;
    const timer = setTimeout(() => old.worker.process.kill('SIGKILL'), longest);
    await left;
    clearTimeout(timer);
    return true;
  }

  #order({ worker }: Member, order: Order, message?: number): void {
    worker.send(writeOrder(order, message), () => undefined);
  }

  /**
   * A watchdog: kills workers whose heartbeats stay away. It counts its own turns instead of reading a clock, so that
   * nobody is killed for a time in which the primary was suspended itself, with the machine or by a signal.
   */
  #watch(): void {
    for (const member of this.#members.values()) {
      member.patience -= 1;
      if (member.patience === 0) this.#killHanging(member);
    }
  }

  #killHanging({ worker }: Member): void {
    if (worker.isDead()) return;
    this.#options.log.warn(`worker ${worker.process.pid} hangs: it is killed`);
    worker.process.kill('SIGKILL');
  }

  #hear(member: Member | undefined, heard: Report): void {
    if (!member) return;
    if (heard.report === 'beat') this.#noteBeat(member, heard.connections);
    else if (heard.report === 'failed') member.reason = heard.reason;
    else if (heard.report === 'relieved') member.hasDuties = false;
    else if (heard.report === 'ready') {
      member.state = 'ready';
      member.settle(true);
      this.#failures = 0;
      if (!this.#isComplete && this.#findReady().length >= this.#options.count) {
        this.#isComplete = true;
        this.#options.onReady(heard.address);
      }
    }
    this.#giveDuties();
  }

  /** When a worker has more than its part of the connections that clients keep, it ends some. */
  #noteBeat(member: Member, connections: number): void {
    member.patience = mostMissing;
    member.connections = connections;
    const ready = this.#findReady();
    const others = ready.filter((other) => other !== member).map((other) => other.connections);
    const surplus = others.length < ready.length ? countSurplus(connections, others) : 0;
    if (surplus > 0 || member.surplus > 0) this.#order(member, 'shed', surplus);
    member.surplus = surplus;
  }

  #findReady(): Member[] {
    return [...this.#members.values()].filter(({ state }) => state === 'ready');
  }

  #giveDuties(): void {
    const [next] = this.#findReady();
    if (!next || [...this.#members.values()].some(({ hasDuties }) => hasDuties)) return;
    next.hasDuties = true;
    this.#order(next, 'duties');
  }

  #reap(worker: Worker, code: number | null, signal: string | null): void {
    const member = this.#members.get(worker);
    if (!member) return;
    this.#members.delete(worker);
    member.settle(false);
    this.#giveDuties();
    if (this.#outcome) {
      // One that was only starting has nothing to end.
      if (code !== 0 && member.state !== 'starting') this.#outcome.code = 1;
      if (this.#members.size === 0) this.#finish(this.#outcome);
      return;
    }
    const how = `${signal ? `by ${signal}` : `with code ${code}`}${member.reason ? `: ${member.reason}` : ''}`;
    if (code !== 0 || member.state !== 'retiring')
      this.#options.log.warn(`worker ${worker.process.pid} ended ${how}`);
    const staying = [...this.#members.values()].filter(({ state }) => state !== 'retiring');
    if (staying.length + this.#planned >= this.#options.count) return;
    if (member.state === 'starting') this.#startLater(how, member.reason);
    else void this.#fork();
  }

  #startLater(how: string, reason?: string): void {
    const { count } = this.#options;
    this.#failures += 1;
    // What a worker knows the reason of will not be better at once.
    const isHopeless = reason !== undefined && !this.#isComplete;
    if (isHopeless) this.end({ code: 1, reason });
    else if (this.#failures >= mostFailures * count)
      this.end({ code: 1, reason: `No worker can be started: the last one ended ${how}` });
    else {
      this.#planned += 1;
      setTimeout(
        () => {
          this.#planned -= 1;
          void this.#fork();
        },
        firstPause * 2 ** Math.floor((this.#failures - 1) / count),
      );
    }
  }
}
