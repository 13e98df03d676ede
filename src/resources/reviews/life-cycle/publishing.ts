import { and, eq, lte, sql } from 'drizzle-orm';
import { operator, type Viewer } from '../../../access/viewer.ts';
import type { Db, Tx } from '../../../db/driver/client.ts';
import { readClock } from '../../../db/driver/clock.ts';
import { type ReviewStatus, reviews } from '../../../db/schema/tables.ts';
import type { Actor } from '../../../db/unit-of-work/audit.ts';
import { nextRevision, type Precondition } from '../../../db/unit-of-work/lock.ts';
import { type ChangeSet, write } from '../../../db/unit-of-work/write.ts';
import { invalidBody } from '../../../problems.ts';
import { takeDraft } from '../drafts/drafts.ts';
import type { ChangeNote } from '../history/revisions.ts';
import { type Writing, writeRendered } from '../rendering/rendering.ts';
import type { Review } from '../schema.ts';
import { applyContent, lockReview, readReview } from '../store.ts';
import { publishRelations, publishTogether, recordReview } from '../writing/effects.ts';
import { requireBody } from '../writing/resolving.ts';
import { goesPublic, type Step, takeStep } from './life-cycle.ts';

/** The options of a step. */
export interface Move extends Omit<ChangeNote, 'action' | 'actor'> {
  actor: Viewer;
  /** For `schedule`, the time to publish at. */
  at?: string | undefined;
  expected?: Precondition;
  /** Whether `If-Match` had the review's revision, which permits a working copy of an earlier one. */
  isConfirmed?: boolean;
}

/**
 * Takes a step of the life cycle, idempotently. `publish` applies the working copy.
 * @throws Problem not-found, conflict, invalid-body (`/at` in the past, an empty `/body`)
 */
export async function moveReview(db: Db, reference: string, step: Step, move: Move): Promise<Review> {
  return writeRendered(db, move.actor, undefined, async (...writing) => {
    const { expected = 'any', ...how } = move;
    const current = await lockReview(writing[0], reference, expected, how.actor);
    return stepReview(writing, current, step, how);
  });
}

/** The same of a locked review. */
export async function stepReview(
  [tx, changeSet, derivedOf]: Writing,
  current: Review,
  step: Step,
  { at, isConfirmed = false, ...by }: Omit<Move, 'expected'>,
): Promise<Review> {
  const note = { ...by, action: step };
  const to = takeStep(step, current.status);
  const draft = goesPublic(to) ? await takeDraft(tx, current, isConfirmed) : null;
  if (draft) {
    const publishedAt =
      to === current.status && at === undefined ? current.publishedAt : await timeOf(tx, current, to, at);
    const content = { ...draft, status: to, publishedAt };
    // The author of the working copy could see its references.
    const rights = { viewer: operator, addsToPublic: false };
    return applyContent(tx, changeSet, current, content, note, { derivedOf, rights });
  }
  if (to === current.status && (step !== 'schedule' || at === current.publishedAt)) return current;
  if (goesPublic(to)) requireBody(current.body);
  return settle(tx, changeSet, note, current, to, await timeOf(tx, current, to, at));
}

async function timeOf(
  tx: Tx,
  current: Review,
  to: ReviewStatus,
  at: string | undefined,
): Promise<string | null> {
  if (to === 'archived') return current.publishedAt;
  if (to === 'draft') return current.status === 'scheduled' ? null : current.publishedAt;
  const now = await readClock(tx);
  if (to === 'published') {
    const stands =
      current.status !== 'scheduled' && current.publishedAt !== null && current.publishedAt <= now;
    return stands ? current.publishedAt : now;
  }
  if (at === undefined || at <= now)
    throw invalidBody('/at', 'must be in the future; leave it out to publish now');
  return at;
}

async function settle(
  tx: Tx,
  changeSet: ChangeSet,
  note: ChangeNote,
  current: Review,
  status: ReviewStatus,
  publishedAt: string | null,
): Promise<Review> {
  await tx
    .update(reviews)
    .set({ status, publishedAt, ...nextRevision(reviews) })
    .where(and(eq(reviews.id, current.id), eq(reviews.revision, current.revision)));
  if (status === 'published') {
    await publishRelations(tx, current.paper, current.tags);
  }
  const review = await readReview(tx, current.id);
  await recordReview(tx, changeSet, note, current, review);
  return review;
}

/** The actor of scheduled publications. */
const schedule: Actor = { keyId: null, name: 'the schedule', address: null, requestId: null };
const note = { action: 'publish', actor: schedule } as const;

/** The reviews published in one transaction. */
const dueAtOnce = 20;

/**
 * Publishes what is due by the database's clock. Safe in any number of processes: rows locked by others are skipped
 * (SKIP LOCKED), so that each is published exactly once.
 * @returns the number of published reviews
 */
export async function publishDue(db: Db): Promise<number> {
  const isDue = and(eq(reviews.status, 'scheduled'), lte(reviews.publishedAt, sql`now()`));
  for (let done = 0; ; ) {
    const [waiting] = await db.select({ id: reviews.id }).from(reviews).where(isDue).limit(1);
    if (!waiting) return done;
    const published = await write(db, schedule, async (tx, changeSet) => {
      const due = await tx
        .select({ id: reviews.id })
        .from(reviews)
        .where(isDue)
        .orderBy(reviews.publishedAt)
        .limit(dueAtOnce)
        .for('update', { skipLocked: true });
      const waiting: Review[] = [];
      for (const { id } of due) waiting.push(await readReview(tx, id));
      await publishTogether(tx, waiting);
      for (const current of waiting) {
        await settle(tx, changeSet, note, current, 'published', current.publishedAt);
      }
      return due.length;
    });
    if (published === 0) return done;
    done += published;
  }
}
