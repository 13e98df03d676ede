/** Where a formula stands in a text, its delimiters included (UTF-16 offsets; the end is the first beyond it). */
export type FormulaSpan = { start: number; end: number };

/**
 * Finds the formulas of a Markdown text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, none across a blank line or inside a
 * code span. As in Pandoc a single dollar opens before and closes after something other than white space, and closes
 * nothing before a digit, so that prices stay prices. A letter may follow at once (`$\lambda$는`).
 * Takes linear time: what was once found unclosed up to the end of its paragraph is not looked for there again.
 */
export function findFormulas(text: string): FormulaSpan[] {
  const spans: FormulaSpan[] = [];
  const unclosed = new Map<string, number>();
  let paragraphEnd = 0;
  let at = 0;
  while (at < text.length) {
    if (at >= paragraphEnd) paragraphEnd = findParagraphEnd(text, at);
    const opener = readOpener(text, at);
    if (opener === null) {
      at += text[at] === '\\' ? 2 : 1;
      continue;
    }
    const close = CLOSERS[opener] ?? opener;
    const from = at + opener.length;
    const end = (unclosed.get(close) ?? 0) >= paragraphEnd ? -1 : findClose(text, close, from, paragraphEnd);
    if (end === -1) {
      unclosed.set(close, paragraphEnd);
      at = from;
    } else {
      if (!opener.startsWith('`')) spans.push({ start: at, end });
      at = end;
    }
  }
  return spans;
}

const CLOSERS: Record<string, string> = { '\\(': '\\)', '\\[': '\\]' };
const OPENER = /`+|\$\$|\$(?=\S)|\\[([]/y;
const BLANK_LINE = /\n[ \t\r]*(?=\n)/g;

function readOpener(text: string, at: number): string | null {
  OPENER.lastIndex = at;
  return OPENER.exec(text)?.[0] ?? null;
}

function findParagraphEnd(text: string, from: number): number {
  BLANK_LINE.lastIndex = from;
  const blank = BLANK_LINE.exec(text);
  return blank ? blank.index + 1 : text.length;
}

/** The offset behind the closer, -1 when there is none before the limit. An empty formula is none. */
function findClose(text: string, close: string, from: number, limit: number): number {
  const isCode = close.startsWith('`');
  for (let at = from; at < limit; at++) {
    const char = text[at];
    if (isCode) {
      if (char !== '`') continue;
      const run = readOpener(text, at) ?? char;
      if (run === close) return at + run.length;
      at += run.length - 1;
    } else if (text.startsWith(close, at)) {
      if (at > from && (close !== '$' || closesDollar(text, at))) return at + close.length;
      at += close.length - 1;
    } else if (char === '\\') {
      at++;
    }
  }
  return -1;
}

function closesDollar(text: string, at: number): boolean {
  return !/\s/.test(text[at - 1] ?? ' ') && !/\d/.test(text[at + 1] ?? '');
}
