import { and, eq, isNull, max } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { nextRevision } from '../../db/lock.ts';
import { paperLinks, papers, paperVersions } from '../../db/schema.ts';
import type { Touched } from '../../db/write.ts';
import type { Identifier } from '../../identifiers/scheme.ts';
import { Problem } from '../../problems.ts';
import { listIdentifiers, type PaperContent, readContent } from './content.ts';
import { type ConnectedPaper, type FoundPaper, findPaper, type HeldPaper, holdCompletable } from './held.ts';
import { addIdentifiers, identifiersTaken } from './identifiers.ts';
import type { NewPaper } from './schema.ts';
import { insertPaper, spreadPaper } from './store.ts';

/**
 * Connects a review to its paper: the one that a reference names, the one that has one of the identifiers (which
 * gets the identifiers, versions and links that it lacks; nothing of it is overwritten), the one that the review is about
 * already when it has the title and no identifier says otherwise, or a new one.
 * @param found what `lookUpPaper` found of it
 * @param current the paper that the review is about until now
 * @throws Problem invalid-body (`/paper`), identifier-conflict naming the papers, slug-taken
 */
export async function connectPaper(
  tx: Tx,
  touched: Touched,
  paper: string | NewPaper,
  { named, owners = [], identifiers = [] }: FoundPaper,
  current: { id: string; title: string } | null,
): Promise<ConnectedPaper> {
  if (typeof paper === 'string') return named ?? findPaper(tx, paper);
  const content = readContent(paper, '/paper');
  const [owner, ...others] = owners;
  if (owner) {
    if (others.some(({ id }) => id !== owner.id)) throw identifiersTaken(owners, '/paper');
    return completePaper(tx, touched, owner, identifiers, content);
  }
  if (current?.title === content.title && listIdentifiers(content.identifiers).length === 0) {
    const known = await holdCompletable(tx, current.id);
    if (known) return completePaper(tx, touched, known.paper, known.identifiers, content);
  }
  const created = await insertPaper(tx, touched, content, paper.slug);
  touched.note('create', 'paper', null, created);
  return { id: created.id, title: content.title, acronym: content.acronym, isPublic: false };
}

/** Adds what a paper that is held lacks. */
async function completePaper(
  tx: Tx,
  touched: Touched,
  { id, slug, title, acronym, revision, isPublic }: HeldPaper,
  has: Identifier[],
  content: PaperContent,
): Promise<ConnectedPaper> {
  const added = [
    await completeIdentifiers(tx, { id, slug }, has, content),
    await completeVersions(tx, id, content),
    await completeLinks(tx, id, content),
  ];
  if (added.some((change) => change)) {
    await tx.update(papers).set(nextRevision(papers)).where(eq(papers.id, id));
    await spreadPaper(tx, touched, id);
    touched.note('update', 'paper', { id, slug, revision }, { id, slug, revision: revision + 1 });
  }
  return { id, title, acronym, isPublic };
}

async function completeIdentifiers(
  tx: Tx,
  paper: { id: string; slug: string },
  has: Identifier[],
  content: PaperContent,
): Promise<boolean> {
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
