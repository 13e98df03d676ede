import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { askImageProcess, startImageProcess, unavailable } from './child.ts';
import type { CleanedImage } from './clean.ts';
import { FairQueue, type QueueItem } from './fair-queue.ts';
import type { ImageOrder } from './image-worker.ts';
import type { VariantOrder, WrittenVariant } from './variant.ts';

/** Pictures in, pictures out; paths of local files. What is written is removed again where a call fails. */
export interface ImageProcessor {
  /** As `cleanImage`. @param turn whose picture it is, and its size. @throws Problem `image-invalid`, `unavailable` */
  clean(file: string, toFile: string, turn: QueueItem): Promise<CleanedImage>;
  /** As `writeVariant`; all readers together have one turn. @throws Problem `image-invalid`, `unavailable` */
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
  /** As of the constants below. */
  idleTime?: number;
  mostWaiting?: Partial<typeof mostWaiting>;
  milliseconds?: number;
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
/** Whose turn the variants are that readers ask for. */
const readers = 'readers';

/**
 * A fair queue of pictures, and one child process that takes them one at a time: a decoder that crashes or takes too much ends
 * one picture, not the service. The process is started on demand.
 */
export function openImageProcessor(options: ProcessorOptions = {}): ImageProcessor {
  const most = { ...mostWaiting, ...options.mostWaiting };
  const time = options.milliseconds ?? milliseconds;
  const queue = new FairQueue<Waiting>(most);
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isBusy = false;
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

  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(idle);
    for (let next = queue.shift(); next; next = queue.shift()) {
      child ??= start();
      const asked = child;
      try {
        next.resolve(await askImageProcess(asked, next.order));
      } catch (error) {
        if (asked.killed) forget(asked);
        await rm(next.order.toFile, { force: true });
        next.reject(error);
      }
    }
    isBusy = false;
    idle = setTimeout(end, options.idleTime ?? idleTime).unref();
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
