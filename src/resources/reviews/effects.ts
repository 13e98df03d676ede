import type { Tx } from '../../db/client.ts';
import type { ChangeSet } from '../../db/write.ts';
import { type Note, recordRevision } from '../../history/revisions.ts';
import { ancestorIds } from '../categories/list.ts';
import { publishPaper } from '../papers/store.ts';
import { publishTags } from '../tags/store.ts';
import { neighbourIds } from './list.ts';
import type { Review } from './schema.ts';

/** What a published review shows is public with it. */
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

/** The same of several reviews: their papers first, then their tags, in the order of every write. */
export async function publishTogether(tx: Tx, published: Review[]): Promise<void> {
  const paperIds = new Set(published.map(({ paper }) => paper.id));
  for (const id of [...paperIds].sort()) await publishPaper(tx, id);
  const tagIds = new Set(published.flatMap(({ tags }) => tags.map(({ id }) => id)));
  await publishTags(tx, [...tagIds]);
}

/** Writes down what was done to a review, and what it shows in. */
export async function noteReview(
  tx: Tx,
  changeSet: ChangeSet,
  note: Note,
  before: Review | null,
  after: Review,
): Promise<void> {
  touchWritten(changeSet, note, before, after);
  await recordRevision(tx, after.id, note);
}

/** Notes what was done to a review, and what it shows in. */
export function touchWritten(changeSet: ChangeSet, note: Note, before: Review | null, after: Review): void {
  if (before) touchReview(changeSet, before);
  touchReview(changeSet, after);
  changeSet.record(note.action, 'review', before, after);
}

/**
 * The answers that show the review: its own, and if it is public those of its neighbours and the counts of all that it
 * belongs to.
 */
export function touchReview(
  changeSet: ChangeSet,
  { id, status, paper, tags, category, publishedAt }: Review,
): void {
  changeSet.add('review', id);
  if (status !== 'published') return;
  changeSet.add('paper', paper.id);
  changeSet.add('tag', ...tags.map((tag) => tag.id));
  if (!category) return;
  changeSet.addFound('category', ancestorIds(category.id));
  changeSet.addFound('review', neighbourIds(category.id, publishedAt, id));
}
