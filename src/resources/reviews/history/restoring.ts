import { operator, requireScope, type Viewer } from '../../../access/viewer.ts';
import type { Db } from '../../../db/driver/client.ts';
import type { Precondition } from '../../../db/unit-of-work/lock.ts';
import { Problem } from '../../../problems.ts';
import { findShownImages } from '../../images/list.ts';
import { goesPublic, refuseTrashed } from '../life-cycle/life-cycle.ts';
import { writeRendered } from '../rendering/rendering.ts';
import type { Review } from '../schema.ts';
import { applyContent, lockReview } from '../store.ts';
import { readRevision } from './history.ts';

/**
 * Restores the content of a revision as a new change; status, slug, publishedAt and source stay.
 * @throws Problem not-found, precondition-failed, forbidden, conflict for a dangling reference
 */
export async function restoreRevision(
  db: Db,
  reference: string,
  revision: number,
  how: { actor: Viewer; message: string | undefined; expected: Precondition },
): Promise<Review> {
  const { actor, expected } = how;
  const message = how.message ?? `Revision ${revision} restored.`;
  return writeRendered(db, actor, undefined, async (tx, changeSet, derivedOf) => {
    const current = await lockReview(tx, reference, expected, actor);
    refuseTrashed(current.status);
    const { paper, category, ...kept } = await readRevision(tx, current.id, revision);
    const { slug, status, publishedAt, source } = current;
    // The image may be gone since.
    const cover =
      kept.cover !== null && (await findShownImages(tx, [kept.cover])).size > 0 ? kept.cover : null;
    const content = {
      ...kept,
      ...{ paper: paper.id, category: category?.id ?? null, cover },
      ...{ slug, status, publishedAt, source },
    };
    const note = { action: 'restore', actor, message } as const;
    const rights = { viewer: operator, addsToPublic: false };
    try {
      const onChange = () => {
        if (goesPublic(status)) requireScope(actor, 'reviews:publish', 'Changing what the public sees');
      };
      return await applyContent(tx, changeSet, current, content, note, { derivedOf, onChange, rights });
    } catch (error) {
      throw error instanceof Problem && error.code === 'invalid-body' ? explainLoss(error, revision) : error;
    }
  });
}

/** A fault of the revision is a conflict, and not one of the body. */
function explainLoss({ errors = [] }: Problem, revision: number): Problem {
  const losses = errors.map(
    (fault) => ('pointer' in fault ? `${fault.pointer.slice(1)}: ` : '') + fault.detail,
  );
  return new Problem(
    'conflict',
    `Revision ${revision} cannot be restored as it was. ${losses.join('; ')}. Read it and write what still fits by PATCH.`,
  );
}
