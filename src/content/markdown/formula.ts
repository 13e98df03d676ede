import { findCodeEnd, listLines, type MarkdownLine, readFence } from './lines.ts';

/** A formula of a Markdown text. */
export interface Formula {
  /** Its range with delimiters (UTF-16 offsets, exclusive end). */
  start: number;
  end: number;
  tex: string;
  /** Display or inline. */
  display: boolean;
}

/** The closing delimiter of each opening one. */
const closers: Record<string, string> = { '$`': '`$', '\\(': '\\)', '\\[': '\\]' };
// URLs are skipped, since their dollars are literal; so is a character escaped by a backslash.
const token = /https?:\/\/[^\s<>()]*|\\[\s\S]|\$\$|\$`|\$|`+/g;

/**
 * Finds the formulas of a Markdown text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, ``$`…`$`` and fences of `math`; none in
 * code, and none across a blank line but where the delimiters stand on lines of their own. As in Pandoc a single dollar
 * opens before and closes after something other than white space and closes nothing before a digit; it opens nothing
 * after a letter or digit either, so that prices stay prices. A letter may follow at once (`$\lambda$는`).
 * Takes linear time: what was once found unclosed up to some place is not looked for up to there again.
 * @param text with `\n` as the end of its lines
 */
export function findFormulas(text: string): Formula[] {
  return new Scan(text).formulas;
}

class Scan {
  readonly formulas: Formula[] = [];
  readonly #text: string;
  readonly #lines: MarkdownLine[];
  /** The limit up to which each closer is known to be missing. */
  readonly #unclosed = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = listLines(text);
    for (let at = 0; at < this.#lines.length; ) at = this.#readBlock(at);
  }

