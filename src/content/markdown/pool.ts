import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { readThreadTime, startThread } from '../../runtime/thread.ts';
import type { ShownImages } from './images.ts';
import { RenderQueue } from './queue.ts';
import type { Rendered, RenderJob, RenderMessage } from './render-worker.ts';

interface Waiting extends RenderJob {
  isBackground: boolean;
  resolve(rendered: Rendered): void;
  reject(error: Error): void;
}

interface RenderOptions {
  /** The lowest priority. */
  isBackground?: boolean;
  /** The images that the text refers to. */
  images?: ShownImages;
}

interface Limits {
  /** The processor time of a text, in milliseconds; of wall-clock time several times as much where that is unknown. */
  milliseconds: number;
  /** The heap limit of a worker, in MiB. */
  megabytes: number;
}

const startMilliseconds = 30_000;
const startTime = (elapsed: number) => startMilliseconds - elapsed;
/** The limit of wall-clock time as a multiple of processor time, for a busy machine. */
const longestWait = 15;
/** The shortest interval between checks, in milliseconds. */
const shortestWait = 20;

/**
 * A pool of worker threads for rendering, started on demand, with a priority queue (queue.ts). A worker that exceeds
 * its limits or exits is replaced, and the text is answered by its source.
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

  render(body: string, { isBackground = false, images = new Map() }: RenderOptions = {}): Promise<Rendered> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ body, images, fault: null, isBackground, resolve, reject });
    });
  }

  #enqueue(job: Waiting): void {
    this.#queue.add(job, performance.now());
    void this.#work();
  }

  /** The loop of one worker, until the queue is empty. */
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
    const heard = await receiveMessage(worker, startTime, late);
    if ('ready' in heard && heard.thread !== null) this.#threads.set(worker, heard.thread);
    return worker;
  }

  async #run(worker: Worker, { body, images, fault }: RenderJob): Promise<Rendered> {
    const { milliseconds } = this.#limits;
    worker.ref();
    worker.postMessage({ body, images, fault } satisfies RenderJob);
    const heard = await receiveMessage(
      worker,
      fault === null ? measureTime(milliseconds, this.#threads.get(worker)) : startTime,
      () => new RenderFault(`The text takes longer than ${milliseconds / 1000} s to render`),
    );
    if (!('rendered' in heard)) throw new Error('The renderer said something else');
    return heard.rendered;
  }
}

/** The message is the reason for a missing rendering. */
class RenderFault extends Error {}

/** @returns the rest of a thread's time in milliseconds, after it has run for `elapsed` */
function measureTime(milliseconds: number, thread?: number): (elapsed: number) => number {
  const usedBy = () => (thread === undefined ? null : readThreadTime(thread));
  const before = usedBy();
  return (elapsed) => {
    const now = elapsed < milliseconds * longestWait ? usedBy() : null;
    return milliseconds - (now === null || before === null ? elapsed : now - before);
  };
}

/** Waits for a worker's next message within its time; the process stays alive only until then. */
function receiveMessage(
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

/** Divides the cores among the processes of a service. To be called before the first rendering. */
export function shareCores(among: number): void {
  processes = among;
}

function openPool(): RenderPool {
  const threads = Math.max(1, Math.floor((availableParallelism() - 1) / processes));
  return new RenderPool(threads, { milliseconds: 2000, megabytes: 256 });
}

/**
 * Renders Markdown in a worker thread. Never fails for its content: a text beyond two seconds, or beyond the limits of
 * memory or output, is answered by its source, escaped, with a warning.
 */
export function renderInThread(body: string, options?: RenderOptions): Promise<Rendered> {
  pool ??= openPool();
  return pool.render(body, options);
}
