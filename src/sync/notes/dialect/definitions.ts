const marker = /^:[ \t]{1,3}(\S.*)$/;
/** What can be no term: a block of another kind. */
const isOther = /^(?:[ \t]|[-*+>#|:!<]|\d+[.)][ \t]|\[\^|\uFDD2\d+\uFDD3$)/;
const mostTerms = 3;

/** Whether a text may have definition lists. */
export const mayHaveDefinitions = (text: string): boolean => /^:[ \t]{1,3}\S/m.test(text);

/**
 * Translates definition lists (kramdown, Goldmark, Pandoc): a line or a few that are terms, and below them definitions that begin
 * with a colon and go on where they are indented.
 */
export function writeDefinitions(text: string): string {
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = readItems(lines, at);
    const isApart = written.length === 0 || written.at(-1)?.trim() === '';
    if (found && isApart) {
      at = found.end;
      written.push(...found.written, ...((lines[at] ?? '').trim() === '' ? [] : ['']));
    } else {
      written.push(lines[at] ?? '');
      at += 1;
    }
  }
  return written.join('\n');
}

/** The list that begins in a line: terms and definitions in turn. @returns the line behind it; undefined when none begins */
function readItems(lines: string[], from: number): { written: string[]; end: number } | undefined {
  const written: string[] = [];
  let end = from;
  for (;;) {
    const terms = readTerms(lines, skipBlank(lines, end));
    if (!terms) break;
    const read = readDefinitions(lines, terms.end);
    if (read.texts.length === 0) break;
    // A block of code would lose the indentation that it is closed by.
    if (read.texts.some((one) => /^[ \t]*\uFDD2\d+\uFDD3[ \t]*$/m.test(one))) return undefined;
    written.push(...terms.texts.flatMap((term) => wrap('dt', term)));
    written.push(...read.texts.flatMap((one) => wrap('dd', one)));
    end = read.end;
  }
  return end === from ? undefined : { written: ['<dl>', ...written, '</dl>'], end };
}

const wrap = (name: string, text: string) => [`<${name}>`, '', text.trim(), '', `</${name}>`];

function skipBlank(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}

function readTerms(lines: string[], from: number): { texts: string[]; end: number } | undefined {
  const texts: string[] = [];
  let at = from;
  for (; (lines[at] ?? '').trim() !== '' && !marker.test(lines[at] ?? ''); at += 1) {
    if (isOther.test(lines[at] ?? '') || texts.length === mostTerms) return undefined;
    texts.push(lines[at] ?? '');
  }
  return texts.length === 0 ? undefined : { texts, end: at };
}

/** Definitions one behind the other, each with the lines that go on with it, after a blank line only those that are indented. */
function readDefinitions(lines: string[], from: number): { texts: string[]; end: number } {
  const texts: string[] = [];
  let end = from;
  for (;;) {
    const [, first] = marker.exec(lines[skipBlank(lines, end)] ?? '') ?? [];
    if (first === undefined) return { texts, end };
    const text = [first];
    let at = skipBlank(lines, end) + 1;
    for (; at < lines.length; at += 1) {
      const line = lines[at] ?? '';
      const isBlank = line.trim() === '';
      const next = lines[skipBlank(lines, at)] ?? '';
      if (isBlank ? !/^(?: {2,}|\t)/.test(next) : marker.test(line)) break;
      if (!isBlank && (lines[at - 1] ?? '').trim() === '' && !/^(?: {2,}|\t)/.test(line)) break;
      text.push(line.replace(/^(?: {1,4}|\t)/, ''));
    }
    texts.push(text.join('\n'));
    end = at;
  }
}
