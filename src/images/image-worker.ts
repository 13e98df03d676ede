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
 * The result, why the picture is refused, the limit that it exceeded, with which the process ends, or a fault that is not the
 * picture's.
 */
type Outcome =
  | { result: CleanedImage | WrittenVariant }
  | { refused: string }
  | { exceeded: string }
  | { fault: string };

/** An outcome, and the processor time that it took, in milliseconds. */
export type ImageAnswer = Outcome & { used: number };

const watchInterval = 25;
/** The niceness beside the service's: a tenth of the share of a thread that serves, by the weights of Linux's scheduler. */
const niceness = 10;

yieldProcess(niceness);
process.on('message', async (order: ImageOrder) => {
  const before = process.cpuUsage();
  const readUsed = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const watch = watchLimits(order.milliseconds, readUsed);
  const outcome = await work(order);
  clearInterval(watch);
  process.send?.({ ...outcome, used: readUsed() } satisfies ImageAnswer);
});
process.on('disconnect', endAtOnce);

async function work({ file, toFile, variant }: ImageOrder): Promise<Outcome> {
  try {
    return { result: await (variant ? writeVariant(file, variant, toFile) : cleanImage(file, toFile)) };
  } catch (error) {
    return error instanceof Problem ? { refused: error.message } : { fault: String(error) };
  }
}

/** Ends the process at a limit: libvips works in other threads, so that this one can look, and has no way to cancel. */
function watchLimits(milliseconds: number, readUsed: () => number): NodeJS.Timeout {
  const exceed = (exceeded: string) =>
    process.send?.({ exceeded, used: readUsed() } satisfies ImageAnswer, endAtOnce);
  return setInterval(() => {
    if (readUsed() > milliseconds) exceed(`${milliseconds / 1000} s of processor time`);
    else if (process.memoryUsage.rss() > mostMemory) exceed(`${mostMemory / 1024 ** 2} MiB of memory`);
  }, watchInterval);
}

/** An exit would wait for the threads of libvips. */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}
