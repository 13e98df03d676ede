import { posix } from 'node:path';
import type { NoteLinkPlace } from './text/note-links.ts';

const ending = /\.(?:md|markdown|mdown|mkdn?|qmd|rmd)$/i;
/** Files that are called by their folder. */
const ofFolder = /\/(?:_?index|readme)(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?$/i;
/** The end of the address of a post of Jekyll. */
const datedAddress = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})\/([^/]+?)(?:\.html?|\/)?$/;

/** The notes of a folder by what others call them. */
export class NoteNames {
  readonly #byPath = new Map<string, string>();
  /** By every end of the path, without ending and in lower case. */
  readonly #byName = new Map<string, string>();

  /** @param paths of all notes; of several with one name it is that of the first */
  constructor(paths: string[]) {
    for (const path of paths) {
      const bare = path.replace(ending, '');
      for (const each of [path, bare]) if (!this.#byPath.has(each)) this.#byPath.set(each, path);
      const parts = bare.replace(ofFolder, '').toLowerCase().split('/');
      const [last = ''] = parts.slice(-1);
      const names = [
        ...parts.map((_, at) => parts.slice(at).join('/')),
        last.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''),
        // Logseq writes the slashes of a name so.
        last.replaceAll('___', '/'),
      ];
      for (const each of names) if (!this.#byName.has(each)) this.#byName.set(each, path);
    }
  }

  /** The path of the note that a place in another leads to. */
  find(from: string, { target, form }: Pick<NoteLinkPlace, 'target' | 'form'>): string | undefined {
    if (form !== 'path') return this.#named(target) ?? this.#named(posix.basename(target));
    const isRooted = target.startsWith('/');
    const place = isRooted ? target.slice(1) : posix.join(posix.dirname(from), target);
    const bare = place.replace(/\.html?$|\/$/, '');
    const paths = [place, bare, `${bare}/README`, `${bare}/readme`, `${bare}/index`, `${bare}/_index`];
    const found = paths.map((each) => this.#byPath.get(each)).find((each) => each !== undefined);
    if (found !== undefined || !isRooted) return found;
    // An address of the site that the folder is the source of.
    const [, year, month = '', day = '', name = ''] = datedAddress.exec(target) ?? [];
    const two = (number: string) => number.padStart(2, '0');
    // Hexo has the day in the front matter alone.
    return year === undefined
      ? this.#named(bare)
      : (this.#named(`${year}-${two(month)}-${two(day)}-${name}`) ?? this.#named(name));
  }

  #named(name: string): string | undefined {
    const bare = `/${name.replace(/^\.?\//, '')}`
      .replace(ending, '')
      .replace(ofFolder, '')
      .slice(1)
      .toLowerCase();
    return bare === '' ? undefined : this.#byName.get(bare);
  }
}