  /** Parses a block from a line on. @returns the line after it */
  #readBlock(first: number): number {
    const line = this.#lines[first] as MarkdownLine;
    const fence = readFence(this.#text, line);
    if (!fence) return line.isBlank ? first + 1 : this.#readParagraph(first);
    const { last, isClosed } = findCodeEnd(this.#text, this.#lines, first, fence);
    const [from, to] = [this.#lines[first + 1]?.start ?? 0, this.#lines[last]?.start ?? 0];
    if (isClosed && fence.language === 'math' && to > from)
      this.#add(line, line.from, this.#lines[last]?.end ?? to, [from, to - 1], true);
    return last + 1;
  }

  #readParagraph(first: number): number {
    let end = first + 1;
    while (this.#lines[end] && !this.#lines[end]?.isBlank && !readFence(this.#text, this.#lines[end])) end++;
    const hardEnd = this.#lines[end - 1]?.end ?? 0;
    let number = first;
    let softEnd = this.#findItemEnd(first, end);
    token.lastIndex = this.#lines[first]?.from ?? 0;
    for (;;) {
      const found = token.exec(this.#text);
      if (!found || found.index >= hardEnd) return Math.max(end, number);
      while ((this.#lines[number + 1]?.start ?? Number.POSITIVE_INFINITY) <= found.index) number++;
      if (found.index >= softEnd) softEnd = this.#findItemEnd(number, end);
      const line = this.#lines[number] as MarkdownLine;
      const next = this.#readToken(found[0], found.index, line, number, { softEnd, hardEnd });
      if (next >= hardEnd) {
        while (this.#lines[number] && (this.#lines[number] as MarkdownLine).start < next) number++;
        return Math.max(end, number);
      }
      token.lastIndex = next;
    }
  }

  /** The end of a list item's continuation lines: at the next item, heading or table row. */
  #findItemEnd(first: number, limit: number): number {
    let at = first + 1;
    while (at < limit && !this.#lines[at]?.beginsItem) at++;
    return this.#lines[at - 1]?.end ?? 0;
  }

  /** @returns the offset to continue at */
  #readToken(
    opener: string,
    at: number,
    line: MarkdownLine,
    number: number,
    { softEnd, hardEnd }: { softEnd: number; hardEnd: number },
  ): number {
    const from = at + opener.length;
    if (opener.startsWith('http') || (opener.startsWith('\\') && !closers[opener])) return from;
    const beginsLine = at === line.from;
    const isWide = beginsLine && (opener === '$$' || opener === '\\[');
    const close = closers[opener] ?? opener;
    if (isWide && this.#text.slice(from, line.end).trim() === '') {
      const last = this.#findClosingLine(close, number);
      if (last) {
        this.#add(line, at, last.from + close.length, [from, last.from], true);
        return last.from + close.length;
      }
    }
    if (opener === '$' && !this.#opensAt(at)) return from;
    const end = this.#findClose(close, from, isWide ? hardEnd : softEnd);
    if (end === -1) return from;
    if (opener.startsWith('`')) return end;
    const isAlone = beginsLine && /^[ \t]*[.,;]?[ \t]*(?:\n|$)/.test(this.#text.slice(end, end + 80));
    const content = this.#text.slice(from, end - close.length);
    if (!/[\p{L}\p{N}\p{S}]/u.test(content) || readsAsProse(opener, content, isAlone && isWide)) return from;
    this.#add(line, at, end, [from, end - close.length], opener === '\\[' || (isAlone && opener === '$$'));
    return end;
  }

  #opensAt(at: number): boolean {
    return /\S/.test(this.#text[at + 1] ?? ' ') && !/[A-Za-z0-9]/.test(this.#text[at - 1] ?? ' ');
  }

  /** The offset after the closer; -1 without one before the limit. */
  #findClose(close: string, from: number, limit: number): number {
    if ((this.#unclosed.get(close) ?? 0) >= limit) return -1;
    const text = this.#text;
    for (let at = from; at < limit; at++) {
      if (close[0] === '`' && text[at] === '`') {
        let end = at;
        while (text[end] === '`') end++;
        if (close === '`$' ? text[end] === '$' : end - at === close.length)
          return close === '`$' ? end + 1 : end;
        at = end - 1;
      } else if (close[0] !== '`' && text.startsWith(close, at)) {
        if (close !== '$') return at + close.length;
        // The next dollar decides: a formula has none in it.
        const closes = /\S/.test(text[at - 1] ?? ' ') && !/\d/.test(text[at + 1] ?? '');
        return closes ? at + 1 : -1;
      } else if (close[0] !== '`' && text[at] === '\\') at++;
    }
    this.#unclosed.set(close, limit);
    return -1;
  }

  /** The line with only the closer, before the next fence and in the same block quote. */
  #findClosingLine(close: string, opening: number): MarkdownLine | undefined {
    const name = `line ${close}`;
    if ((this.#unclosed.get(name) ?? 0) > opening) return undefined;
    const { depth } = this.#lines[opening] as MarkdownLine;
    for (let at = opening + 1; ; at++) {
      const line = this.#lines[at];
      if (!line || line.depth < depth || readFence(this.#text, line)) {
        this.#unclosed.set(name, at);
        return undefined;
      }
      const isClosing =
        line.depth === depth &&
        this.#text.startsWith(close, line.from) &&
        line.end - line.from < close.length + 40;
      if (!isClosing || !/^[ \t]*[.,;]?[ \t]*$/.test(this.#text.slice(line.from + close.length, line.end)))
        continue;
      return at > opening + 1 ? line : undefined;
    }
  }

  #add(line: MarkdownLine, start: number, end: number, [from, to]: [number, number], display: boolean): void {
    const written = this.#text.slice(from, to);
    const tex = (line.depth === 0 ? written : unquote(written, line.depth)).trim();
    this.formulas.push({ start, end, display, tex });
  }
}

/** Removes the block quote markers of continuation lines. */
function unquote(text: string, depth: number): string {
  return text.replace(new RegExp(`^(?:[ \\t]{0,3}>[ \\t]?){1,${Math.min(depth, 1000)}}`, 'gm'), '');
}

const sign = /[\\^_=+<>|{}*]/;
const standingWord = /(?:^|[\s,;:()])\p{L}{2,}(?=$|[\s,;:.!?()])/gu;

/** Whether the text between two delimiters is prose: two prices, an escaped bracket. */
function readsAsProse(opener: string, content: string, isAlone: boolean): boolean {
  if (opener === '$' && (content.startsWith(')') || content.includes('</'))) return true;
  if (sign.test(content)) return false;
  if (opener === '\\[' && /^[\d\s,;–-]+$/.test(content)) return true;
  if (isAlone) return false;
  const words = content.match(standingWord)?.length ?? 0;
  if (opener === '\\[') return words > 0;
  if (opener === '$')
    return words > 0 && (/^\d/.test(content) || (words > 1 && /\p{Script=Hangul}/u.test(content)));
  return words > 1 || /\p{Script=Hangul}/u.test(content);
}
