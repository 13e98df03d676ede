import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { askImageProcess, startImageProcess, unavailable } from './child.ts';
import type { CleanedImage } from './clean.ts';
import type { ImageOrder } from './image-worker.ts';
import type { VariantOrder, WrittenVariant } from './variant.ts';

/** Pictures in, pictures out; paths of local files. What is written is removed again where a call fails. */
export interface ImageProcessor {
  /** As `cleanImage`. @throws Problem `image-invalid`, `unavailable` */
  clean(file: string, toFile: string): Promise<CleanedImage>;
  /** As `writeVariant`. @throws Problem `image-invalid`, `unavailable` */
  makeVariant(original: string, variant: VariantOrder, toFile: string): Promise<WrittenVariant>;
  /** Refuses what waits, and ends the process. */
  close(): Promise<void>;
}

interface ProcessorOptions {
  /** As of the constants below. */
  idleTime?: number;
  mostWaiting?: number;
  milliseconds?: number;
}

interface Waiting {
  order: ImageOrder;
  resolve(result: CleanedImage | WrittenVariant): void;
  reject(error: unknown): void;
}

/** The processor time for a picture, in milliseconds; an AVIF is encoded in twice as much. */
const milliseconds = 30_000;
/** A process that is idle for so long ends, in milliseconds. */
const idleTime = 30_000;
/** The most pictures that wait. */
const mostWaiting = 32;

/**
 * A queue of pictures in order of arrival, bounded in number, and one child process that takes them one at a time: a
 * decoder that crashes or takes too much ends one picture, not the service. The process is started on demand.
 */
export function openImageProcessor(options: ProcessorOptions = {}): ImageProcessor {
  const most = options.mostWaiting ?? mostWaiting;
  const time = options.milliseconds ?? milliseconds;
  const queue: Waiting[] = [];
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

  const enqueue = <T extends CleanedImage | WrittenVariant>(order: ImageOrder): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(unavailable('The service is stopping'));
      if (queue.length >= most)
        return reject(unavailable(`${most} pictures wait to be processed, which is the most`));
      queue.push({ order, resolve: (result) => resolve(result as T), reject });
      void work();
    });

  return {
    clean: (file, toFile) => enqueue({ file, toFile, milliseconds: time }),
    makeVariant: (file, variant, toFile) =>
      enqueue({
        file,
        toFile,
        variant,
        milliseconds: variant.format === 'avif' ? 2 * time : time,
      }),
    async close() {
      isClosed = true;
      clearTimeout(idle);
      for (const { reject } of queue.splice(0)) reject(unavailable('The service is stopping'));
      const ending = child;
      end();
      if (ending && ending.exitCode === null && ending.signalCode === null) {
        ending.ref();
        await once(ending, 'exit');
      }
    },
  };
}
