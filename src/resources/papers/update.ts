import { isDeepStrictEqual } from 'node:util';
import { and, eq, ne } from 'drizzle-orm';
import { requireScope, seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Identifier } from '../../content/identifiers/schemes.ts';
import type { Tx } from '../../db/driver/client.ts';
import { reviews } from '../../db/schema/tables.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';
import type { BodyFault } from '../../problems.ts';
import { isSameAddress } from './connect.ts';
import {
  listIdentifiers,
  type PaperContent,
  patchPaperContent,
  readPaperContent,
  withIdentifiers,
} from './content.ts';
import { lockCompletable, lookUpPaper } from './locks.ts';
import type { NewPaper, PaperPatch } from './schema.ts';
import { readPaper, updatePaper } from './store.ts';

/** What a review says of its paper, and became of that. */
export interface SettledPaper {
  /** The id of the paper that it is about; undefined when it is to be connected, or created, by what is said. */
  id: string | undefined;
  /** What changed of that paper. */
  changed: string[];
  /** What was said of it and is left out, since other reviews share it. */
  leftOut: BodyFault[];
}

/**
 * Brings a paper up to what a review says of it: what it lacks is added, and what it has otherwise is changed if no other
 * review has the paper. It is the one with one of the identifiers, else the one that the review is about, unless its
 * identifiers are others.
 * @param review the review, if it is there already
 * @throws Problem forbidden (without `papers:write`), identifier-conflict
 */
export async function settlePaper(
  tx: Tx,
  changeSet: ChangeSet,
  sent: PaperPatch,
  review: { id: string; paper: { id: string } } | null,
  actor: Viewer,
): Promise<SettledPaper> {
  const read = readPaperContent({ ...sent, title: sent.title ?? '-' } as NewPaper, '/paper');
  const { owners = [], identifiers = [], linked = [] } = await lookUpPaper(tx, { ...sent, title: '-' });
  const [owner] = owners;
  const held = owner ? { paper: owner, identifiers } : review && (await lockCompletable(tx, review.paper.id));
  const isOne = new Set(owners.map(({ id }) => id)).size < 2;
  const isSeen = held && (held.paper.isPublic || seesDrafts(actor));
  if (!held || !isSeen || !isOne || contradicts(held.identifiers, read))
    return { id: undefined, changed: [], leftOut: [] };
  const said = withIdentifiers(read, linked);
  const paper = await readPaper(tx, held.paper.id);
  const { lacking, other } = comparePaper(sent, said, paper, held.identifiers);
  const others = Object.keys(other);
  const isShared = others.length > 0 && (await hasOtherReviews(tx, paper.id, review?.id));
  const patch = { ...lacking, ...(isShared ? {} : other) };
  const changed = Object.keys(patch);
  if (changed.length > 0) {
    requireScope(actor, 'papers:write', 'Changing a paper');
    const content = (current: PaperContent) => patchPaperContent(current, patch);
    const change = { slug: undefined, content, linked: [] };
    await updatePaper(tx, changeSet, paper, change, actor);
  }
  return { id: paper.id, changed, leftOut: isShared ? others.map(tellShared) : [] };
}

const tellShared = (name: string): BodyFault => ({
  pointer: `/paper/${name}`,
  detail: 'is left out: the paper has another, which other reviews share',
});

/** Whether identifiers are those of another paper: one that was merged has several of one scheme. */
function contradicts(has: Identifier[], { identifiers }: PaperContent): boolean {
  return listIdentifiers(identifiers).some(({ scheme, value }) => {
    const own = has.filter((one) => one.scheme === scheme);
    return own.length > 0 && own.every((one) => one.value !== value);
  });
}

async function hasOtherReviews(tx: Tx, paperId: string, reviewId: string | undefined): Promise<boolean> {
  const isOther = reviewId === undefined ? undefined : ne(reviews.id, reviewId);
  const others = await tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.paperId, paperId), ne(reviews.status, 'trashed'), isOther))
    .limit(1);
  return others.length > 0;
}

interface Difference {
  /** What the paper has not yet. */
  lacking: PaperPatch;
  /** What it has in another way. */
  other: PaperPatch;
}

/** What of a paper is not as it is said. */
export function comparePaper(
  sent: PaperPatch,
  said: PaperContent,
  present: PaperContent,
  has: Identifier[],
): Difference {
  const difference: Difference = { lacking: {}, other: {} };
  const { lacking, other } = difference;
  for (const name of ['title', 'acronym', 'abstract', 'venue', 'publishedOn', 'primaryClass'] as const) {
    if (sent[name] === undefined || said[name] === present[name]) continue;
    Object.assign(present[name] === null ? lacking : other, { [name]: said[name] });
  }
  const added = listIdentifiers(said.identifiers).filter(
    ({ scheme }) => !has.some((one) => one.scheme === scheme),
  );
  if (added.length > 0)
    lacking.identifiers = Object.fromEntries(added.map(({ scheme, value }) => [scheme, value]));
  const authors = keepOrcids(said.authors, present.authors);
  if (sent.authors && !isDeepStrictEqual(authors, present.authors))
    (present.authors.length === 0 ? lacking : other).authors = authors;
  const numbers = new Set(present.versions.map(({ number }) => number));
  const versions = said.versions.filter(({ number }) => !numbers.has(number));
  if (versions.length > 0) lacking.versions = [...present.versions, ...versions];
  compareLinks(said.links, present.links, difference);
  return difference;
}

/** The authors as they are said, each with the ORCID that it has already; of namesakes the first is the first. */
function keepOrcids(
  said: PaperContent['authors'],
  present: PaperContent['authors'],
): PaperContent['authors'] {
  const left = [...present];
  return said.map(({ name, orcid }) => {
    const at = left.findIndex((author) => author.name === name);
    const [known] = at < 0 ? [] : left.splice(at, 1);
    return { name, orcid: orcid ?? known?.orcid ?? null };
  });
}

/** A link is there when its address is; one of the same kind and label gets the address, or lacked it. */
function compareLinks(
  said: PaperContent['links'],
  present: PaperContent['links'],
  { lacking, other }: Difference,
): void {
  const completed = present.map((link) => ({ ...link }));
  const replaced = present.map((link) => ({ ...link }));
  let differs = false;
  for (const link of said) {
    if (
      link.url === null
        ? completed.some(alike(link))
        : completed.some(({ url }) => isSameAddress(url, link.url))
    )
      continue;
    const place = completed.findIndex(alike(link));
    const standing = completed[place];
    if (standing && standing.url !== null) {
      replaced[place] = link;
      differs = true;
    } else if (standing) {
      completed[place] = link;
      replaced[place] = link;
    } else {
      completed.push(link);
      replaced.push(link);
    }
  }
  if (differs) other.links = replaced;
  if (!isDeepStrictEqual(completed, present)) lacking.links = completed;
}

const alike =
  (link: { kind: string; label: string }) =>
  ({ kind, label }: { kind: string; label: string }) =>
    kind === link.kind && label === link.label;
