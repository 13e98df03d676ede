import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { readThreadTime, startThread } from '../thread.ts';
import { RenderQueue } from './queue.ts';
import type { Rendered, RenderJob, RenderMessage } from './render-worker.ts';

interface Waiting extends RenderJob {
  isBackground: boolean;
  resolve(rendered: Rendered): void;
  reject(error: Error): void;
}

interface Limits {
  /** How long one text may take, in milliseconds of a processor; several times as long where that is not to be had. */
  milliseconds: number;
  /** How much memory one worker may use, in MiB. */
  megabytes: number;
}

const startMilliseconds = 30_000;
const startTime = (elapsed: number) => startMilliseconds - elapsed;
/** How many times as long as it may take a text is waited for, when others have the processor. */
const longestWait = 15;
/** How long to wait at least before looking again, in milliseconds. */
const shortestWait = 20;

/**
 * Threads that render, started when there is something to do, in the order of the queue (queue.ts). A worker that takes
 * too long or ends is replaced, and the text is answered by its source.
 */
export class RenderPool {
  readonly #size: number;
  readonly #limits: Limits;
  readonly #idle: Worker[] = [];
  readonly #queue = new RenderQueue<Waiting>();
  readonly #threads = new WeakMap<Worker, number>();
  #workers = 0;

  constructor(size: number, limits: Limits) {
    this.#size = size;
    this.#limits = limits;
  }

  render(body: string, { isBackground = false }: { isBackground?: boolean } = {}): Promise<Rendered> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ body, fault: null, isBackground, resolve, reject });
    });
  }

  #enqueue(job: Waiting): void {
    this.#queue.add(job, performance.now());
    void this.#work();
  }

  /** One worker's round: it takes what waits until nothing does. */
  async #work(): Promise<void> {
    if (this.#idle.length === 0 && this.#workers >= this.#size) return;
    let worker = this.#idle.pop();
    if (!worker) this.#workers += 1;
    for (let job = this.#queue.take(); job; job = this.#queue.take()) {
      const begun = performance.now();
      try {
        worker ??= await this.#start();
        job.resolve(await this.#run(worker, job));
      } catch (error) {
        await worker?.terminate();
        worker = undefined;
        this.#answerFault(job, error);
      }
      this.#queue.count(job, performance.now() - begun);
    }
    if (worker) this.#idle.push(worker);
    else this.#workers -= 1;
  }

  #answerFault(job: Waiting, error: unknown): void {
    if (!(error instanceof RenderFault) || job.fault !== null)
      job.reject(error instanceof Error ? error : new Error(String(error)));
    else this.#queue.add({ ...job, fault: error.message }, performance.now());
  }

  async #start(): Promise<Worker> {
    const worker = startThread('render-worker', import.meta.url, {
      name: 'postil-render',
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const at = this.#idle.indexOf(worker);
      if (at === -1) return;
      this.#idle.splice(at, 1);
      this.#workers -= 1;
    });
    const late = () => new Error('The renderer does not start');
    const heard = await hear(worker, startTime, late);
    if ('ready' in heard && heard.thread !== null) this.#threads.set(worker, heard.thread);
    return worker;
  }

  async #run(worker: Worker, { body, fault }: RenderJob): Promise<Rendered> {
    const { milliseconds } = this.#limits;
    worker.ref();
    worker.postMessage({ body, fault } satisfies RenderJob);
    const heard = await hear(
      worker,
      fault === null ? measureTime(milliseconds, this.#threads.get(worker)) : startTime,
      () => new RenderFault(`The text takes longer than ${milliseconds / 1000} s to render`),
    );
    if (!('rendered' in heard)) throw new Error('The renderer said something else');
    return heard.rendered;
  }
}

/** The text is the reason why there is no rendering. */
class RenderFault extends Error {}

/** @returns how much of its time a thread has left from now on, in milliseconds, after it has run for `elapsed` */
function measureTime(milliseconds: number, thread?: number): (elapsed: number) => number {
  const usedBy = () => (thread === undefined ? null : readThreadTime(thread));
  const before = usedBy();
  return (elapsed) => {
    const now = elapsed < milliseconds * longestWait ? usedBy() : null;
    return milliseconds - (now === null || before === null ? elapsed : now - before);
  };
}

/** The next message of a worker, while it has time left. It keeps the process alive only until then. */
function hear(
  worker: Worker,
  timeLeft: (elapsed: number) => number,
  late: () => Error,
): Promise<RenderMessage> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const look = () => {
      const left = timeLeft(performance.now() - begun);
      if (left <= 0) end(() => reject(late()));
      else timer = setTimeout(look, Math.max(left, shortestWait));
    };
    const onMessage = (message: RenderMessage) => end(() => resolve(message));
    const onError = () => end(() => reject(new RenderFault('The text takes more memory than it may')));
    const onExit = () => end(() => reject(new RenderFault('The text ended its renderer')));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    let timer: NodeJS.Timeout | undefined;
    look();
  });
}

let processes = 1;
let pool: RenderPool | undefined;

/** Leaves their part of the cores to other processes of the same service. To be called before anything is rendered. */
export function shareCores(among: number): void {
  processes = among;
}

function openPool(): RenderPool {
  const threads = Math.max(1, Math.floor((availableParallelism() - 1) / processes));
  return new RenderPool(threads, { milliseconds: 2000, megabytes: 256 });
}

/**
 * Renders Markdown in a thread of its own. Never fails for what a text holds: one that takes more than two seconds, or
 * more memory or output than it may, is answered by its source, escaped, with a warning.
 * @param options isBackground: after everything that somebody waits for
 */
export function renderInThread(body: string, options?: { isBackground?: boolean }): Promise<Rendered> {
  pool ??= openPool();
  return pool.render(body, options);
}
