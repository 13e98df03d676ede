/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** A generator whose numbers are the same for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(items: T[], random: Random): T[] {
  const keyed = items.map((item) => [random(), item] as const);
  return keyed.sort(([one], [other]) => one - other).map(([, item]) => item);
}

/** Draws items so that the n-th is drawn in proportion to 1/(n + offset): Zipf's law, as words of a language are used. */
export function createZipf<T>(items: T[], offset = 2): (random: Random) => T {
  const sums: number[] = [];
  for (const [at] of items.entries()) sums.push((sums.at(-1) ?? 0) + 1 / (at + 1 + offset));
  const total = sums.at(-1) ?? 0;
  return (random) => {
    const wanted = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low] as T;
  };
}
