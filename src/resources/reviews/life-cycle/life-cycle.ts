import type { ReviewStatus } from '../../../db/schema/tables.ts';
import { Problem } from '../../../problems.ts';

export type Step = 'publish' | 'schedule' | 'unpublish' | 'archive';

const inTrash = { why: 'It is in the trash: restore it first.' };

/**
 * The state machine: the target of each step from each state, or the reason why it is impossible. docs/publishing.md
 * shows the same table.
 */
export const steps: Record<Step, Record<ReviewStatus, { to: ReviewStatus } | { why: string }>> = {
  publish: {
    draft: { to: 'published' },
    scheduled: { to: 'published' },
    published: { to: 'published' },
    archived: { to: 'published' },
    trashed: inTrash,
  },
  schedule: {
    draft: { to: 'scheduled' },
    scheduled: { to: 'scheduled' },
    published: { why: 'It is published already: unpublish it first.' },
    archived: { to: 'scheduled' },
    trashed: inTrash,
  },
  unpublish: {
    draft: { to: 'draft' },
    scheduled: { to: 'draft' },
    published: { to: 'draft' },
    archived: { why: 'It is archived, so the public does not see it: publish it to show it again.' },
    trashed: inTrash,
  },
  archive: {
    draft: { why: 'Only what was published can be archived: delete a draft, or publish it first.' },
    scheduled: { why: 'Only what was published can be archived: unpublish it instead.' },
    published: { to: 'archived' },
    archived: { to: 'archived' },
    trashed: inTrash,
  },
};

/** Whether it is public, or scheduled to be. */
export const goesPublic = (status: ReviewStatus) => status === 'published' || status === 'scheduled';

/** The step that sets a status. */
export function stepTo(status: ReviewStatus): Step {
  if (status === 'published') return 'publish';
  return status === 'draft' ? 'unpublish' : 'archive';
}

/** The target of a step. @throws Problem conflict with the reason why it is impossible */
export function takeStep(step: Step, from: ReviewStatus): ReviewStatus {
  const outcome = steps[step][from];
  if ('to' in outcome) return outcome.to;
  throw new Problem('conflict', outcome.why);
}

/** @throws Problem conflict for a trashed review, which can only be restored or deleted */
export function refuseTrashed(status: ReviewStatus): void {
  if (status === 'trashed') throw new Problem('conflict', inTrash.why);
}
