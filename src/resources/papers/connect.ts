import { and, eq, isNull } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import { addressKey } from '../../content/text/address-key.ts';
import type { Tx } from '../../db/driver/client.ts';
import { paperLinks, papers, paperVersions } from '../../db/schema/tables.ts';
import { nextRevision } from '../../db/unit-of-work/lock.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import { type BodyFault, Problem } from '../../problems.ts';
import { listIdentifiers, type PaperContent, readPaperContent, withIdentifiers } from './content.ts';
import { addIdentifiers, identifiersTaken, namePaper } from './identifiers.ts';
import {
  type ConnectedPaper,
  type FoundPaper,
  type LockedPaper,
  lockCompletable,
  lockReferencedPaper,
  unknownPaper,
} from './locks.ts';
import type { NewPaper } from './schema.ts';
import { indexPaper, insertPaper } from './store.ts';

/** The rights of a write on the papers in it, by its key. */
export interface PaperRights {
  viewer: Viewer;
  /** Whether it may add to a public paper: publishing with it, and `papers:write`. */
  addsToPublic: boolean;
}

/**
 * Connects a review to its paper: the referenced one; the one with one of the identifiers (which gets missing
 * identifiers, versions and links, and is not overwritten); the present one if it has the title and no identifier
 * contradicts; or a new one.
 * @param found by `lookUpPaper`
 * @param current the present paper of the review
 * @throws Problem invalid-body (`/paper`), identifier-conflict naming the papers, slug-taken
 */
export async function connectPaper(
  tx: Tx,
  changeSet: ChangeSet,
  paper: string | NewPaper,
  { named, owners = [], identifiers = [], linked = [] }: FoundPaper,
  current: { id: string; title: string } | null,
  rights: PaperRights,
): Promise<ConnectedPaper> {
  if (typeof paper === 'string') {
    const found = named ?? (await lockReferencedPaper(tx, paper));
    if (!found.isPublic && !seesDrafts(rights.viewer)) throw unknownPaper(paper);
    return found;
  }
  const content = readPaperContent(paper, '/paper');
  const [owner, ...others] = owners;
  if (owner) {
    if (others.some(({ id }) => id !== owner.id)) throw identifiersTaken(owners, rights.viewer, '/paper');
    return completePaper(tx, changeSet, owner, identifiers, { content, linked, sent: paper, rights });
  }
  if (current?.title === content.title && listIdentifiers(content.identifiers).length === 0) {
    const known = await lockCompletable(tx, current.id);
    if (known)
      return completePaper(tx, changeSet, known.paper, known.identifiers, {
        ...{ content, linked, rights },
        sent: paper,
      });
  }
  const created = await insertPaper(tx, changeSet, withIdentifiers(content, linked), paper.slug);
  changeSet.record('create', 'paper', null, created);
  return { id: created.id, title: content.title, acronym: content.acronym, isPublic: false };
}

/** The paper in a review's body: complete and canonical, and as sent. */
interface PaperInput {
  content: PaperContent;
  /** What its links name. */
  linked: Identifier[];
  sent: NewPaper;
  rights: PaperRights;
}

/** Adds missing data to a locked paper, or lists what is left out. */
async function completePaper(
  tx: Tx,
  changeSet: ChangeSet,
  paper: LockedPaper,
  has: Identifier[],
  { content: said, linked, sent, rights }: PaperInput,
): Promise<ConnectedPaper> {
  const isLacking = ({ scheme }: Identifier) => has.every((one) => one.scheme !== scheme);
  const content = withIdentifiers(said, linked.filter(isLacking));
  const { id, slug, title, acronym, revision, isPublic } = paper;
  const isHidden = !isPublic && !seesDrafts(rights.viewer);
  // A hidden paper is shown as it was sent.
  const connected = isHidden
    ? { id, title: content.title, acronym: content.acronym, isPublic, isHidden }
    : { id, title, acronym, isPublic };
  const identifiers = lackingIdentifiers(paper, has, content, rights.viewer);
  if (isPublic && !rights.addsToPublic)
    return { ...connected, leftOut: await listLacking(tx, id, identifiers, { content, sent }) };
  await addIdentifiers(tx, id, identifiers);
  const added = [
    listIdentifiers(identifiers).length > 0,
    await completeVersions(tx, id, content),
    await completeLinks(tx, id, content),
  ];
  if (added.some((change) => change)) {
    await tx.update(papers).set(nextRevision(papers)).where(eq(papers.id, id));
    await indexPaper(tx, changeSet, id);
    changeSet.record('update', 'paper', { id, slug, revision }, { id, slug, revision: revision + 1 });
  }
  return connected;
}

/** The identifiers that the paper lacks. @throws Problem identifier-conflict for another one of a scheme */
function lackingIdentifiers(
  paper: LockedPaper,
  has: Identifier[],
  content: PaperContent,
  viewer: Viewer,
): PaperContent['identifiers'] {
  const lacking = { ...content.identifiers };
  const isKnown = (scheme: string, sent: string) =>
    has.some((one) => one.scheme === scheme && one.value === sent);
  for (const { scheme, value } of has) {
    const sent = lacking[scheme];
    if (sent !== null && !isKnown(scheme, sent)) {
      const name = namePaper(paper, viewer);
      const isSeen = paper.isPublic || seesDrafts(viewer);
      const own = isSeen ? `${scheme}:${value}` : `another of ${scheme}`;
      throw new Problem(
        'identifier-conflict',
        `${name[0]?.toUpperCase()}${name.slice(1)}, which has another of these identifiers, is ${own} and not ${scheme}:${sent}.`,
        {
          errors: [
            {
              pointer: `/paper/identifiers/${scheme}`,
              detail: isSeen ? `${name} has ${value}` : `is not that of ${name}`,
            },
          ],
        },
      );
    }
    lacking[scheme] = null;
  }
  return lacking;
}

