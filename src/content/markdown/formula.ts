import { delimits, isSentence, readsAsProse } from './formula-prose.ts';
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

/** The closing delimiter of each opening one; with two backslashes they are what others read after Markdown. */
const closers: Record<string, string> = {
  '$`': '`$',
  '\\(': '\\)',
  '\\[': '\\]',
  '\\\\(': '\\\\)',
  '\\\\[': '\\\\]',
};
const environment =
  /\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math)\*?)\}/;
const reference = /\\(?:eq)?ref\{([^{}\n]{1,100})\}/;
const definition =
  /\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator)\*?(?=[ {\\])[ ]?(?:\{\\[A-Za-z]+\}|\\[A-Za-z]+)(?:\[[^\]\n]{1,40}\]){0,2}(?=\{)/;
// URLs are skipped, since their dollars are literal; so is a character escaped by a backslash.
const token = new RegExp(
  [
    'https?://[^\\s<>()]*',
    ...[environment, reference, definition].map(({ source }) => source),
    String.raw`\\\\[([]|\\[\s\S]|\$\$|\$` + '`|\\$|`+',
  ].join('|'),
  'g',
);

/**
 * Finds the formulas of a Markdown text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, ``$`…`$``, environments (`\begin{align}`)
 * and fences of `math`; none in code, and none across a blank line but where the delimiters stand on lines of their
 * own. Macros that begin a line, and references to labels in the text, are formulas too.
 * Takes linear time: what was once found unclosed up to some place is not looked for up to there again.
 * @param text with `\n` as the end of its lines
 */
export function findFormulas(text: string): Formula[] {
  return new Scan(text).formulas;
}

const longestMacro = 4000;

class Scan {
  readonly formulas: Formula[] = [];
  readonly #text: string;
  readonly #lines: MarkdownLine[];
  /** The limit up to which each closer is known to be missing. */
  readonly #unclosed = new Map<string, number>();
  #labels: Set<string> | undefined;

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
    const beginsLine = at === line.from;
    if (opener.length > 2 && /^\\[a-zA-Z]/.test(opener))
      return this.#readCommand(opener, at, line, { softEnd, hardEnd });
    if (opener.startsWith('http') || (opener.startsWith('\\') && !closers[opener])) return from;
    const isSquare = opener.endsWith('[');
    const isWide = beginsLine && (opener === '$$' || isSquare);
    const close = closers[opener] ?? opener;
    if (isWide && this.#text.slice(from, line.end).trim() === '') {
      const last = this.#findClosingLine(close, number);
      if (last) {
        this.#add(line, at, last.from + close.length, [from, last.from], true);
        return last.from + close.length;
      }
    }
    const end = this.#findClose(close, from, isWide ? hardEnd : softEnd);
    if (end === -1) return from;
    if (opener.startsWith('`')) return end;
    const isAlone = beginsLine && /^[ \t]*[.,;]?[ \t]*(?:\n|$)/.test(this.#text.slice(end, end + 80));
    const content = this.#text.slice(from, end - close.length);
    if (opener === '$' && !delimits(this.#text[at - 1] ?? '', content, this.#text[end] ?? '')) return from;
    if (!/[\p{L}\p{N}\p{S}]/u.test(content) || readsAsProse(opener, content, isAlone && isWide)) return from;
    this.#add(line, at, end, [from, end - close.length], isSquare || (isAlone && opener === '$$'));
    return end;
  }

  /** Parses an environment, a macro at the beginning of a line, or a reference. @returns the offset to continue at */
  #readCommand(
    command: string,
    at: number,
    line: MarkdownLine,
    { softEnd, hardEnd }: { softEnd: number; hardEnd: number },
  ): number {
    const from = at + command.length;
    const [, name] = environment.exec(command) ?? [];
    const [, label] = reference.exec(command) ?? [];
    let end = -1;
    if (name !== undefined) end = this.#findClose(`\\end{${name}}`, from, hardEnd);
    else if (label !== undefined) end = this.#isLabel(label) ? from : -1;
    else if (at === line.from) end = this.#findBrace(from, Math.min(softEnd, from + longestMacro));
    if (end === -1) return from;
    this.#add(line, at, end, [at, end], name !== undefined && name !== 'math');
    return end;
  }

  #isLabel(name: string): boolean {
    this.#labels ??= new Set(
      [...this.#text.matchAll(/\\label\{([^{}\n]{1,100})\}/g)].map(([, label = '']) => label),
    );
    return this.#labels.has(name);
  }

  /** The offset after the group in braces that begins at an offset; -1 without its end before the limit. */
  #findBrace(from: number, limit: number): number {
    let depth = 0;
    for (let at = from; at < limit; at++) {
      if (this.#text[at] === '\\') at++;
      else if (this.#text[at] === '{') depth++;
      else if (this.#text[at] === '}' && --depth === 0) return at + 1;
    }
    return -1;
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
        return at + close.length;
      } else if (close[0] !== '`' && text[at] === '\\') {
        // A backslash at the end is a control space, and escapes no dollar.
        if (close === '$$' && /^\$\$(?:[\s.,;]|$)/.test(text.slice(at + 1, at + 4))) return at + 3;
        at++;
      }
    }
    this.#unclosed.set(close, limit);
    return -1;
  }

  /** The line with only the closer, before the next fence, heading or sentence and in the same block quote. */
  #findClosingLine(close: string, opening: number): MarkdownLine | undefined {
    const name = `line ${close}`;
    if ((this.#unclosed.get(name) ?? 0) > opening) return undefined;
    const { depth } = this.#lines[opening] as MarkdownLine;
    for (let at = opening + 1; ; at++) {
      const line = this.#lines[at];
      if (!line || line.depth < depth || readFence(this.#text, line) || this.#isProse(at)) {
        this.#unclosed.set(name, at);
        return undefined;
      }
      if (line.depth !== depth || !this.#text.startsWith(close, line.from)) continue;
      const isShort = line.end - line.from < close.length + 40;
      if (isShort && /^[ \t]*[.,;]?[ \t]*$/.test(this.#text.slice(line.from + close.length, line.end)))
        return line;
    }
  }

  /** Whether a line is a heading, or a sentence that begins a paragraph. */
  #isProse(at: number): boolean {
    const { from, end } = this.#lines[at] as MarkdownLine;
    if (this.#text[from] === '#') return /^#{1,6}[ \t]/.test(this.#text.slice(from, from + 7));
    return (
      this.#lines[at - 1]?.isBlank === true && isSentence(this.#text.slice(from, Math.min(end, from + 500)))
    );
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
