import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { askImageProcess, readResult, startImageProcess, unavailable } from './child.ts';
import type { CleanedImage } from './clean.ts';
import { FairQueue, type QueueItem } from './fair-queue.ts';
import type { ImageOrder } from './image-worker.ts';
import { restAfter } from './pacing.ts';
import type { VariantOrder, WrittenVariant } from './variant.ts';

/** Pictures in, pictures out; paths of local files. What is written is removed again where a call fails. */
export interface ImageProcessor {
  /** As `cleanImage`. @param turn whose picture it is, and its size. @throws Problem `image-invalid`, `unavailable` */
  clean(file: string, toFile: string, turn: QueueItem): Promise<CleanedImage>;
  /** As `writeVariant`; all readers together have a turn before each upload. @throws Problem `image-invalid`, `unavailable` */
  makeVariant(
    original: string,
    variant: VariantOrder,
    toFile: string,
    bytes: number,
  ): Promise<WrittenVariant>;
  /** Refuses what waits, and ends the process. */
  close(): Promise<void>;
}

interface ProcessorOptions {
  /** As of the constants below, and of `pacing.ts`. */
  idleTime?: number;
  mostWaiting?: Partial<typeof mostWaiting>;
  milliseconds?: number;
  restAfter?: typeof restAfter;
}

interface Waiting extends QueueItem {
  order: ImageOrder;
  resolve(result: CleanedImage | WrittenVariant): void;
  reject(error: unknown): void;
}

/** The processor time for a picture, in milliseconds; an AVIF is encoded in twice as much. */
const milliseconds = 30_000;
/** A process that is idle for so long ends, in milliseconds. */
const idleTime = 30_000;
/** The most pictures that wait, of one caller and of all, and the most bytes of their files. */
const mostWaiting = { ofOne: 128, ofAll: 256, bytes: 2 ** 30 };
/** Whose turn the variants are that readers wait for. */
const readers = 'readers';

/**
 * A fair queue of pictures, and one child process that takes them one at a time: a decoder that crashes or takes too much ends
 * one picture, not the service. The process is started on demand, and rests after an upload as `restAfter` says.
 */
export function openImageProcessor(options: ProcessorOptions = {}): ImageProcessor {
  const most = { ...mostWaiting, ...options.mostWaiting };
  const time = options.milliseconds ?? milliseconds;
  const restTime = options.restAfter ?? restAfter;
  const queue = new FairQueue<Waiting>(most);
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isReadersTurn = true;
  let isClosed = false;

  const start = () => {
    const started = startImageProcess();
    started.once('exit', () => forget(started));
    return started;
  };
  const forget = (ended: ChildProcess) => {
    if (child === ended) child = undefined;
  };
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };

  /** A variant before each upload, then an upload; while it rests, variants only. */
  const takeNext = () => {
    const variant = resting || isReadersTurn ? queue.shift(readers) : undefined;
    const next = variant ?? (resting ? undefined : queue.shift());
    isReadersTurn = next?.by !== readers;
    return next;
  };
  const rest = (time: number) => {
    resting = setTimeout(() => {
      resting = undefined;
      void work();
    }, time);
  };

  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(idle);
    for (let next = takeNext(); next; next = takeNext()) {
      const before = performance.eventLoopUtilization();
      const used = await take(next);
      if (next.by === readers || isClosed) continue;
      const { active, idle: free, utilization } = performance.eventLoopUtilization(before);
      rest(restTime({ used, taken: active + free, utilization }));
    }
    isBusy = false;
    idle = setTimeout(end, options.idleTime ?? idleTime).unref();
  };

  /** @returns the processor time that it took, in milliseconds */
  const take = async ({ order, resolve, reject }: Waiting): Promise<number> => {
    child ??= start();
    const asked = child;
    let used = 0;
    try {
      const answer = await askImageProcess(asked, order);
      used = answer.used;
      resolve(readResult(answer));
    } catch (error) {
      if (asked.killed) forget(asked);
      await rm(order.toFile, { force: true });
      reject(error);
    }
    return used;
  };

  const enqueue = <T extends CleanedImage | WrittenVariant>(order: ImageOrder, turn: QueueItem): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(unavailable('The service is stopping'));
      if (!queue.push({ ...turn, order, resolve: (result) => resolve(result as T), reject }))
        return reject(
          unavailable(
            `Too many pictures wait to be processed: ${most.ofOne} of one key, ${most.ofAll} or ${most.bytes / 2 ** 20} MiB of all are the most`,
          ),
        );
      void work();
    });

  return {
    clean: (file, toFile, turn) => enqueue({ file, toFile, milliseconds: time }, turn),
    makeVariant: (file, variant, toFile, bytes) =>
      enqueue(
        { file, toFile, variant, milliseconds: variant.format === 'avif' ? 2 * time : time },
        { by: readers, bytes },
      ),
    async close() {
      isClosed = true;
      clearTimeout(idle);
      clearTimeout(resting);
      for (let next = queue.shift(); next; next = queue.shift())
        next.reject(unavailable('The service is stopping'));
      const ending = child;
      end();
      if (ending && ending.exitCode === null && ending.signalCode === null) {
        ending.ref();
        await once(ending, 'exit');
      }
    },
  };
}