/** The data that the paper lacks, each by its JSON pointer in the body. */
async function listLacking(
  tx: Tx,
  paperId: string,
  identifiers: PaperContent['identifiers'],
  { content, sent }: Pick<PaperInput, 'content' | 'sent'>,
): Promise<BodyFault[]> {
  const { versions, links } = content;
  const hasVersions =
    versions.length === 0
      ? []
      : await tx
          .select({ number: paperVersions.number })
          .from(paperVersions)
          .where(eq(paperVersions.paperId, paperId));
  const numbers = new Set(hasVersions.map(({ number }) => number));
  const planned = planLinks(links.length === 0 ? [] : await readLinks(tx, paperId), links);
  const lackingLinks = new Set([...planned.filled.map(({ link }) => link), ...planned.added]);
  const places = [
    ...listIdentifiers(identifiers).map(({ scheme }) => `identifiers/${scheme}`),
    ...(sent.versions ?? []).flatMap(({ number }, at) => (numbers.has(number) ? [] : [`versions/${at}`])),
    ...links.flatMap((link) => (lackingLinks.has(link) ? [`links/${placeOf(link, sent)}`] : [])),
  ];
  return places.map((place) => ({ pointer: `/paper/${place}`, detail: leftOutReason }));
}

const placeOf = ({ kind, label, url }: Link, { links = [] }: NewPaper) =>
  links.findIndex((one) => one.kind === kind && one.label === label && (one.url ?? null) === url);

const leftOutReason =
  'is left out: the paper is public, and a key without papers:write adds to it only by publishing a review of it';

/** Adds the version that a reference to a paper says, where the key may add to it. */
export async function addSaidVersion(
  tx: Tx,
  changeSet: ChangeSet,
  { id, isPublic }: ConnectedPaper,
  number: number,
  rights: PaperRights,
): Promise<void> {
  if (isPublic && !rights.addsToPublic) return;
  if (!(await completeVersions(tx, id, { versions: [{ number, releasedOn: null }] }))) return;
  const [changed] = await tx
    .update(papers)
    .set(nextRevision(papers))
    .where(eq(papers.id, id))
    .returning({ id: papers.id, slug: papers.slug, revision: papers.revision });
  if (changed) changeSet.record('update', 'paper', { ...changed, revision: changed.revision - 1 }, changed);
}

async function completeVersions(
  tx: Tx,
  paperId: string,
  { versions }: Pick<PaperContent, 'versions'>,
): Promise<boolean> {
  if (versions.length === 0) return false;
  const added = await tx
    .insert(paperVersions)
    .values(versions.map((version) => ({ ...version, paperId })))
    .onConflictDoNothing()
    .returning({ number: paperVersions.number });
  return added.length > 0;
}

/** A link exists when its URL does, or its kind and label; the missing URL of an existing one is filled in. */
export async function completeLinks(
  tx: Tx,
  paperId: string,
  { links }: Pick<PaperContent, 'links'>,
): Promise<boolean> {
  if (links.length === 0) return false;
  const has = await readLinks(tx, paperId);
  const { filled, added } = planLinks(has, links);
  for (const { position, link } of filled) {
    const { paperId: of, position: at, url } = paperLinks;
    const isEmpty = and(eq(of, paperId), eq(at, position), isNull(url));
    await tx.update(paperLinks).set({ url: link.url }).where(isEmpty);
  }
  if (added.length > 0) {
    const taken = Math.max(-1, ...has.map(({ position }) => position)) + 1;
    const rows = added.map((link, index) => ({ ...link, paperId, position: taken + index }));
    await tx.insert(paperLinks).values(rows);
  }
  return filled.length + added.length > 0;
}

type StoredLink = typeof paperLinks.$inferSelect;
type Link = PaperContent['links'][number];

const readLinks = (tx: Tx, paperId: string): Promise<StoredLink[]> =>
  tx.select().from(paperLinks).where(eq(paperLinks.paperId, paperId)).execute();

/** Whether two links lead to one address. */
export const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && addressKey(one) === addressKey(other);

/** The links that fill in a missing URL, and the new ones. */
function planLinks(has: StoredLink[], links: Link[]) {
  const known = has.map((link) => ({ ...link }));
  const filled: { position: number; link: Link }[] = [];
  const added: Link[] = [];
  for (const link of links) {
    if (known.some(({ url }) => isSameAddress(url, link.url))) continue;
    const alike = known.filter(({ kind, label }) => kind === link.kind && label === link.label);
    const empty = alike.find(({ url }) => url === null);
    if (empty && link.url !== null) {
      filled.push({ position: empty.position, link });
      empty.url = link.url;
    } else if (alike.length === 0 || link.url !== null) {
      added.push(link);
    }
  }
  return { filled, added };
}
