import { Problem } from '../problems.ts';
import { yieldProcess } from '../runtime/thread.ts';
import { type CleanedImage, cleanImage } from './clean.ts';
import { mostMemory } from './limits.ts';
import { type VariantOrder, type WrittenVariant, writeVariant } from './variant.ts';

/** A picture to clean; with a variant, to scale. Paths of local files. */
export interface ImageOrder {
  file: string;
  toFile: string;
  variant?: VariantOrder;
  /** The processor time that it may take, in milliseconds. */
  milliseconds: number;
}

/**
 * The answer: the result, why the picture is refused, the limit that it exceeded, with which the process ends, or a fault
 * that is not the picture's.
 */
export type ImageAnswer =
  | { result: CleanedImage | WrittenVariant }
  | { refused: string }
  | { exceeded: string }
  | { fault: string };

const watchInterval = 25;
/** The niceness: a tenth of the share of a thread that serves, by the weights of Linux's scheduler. */
const niceness = 10;

yieldProcess(niceness);
process.on('message', async (order: ImageOrder) => {
  const watch = watchLimits(order.milliseconds);
  const answer = await work(order);
  clearInterval(watch);
  process.send?.(answer);
});
process.on('disconnect', endAtOnce);

async function work({ file, toFile, variant }: ImageOrder): Promise<ImageAnswer> {
  try {
    return { result: await (variant ? writeVariant(file, variant, toFile) : cleanImage(file, toFile)) };
  } catch (error) {
    return error instanceof Problem ? { refused: error.message } : { fault: String(error) };
  }
}

/** Ends the process at a limit: libvips works in other threads, so that this one can look, and has no way to cancel. */
function watchLimits(milliseconds: number): NodeJS.Timeout {
  const before = process.cpuUsage();
  const exceed = (exceeded: string) => process.send?.({ exceeded } satisfies ImageAnswer, endAtOnce);
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (user + system > milliseconds * 1000) exceed(`${milliseconds / 1000} s of processor time`);
    else if (process.memoryUsage.rss() > mostMemory) exceed(`${mostMemory / 1024 ** 2} MiB of memory`);
  }, watchInterval);
}

/** An exit would wait for the threads of libvips. */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}
