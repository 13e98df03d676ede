import { foldWithOffsets, mapSpans } from './folded-text.ts';
import { findInitials, listForms } from './hangul.ts';
import { stemOf } from './lexemes.ts';
import type { Search } from './query.ts';
import { findRuns, type Run } from './runs.ts';
import type { Term } from './term.ts';

/** A match in a text (UTF-16 offsets of the source), and the index of its term. */
export type Match = { start: number; end: number; term: number };

export type MatchOptions = {
  /** The corrected words of each term. */
  corrections: Map<Term, string[]>;
  /** Whether initial consonants match syllables, as in titles and tags. */
  initials: boolean;
};

type Matcher = (run: Run) => { start: number; length: number }[];

/**
 * All matches of a search's terms on the folded text, in order, none within another. A term that does not stand in it as it is typed
 * is found in its other ways.
 */
export function findMatches(search: Search, text: string, options: MatchOptions): Match[] {
  const folded = foldWithOffsets(text);
  const runs = findRuns(folded.text);
  const findIn = (term: number, matchers: Matcher[]): Match[] =>
    runs.flatMap((run) =>
      matchers.flatMap((match) =>
        match(run).map(({ start, length }) => ({
          start: run.start + start,
          end: run.start + start + length,
          term,
        })),
      ),
    );
  const found = search.terms.flatMap((term, at) => {
    const typed = findIn(at, [createMatcher(term, options.corrections.get(term) ?? [], options.initials)]);
    if (typed.length > 0 || !term.variants) return typed;
    return findIn(
      at,
      term.variants.flat().map((variant) => createMatcher(variant, [], options.initials)),
    );
  });
  return mapSpans(folded, keepOutermost(found));
}

function keepOutermost(matches: Match[]): Match[] {
  if (matches.length < 2) return matches;
  let reached = -1;
  return matches
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      const isOutside = end > reached;
      reached = Math.max(reached, end);
      return isOutside;
    });
}

function createMatcher(term: Term, corrections: string[], initials: boolean): Matcher {
  const words = new Set(corrections);
  const findPart = createPartMatcher(term, initials);
  const stem = term.kind === 'inside' ? stemOf(term) : null;
  return (run) => {
    const parts = findPart(run);
    if (parts.length > 0) return parts;
    // A cheap check before stemming: a stem begins with its word's first letter.
    const isInflected =
      stem !== null && run.text[0] === stem[0] && (run.text === stem || stemOf(run) === stem);
    return isInflected || words.has(run.text) ? [{ start: 0, length: run.text.length }] : [];
  };
}

function createPartMatcher({ text, kind }: Term, initials: boolean): Matcher {
  const atStart = { start: 0, length: text.length };
  if (kind === 'word') {
    const forms = new Set(listForms(text));
    return (run) => (forms.has(run.text) ? [atStart] : []);
  }
  if (kind === 'start') return (run) => (run.text.startsWith(text) ? [atStart] : []);
  if (kind === 'inside') return (run) => findAll(run.text, text);
  const findIn = (run: string) =>
    text.length > 1 ? findAll(run, text) : run.startsWith(text) ? [atStart] : [];
  return (run) => {
    if (!run.isSyllabic) return [];
    const ofSyllables = initials ? findInitials(run.text) : [];
    return [{ text: run.text, start: 0 }, ...ofSyllables].flatMap((part) =>
      findIn(part.text).map(({ start, length }) => ({ start: part.start + start, length })),
    );
  };
}

function findAll(run: string, text: string): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  for (let at = run.indexOf(text); at !== -1; at = run.indexOf(text, at + text.length)) {
    found.push({ start: at, length: text.length });
  }
  return found;
}
