// A fence of backticks has none behind it on its line, or it is a code span.
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const RAW_ELEMENT = /^ {0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;
const COMMENT = /^ {0,3}<!--/;

/** A stretch of lines that are no Markdown, and whether its first line is also its last. */
type Raw = { isClosedBy: (line: string) => boolean; isOver: boolean };

/**
 * Cuts a Markdown text into pieces that can be parsed one by one: at a blank line before a line without indentation,
 * so that list items stay whole. Fenced code, comments and the elements that may hold blank lines (CommonMark's HTML
 * blocks 1 and 2) are left out.
 */
export function* readProse(text: string): Generator<string> {
  let lines: string[] = [];
  let raw: Raw | null = null;
  let isAfterBlank = false;
  for (const line of text.split(/\r\n?|\n/)) {
    if (raw) {
      if (raw.isClosedBy(line)) raw = null;
      continue;
    }
    const opened = openRaw(line);
    if (opened && !opened.isOver) raw = opened;
    const kept = opened ? '' : line.trimEnd() && line;
    if (isAfterBlank && /^\S/.test(kept)) {
      yield lines.join('\n');
      lines = [];
    }
    lines.push(kept);
    isAfterBlank = kept === '';
  }
  yield lines.join('\n');
}

function openRaw(line: string): Raw | null {
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    const close = new RegExp(`^ {0,3}[${fence[0]}]{${fence.length},}[ \\t]*$`);
    return { isClosedBy: (other) => close.test(other), isOver: false };
  }
  const element = RAW_ELEMENT.exec(line)?.[1];
  const end = COMMENT.test(line) ? '-->' : element && `</${element.toLowerCase()}>`;
  return end ? endAt(end, line) : null;
}

function endAt(end: string, first: string): Raw {
  const isClosedBy = (line: string) => line.toLowerCase().includes(end);
  return { isClosedBy, isOver: isClosedBy(first) };
}
