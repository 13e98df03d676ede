import { escapeHtml } from '../content/text/escape.ts';
import { flattenLine } from '../content/text/line.ts';
import { findMatches, type Match } from './matches.ts';
import type { Search } from './query.ts';
import { cutSnippet } from './snippet.ts';
import type { Term } from './term.ts';

/** HTML: escaped text with matches in `<mark>`. */
export type HighlightedHit = { title: string; snippet: string | null };

/** The part of a text that is searched for a snippet, in UTF-16 units: matching takes up to a microsecond for each. */
export const mostSearched = 20_000;

/**
 * Highlighting: the whole title, and a snippet of the body on one line, of at most 200 graphemes around the best
 * cluster of matches, or its beginning without any, with `…` where it is cut. Takes linear time.
 * @param corrections the corrected words of each term; in the title only, since a body is not found by them, and would
 * reveal words of drafts
 * @param most the part of the body that is searched, in UTF-16 units
 * @returns snippet: null when the body has no text
 */
export function highlight(
  search: Search,
  corrections: Map<Term, string[]>,
  title: string,
  body: string,
  most = mostSearched,
): HighlightedHit {
  const text = flattenLine(body.slice(0, most)).trim();
  const inBody = findMatches(search, text, { corrections: new Map(), initials: false });
  const { start, end } = cutSnippet(text, inBody);
  const isCut = end < text.length || body.length > most;
  const snippet = `${start > 0 ? '…' : ''}${markUp(text, inBody, start, end)}${isCut ? '…' : ''}`;
  const inTitle = findMatches(search, title, { corrections, initials: true });
  return { title: markUp(title, inTitle, 0, title.length), snippet: text === '' ? null : snippet };
}

function markUp(text: string, matches: Match[], start: number, end: number): string {
  let html = '';
  let at = start;
  for (const span of joinTouching(matches)) {
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
    if (from >= to) continue;
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at, end));
}

function joinTouching(matches: Match[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of matches) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
