import type { ShownBody } from './images.ts';
import type { Note } from './note.ts';
import type { ReadNote } from './note-source.ts';

/** What was read of a note: for a reader to see before anything is done. */
export interface NoteSummary {
  title: string;
  publishedAt: string | null;
  /** The field, or the place in the text, that says the date; null where nothing does. */
  publishedBy: string | null;
  /** A language tag (BCP 47). */
  language: string;
  category: string[];
  tags: string[];
  /** The paper by an identifier (`arxiv:2405.14734`), else by its title; null where the note names none. */
  paper: string | null;
  /** The field, or the place in the text, that names the paper. */
  paperBy: string | null;
  links: number;
  images: { found: number; missing: number };
  /** The picture that is its cover, as the file names it; null where it names none that is there. */
  cover: string | null;
  /** What the review will not have, or in another form. */
  lost: string[];
}

export function summarizeNote({ note, paperBy, lost = [] }: ReadNote, shown: ShownBody): NoteSummary {
  const missing = shown.unused.filter((what) => what.startsWith('image ')).length;
  return {
    title: note.title ?? note.fallbackTitle,
    publishedAt: note.publishedAt ?? null,
    publishedBy: note.readBy.publishedAt,
    language: note.language ?? note.fallbackLanguage,
    category: note.category ?? [],
    tags: note.tags ?? [],
    paper: namePaper(note.paper),
    paperBy: paperBy ?? note.readBy.paper,
    links: note.paper.links.length,
    images: { found: shown.body.match(/\bimage:[\da-f]{8}-/g)?.length ?? 0, missing },
    cover: shown.cover?.source ?? null,
    lost,
  };
}

function namePaper({ identifiers, title }: Note['paper']): string | null {
  const [identifier] = Object.entries(identifiers).map(([scheme, value]) => `${scheme}:${value}`);
  return identifier ?? title ?? null;
}

/** A summary on one line, for a reader. */
export function tellSummary(read: NoteSummary): string {
  const { title, paper, publishedAt, language, category, tags, links, images, cover } = read;
  const by = (what: string | null) => (what === null ? '' : ` (by ${what})`);
  const parts = [
    `"${title}"`,
    paper === null ? 'no paper is named' : `paper ${paper}${by(read.paperBy)}`,
    publishedAt === null
      ? 'no date, so a new review is of today'
      : `${publishedAt.replace('T00:00:00.000Z', '')}${by(read.publishedBy)}`,
    language,
    ...(category.length > 0 ? [`in ${category.join('/')}`] : []),
    ...(tags.length > 0 ? [`tags ${tags.join(', ')}`] : []),
    ...(links > 0 ? [count(links, 'link')] : []),
    ...(images.found > 0 ? [count(images.found, 'image')] : []),
    ...(cover === null ? [] : [`cover ${cover}`]),
  ];
  return parts.join('; ');
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
