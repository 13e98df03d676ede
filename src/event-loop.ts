/** So many turns of the event loop in a row are left to new connections before work that waits has one. */
const mostArrivals = 4;

const waiting: (() => void)[] = [];
let hasArrived = false;
let arrivals = 0;
let isTurning = false;

/**
 * Notes a new connection. Node accepts one connection in each turn of the event loop: as long as they come, turns have to
 * be short, or clients wait for seconds to connect behind work for others.
 */
export function noteConnection(): void {
  hasArrived = true;
  if (!isTurning) {
    isTurning = true;
    setImmediate(turn);
  }
}

/** Yields the event loop while clients connect: one piece of work has each turn. @returns undefined to go on at once */
export function yieldToConnections(): Promise<void> | undefined {
  if (!isTurning) return undefined;
  return new Promise((resolve) => waiting.push(resolve));
}

function turn(): void {
  arrivals = hasArrived ? arrivals + 1 : 0;
  if (!hasArrived) for (const go of waiting.splice(0)) go();
  else if (arrivals > mostArrivals) {
    arrivals = 0;
    waiting.shift()?.();
  }
  isTurning = hasArrived || waiting.length > 0;
  hasArrived = false;
  if (isTurning) setImmediate(turn);
}
