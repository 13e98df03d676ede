import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { describeUse, useCounts } from '../../access/in-use.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/driver/client.ts';
import { paperAuthors, paperLinks, paperVersions, reviews } from '../../db/schema/tables.ts';
import { Problem } from '../../problems.ts';
import type { PaperContent } from './content.ts';

/** Postgres allows 65,535 parameters in a statement. */
const rowsPerInsert = 5000;

export async function insertAuthors(
  tx: Tx,
  paperId: string,
  authors: PaperContent['authors'],
): Promise<void> {
  for (let start = 0; start < authors.length; start += rowsPerInsert) {
    const rows = authors
      .slice(start, start + rowsPerInsert)
      .map((author, index) => ({ ...author, paperId, position: start + index }));
    await tx.insert(paperAuthors).values(rows);
  }
}

export async function replaceAuthors(
  tx: Tx,
  paperId: string,
  authors: PaperContent['authors'],
): Promise<void> {
  await tx.delete(paperAuthors).where(eq(paperAuthors.paperId, paperId));
  await insertAuthors(tx, paperId, authors);
}

/** Adds links after the first `taken` positions. */
export async function insertLinks(
  tx: Tx,
  paperId: string,
  links: PaperContent['links'],
  taken = 0,
): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insert(paperLinks)
    .values(links.map((link, index) => ({ ...link, paperId, position: taken + index })));
}

export async function replaceLinks(tx: Tx, paperId: string, links: PaperContent['links']): Promise<void> {
  await tx.delete(paperLinks).where(eq(paperLinks.paperId, paperId));
  await insertLinks(tx, paperId, links);
}

export async function insertVersions(
  tx: Tx,
  paperId: string,
  versions: PaperContent['versions'],
): Promise<void> {
  if (versions.length === 0) return;
  await tx.insert(paperVersions).values(versions.map((version) => ({ ...version, paperId })));
}

/**
 * Replaces the versions of a paper.
 * @param actor hidden reviews are not counted in the problem
 * @throws Problem in-use when a review has a version that would be deleted
 */
export async function replaceVersions(
  tx: Tx,
  paperId: string,
  versions: PaperContent['versions'],
  actor: Viewer,
): Promise<void> {
  const kept = versions.map(({ number }) => number);
  const goes = (column: typeof paperVersions.number | typeof reviews.reviewedVersion) =>
    kept.length > 0 ? notInArray(column, kept) : isNotNull(column);
  const [used] = await tx
    .select({ number: reviews.reviewedVersion, ...useCounts })
    .from(reviews)
    .where(
      and(eq(reviews.paperId, paperId), isNotNull(reviews.reviewedVersion), goes(reviews.reviewedVersion)),
    )
    .groupBy(reviews.reviewedVersion)
    .limit(1);
  if (used) {
    throw new Problem(
      'in-use',
      `Version ${used.number} was read by ${describeUse(used, actor)}: it has to stay.`,
      {
        errors: [{ pointer: '/versions', detail: `must hold version ${used.number}` }],
      },
    );
  }
  await tx.delete(paperVersions).where(and(eq(paperVersions.paperId, paperId), goes(paperVersions.number)));
  for (const { number, releasedOn } of versions) {
    await tx
      .insert(paperVersions)
      .values({ paperId, number, releasedOn })
      .onConflictDoUpdate({ target: [paperVersions.paperId, paperVersions.number], set: { releasedOn } });
  }
}
