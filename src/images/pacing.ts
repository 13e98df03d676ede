/** What a picture came to: in milliseconds, and the utilization of the event loop of the service meanwhile, from 0 to 1. */
interface Cost {
  /** Processor time. */
  used: number;
  /** Time. */
  taken: number;
  utilization: number;
}

/** The longest rest, as a multiple of the processor time before it, and in milliseconds. */
const mostTimes = 4;
const longest = 5000;

/**
 * Pacing: how long the image process rests after a picture, so that it leaves the cores to the requests of a busy service. The
 * niceness alone does not: a scheduler gives a core to a process of low priority that two others, which wake each other on the next core,
 * do not use. The rest grows with the square of the utilization, and is nothing where the event loop is idle; the time for which
 * the picture waited for a core is a part of it.
 * @returns milliseconds: at most four times the processor time, and 5 s
 */
export function restAfter({ used, taken, utilization }: Cost): number {
  const waited = Math.max(0, taken - used);
  return Math.min(longest, Math.max(0, mostTimes * used * utilization ** 2 - waited));
}
