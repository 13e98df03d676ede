import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow, in percent of what lived at the last full collection, before the next one. By itself V8
 * lets it grow to four times as much, so that long streams of short-lived things would take whatever there is.
 */
const tightPercent = 40;
let holders = 0;

/**
 * Keeps the heap tight while a long stream is written. Full collections come more often meanwhile, which costs time.
 * @returns what ends it; it has to be called
 */
export function keepHeapTight(): () => void {
  let held = true;
  if (holders++ === 0) setFlagsFromString(`--heap-growing-percent=${tightPercent}`);
  return () => {
    if (!held) return;
    held = false;
    // Zero leaves it to V8.
    if (--holders === 0) setFlagsFromString('--heap-growing-percent=0');
  };
}
