import type { ShownBody } from './images.ts';
import type { Note } from './note.ts';
import type { ReadNote } from './note-source.ts';

/** What was read of a note: for a reader to see before anything is done. */
export interface NoteSummary {
  title: string;
  publishedAt: string | null;
  category: string[];
  tags: string[];
  /** The paper by an identifier (`arxiv:2405.14734`), else by its title; null where the note names none. */
  paper: string | null;
  /** Where that was read. */
  paperBy: string | null;
  links: number;
  images: { found: number; missing: number };
  /** What the review will not have, or in another form. */
  lost: string[];
}

export function summarizeNote({ note, paperBy, lost = [] }: ReadNote, shown: ShownBody): NoteSummary {
  const missing = shown.unused.filter((what) => what.startsWith('image ')).length;
  return {
    title: note.title ?? note.fallbackTitle,
    publishedAt: note.publishedAt ?? null,
    category: note.category ?? [],
    tags: note.tags ?? [],
    paper: namePaper(note.paper),
    paperBy: paperBy ?? null,
    links: note.paper.links.length,
    images: { found: shown.body.match(/\bimage:[\da-f]{8}-/g)?.length ?? 0, missing },
    lost,
  };
}

function namePaper({ identifiers, title }: Note['paper']): string | null {
  const [identifier] = Object.entries(identifiers).map(([scheme, value]) => `${scheme}:${value}`);
  return identifier ?? title ?? null;
}
