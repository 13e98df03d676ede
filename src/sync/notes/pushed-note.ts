import type { Review } from '../../resources/reviews/schema.ts';
import type { NoteSummary } from './summary.ts';

/** What became of one file. */
export interface PushedNote {
  path: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'failed' | 'skipped' | 'excluded';
  /** The review; null where there is none, or none yet. */
  review: { id: string; slug: string; status: Review['status'] } | null;
  /** What changed of the review, or would; members of its paper as `paper.venue`. */
  changed: string[];
  /** The fields of the file that nothing was made of. */
  unused: string[];
  /** What of the text that was sent cannot be shown as it was meant, or would not be; empty where the text was there already. */
  warnings: string[];
  /** Why it failed or was skipped. */
  reason: string | null;
  /** What was read of the file; null when it could not be. */
  read: NoteSummary | null;
}

/** What is reported of a note that the server took. */
export type WrittenNote = Pick<PushedNote, 'outcome' | 'review' | 'changed' | 'unused' | 'warnings'>;

/** A report of one file. @param more what is to be said of it */
export function reportOf(path: string, more: Partial<PushedNote>): PushedNote {
  return {
    path,
    outcome: 'unchanged',
    review: null,
    changed: [],
    unused: [],
    warnings: [],
    reason: null,
    read: null,
    ...more,
  };
}
