/** A part of a text that is not shown as intended. */
export interface RenderWarning {
  /** The line of the text, from 1; null for the whole text. */
  line: number | null;
  /** The source text. */
  source: string | null;
  detail: string;
}

/** Records a warning; of the source the first characters are stored. */
export type Warn = (line: number | null, source: string, detail: string) => void;

const mostWarnings = 20;
const longestSource = 200;

/** The first warnings of a text, by line. */
export class Warnings {
  readonly #found: RenderWarning[] = [];

  readonly add: Warn = (line, source, detail) => {
    this.#found.push({ line, source: source.slice(0, longestSource), detail });
    // A hostile text has as many as tags.
    if (this.#found.length > 50 * mostWarnings) this.#found.splice(0, this.#found.length, ...this.list());
  };

  list(): RenderWarning[] {
    return this.#found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, mostWarnings);
  }
}
