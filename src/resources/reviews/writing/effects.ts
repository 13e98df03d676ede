import type { Tx } from '../../../db/driver/client.ts';
import type { ChangeSet } from '../../../db/unit-of-work/write.ts';
import { ancestorIds } from '../../categories/list.ts';
import { publishPaper } from '../../papers/store.ts';
import { redirectIdsOf } from '../../redirects/targeting.ts';
import { publishTags } from '../../tags/store.ts';
import { type ChangeNote, recordRevision } from '../history/revisions.ts';
import { neighbourIds } from '../list/list.ts';
import type { Review } from '../schema.ts';
import { imageIdsOf } from './images.ts';

/** Makes the paper and tags of a published review public. */
export async function publishRelations(
  tx: Tx,
  paper: { id: string; isPublic?: boolean },
  tags: { id: string; isPublic?: boolean }[],
): Promise<void> {
  if (!paper.isPublic) await publishPaper(tx, paper.id);
  await publishTags(
    tx,
    tags.flatMap(({ id, isPublic }) => (isPublic ? [] : [id])),
  );
}

/** The same of several reviews, in lock order: papers before tags. */
export async function publishTogether(tx: Tx, published: Review[]): Promise<void> {
  const paperIds = new Set(published.map(({ paper }) => paper.id));
  for (const id of [...paperIds].sort()) await publishPaper(tx, id);
  const tagIds = new Set(published.flatMap(({ tags }) => tags.map(({ id }) => id)));
  await publishTags(tx, [...tagIds]);
}

/** Records a revision, the audit entry, and the affected answers of a review. */
export async function recordReview(
  tx: Tx,
  changeSet: ChangeSet,
  note: ChangeNote,
  before: Review | null,
  after: Review,
): Promise<void> {
  recordWritten(changeSet, note, before, after);
  await recordRevision(tx, after.id, note);
}

/** Records the audit entry and the affected answers of a review. */
export function recordWritten(
  changeSet: ChangeSet,
  note: ChangeNote,
  before: Review | null,
  after: Review,
): void {
  if (before) addAffected(changeSet, before);
  if (before && isMoved(before, after)) changeSet.addFound('redirect', redirectIdsOf(after.id));
  addAffected(changeSet, after);
  changeSet.record(note.action, 'review', before, after);
}

/** Whether redirects to it lead elsewhere now, or are shown to others: the page of a review has these in its address. */
const isMoved = (before: Review, after: Review) =>
  before.slug !== after.slug || before.language !== after.language || before.status !== after.status;

/**
 * Adds the answers that show the review: its own, and if it is public those of its neighbours and the counts of its
 * paper, tags and categories.
 */
export function addAffected(
  changeSet: ChangeSet,
  { id, status, paper, tags, category, publishedAt }: Review,
): void {
  changeSet.add('review', id);
  changeSet.addFound('image', imageIdsOf(id));
  if (status !== 'published') return;
  changeSet.add('paper', paper.id);
  changeSet.add('tag', ...tags.map((tag) => tag.id));
  if (!category) return;
  changeSet.addFound('category', ancestorIds(category.id));
  changeSet.addFound('review', neighbourIds(category.id, publishedAt, id));
}
