import { slugify } from '../../content/text/slug.ts';
import type { BatchItem } from '../../resources/batch/schema.ts';
import type { PaperPatch } from '../../resources/papers/schema.ts';
import type { ReviewItem } from '../../resources/reviews/writing/save.ts';
import type { Note } from './note.ts';

/** A note as it is sent. */
export interface SentNote extends Note {
  /** The id of the image that is its cover. */
  coverId?: string | undefined;
  /** When the version of the paper that was read came out. */
  releasedOn?: string;
}

/** What may be of a review as the batch takes it. */
export interface ItemOfNote extends BatchItem {
  type: 'review';
  data: ReviewItem;
  find: object[];
  create: ReviewItem;
}

/** So many ways to look for a review are sent at most. */
const mostFinds = 50;

/**
 * A note as an item of a batch: what it says of its review and paper, what a new review gets besides, and how the review is
 * looked for: by the id in it, by its path, or by its path as it is seen from another folder, if the title or the paper is
 * the same.
 * @param sources by what the review is known
 */
export function itemOfNote(
  note: SentNote,
  { exact, others }: { exact: string; others: string[] },
): ItemOfNote {
  const { title, slug, summary, body, language, category, tags, publishedAt, reviewedVersion } = note;
  const name = slugify(note.fallbackSlug, '');
  const find = [
    ...(note.id === undefined ? [] : [{ id: note.id }]),
    { source: exact },
    ...others.flatMap((source) => alikeOf(note).map((like) => ({ source, ...like }))),
  ];
  return {
    type: 'review',
    find: find.slice(0, mostFinds),
    data: {
      ...{ title, slug, summary, body, language, tags, publishedAt, reviewedVersion },
      cover: note.coverId,
      paper: paperOfNote(note),
      category: category?.length === 0 ? null : category,
    },
    create: {
      source: exact,
      title: note.fallbackTitle,
      language: note.fallbackLanguage,
      paper: { title: note.paper.fallbackTitle },
      status: note.status ?? 'draft',
      ...(slug === undefined && name !== '' ? { slug: name } : {}),
    },
  };
}

function alikeOf({ title, fallbackTitle, paper: { identifiers } }: Note): object[] {
  const named = Object.entries(identifiers).map(([scheme, value]) => ({ paper: `${scheme}:${value}` }));
  return [{ title: title ?? fallbackTitle }, ...named];
}

/** What a note says of its paper. */
export function paperOfNote({ paper, reviewedVersion, releasedOn }: SentNote): PaperPatch {
  const { title, acronym, venue, identifiers, authors, links } = paper;
  return {
    ...(title === undefined ? {} : { title }),
    ...(acronym === undefined ? {} : { acronym }),
    ...(venue === undefined ? {} : { venue }),
    ...(authors === undefined ? {} : { authors }),
    ...{ identifiers, links },
    versions: reviewedVersion ? [{ number: reviewedVersion, ...(releasedOn ? { releasedOn } : {}) }] : [],
  };
}
