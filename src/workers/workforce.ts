import cluster, { type Worker } from 'node:cluster';
import { relayMessages } from './relay.ts';
import { farewellMilliseconds, type Report, write } from './reports.ts';

interface Member {
  worker: Worker;
  state: 'starting' | 'ready' | 'retiring';
  /** It takes the place of another in a rolling restart, which waits for it. */
  isSuccessor: boolean;
  /** Another takes its place. */
  isSucceeded: boolean;
  hasDuties: boolean;
  /** Why it could not start, as it said itself. */
  reason?: string;
  /** Told when it is ready (true), and when it has ended (false). */
  onState: (isReady: boolean) => void;
}

/** How it ended: with which exit code, and for which reason if it was not asked to. */
export interface Outcome {
  code: number;
  reason?: string;
}

export interface WorkforceOptions {
  count: number;
  /** How long a worker may take to end, in milliseconds, before it is killed. */
  patience: number;
  /** Called once, when all are ready, with the address that they listen at. */
  onReady: (address: string) => void;
  log: (level: 'info' | 'warn' | 'error', text: string) => void;
}

/** So often each worker may fail to start; after each time there is a pause in milliseconds, doubled with the next. */
const [mostFailures, firstPause] = [5, 100];

/**
 * The workers of a service, each a process that runs this program again. One that ends is replaced at once, one that does
 * not even start after a pause, until that goes on for too long. One of them has the duties that one does for all.
 */
export class Workforce {
  /** When all workers have ended, because they were told to or cannot be started. */
  readonly ended: Promise<Outcome>;
  readonly #options: WorkforceOptions;
  readonly #members = new Map<Worker, Member>();
  /** Starts that failed since one did not. */
  #failures = 0;
  #isComplete = false;
  #isRolling = false;
  /** What it is ending with. */
  #outcome: Outcome | null = null;
  #finish: (outcome: Outcome) => void = () => undefined;

  constructor(options: WorkforceOptions) {
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  start(): void {
    relayMessages();
    cluster.on('message', (worker, report: Report) => this.#hear(worker, report));
    cluster.on('exit', (worker, code, signal) => this.#bury(worker, code, signal));
    for (let number = 0; number < this.#options.count; number += 1) this.#fork();
  }

  /** Replaces one worker after the other, each of which ends when its successor is ready. Stops when one does not start. */
  async roll(): Promise<void> {
    if (this.#isRolling) return;
    this.#isRolling = true;
    const isDone = await this.#replaceAll();
    this.#isRolling = false;
    if (this.#outcome) return;
    if (isDone) this.#options.log('info', 'all workers are replaced');
    else this.#options.log('error', 'not all workers are replaced: the successor of one does not start');
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

  #fork(onState: Member['onState'] = () => undefined, isSuccessor = false): void {
    if (this.#outcome) return;
    const worker = cluster.fork();
    const isNew = { state: 'starting', hasDuties: false, isSucceeded: false } as const;
    this.#members.set(worker, { worker, ...isNew, isSuccessor, onState });
  }

  async #replaceAll(): Promise<boolean> {
    for (const old of [...this.#members.values()]) {
      const isOld = old.state === 'ready' && this.#members.has(old.worker);
      if (isOld && !(await this.#succeed(old))) return false;
    }
    return true;
  }

  async #succeed(old: Member): Promise<boolean> {
    old.isSucceeded = true;
    const isReady = await new Promise<boolean>((resolve) => this.#fork(resolve, true));
    const isThere = this.#members.has(old.worker);
    old.isSucceeded = isReady;
    if (!isReady && !isThere) this.#fork();
    if (!isReady || !isThere) return isReady;
    old.state = 'retiring';
    const left = new Promise((resolve) => {
      old.onState = resolve;
    });
    old.worker.send(write('retire'), () => undefined);
    const longest = this.#options.patience + farewellMilliseconds;
    const timer = setTimeout(() => old.worker.process.kill('SIGKILL'), longest);
    await left;
    clearTimeout(timer);
    return true;
  }

  #hear(worker: Worker, heard: Report): void {
    const member = this.#members.get(worker);
    if (!member) return;
    if (heard.report === 'failed') member.reason = heard.reason;
    if (heard.report === 'relieved') {
      member.hasDuties = false;
      this.#giveDuties();
    }
    if (heard.report !== 'ready') return;
    member.state = 'ready';
    member.onState(true);
    this.#failures = 0;
    this.#giveDuties();
    const ready = [...this.#members.values()].filter(({ state }) => state === 'ready');
    if (this.#isComplete || ready.length < this.#options.count) return;
    this.#isComplete = true;
    this.#options.onReady(heard.address);
  }

  #giveDuties(): void {
    const all = [...this.#members.values()];
    const next = all.find(({ state }) => state === 'ready');
    if (!next || all.some(({ hasDuties }) => hasDuties)) return;
    next.hasDuties = true;
    next.worker.send(write('duties'), () => undefined);
  }

  #bury(worker: Worker, code: number | null, signal: string | null): void {
    const member = this.#members.get(worker);
    if (!member) return;
    this.#members.delete(worker);
    member.onState(false);
    this.#giveDuties();
    if (this.#outcome) {
      // One that was only starting has nothing to end.
      if (code !== 0 && member.state !== 'starting') this.#outcome.code = 1;
      if (this.#members.size === 0) this.#finish(this.#outcome);
      return;
    }
    const how = `${signal ? `by ${signal}` : `with code ${code}`}${member.reason ? `: ${member.reason}` : ''}`;
    if (code !== 0 || member.state !== 'retiring')
      this.#options.log('warn', `worker ${worker.process.pid} ended ${how}`);
    if (member.state === 'ready' && !member.isSucceeded) this.#fork();
    else if (member.state === 'starting' && !member.isSuccessor) this.#startLater(how, member.reason);
  }

  #startLater(how: string, reason?: string): void {
    const { count } = this.#options;
    this.#failures += 1;
    // What a worker knows the reason of will not be better at once.
    const isHopeless = reason !== undefined && !this.#isComplete;
    if (isHopeless) this.end({ code: 1, reason });
    else if (this.#failures >= mostFailures * count)
      this.end({ code: 1, reason: `No worker can be started: the last one ended ${how}` });
    else setTimeout(() => this.#fork(), firstPause * 2 ** Math.floor((this.#failures - 1) / count));
  }
}
