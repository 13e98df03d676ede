import { and, eq, or, sql } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import type { Tx } from '../../db/driver/client.ts';
import { paperIdentifiers, papers } from '../../db/schema/tables.ts';
import { lockNames } from '../../db/unit-of-work/write.ts';
import { Problem } from '../../problems.ts';
import { listIdentifiers, type PaperContent } from './content.ts';

/** An identifier and its paper. */
export interface IdentifierOwner {
  scheme: string;
  value: string;
  paperId: string;
  slug: string;
  /** Whether the paper is public. */
  isPublic: boolean;
}

/**
 * Advisory locks on identifiers until the transaction ends: of concurrent posts of a paper the first creates it, and
 * the others find it.
 * @returns the papers that have one of them already
 */
export async function claimIdentifiers(tx: Tx, identifiers: Identifier[]): Promise<IdentifierOwner[]> {
  await lockIdentifiers(tx, identifiers);
  return findOwners(tx, identifiers);
}

/** The papers with one of the identifiers. */
export async function findOwners(tx: Tx, listed: Identifier[]): Promise<IdentifierOwner[]> {
  if (listed.length === 0) return [];
  return tx
    .select({
      scheme: paperIdentifiers.scheme,
      value: paperIdentifiers.value,
      paperId: papers.id,
      slug: papers.slug,
      isPublic: sql<boolean>`${papers.publicSince} is not null`,
    })
    .from(paperIdentifiers)
    .innerJoin(papers, eq(papers.id, paperIdentifiers.paperId))
    .where(
      or(
        ...listed.map(({ scheme, value }) =>
          and(eq(paperIdentifiers.scheme, scheme), eq(paperIdentifiers.value, value)),
        ),
      ),
    );
}

/** The identifiers that belong to no paper but this one. */
export const freeIdentifiers = (
  identifiers: Identifier[],
  owners: IdentifierOwner[],
  paperId?: string,
): Identifier[] =>
  identifiers.filter(({ scheme, value }) =>
    owners.every((one) => one.scheme !== scheme || one.value !== value || one.paperId === paperId),
  );

/** Advisory locks on identifiers until the transaction ends. */
export async function lockIdentifiers(tx: Tx, identifiers: Identifier[]): Promise<void> {
  await lockNames(
    tx,
    identifiers.map(({ scheme, value }) => `identifier ${scheme}:${value}`),
  );
}

/** The conflict with each identifier and, if visible, its paper. */
export function identifiersTaken(owners: IdentifierOwner[], viewer: Viewer, at = ''): Problem {
  const nameOwner = (owner: IdentifierOwner) => `${owner.value} belongs to ${namePaper(owner, viewer)}`;
  const words = owners.map((owner) => `${owner.scheme}:${nameOwner(owner)}`);
  return new Problem('identifier-conflict', `${words.join('; ')}. An identifier belongs to one paper.`, {
    errors: owners.map((owner) => ({
      pointer: `${at}/identifiers/${owner.scheme}`,
      detail: nameOwner(owner),
    })),
  });
}

/** The name of a paper in a problem. */
export function namePaper({ slug, isPublic }: { slug: string; isPublic: boolean }, viewer: Viewer): string {
  return isPublic || seesDrafts(viewer) ? `the paper "${slug}"` : 'a paper that this key may not see';
}

/**
 * Replaces the locked identifiers of a paper, but for those from merges: one of these that becomes current is swapped
 * with the current one.
 */
export async function replaceIdentifiers(
  tx: Tx,
  paperId: string,
  identifiers: PaperContent['identifiers'],
): Promise<void> {
  const had = await tx.delete(paperIdentifiers).where(eq(paperIdentifiers.paperId, paperId)).returning();
  const next = listIdentifiers(identifiers);
  const isNext = (row: { scheme: string; value: string }) =>
    next.some(({ scheme, value }) => scheme === row.scheme && value === row.value);
  const comesBack = ({ scheme }: { scheme: string }) =>
    had.some((row) => row.former && row.scheme === scheme && isNext(row));
  const former = had.filter((row) => !isNext(row) && (row.former || comesBack(row)));
  const rows = [
    ...next.map((identifier) => ({ ...identifier, paperId })),
    ...former.map((row) => ({ ...row, former: true })),
  ];
  if (rows.length > 0) await tx.insert(paperIdentifiers).values(rows);
}

/** Moves the identifiers of a paper to another, whose own stay current where it has one of the scheme. */
export async function moveIdentifiers(tx: Tx, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    update paper_identifiers moved set paper_id = ${to}, former = former or exists (
      select from paper_identifiers own where own.paper_id = ${to} and own.scheme = moved.scheme and not own.former)
    where moved.paper_id = ${from}`);
}

/** Adds identifiers to a paper. */
export async function addIdentifiers(
  tx: Tx,
  paperId: string,
  identifiers: PaperContent['identifiers'],
): Promise<void> {
  const rows = listIdentifiers(identifiers).map((identifier) => ({ ...identifier, paperId }));
  if (rows.length > 0) await tx.insert(paperIdentifiers).values(rows);
}
