import { setImmediate } from 'node:timers/promises';

/** The time slice after which work yields, in milliseconds. */
const longestSlice = 10;

/**
 * Cooperative multitasking: between its steps, long work calls the result, and awaits the promise that it gets when its time
 * slice is over, which yields the event loop.
 */
export function startSlices(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestSlice) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
