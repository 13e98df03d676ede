import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { pipeline } from '../../db/pipeline.ts';
import { arrayParameter, prepareStatement } from '../../db/prepare.ts';
import { paperIdentifiers, papers } from '../../db/schema.ts';
import type { Identifier } from '../../identifiers/scheme.ts';
import { type BodyFault, invalidBody, type Problem } from '../../problems.ts';
import { listIdentifiers, readContent } from './content.ts';
import { type IdentifierOwner, lockIdentifiers } from './identifiers.ts';
import { matchPaper, paperIdOf } from './list.ts';
import type { NewPaper } from './schema.ts';

/** A paper that a review is connected to. */
export interface ConnectedPaper {
  id: string;
  title: string;
  acronym: string | null;
  /** Whether the public sees it already. */
  isPublic: boolean;
  /** Whether the key that names it may not see it: then title and acronym are those that were sent. */
  isHidden?: boolean;
  /** What was sent of it and is left out, since it is public and the key may not change it. */
  leftOut?: BodyFault[];
}

/** A paper that no other write can change, or take as it is, until this one ends. */
export interface LockedPaper extends ConnectedPaper {
  slug: string;
  revision: number;
}

/** What there is of the paper that a review names; held until the end of the write. */
export interface FoundPaper {
  /** The one that a reference names. */
  named?: ConnectedPaper | undefined;
  /** Those that have one of the identifiers of an object, a row for each that they have. */
  owners?: (LockedPaper & IdentifierOwner)[];
  /** All that identifies the owners. */
  identifiers?: Identifier[];
}

/** Looks for the paper that a review names, and holds it; sent together with more, it takes no time of its own. */
export async function lookUpPaper(tx: Tx, paper: string | NewPaper): Promise<FoundPaper> {
  if (typeof paper === 'string') {
    const [named] = await lockPaper(tx, matchPaper(paper));
    return { named };
  }
  const sent = listIdentifiers(readContent(paper, '/paper').identifiers);
  if (sent.length === 0) return {};
  const places = { schemes: sent.map(({ scheme }) => scheme), values: sent.map(({ value }) => value) };
  for (;;) {
    const [, owners, identifiers] = await pipeline(
      tx,
      () => lockIdentifiers(tx, sent),
      () => lockOwners(tx, places),
      () => readBeside(tx, places),
    );
    const held = new Set(owners.map(({ id }) => id));
    const known = new Set(identifiers.map(({ paperId }) => paperId));
    if (held.size === known.size && [...known].every((id) => held.has(id)))
      return { owners, identifiers: identifiers as Identifier[] };
    // One was merged or deleted while this waited for it: its identifiers belong to another one now, or to none.
  }
}

const heldColumns = {
  id: papers.id,
  slug: papers.slug,
  title: papers.title,
  acronym: papers.acronym,
  revision: papers.revision,
  isPublic: sql<boolean>`${papers.publicSince} is not null`,
};

const isSent = sql`(${paperIdentifiers.scheme}, ${paperIdentifiers.value}) in
  (select * from unnest(${arrayParameter('schemes', 'text')}, ${arrayParameter('values', 'text')}))`;

/** Reviews that come to a paper at the same time wait, so that what is found of it is complete. */
const lockOwners = prepareStatement((db) =>
  db
    .select({
      ...heldColumns,
      scheme: paperIdentifiers.scheme,
      value: paperIdentifiers.value,
      paperId: papers.id,
    })
    .from(paperIdentifiers)
    .innerJoin(papers, eq(papers.id, paperIdentifiers.paperId))
    .where(isSent)
    .orderBy(papers.id)
    .for('update', { of: papers }),
);

/** By itself: it sees what was committed while the papers were waited for. */
const readBeside = prepareStatement((db) =>
  db
    .select({
      scheme: paperIdentifiers.scheme,
      value: paperIdentifiers.value,
      paperId: paperIdentifiers.paperId,
    })
    .from(paperIdentifiers)
    .where(sql`${paperIdentifiers.paperId} in (select paper_id from paper_identifiers where ${isSent})`)
    .orderBy(paperIdentifiers.former),
);

/**
 * The paper that a reference names, or named before that paper was renamed or merged; held until the end of the write.
 * @throws Problem invalid-body (`/paper`) when there is none
 */
export async function findPaper(tx: Tx, reference: string): Promise<ConnectedPaper> {
  for (let where = matchPaper(reference); ; ) {
    const [found] = await lockPaper(tx, where);
    if (found) return found;
    // While this waited for the paper, a merge can have taken it away; so again with the one that it led to.
    const id = await resolvePaper(tx, reference);
    if (id === null) break;
    where = eq(papers.id, id);
  }
  throw unknownPaper(reference);
}

export const unknownPaper = (reference: string): Problem =>
  invalidBody('/paper', `no paper is known as "${reference}": send it as an object with at least a title`);

/** Holds a paper by its id, and reads what identifies it; undefined when it is no more. */
export async function holdCompletable(
  tx: Tx,
  id: string,
): Promise<{ paper: LockedPaper; identifiers: Identifier[] } | undefined> {
  const [paper] = await tx.select(heldColumns).from(papers).where(eq(papers.id, id)).for('update');
  if (!paper) return undefined;
  const { scheme, value } = paperIdentifiers;
  const identifiers = await tx
    .select({ scheme, value })
    .from(paperIdentifiers)
    .where(eq(paperIdentifiers.paperId, id))
    .orderBy(paperIdentifiers.former);
  return { paper, identifiers: identifiers as Identifier[] };
}

/** Nobody else can take away a paper that is named; reviews come to it side by side. */
function lockPaper(tx: Tx, where: SQL): Promise<ConnectedPaper[]> {
  const { id, title, acronym, isPublic } = heldColumns;
  return tx.select({ id, title, acronym, isPublic }).from(papers).where(where).for('key share').execute();
}

/** The id of the paper that a reference means or meant; null when there is none. */
export async function resolvePaper(tx: Tx, reference: string): Promise<string | null> {
  const [found] = await tx.execute<{ id: string | null }>(sql`select ${paperIdOf(reference)} as id`);
  return found?.id ?? null;
}
