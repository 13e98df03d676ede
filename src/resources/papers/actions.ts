import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/driver/client.ts';
import { type PaperStatus, papers, paperVersions } from '../../db/schema/tables.ts';
import type { Actor } from '../../db/unit-of-work/audit.ts';
import { lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { write } from '../../db/unit-of-work/write.ts';
import { Problem } from '../../problems.ts';
import { matchPaper } from './list.ts';
import type { NewPaperVersion, Paper } from './schema.ts';
import { readPaper } from './store.ts';

/**
 * Adds a version, or the date of an existing one; idempotent. Reviews of earlier versions are outdated from then on.
 * @throws Problem not-found, precondition-failed, conflict when the version has another date
 */
export async function addVersion(
  db: Db,
  reference: string,
  expected: Precondition,
  { number, releasedOn = null }: NewPaperVersion,
  actor: Actor,
): Promise<Paper> {
  return write(db, actor, async (tx, changeSet) => {
    const { id } = await lockRow(tx, papers, matchPaper(reference), expected);
    const paper = await readPaper(tx, id);
    const known = paper.versions.find((version) => version.number === number);
    if (known && (releasedOn === null || releasedOn === known.releasedOn)) return paper;
    if (known && known.releasedOn !== null) {
      throw new Problem(
        'conflict',
        `Version ${number} is there already and came out on ${known.releasedOn}, not on ${releasedOn}: correct it by PATCH on the paper.`,
        { errors: [{ pointer: '/releasedOn', detail: `is ${known.releasedOn} for version ${number}` }] },
      );
    }
    await tx
      .insert(paperVersions)
      .values({ paperId: id, number, releasedOn })
      .onConflictDoUpdate({ target: [paperVersions.paperId, paperVersions.number], set: { releasedOn } });
    await tx.update(papers).set(nextRevision(papers)).where(eq(papers.id, id));
    const changed = await readPaper(tx, id);
    changeSet.record('add-version', 'paper', paper, changed);
    return changed;
  });
}

export type Verdict = 'withdraw' | 'retract' | 'reinstate';

/** The status after each verdict. */
const verdicts: Record<Verdict, PaperStatus> = {
  withdraw: 'withdrawn',
  retract: 'retracted',
  reinstate: 'active',
};

/**
 * Sets the verdict on a paper, which all its reviews show; idempotent.
 * @throws Problem not-found, precondition-failed, conflict for a withdrawal after a retraction
 */
export async function judgePaper(
  db: Db,
  reference: string,
  expected: Precondition,
  verdict: Verdict,
  actor: Actor,
): Promise<Paper> {
  return write(db, actor, async (tx, changeSet) => {
    const { id, revision } = await lockRow(tx, papers, matchPaper(reference), expected);
    const paper = await readPaper(tx, id);
    const status = verdicts[verdict];
    if (status === paper.status) return paper;
    if (status === 'withdrawn' && paper.status === 'retracted') {
      throw new Problem('conflict', 'It is retracted, which says more than withdrawn: reinstate it first.');
    }
    await tx
      .update(papers)
      .set({ status, ...nextRevision(papers) })
      .where(and(eq(papers.id, id), eq(papers.revision, revision)));
    const changed = await readPaper(tx, id);
    changeSet.record(verdict, 'paper', paper, changed);
    return changed;
  });
}
