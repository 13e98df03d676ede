import { setImmediate } from 'node:timers/promises';

/** After how long others have a turn of the event loop, in milliseconds. */
const longestSlice = 10;

/**
 * Cooperative multitasking: long work asks between two of its pieces whether others are to have a turn of the event loop,
 * and waits when it gets a promise.
 * @returns what asks
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
