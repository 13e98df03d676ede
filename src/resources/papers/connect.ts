import { and, eq, isNull, max, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { nextRevision } from '../../db/lock.ts';
import { paperLinks, papers, paperVersions } from '../../db/schema.ts';
import type { Touched } from '../../db/write.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { listIdentifiers, type PaperContent, readContent } from './content.ts';
import { addIdentifiers, claimIdentifiers, identifiersTaken } from './identifiers.ts';
import { matchPaper, paperIdOf } from './list.ts';
import type { NewPaper } from './schema.ts';
import { insertPaper, spreadPaper } from './store.ts';

/** A paper that a review is connected to. */
export interface ConnectedPaper {
  id: string;
  title: string;
  acronym: string | null;
}

/**
 * Connects a review to its paper: the one that a reference names, the one that has one of the identifiers (which
 * gets the identifiers, versions and links that it lacks; nothing of it is overwritten), the one that the review is about
 * already when it has the title and no identifier says otherwise, or a new one.
 * @param current the paper that the review is about until now
 * @throws Problem invalid-body (`/paper`), identifier-conflict naming the papers, slug-taken
 */
export async function connectPaper(
  tx: Tx,
  touched: Touched,
  paper: string | NewPaper,
  current: { id: string; title: string } | null,
): Promise<ConnectedPaper> {
  if (typeof paper === 'string') return findPaper(tx, paper);
  const content = readContent(paper, '/paper');
  for (;;) {
    const owners = await claimIdentifiers(tx, content.identifiers);
    const [paperId, ...others] = new Set(owners.map((owner) => owner.paperId));
    if (others.length > 0) throw identifiersTaken(owners, '/paper');
    const isCurrent = current?.title === content.title && listIdentifiers(content.identifiers).length === 0;
    const known = paperId ?? (isCurrent ? current.id : undefined);
    if (!known) break;
    const connected = await completePaper(tx, touched, known, content);
    if (connected) return connected;
    // It was merged or deleted since its identifiers were looked up: they belong to another one now, or to none.
  }
  const created = await insertPaper(tx, touched, content, paper.slug);
  touched.note('create', 'paper', null, created);
  return { id: created.id, title: content.title, acronym: content.acronym };
}

/**
 * The paper that a reference names, or named before that paper was renamed or merged; held until the end of the write.
 * @throws Problem invalid-body (`/paper`) when there is none
 */
export async function findPaper(tx: Tx, reference: string): Promise<ConnectedPaper> {
  for (let where = matchPaper(reference); ; ) {
    const [found] = await tx
      .select({ id: papers.id, title: papers.title, acronym: papers.acronym })
      .from(papers)
      .where(where)
      .for('key share');
    if (found) return found;
    // While this waited for the paper, a merge can have taken it away; so again with the one that it led to.
    const id = await resolvePaper(tx, reference);
    if (id === null) break;
    where = eq(papers.id, id);
  }
  throw invalidBody(
    '/paper',
    `no paper is known as "${reference}": send it as an object with at least a title`,
  );
}

/** The id of the paper that a reference means or meant; null when there is none. */
export async function resolvePaper(tx: Tx, reference: string): Promise<string | null> {
  const [found] = await tx.execute<{ id: string | null }>(sql`select ${paperIdOf(reference)} as id`);
  return found?.id ?? null;
}

/** Adds what the paper lacks; undefined when it is no more. */
async function completePaper(
  tx: Tx,
  touched: Touched,
  id: string,
  content: PaperContent,
): Promise<ConnectedPaper | undefined> {
  const [paper] = await tx
    .select({
      id: papers.id,
      slug: papers.slug,
      title: papers.title,
      acronym: papers.acronym,
      revision: papers.revision,
    })
    .from(papers)
    .where(eq(papers.id, id))
    // Reviews that come to the paper at the same time wait, so that what is found of them is complete.
    .for('update');
  if (!paper) return undefined;
  const added = [
    await completeIdentifiers(tx, paper, content),
    await completeVersions(tx, id, content),
    await completeLinks(tx, id, content),
  ];
  if (added.some((change) => change)) {
    await tx.update(papers).set(nextRevision(papers)).where(eq(papers.id, id));
    await spreadPaper(tx, touched, id);
    touched.note('update', 'paper', paper, { ...paper, revision: paper.revision + 1 });
  }
  return paper;
}

async function completeIdentifiers(
  tx: Tx,
  paper: { id: string; slug: string },
  content: PaperContent,
): Promise<boolean> {
  const has = await readIdentifiers(tx, paper.id);
  const lacking = { ...content.identifiers };
  const isKnown = (scheme: string, sent: string) =>
    has.some((one) => one.scheme === scheme && one.value === sent);
  for (const { scheme, value } of has) {
    const sent = lacking[scheme];
    if (sent !== null && !isKnown(scheme, sent)) {
      throw new Problem(
        'identifier-conflict',
        `The paper "${paper.slug}", which has another of these identifiers, is ${scheme}:${value} and not ${scheme}:${sent}.`,
        {
          errors: [
            { pointer: `/paper/identifiers/${scheme}`, detail: `the paper "${paper.slug}" has ${value}` },
          ],
        },
      );
    }
    lacking[scheme] = null;
  }
  await addIdentifiers(tx, paper.id, lacking);
  return Object.values(lacking).some((value) => value !== null);
}

async function readIdentifiers(tx: Tx, paperId: string) {
  const rows = await tx.execute<{ scheme: keyof PaperContent['identifiers']; value: string }>(
    sql`select scheme, value from paper_identifiers where paper_id = ${paperId} order by former`,
  );
  return [...rows];
}

async function completeVersions(tx: Tx, paperId: string, { versions }: PaperContent): Promise<boolean> {
  if (versions.length === 0) return false;
  const added = await tx
    .insert(paperVersions)
    .values(versions.map((version) => ({ ...version, paperId })))
    .onConflictDoNothing()
    .returning({ number: paperVersions.number });
  return added.length > 0;
}

/** A link is there already when its address is, or its kind and label are; an address that one lacked is filled in. */
export async function completeLinks(
  tx: Tx,
  paperId: string,
  { links }: Pick<PaperContent, 'links'>,
): Promise<boolean> {
  if (links.length === 0) return false;
  const has = await tx.select().from(paperLinks).where(eq(paperLinks.paperId, paperId));
  const lacking: PaperContent['links'] = [];
  let filled = false;
  for (const link of links) {
    if (has.some(({ url }) => url !== null && url === link.url)) continue;
    const alike = has.filter(({ kind, label }) => kind === link.kind && label === link.label);
    const empty = alike.find(({ url }) => url === null);
    if (empty && link.url !== null) {
      await tx
        .update(paperLinks)
        .set({ url: link.url })
        .where(
          and(
            eq(paperLinks.paperId, paperId),
            eq(paperLinks.position, empty.position),
            isNull(paperLinks.url),
          ),
        );
      empty.url = link.url;
      filled = true;
    } else if (alike.length === 0 || link.url !== null) {
      lacking.push(link);
    }
  }
  if (lacking.length === 0) return filled;
  const [end] = await tx
    .select({ last: max(paperLinks.position) })
    .from(paperLinks)
    .where(eq(paperLinks.paperId, paperId));
  const taken = (end?.last ?? -1) + 1;
  await tx
    .insert(paperLinks)
    .values(lacking.map((link, index) => ({ ...link, paperId, position: taken + index })));
  return true;
}
