/** Something that could not be shown as it was meant. */
export interface RenderWarning {
  /** The line of the text, from 1; null when it is about the whole text. */
  line: number | null;
  /** What stands there. */
  source: string | null;
  detail: string;
}

/** Notes a warning; of a source its first characters are kept. */
export type Warn = (line: number | null, source: string, detail: string) => void;

const mostWarnings = 20;
const longestSource = 200;

/** The first warnings of a text, by their lines. */
export class Warnings {
  readonly #found: RenderWarning[] = [];

  readonly add: Warn = (line, source, detail) => {
    this.#found.push({ line, source: source.slice(0, longestSource), detail });
    // A hostile text has as many as it has tags.
    if (this.#found.length > 50 * mostWarnings) this.#found.splice(0, this.#found.length, ...this.list());
  };

  list(): RenderWarning[] {
    return this.#found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, mostWarnings);
  }
}
