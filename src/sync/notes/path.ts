import type { Review } from '../../resources/reviews/schema.ts';
import { isLeftOut } from './conventions.ts';

/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** The longest name of a file that every file system takes, with room for an ending and a number. */
const mostBytes = 200;

/** Where in a folder the notes of reviews lie: no two at places that a file system may take for one. */
export class NotePaths {
  readonly #taken = new Map<string, string>();

  /** @param known the paths of notes that are there already, by the id of their review */
  constructor(known: ReadonlyMap<string, string>) {
    for (const [id, path] of known) this.#taken.set(foldPath(path), id);
  }

  /** The path that a review was pushed from, or one of its slug; with a part of its id where that is taken. */
  choose(review: Pick<Review, 'id' | 'slug' | 'source'>): string {
    const { base, ending } = pathOfSource(review.source) ?? { base: cutName(review.slug), ending: '.md' };
    const path = `${base}${ending}`;
    const isFree = !reserved.test(base) && !isLeftOut(path) && this.#take(path, review.id);
    if (isFree) return path;
    const marked = `${base}~${review.id.slice(-8)}${ending}`;
    this.#take(marked, review.id);
    return marked;
  }

  #take(path: string, id: string): boolean {
    const key = foldPath(path);
    const owner = this.#taken.get(key) ?? id;
    if (owner === id) this.#taken.set(key, id);
    return owner === id;
  }
}

/** Case and Unicode normalisation do not count: on most disks of Macs and Windows they do not. */
function foldPath(path: string): string {
  return path.normalize('NFKD').toUpperCase().normalize('NFKD');
}

/** What of a source of `push` is a path; null when it is none that is safe to write to, or that a push would leave out. */
function pathOfSource(source: string | null): { base: string; ending: string } | null {
  const [, base, ending = ''] =
    /^file:[^/]+\/(.+)(\.(?:md|markdown|mdown|mkdn?|qmd|rmd))$/i.exec(source ?? '') ?? [];
  const isSafe = base?.split('/').every((part) => isSafeName(part));
  return base !== undefined && isSafe ? { base, ending } : null;
}

function isSafeName(name: string): boolean {
  return (
    /^[^.\s\p{C}"*/:<>?\\|][^\p{C}"*/:<>?\\|]*$/u.test(name) && !reserved.test(name) && cutName(name) === name
  );
}

function cutName(name: string): string {
  let cut = '';
  for (const character of name) {
    if (Buffer.byteLength(cut + character) > mostBytes) break;
    cut += character;
  }
  return cut;
}
