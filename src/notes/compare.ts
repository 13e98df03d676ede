import { isDeepStrictEqual } from 'node:util';
import type { Paper, PaperPatch } from '../resources/papers/schema.ts';
import type { Review, ReviewPatch } from '../resources/reviews/schema.ts';
import { foldName } from '../text/fold.ts';
import type { Note, NotePaper } from './note.ts';

/**
 * What of a review is not as its note says. What the note does not say stays as it is.
 * @param category the id that the note's category has
 */
export function compareReview(note: Note, review: Review, category: string | null | undefined): ReviewPatch {
  const { title, slug, summary, body, language, publishedAt, reviewedVersion } = note;
  const said = { title, slug, summary, body, language, category, reviewedVersion, publishedAt };
  const present: typeof said = {
    ...review,
    publishedAt: review.publishedAt ?? undefined,
    category: review.category?.id ?? null,
    reviewedVersion: review.reviewedVersion?.number ?? null,
  };
  const patch: ReviewPatch = Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) => value !== undefined && value !== present[name as keyof typeof said],
    ),
  );
  if (note.tags && !isDeepStrictEqual(foldAll(note.tags), foldAll(review.tags.map(({ name }) => name))))
    patch.tags = note.tags;
  return patch;
}

/** Tags are the same when they fold alike, and count once. */
function foldAll(names: string[]): string[] {
  return [...new Set(names.map(foldName))];
}

/** What a review or the paper itself shows of a paper. */
export type PresentPaper = Pick<Paper, 'title' | 'acronym' | 'venue' | 'authors' | 'links'> & {
  identifiers: Partial<Paper['identifiers']>;
};

export function paperOfReview({ paper }: Review): PresentPaper {
  const { title, acronym, venue, authors, links, arxiv, doi } = paper;
  return { title, acronym, venue, authors, links, identifiers: { arxiv, doi } };
}

export interface PaperDifference {
  /** What the paper has not yet: it can be given that. */
  lacking: PaperPatch;
  /** What it has in another way: it is only told it when no other review shares it. */
  other: PaperPatch;
  /** Whether the identifiers are those of another paper. */
  isAnother: boolean;
}

/** What of a paper is not as a note says. */
export function comparePaper(said: NotePaper, present: PresentPaper): PaperDifference {
  const difference: PaperDifference = { lacking: {}, other: {}, isAnother: false };
  const { lacking, other } = difference;
  for (const name of ['title', 'acronym', 'venue'] as const) {
    const value = said[name];
    if (value === undefined || value === present[name]) continue;
    (present[name] === null ? lacking : other)[name] = value;
  }
  for (const [scheme, value] of Object.entries(said.identifiers) as [keyof Paper['identifiers'], string][]) {
    const has = present.identifiers[scheme];
    if (has === value) continue;
    if (has) difference.isAnother = true;
    else lacking.identifiers = { ...lacking.identifiers, [scheme]: value };
  }
  const authors = said.authors && keepOrcids(said.authors, present.authors);
  if (authors && !isDeepStrictEqual(authors, present.authors))
    (present.authors.length === 0 ? lacking : other).authors = authors;
  compareLinks(said.links, present.links, difference);
  return difference;
}

/** The authors as they are said, each with the ORCID that it has already; of namesakes the first is the first. */
function keepOrcids(said: Paper['authors'], present: Paper['authors']): Paper['authors'] {
  const left = [...present];
  return said.map(({ name, orcid }) => {
    const at = left.findIndex((author) => author.name === name);
    const [known] = at < 0 ? [] : left.splice(at, 1);
    return { name, orcid: orcid ?? known?.orcid ?? null };
  });
}

function compareLinks(
  said: NotePaper['links'],
  present: Paper['links'],
  { lacking, other }: PaperDifference,
) {
  const completed = present.map((link) => ({ ...link }));
  const replaced = present.map((link) => ({ ...link }));
  let differs = false;
  for (const link of said) {
    if (link.url === null ? completed.some(alike(link)) : completed.some(({ url }) => url === link.url))
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

function alike(link: { kind: string; label: string }) {
  return ({ kind, label }: { kind: string; label: string }) => kind === link.kind && label === link.label;
}
