import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * V8's --heap-growing-percent: the growth of the heap over the live objects of the last full collection (mark-compact)
 * that triggers the next one, while long streams are written and usually. V8's default (0) lets it grow to four times as
 * much, which short-lived objects fill.
 */
const tightPercent = 40;
const usualPercent = 100;
/** A full collection pauses the process for about a millisecond a megabyte: streams that begin together share one. */
const shortestPause = 5000;

let percent = 0;
let holders = 0;
let collect: (() => void) | undefined;
let collectedAt = Number.NEGATIVE_INFINITY;

/**
 * Limits the growth of the heap while a long stream is written, at the cost of more frequent full collections. V8 computes
 * the limit at a full collection, so that one is forced here.
 * @returns a function that ends it, and has to be called
 */
export function keepHeapTight(): () => void {
  let held = true;
  if (holders++ === 0) {
    letGrow(tightPercent);
    collectNow();
  }
  return () => {
    if (!held) return;
    held = false;
    if (--holders === 0) letGrow(percent);
  };
}

/** Flags that Node was started with stay: `node --heap-growing-percent=0 --parallel-scavenge` has those of V8. */
function setFlag(flag: string): void {
  const [name = ''] = flag.replace(/^--(?:no-)?/, '').split('=');
  if (!process.execArgv.some((given) => given.replaceAll('_', '-').includes(name))) setFlagsFromString(flag);
}

/**
 * Limits the growth of the heap of this process with all of its threads, and turns parallel scavenges of the young generation
 * off: few objects of a request or a note survive, so that V8's four helper threads would mostly wait for each other, which takes a
 * tenth of all processor time from Postgres and the other processes.
 */
export function boundHeap(): void {
  setFlag('--no-parallel-scavenge');
  percent = usualPercent;
  if (holders === 0) letGrow(percent);
}

function letGrow(by: number): void {
  setFlag(`--heap-growing-percent=${by}`);
}

function collectNow(): void {
  const now = performance.now();
  if (now < collectedAt + shortestPause) return;
  collectedAt = now;
  if (!collect) {
    // Only a context that is created while the flag is set has `gc`.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
