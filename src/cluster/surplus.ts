/** So many connections more than its part, and so much of it, a worker keeps. */
const [fewest, tolerance] = [2, 0.1];

/** @returns how many connections one worker has too many beside others: 0 while it is near to its part */
export function countSurplus(own: number, others: number[]): number {
  const part = [own, ...others].reduce((sum, one) => sum + one, 0) / (others.length + 1);
  const surplus = Math.floor(own - part);
  return surplus >= Math.max(fewest, part * tolerance) ? surplus : 0;
}
