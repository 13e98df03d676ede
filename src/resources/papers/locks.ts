import { eq, type SQL, sql } from 'drizzle-orm';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import type { Tx } from '../../db/driver/client.ts';
import { pipeline } from '../../db/driver/pipeline.ts';
import { arrayParameter, prepareStatement } from '../../db/driver/prepare.ts';
import { paperIdentifiers, papers } from '../../db/schema/tables.ts';
import { type BodyFault, invalidBody, type Problem } from '../../problems.ts';
import { linkedIdentifiers, listIdentifiers, readPaperContent } from './content.ts';
import { freeIdentifiers, type IdentifierOwner, lockIdentifiers } from './identifiers.ts';
import { matchPaper, paperIdOf } from './list.ts';
import type { NewPaper } from './schema.ts';

/** The paper of a review. */
export interface ConnectedPaper {
  id: string;
  title: string;
  acronym: string | null;
  /** Whether it is public already. */
  isPublic: boolean;
  /** Whether it is hidden from the key: then title and acronym are as sent. */
  isHidden?: boolean;
  /** The sent data that is left out, since the paper is public and the key may not change it. */
  leftOut?: BodyFault[];
}

/** A paper whose row is locked until the end of the write. */
export interface LockedPaper extends ConnectedPaper {
  slug: string;
  revision: number;
}

/** The existing paper of a review's input, locked until the end of the write. */
export interface FoundPaper {
  /** The referenced one. */
  named?: ConnectedPaper | undefined;
  /** Those with one of the identifiers of an object, a row for each. */
  owners?: (LockedPaper & IdentifierOwner)[];
  /** All identifiers of the owners. */
  identifiers?: Identifier[];
  /** The identifiers that its links name and no other paper has. */
  linked?: Identifier[];
}

/** Looks up and locks the paper of a review; pipelined with more, it takes no round trip of its own. */
export async function lookUpPaper(tx: Tx, paper: string | NewPaper): Promise<FoundPaper> {
  if (typeof paper === 'string') {
    const [named] = await lockPaper(tx, matchPaper(paper));
    return { named };
  }
  const said = listIdentifiers(readPaperContent(paper, '/paper').identifiers);
  const linked = linkedIdentifiers(paper);
  const sent = [...said, ...linked];
  if (sent.length === 0) return {};
  const places = { schemes: sent.map(({ scheme }) => scheme), values: sent.map(({ value }) => value) };
  for (;;) {
    const [, owners, identifiers] = await pipeline(
      tx,
      () => lockIdentifiers(tx, sent),
      () => lockOwners(tx, places),
      () => readIdentifiers(tx, places),
    );
    const locked = new Set(owners.map(({ id }) => id));
    const known = new Set(identifiers.map(({ paperId }) => paperId));
    if (locked.size === known.size && [...known].every((id) => locked.has(id)))
      return chooseOwners(owners, identifiers as (Identifier & { paperId: string })[], { said, linked });
    // One was merged or deleted during the wait for its lock: its identifiers belong to another, or to none.
  }
}

/** The owners of what is said; where nothing is, the paper that the links name, if it is one. */
function chooseOwners(
  all: (LockedPaper & IdentifierOwner)[],
  has: (Identifier & { paperId: string })[],
  { said, linked }: { said: Identifier[]; linked: Identifier[] },
): FoundPaper {
  const isSaid = (one: IdentifierOwner) =>
    said.some(({ scheme, value }) => scheme === one.scheme && value === one.value);
  const named = said.length > 0 ? all.filter(isSaid) : all;
  const ids = new Set(named.map(({ paperId }) => paperId));
  const owners = said.length > 0 || ids.size === 1 ? named : [];
  return {
    owners,
    identifiers: has.filter(({ paperId }) => owners.some((owner) => owner.paperId === paperId)),
    linked: freeIdentifiers(linked, all, owners[0]?.paperId),
  };
}

const lockedColumns = {
  id: papers.id,
  slug: papers.slug,
  title: papers.title,
  acronym: papers.acronym,
  revision: papers.revision,
  isPublic: sql<boolean>`${papers.publicSince} is not null`,
};

const isSent = sql`(${paperIdentifiers.scheme}, ${paperIdentifiers.value}) in
  (select * from unnest(${arrayParameter('schemes', 'text')}, ${arrayParameter('values', 'text')}))`;

/** Serialises reviews of the same paper, so that the result is complete. */
const lockOwners = prepareStatement((db) =>
  db
    .select({
      ...lockedColumns,
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

/** A separate statement: its snapshot has what was committed during the wait for locks. */
const readIdentifiers = prepareStatement((db) =>
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
 * Finds and locks a paper by a present or former reference, until the end of the write.
 * @throws Problem invalid-body (`/paper`) when there is none
 */
export async function lockReferencedPaper(tx: Tx, reference: string): Promise<ConnectedPaper> {
  for (let where = matchPaper(reference); ; ) {
    const [found] = await lockPaper(tx, where);
    if (found) return found;
    // A merge may have deleted it during the wait for the lock; retry with its target.
    const id = await resolvePaper(tx, reference);
    if (id === null) break;
    where = eq(papers.id, id);
  }
  throw unknownPaper(reference);
}

export const unknownPaper = (reference: string): Problem =>
  invalidBody('/paper', `no paper is known as "${reference}": send it as an object with at least a title`);

/** Locks a paper by id, and reads its identifiers; undefined when it does not exist any more. */
export async function lockCompletable(
  tx: Tx,
  id: string,
): Promise<{ paper: LockedPaper; identifiers: Identifier[] } | undefined> {
  const [paper] = await tx.select(lockedColumns).from(papers).where(eq(papers.id, id)).for('update');
  if (!paper) return undefined;
  const { scheme, value } = paperIdentifiers;
  const identifiers = await tx
    .select({ scheme, value })
    .from(paperIdentifiers)
    .where(eq(paperIdentifiers.paperId, id))
    .orderBy(paperIdentifiers.former);
  return { paper, identifiers: identifiers as Identifier[] };
}

/** A shared row lock (FOR KEY SHARE): it excludes deletion, and not other reviews. */
function lockPaper(tx: Tx, where: SQL): Promise<ConnectedPaper[]> {
  const { id, title, acronym, isPublic } = lockedColumns;
  return tx.select({ id, title, acronym, isPublic }).from(papers).where(where).for('key share').execute();
}

/** The id of a present or former reference; null when there is none. */
export async function resolvePaper(tx: Tx, reference: string): Promise<string | null> {
  const [found] = await tx.execute<{ id: string | null }>(sql`select ${paperIdOf(reference)} as id`);
  return found?.id ?? null;
}
