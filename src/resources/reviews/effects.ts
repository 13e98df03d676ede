import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Touched } from '../../db/write.ts';
import { type Note, recordRevisions } from '../../history/revisions.ts';
import { ancestorIds } from '../categories/list.ts';
import { publishPaper } from '../papers/store.ts';
import { publishTags } from '../tags/store.ts';
import { neighbourIds } from './list.ts';
import type { Review } from './schema.ts';

/** What a published review shows is public with it. */
export async function publishRelations(tx: Tx, paperId: string, tagIds: string[]): Promise<void> {
  await publishPaper(tx, paperId);
  await publishTags(tx, tagIds);
}

/** Writes down what was done to a review, and what it shows in. */
export async function noteReview(
  tx: Tx,
  touched: Touched,
  note: Note,
  before: Review | null,
  after: Review,
): Promise<void> {
  if (before) touchReview(touched, before);
  touchReview(touched, after);
  touched.note(note.action, 'review', before, after);
  await recordRevisions(tx, sql`${after.id}::uuid`, note);
}

/**
 * The answers that show the review: its own, and if it is public those of its neighbours and the counts of all that it
 * belongs to.
 */
export function touchReview(
  touched: Touched,
  { id, status, paper, tags, category, publishedAt }: Review,
): void {
  touched.add('review', id);
  if (status !== 'published') return;
  touched.add('paper', paper.id);
  touched.add('tag', ...tags.map((tag) => tag.id));
  if (!category) return;
  touched.find('category', ancestorIds(category.id));
  touched.find('review', neighbourIds(category.id, publishedAt, id));
}
