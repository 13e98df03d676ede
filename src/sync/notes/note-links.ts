import { posix } from 'node:path';
import type { Caller } from '../caller.ts';
import { NoteRefused } from './front-matter.ts';
import { openFiles } from './images.ts';
import { NoteNames } from './note-names.ts';
import type { NoteSource } from './note-source.ts';
import { openReviewSlugs } from './review-slugs.ts';
import { findNoteLinks, type NoteLinkPlace, replaceNoteLinks } from './text/note-links.ts';

/** A body whose links to other notes lead to their reviews. */
export interface LinkedBody {
  body: string;
  /** Whether it has links to notes of the folder that have no review yet. */
  waits: boolean;
  /** The links that became text, each to be named. */
  unused: string[];
}

/** Endings of files that a page of a review has not beside it. */
const fileEnding =
  /\.(?:md|markdown|mdown|mkdn?|qmd|rmd|mdx|ipynb|csv|tsv|xlsx?|pdf|docx?|pptx?|zip|tar|gz|py|r|tex|bib|txt|canvas|excalidraw)$/i;

/**
 * Makes the links between notes lead to the reviews that they became, by their addresses here (`/v1/reviews/{slug}`). A link to
 * a note that stays private, or to a file that is no note, becomes its text: nobody could follow it. What is no note
 * of the folder, such as a page of a site, stays as it is.
 * @returns a function that does it for the body of a note, by its path
 */
export function openNoteLinks(
  caller: Caller,
  { folder, entries, sourceOf }: NoteSource & { sourceOf: (path: string) => string },
): (path: string, note: { body: string; isHidden: boolean }) => Promise<LinkedBody> {
  const { known, learn } = openReviewSlugs(caller);
  const names = new NoteNames(entries.map(({ path }) => path));
  const findFile = openFiles(folder);
  const readers = new Map(entries.map(({ path, read }) => [path, read]));
  const said = new Map<string, Promise<{ isHidden: boolean; title: string } | undefined>>();

  /** What the file of a note says of it; undefined when it cannot be taken. */
  function ask(path: string) {
    const asked =
      said.get(path) ??
      (readers.get(path)?.() ?? Promise.reject(new NoteRefused(path))).then(
        ({ note }) => ({ isHidden: note.status !== undefined, title: note.title ?? note.fallbackTitle }),
        () => undefined,
      );
    said.set(path, asked);
    return asked;
  }

  /** Why a link that leads to no note is none; undefined when it may lead somewhere. */
  async function refuse(path: string, { target, form }: NoteLinkPlace): Promise<string | undefined> {
    if (form === 'wiki') return '';
    if (form === 'tag') return 'there is no such note';
    if (await findFile(target, path, false)) return 'a file that is no note';
    return fileEnding.test(target) && !target.startsWith('/') ? 'there is no such file' : undefined;
  }

  return async (path, { body, isHidden }) => {
    const places = findNoteLinks(body).map((place) => ({ place, target: names.find(path, place) }));
    const targets = places.flatMap(({ target }) => target ?? []);
    const replaced: Parameters<typeof replaceNoteLinks>[1] = [];
    const unused: string[] = [];
    let waits = false;
    await learn(targets.map(sourceOf));
    for (const { place, target } of places) {
      const note = target === undefined ? undefined : await ask(target);
      const slug = target === undefined ? undefined : known.get(sourceOf(target));
      const reason =
        target === undefined
          ? await refuse(path, place)
          : note?.isHidden && !isHidden
            ? 'that note is a draft'
            : note === undefined && slug === undefined
              ? 'that note is not taken'
              : undefined;
      if (reason !== undefined) {
        if (reason !== '') unused.push(`link ${place.target} (${reason})`);
        replaced.push({ place, by: place.unlinked });
      } else if (slug !== undefined) {
        const isFileName = fileEnding.test(place.label) && place.label === posix.basename(place.target);
        const written = place.write(`/v1/reviews/${slug}`);
        replaced.push({
          place,
          by: isFileName && note ? written.replace(place.label, () => note.title) : written,
        });
      } else if (target !== undefined) waits = true;
    }
    return { body: replaceNoteLinks(body, replaced), waits, unused: [...new Set(unused)] };
  };
}
