import type { PushedNote } from '../sync/notes/pushed-note.ts';

type Outcome = PushedNote['outcome'];

/** How many files or posts had each outcome. */
export function countOutcomes(pushed: PushedNote[]): Record<Outcome, number> {
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0, excluded: 0 };
  for (const { outcome } of pushed) counts[outcome] += 1;
  return counts;
}

/** Those counts in a line; nothing of what was left out where nothing was. @param words what an outcome is called */
export function sumOutcomes(pushed: PushedNote[], words: (outcome: Outcome) => string): string {
  return (Object.entries(countOutcomes(pushed)) as [Outcome, number][])
    .filter(([outcome, count]) => count > 0 || (outcome !== 'skipped' && outcome !== 'excluded'))
    .map(([outcome, count]) => `${count} ${words(outcome)}`)
    .join(', ');
}
