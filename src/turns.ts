/** So many turns in a row go to those who arrive before whoever waits has one. */
const mostArrivals = 4;

const waiting: (() => void)[] = [];
let hasArrived = false;
let arrivals = 0;
let isTurning = false;

/**
 * Says that somebody connected. Node takes in one connection in each turn of its loop: as long as they come, turns have to
 * be short, or those who connect wait for seconds behind work that is being done for others.
 */
export function noteArrival(): void {
  hasArrived = true;
  if (!isTurning) {
    isTurning = true;
    setImmediate(turn);
  }
}

/** A turn of the loop for a piece of work, of which there is one in each turn while somebody arrives; undefined for now. */
export function takeTurn(): Promise<void> | undefined {
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
