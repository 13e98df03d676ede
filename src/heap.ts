import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * How much the heap may grow, in percent of what lived at the last full collection, before the next one: while long
 * streams are written, and of a service at all. By itself V8 lets it grow to four times as much (0 leaves it to that), so
 * that short-lived things would take whatever there is.
 */
const tightPercent = 40;
const usualPercent = 100;
/** A full collection stops the process for about a millisecond a megabyte: streams that begin together share one. */
const shortestPause = 5000;

let percent = 0;
let holders = 0;
let collect: (() => void) | undefined;
let collectedAt = Number.NEGATIVE_INFINITY;

/**
 * Keeps the heap tight while a long stream is written. Full collections come more often meanwhile, which costs time. How
 * far the heap may grow is decided at each, so that the first one is made here.
 * @returns what ends it; it has to be called
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

/**
 * Bounds the heap of this process, with all of its threads, for as long as it runs. Its young things are collected by the
 * thread that made them: there are few left of each request, so that V8's four helpers would mostly wait for each other,
 * which takes a tenth of all processor time from Postgres and the other processes.
 */
export function boundHeap(): void {
  setFlagsFromString('--no-parallel-scavenge');
  percent = usualPercent;
  if (holders === 0) letGrow(percent);
}

function letGrow(by: number): void {
  setFlagsFromString(`--heap-growing-percent=${by}`);
}

function collectNow(): void {
  const now = performance.now();
  if (now < collectedAt + shortestPause) return;
  collectedAt = now;
  if (!collect) {
    // Only a context that is made while the flag is set has it.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
