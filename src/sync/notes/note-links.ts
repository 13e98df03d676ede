import { posix } from 'node:path';
import { type Caller, reasonOf } from '../caller.ts';
import { NoteRefused } from './front-matter.ts';
import { findNoteLinks, replaceNoteLinks } from './text/note-links.ts';

/** A body whose links to other notes lead to their reviews. */
export interface LinkedBody {
  body: string;
  /** Whether it has links to notes of the folder that have no review yet. */
  waits: boolean;
}

/** So many questions are asked at once. */
const atOnce = 8;

/**
 * Makes the links between notes lead to the reviews that they became, by their addresses here (`/v1/reviews/{slug}`). What is no
 * note of the folder stays as it is.
 * @param paths of all notes
 * @param sourceOf the source of the review of a note
 * @returns a function that does it for the body of a note, by its path
 */
export function openNoteLinks(
  caller: Caller,
  paths: string[],
  sourceOf: (path: string) => string,
): (path: string, body: string) => Promise<LinkedBody> {
  const known = new Map<string, string>();
  const byPath = new Map(paths.map((path) => [path, path]));
  const byName = new Map<string, string>();
  for (const path of paths) {
    const bare = withoutEnding(path);
    if (!byPath.has(bare)) byPath.set(bare, path);
    const name = posix.basename(bare).toLowerCase();
    for (const each of [bare.toLowerCase(), name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')])
      if (!byName.has(each)) byName.set(each, path);
  }

  function resolve(from: string, target: string, isName: boolean): string | undefined {
    if (isName) {
      const bare = withoutEnding(target)
        .replace(/^\.?\//, '')
        .toLowerCase();
      return byName.get(bare) ?? byName.get(posix.basename(bare));
    }
    const place = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
    const bare = place.replace(/\.html?$|\/$/, '');
    const folder = [`${bare}/README`, `${bare}/index`];
    return [place, bare, ...folder].map((each) => byPath.get(each)).find((found) => found !== undefined);
  }

  /** Asks for the slugs of reviews that are not known yet. @throws NoteRefused when that is refused */
  async function learn(sources: string[]): Promise<void> {
    const asked = [...new Set(sources)].filter((source) => !known.has(source));
    for (let first = 0; first < asked.length; first += atOnce)
      await Promise.all(asked.slice(first, first + atOnce).map(learnOne));
  }

  async function learnOne(source: string): Promise<void> {
    const query = `fields=slug&limit=1&source=${encodeURIComponent(source)}`;
    const answer = await caller.send('GET', `/v1/reviews?${query}`);
    if (answer.status >= 300) throw new NoteRefused(`its links cannot be followed: ${reasonOf(answer)}`);
    const [review] = (answer.body as { data: { slug: string }[] }).data;
    if (review) known.set(source, review.slug);
  }

  return async (path, body) => {
    const places = findNoteLinks(body).flatMap((place) => {
      const target = resolve(path, place.target, place.isName);
      return target === undefined ? [] : [{ place, target }];
    });
    if (places.length === 0) return { body, waits: false };
    await learn(places.map(({ target }) => sourceOf(target)));
    const replaced = places.flatMap(({ place, target }) => {
      const slug = known.get(sourceOf(target));
      return slug === undefined ? [] : [{ place, address: `/v1/reviews/${slug}` }];
    });
    return { body: replaceNoteLinks(body, replaced), waits: replaced.length < places.length };
  };
}

const withoutEnding = (path: string) => path.replace(/\.(?:md|markdown|mdown|mkdn?|qmd|rmd)$/i, '');
