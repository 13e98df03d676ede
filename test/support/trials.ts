/**
 * How many trials a property gets: so many in a run of the tests, which is to be short, and a multiple of it in
 * `npm run drill -- trials`, which says so by TRIALS.
 */
export const trials = (number: number): number => number * Number(process.env.TRIALS ?? 1);

/**
 * Of many hostile values those that one of many places is given: in a run of the tests every third, beginning further
 * on at each place, so that each value meets every kind of place; all of them in the drill.
 */
export const turnOf = <T>(values: readonly T[], place: number): T[] =>
  process.env.TRIALS === undefined ? values.filter((_, index) => (index + place) % 3 === 0) : [...values];
