/** The iterations of the event loop in a row that go to new connections before waiting work has one. */
const mostArrivals = 4;

const waiting: (() => void)[] = [];
let hasArrived = false;
let arrivals = 0;
let isScheduled = false;

/**
 * Counts a new connection. libuv accepts one connection in each iteration of the event loop: while they arrive, iterations
 * have to be short, or clients wait for seconds to connect.
 */
export function countConnection(): void {
  hasArrived = true;
  if (!isScheduled) {
    isScheduled = true;
    setImmediate(iterate);
  }
}

/** Yields the event loop while clients connect, so that one step of work runs in each iteration. @returns undefined to go on at once */
export function yieldToConnections(): Promise<void> | undefined {
  if (!isScheduled) return undefined;
  return new Promise((resolve) => waiting.push(resolve));
}

function iterate(): void {
  arrivals = hasArrived ? arrivals + 1 : 0;
  if (!hasArrived) for (const go of waiting.splice(0)) go();
  else if (arrivals > mostArrivals) {
    arrivals = 0;
    waiting.shift()?.();
  }
  isScheduled = hasArrived || waiting.length > 0;
  hasArrived = false;
  if (isScheduled) setImmediate(iterate);
}
