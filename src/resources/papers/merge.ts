import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { type PaperStatus, paperLinks, paperStatuses, papers, reviews } from '../../db/schema/tables.ts';
import { checkPrecondition, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { write } from '../../db/unit-of-work/write.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { isVisible } from '../../query/run.ts';
import { redirectMerged } from '../../slugs/history.ts';
import { recordRevisions } from '../reviews/history/revisions.ts';
import { completeLinks } from './connect.ts';
import { moveIdentifiers } from './identifiers.ts';
import { followPaper, matchPaper, paperList } from './list.ts';
import { resolvePaper } from './locks.ts';
import type { Paper } from './schema.ts';
import { indexPaper, readPaper } from './store.ts';

interface Merged {
  id: string;
  slug: string;
  revision: number;
  updatedAt: string;
  status: PaperStatus;
}

/**
 * Merges a paper into another, which gets its reviews, identifiers, versions and links, and missing data; nothing is
 * overwritten, but the graver status counts. References to the merged one redirect to it. Idempotent.
 * @param into a reference to the remaining paper
 * @param viewer the actor: a hidden paper cannot be merged into
 * @throws Problem not-found, precondition-failed, invalid-body (`/into`), conflict (with itself; merged into another
 * one)
 */
export async function mergePaper(
  db: Db,
  reference: string,
  expected: Precondition,
  into: string,
  viewer: Viewer,
): Promise<Paper> {
  return write(db, viewer, async (tx, changeSet) => {
    if (!(await isVisible(tx, paperList, viewer, followPaper(into)))) throw unknownTarget(into);
    const { from, to, isMerged } = await lockBoth(tx, reference, into);
    if (isMerged) {
      if (from.id === to.id) return readPaper(tx, to.id);
      throw new Problem(
        'conflict',
        `What "${reference}" named is the paper "${from.slug}" now, which it was merged into or renamed to: merge that one.`,
      );
    }
    checkPrecondition(from, expected);
    if (from.id === to.id) {
      throw new Problem(
        'conflict',
        `"${reference}" and "${into}" are the same paper: it cannot be merged into itself.`,
        {
          errors: [{ pointer: '/into', detail: 'is the paper itself' }],
        },
      );
    }
    const moved = await movePaper(tx, from, to);
    for (const review of moved) {
      changeSet.record('merge', 'review', { ...review, revision: review.revision - 1 }, review);
    }
    const movedIds = sql`select unnest(${sql.param(moved.map(({ id }) => id))}::uuid[])`;
    const message = `Its paper "${from.slug}" was merged into "${to.slug}".`;
    await recordRevisions(tx, movedIds, { action: 'merge', actor: viewer, message });
    await indexPaper(tx, changeSet, to.id);
    const paper = await readPaper(tx, to.id);
    changeSet.record('merge', 'paper', from, null);
    changeSet.record('merge', 'paper', to, paper);
    return paper;
  });
}

/** Lock ordering: locks both rows by id. A paper that a concurrent merge has deleted is looked up again. */
async function lockBoth(
  tx: Tx,
  reference: string,
  into: string,
): Promise<{ from: Merged; to: Merged; isMerged: boolean }> {
  for (;;) {
    const fromId = await resolvePaper(tx, reference);
    if (fromId === null) throw new Problem('not-found', `There is no paper "${reference}" here.`);
    const toId = await resolvePaper(tx, into);
    if (toId === null) throw unknownTarget(into);
    // Lock ordering: reviews before papers.
    await tx.execute(sql`select from reviews where paper_id = ${fromId} order by id for update`);
    const rows = await tx
      .select({
        ...{ id: papers.id, slug: papers.slug, revision: papers.revision, status: papers.status },
        updatedAt: papers.updatedAt,
        isNamed: sql<boolean>`${matchPaper(reference)}`,
      })
      .from(papers)
      .where(inArray(papers.id, [fromId, toId]))
      .orderBy(asc(papers.id))
      .for('update');
    const from = rows.find(({ id }) => id === fromId);
    const to = rows.find(({ id }) => id === toId);
    if (from && to) return { from, to, isMerged: !from.isNamed };
  }
}

const unknownTarget = (into: string) => invalidBody('/into', `no paper is known as "${into}"`);

/** Moves everything of a paper to another, and deletes it. @returns the moved reviews */
async function movePaper(tx: Tx, from: Merged, to: Merged) {
  await moveIdentifiers(tx, from.id, to.id);
  await tx.execute(sql`
    insert into paper_versions (paper_id, number, released_on)
    select ${to.id}, number, released_on from paper_versions where paper_id = ${from.id}
    on conflict (paper_id, number) do update set released_on = coalesce(paper_versions.released_on, excluded.released_on)`);
  await tx.execute(sql`
    update paper_authors set paper_id = ${to.id}
    where paper_id = ${from.id} and not exists (select from paper_authors own where own.paper_id = ${to.id})`);
  const links = await tx
    .select({ kind: paperLinks.kind, label: paperLinks.label, url: paperLinks.url })
    .from(paperLinks)
    .where(eq(paperLinks.paperId, from.id))
    .orderBy(asc(paperLinks.position));
  await completeLinks(tx, to.id, { links });
  const moved = await tx
    .update(reviews)
    .set({ paperId: to.id, ...nextRevision(reviews) })
    .where(eq(reviews.paperId, from.id))
    .returning({ id: reviews.id, slug: reviews.slug, revision: reviews.revision });
  await tx.execute(sql`
    update papers set status = ${graver(from.status, to.status)}, revision = papers.revision + 1, updated_at = now(),
      acronym = coalesce(papers.acronym, merged.acronym), abstract = coalesce(papers.abstract, merged.abstract),
      venue = coalesce(papers.venue, merged.venue), published_on = coalesce(papers.published_on, merged.published_on),
      primary_class = coalesce(papers.primary_class, merged.primary_class),
      public_since = least(papers.public_since, merged.public_since)
    from papers merged where papers.id = ${to.id} and merged.id = ${from.id}`);
  await redirectMerged(tx, 'paper', from, to.id);
  await tx.delete(papers).where(eq(papers.id, from.id));
  return moved;
}

/** The graver status: a retraction of either is one of both. */
function graver(one: PaperStatus, other: PaperStatus): PaperStatus {
  return paperStatuses.indexOf(one) > paperStatuses.indexOf(other) ? one : other;
}
