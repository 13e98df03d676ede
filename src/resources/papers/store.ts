import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { countUse, describeUse, trashCounted } from '../../access/in-use.ts';
import { operator, type Viewer } from '../../access/viewer.ts';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import { slugify } from '../../content/text/slug.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { papers, reviews } from '../../db/schema/tables.ts';
import type { Audited } from '../../db/unit-of-work/audit.ts';
import { purgeShown } from '../../db/unit-of-work/idempotency-store.ts';
import { type Locked, lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, write } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import { readOne } from '../../query/run.ts';
import { deferIndexing } from '../../search/store.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { forgetSlugs, renameEntity } from '../../slugs/history.ts';
import { type Put, putEntity, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import {
  contentOfPaper,
  identifierOfAddress,
  linkedIdentifiers,
  listIdentifiers,
  type PaperContent,
  patchPaperContent,
  readPaperContent,
  requireIdentifier,
  sentIdentifiers,
  withIdentifiers,
} from './content.ts';
import {
  addIdentifiers,
  claimIdentifiers,
  findOwners,
  freeIdentifiers,
  identifiersTaken,
  lockIdentifiers,
  replaceIdentifiers,
} from './identifiers.ts';
import { matchPaper, paperDetail, paperList } from './list.ts';
import {
  insertAuthors,
  insertLinks,
  insertVersions,
  replaceAuthors,
  replaceLinks,
  replaceVersions,
} from './parts.ts';
import type { NewPaper, Paper, PaperPatch } from './schema.ts';

/** Creates a paper, public at once. @throws Problem identifier-conflict, slug-taken, invalid-body */
export async function createPaper(db: Db, input: NewPaper, actor: Viewer): Promise<Paper> {
  const content = readPaperContent(input, '');
  const fresh = { content, linked: linkedIdentifiers(input), slug: input.slug };
  return write(db, actor, (tx, changeSet) => insertPublicPaper(tx, changeSet, fresh, actor));
}

/** A paper to be created. */
interface FreshPaper {
  content: PaperContent;
  /** The identifiers that its links name: it gets those that no other paper has. */
  linked: Identifier[];
  slug: string | undefined;
}

/** The same within a write. */
export async function insertPublicPaper(
  tx: Tx,
  changeSet: ChangeSet,
  { content, linked, slug }: FreshPaper,
  actor: Viewer,
): Promise<Paper> {
  const said = listIdentifiers(content.identifiers);
  const owners = await claimIdentifiers(tx, [...said, ...linked]);
  const taken = owners.filter(({ scheme, value }) =>
    said.some((one) => one.scheme === scheme && one.value === value),
  );
  if (taken.length > 0) throw identifiersTaken(taken, actor);
  const whole = withIdentifiers(content, freeIdentifiers(linked, owners));
  const created = await insertPaper(tx, changeSet, whole, slug);
  await publishPaper(tx, created.id);
  changeSet.record('create', 'paper', null, created);
  return readPaper(tx, created.id);
}

/** Inserts a paper with locked identifiers, not public yet. */
export async function insertPaper(
  tx: Tx,
  changeSet: ChangeSet,
  content: PaperContent,
  requestedSlug: string | undefined,
): Promise<Audited> {
  const { title, acronym, abstract, venue, publishedOn, primaryClass } = content;
  const slugs = { requested: requestedSlug, generated: slugify(acronym ?? title, 'paper') };
  const created = await insertWithSlug(tx, entities.paper, slugs, async (slug) => {
    const [row] = await tx
      .insert(papers)
      .values({ slug, title, acronym, abstract, venue, publishedOn, primaryClass })
      .onConflictDoNothing({ target: papers.slug })
      .returning({ id: papers.id, slug: papers.slug, revision: papers.revision });
    return row;
  });
  const { id } = created;
  await addIdentifiers(tx, id, content.identifiers);
  await insertVersions(tx, id, content.versions);
  await insertAuthors(tx, id, content.authors);
  await insertLinks(tx, id, content.links);
  deferIndexing(changeSet, 'paper', [id]);
  return created;
}

/** Makes a paper public. */
export async function publishPaper(tx: Tx, id: string): Promise<void> {
  await tx
    .update(papers)
    .set({ publicSince: sql`now()` })
    .where(and(eq(papers.id, id), isNull(papers.publicSince)));
}

/**
 * Replaces a paper, or creates it at the path, by slug or identifier. The slug stays when none is sent, and so does the
 * identifier of the path.
 */
export async function putPaper(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewPaper,
  actor: Viewer,
): Promise<Put<Paper>> {
  const sent = readPaperContent(input, '');
  const identifier = identifierOfAddress(reference);
  const content = identifier ? withIdentifiers(sent, [identifier]) : sent;
  const linked = linkedIdentifiers(input);
  const address = { reference, where: matchPaper(reference), expected, visible: paperList.visible(actor) };
  return retryTaken(entities.paper, reference, () =>
    write(db, actor, async (tx, changeSet) => {
      // Lock ordering: identifiers before the paper. A creating write locks its name, so that others find it.
      await lockIdentifiers(tx, [...listIdentifiers(content.identifiers), ...linked]);
      return putEntity(tx, entities.paper, address, {
        change: async ({ id }) => {
          const change = { slug: input.slug, content: () => content, linked };
          return updatePaper(tx, changeSet, await readPaper(tx, id), change, actor);
        },
        create: async () => {
          if (identifier) requireIdentifier(content, identifier);
          const slug = identifier ? input.slug : slugOfAddress(entities.paper, reference, input.slug);
          return insertPublicPaper(tx, changeSet, { content, linked, slug }, actor);
        },
      });
    }),
  );
}

/** Applies a merge patch. */
export async function patchPaper(
  db: Db,
  reference: string,
  expected: Precondition,
  patch: PaperPatch,
  actor: Viewer,
): Promise<Paper> {
  const sent = ifValid(() => listIdentifiers(sentIdentifiers(patch)));
  const linked = ifValid(() => linkedIdentifiers(patch));
  return write(db, actor, async (tx, changeSet) => {
    await lockIdentifiers(tx, [...sent, ...linked]);
    const { id } = await lockRow(tx, papers, matchPaper(reference), expected);
    const content = (current: PaperContent) => patchPaperContent(current, patch);
    return updatePaper(tx, changeSet, await readPaper(tx, id), { slug: patch.slug, content, linked }, actor);
  });
}

/** The identifiers of a patch; none when they are invalid, which is reported with all other faults. */
function ifValid(read: () => Identifier[]): Identifier[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** A change of a paper. */
interface PaperChange {
  slug: string | undefined;
  content: (current: PaperContent) => PaperContent;
  /** The identifiers that its links name: it gets those that it lacks and no other paper has. */
  linked: Identifier[];
}

/** Updates a locked paper whose new identifiers are locked. */
export async function updatePaper(
  tx: Tx,
  changeSet: ChangeSet,
  paper: Paper,
  change: PaperChange,
  actor: Viewer,
): Promise<Paper> {
  const { id, revision } = paper;
  const current = contentOfPaper(paper);
  const said = change.content(current);
  const slug = change.slug ?? paper.slug;
  const linked = change.linked.filter(({ scheme }) => said.identifiers[scheme] === null);
  const isAsItWas = (content: PaperContent) => slug === paper.slug && isDeepStrictEqual(current, content);
  if (linked.length === 0 && isAsItWas(said)) return paper;
  const owners = await findOwners(tx, [...listIdentifiers(said.identifiers), ...linked]);
  const next = withIdentifiers(said, freeIdentifiers(linked, owners, id));
  if (isAsItWas(next)) return paper;
  const others = owners.filter(
    ({ scheme, value, paperId }) =>
      paperId !== id &&
      listIdentifiers(next.identifiers).some((one) => one.scheme === scheme && one.value === value),
  );
  if (others.length > 0) throw identifiersTaken(others, actor);
  await renameEntity(tx, entities.paper, paper, slug);
  const { title, acronym, abstract, venue, publishedOn, primaryClass } = next;
  await tx
    .update(papers)
    .set({ title, acronym, abstract, venue, publishedOn, primaryClass, ...nextRevision(papers) })
    .where(and(eq(papers.id, id), eq(papers.revision, revision)));
  await replaceIdentifiers(tx, id, next.identifiers);
  await replaceVersions(tx, id, next.versions, actor);
  await replaceAuthors(tx, id, next.authors);
  await replaceLinks(tx, id, next.links);
  await indexPaper(tx, changeSet, id);
  const changed = await readPaper(tx, id);
  changeSet.record('update', 'paper', paper, changed);
  return changed;
}

/** Reindexes a changed paper, and its reviews, whose lexemes include the paper's. */
export async function indexPaper(tx: Tx, changeSet: ChangeSet, id: string): Promise<void> {
  const rows = await tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.paperId, id));
  deferIndexing(changeSet, 'paper', [id]);
  deferIndexing(
    changeSet,
    'review',
    rows.map((review) => review.id),
  );
}

/** Deletes a paper without reviews. @throws Problem in-use with the reason */
export async function deletePaper(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await write(db, actor, (tx, changeSet) => removePaper(tx, changeSet, reference, expected, actor));
}

/** The same within a write. @returns its former state */
export async function removePaper(
  tx: Tx,
  changeSet: ChangeSet,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<Locked> {
  const paper = await lockRow(tx, papers, matchPaper(reference), expected);
  const { id } = paper;
  const used = describeUse(await countUse(tx, eq(reviews.paperId, id)), actor);
  if (used !== undefined) {
    throw new Problem(
      'in-use',
      `The paper has ${used}${trashCounted(actor)}: delete them for good first, or give them another paper.`,
    );
  }
  changeSet.record('delete', 'paper', paper, null);
  await tx.delete(papers).where(eq(papers.id, id));
  await forgetSlugs(tx, id);
  await purgeShown(tx, id);
  return paper;
}

export async function readPaper(tx: Tx, id: string): Promise<Paper> {
  const paper = await readOne(tx, paperDetail, operator, eq(papers.id, id));
  if (!paper) throw new Error(`The paper ${id} is gone within its own transaction`);
  return paper;
}
