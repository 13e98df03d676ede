import type { Match } from './matches.ts';

const LONGEST = 200;
// The graphemes before the matches when the text after them is long enough.
const BEFORE = 60;
// In UTF-16 units: the extent of a cluster, the longest snippet however many marks its graphemes have, and how much of
// it is given up to begin or end between words.
const CLUSTER = 140;
const HEAVIEST = 2_000;
const RAGGED = 20;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Selects a snippet: at most 200 graphemes around the cluster with the most different terms, then the most matches,
 * then the first. Cut between graphemes, and between words where a space is near.
 * @param matches in order
 */
export function cutSnippet(text: string, matches: Match[]): { start: number; end: number } {
  const cluster = findCluster(matches);
  const behind = listEnds(text, cluster.start, LONGEST - BEFORE);
  const start = findStart(text, cluster.start, LONGEST - behind.length);
  const end = listEnds(text, start, LONGEST).at(-1) ?? start;
  if (end === text.length) return { start, end };
  const space = text.lastIndexOf(' ', end);
  return { start, end: space >= Math.max(end - RAGGED, cluster.end) ? space : end };
}

function findCluster(matches: Match[]): { start: number; end: number } {
  const counts = new Map<number, number>();
  let best = { start: 0, end: 0, terms: 0, matches: 0 };
  let first = 0;
  for (const [last, { term, end }] of matches.entries()) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    for (; first < last && end - (matches[first]?.start ?? 0) > CLUSTER; first++) {
      const left = matches[first]?.term ?? 0;
      const count = (counts.get(left) ?? 0) - 1;
      if (count > 0) counts.set(left, count);
      else counts.delete(left);
    }
    const found = { start: matches[first]?.start ?? 0, end, terms: counts.size, matches: last - first + 1 };
    if (found.terms > best.terms || (found.terms === best.terms && found.matches > best.matches))
      best = found;
  }
  return best;
}

/** The ends of the graphemes from an offset on. */
function listEnds(text: string, from: number, count: number): number[] {
  const ends: number[] = [];
  const window = text.slice(from, from + HEAVIEST);
  for (const { index, segment } of graphemes.segment(window)) {
    // The last grapheme of a window may continue after it.
    const isWhole = index + segment.length < window.length || from + window.length === text.length;
    if (ends.length === count || (!isWhole && ends.length > 0)) break;
    ends.push(from + index + segment.length);
  }
  return ends;
}

/** The offset some graphemes before another offset, or the next beginning of a word. */
function findStart(text: string, before: number, count: number): number {
  const from = Math.max(0, before - HEAVIEST / 2);
  const starts = Array.from(graphemes.segment(text.slice(from, before)), ({ index }) => from + index);
  // The first grapheme of a window may have begun before it.
  const whole = from > 0 ? starts.slice(1) : starts;
  const start = whole.at(-count) ?? whole[0] ?? before;
  if (start === 0 || text[start - 1] === ' ') return start;
  const space = text.indexOf(' ', start);
  return space !== -1 && space < Math.min(start + RAGGED, before) ? space + 1 : start;
}
