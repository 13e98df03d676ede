/** A line of Markdown within its block quotes and list items. */
export interface MarkdownLine {
  start: number;
  /** The start of its content, after the markers of block quotes and list items. */
  from: number;
  /** Its end, without the line ending. */
  end: number;
  /** The depth of block quotes. */
  depth: number;
  isBlank: boolean;
  /** Whether a list item, heading or table row begins here, which ends a paragraph. */
  beginsItem: boolean;
}

export interface Fence {
  mark: string;
  /** The first word of the info string. */
  language: string;
}

const marks = /(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/y;
const item = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t])/;
const headingOrRow = /(?:#{1,6}[ \t]|\|)/y;
// The info string of a backtick fence has no backtick, or it is a code span.
const fence = /(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))(?=\n|$)/y;

export function listLines(text: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    marks.lastIndex = start;
    const prefix = marks.exec(text)?.[0] ?? '';
    const from = Math.min(start + prefix.length, end);
    headingOrRow.lastIndex = from;
    lines.push({
      start,
      from,
      end,
      depth: prefix.split('>').length - 1,
      isBlank: from === end,
      beginsItem: item.test(prefix) || headingOrRow.test(text),
    });
    start = end + 1;
  }
  return lines;
}

/** The code fence of a line. */
export function readFence(text: string, line: MarkdownLine | undefined): Fence | null {
  if (!line || (text[line.from] !== '`' && text[line.from] !== '~')) return null;
  fence.lastIndex = line.from;
  const [, ticks, behindTicks = '', tildes, behindTildes = ''] = fence.exec(text) ?? [];
  const mark = ticks ?? tildes;
  const info = ticks ? behindTicks : behindTildes;
  return mark === undefined ? null : { mark, language: info.trim().split(/\s/, 1)[0] ?? '' };
}

/** The last line of a fenced code block: its closing fence, or the end of its container. */
export function findCodeEnd(
  text: string,
  lines: MarkdownLine[],
  first: number,
  { mark }: Fence,
): { last: number; isClosed: boolean } {
  const { depth } = lines[first] as MarkdownLine;
  for (let at = first + 1; ; at++) {
    const line = lines[at];
    if (!line || line.depth < depth) return { last: at - 1, isClosed: false };
    const closing = readFence(text, line);
    if (closing?.language === '' && closing.mark[0] === mark[0] && closing.mark.length >= mark.length)
      return { last: at, isClosed: true };
  }
}
