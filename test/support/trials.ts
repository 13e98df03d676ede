/**
 * How many trials a property gets: so many in a run of the tests, which is to be short, and a multiple of it in
 * `npm run drill -- trials`, which says so by TRIALS.
 */
export const trials = (number: number): number => number * Number(process.env.TRIALS ?? 1);
