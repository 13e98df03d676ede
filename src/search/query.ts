import { recognizeIdentifier } from '../content/identifiers/scheme.ts';
import { listForms, readInitials } from './hangul.ts';
import { ALPHABETIC, exactLexeme, GRAM, LONGEST_WORD, SYLLABIC, stemOf } from './lexemes.ts';
import { cutAt, findRuns, foldForSearch, isUnspaced, offsetsOf, type Run, splitRuns } from './runs.ts';
import type { Term } from './term.ts';
import { listVariants } from './variants.ts';

/**
 * A parsed search, whose terms all have to match. `exact` are the lexemes of the whole query as acronym and identifier;
 * `phrases` the quoted parts of several runs, whose runs are terms too.
 */
export type Search = { terms: Term[]; phrases: string[][]; exact: string[] };

const QUOTES = '"＂“”„';
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, 'gu');
const EVERY_QUOTE = new RegExp(`[${QUOTES}]+`, 'gu');

/**
 * Parses a search text; every text is valid. A quoted part has whole words, or parts of runs in scripts without spaces; an unclosed
 * quote is ignored. Without letters or digits there are no terms.
 */
export function parseSearch(q: string): Search {
  const terms = new Map<string, Term>();
  const phrases: string[][] = [];
  let at = 0;
  for (const { 0: quoted, 1: inner = '', index } of q.matchAll(QUOTED)) {
    addTerms(readTerms(q.slice(at, index)));
    const runs = splitRuns(inner);
    addTerms(
      runs.map(({ text, isSyllabic }) => ({ text, kind: isUnspaced(text) ? 'inside' : 'word', isSyllabic })),
    );
    if (runs.length > 1) phrases.push(runs.map(({ text }) => text));
    at = index + quoted.length;
  }
  addTerms(readTerms(q.slice(at)));
  return { terms: [...terms.values()], phrases, exact: readExact(q.replace(EVERY_QUOTE, ' ')) };

  function addTerms(found: Term[]): void {
    for (const term of found) terms.set(`${term.kind} ${term.text}`, term);
  }
}

function readTerms(q: string): Term[] {
  const folded = foldForSearch(q);
  let before: Run | undefined;
  return findRuns(folded).map((run) => {
    const term = readTerm(run);
    const between = before && folded.slice(before.start + before.text.length, run.start);
    const variants = listVariants(
      term,
      before && between !== undefined ? { run: before, between } : undefined,
    );
    before = run;
    return variants.length > 0 ? { ...term, variants } : term;
  });
}

function readTerm({ text, isSyllabic }: Run): Term {
  const initials = readInitials(text);
  if (initials !== null) return { text: initials, kind: 'initials', isSyllabic };
  const isShort = !isSyllabic && offsetsOf(text).length < ALPHABETIC.least;
  return { text, kind: isShort ? 'start' : 'inside', isSyllabic };
}

function readExact(q: string): string[] {
  const whole = exactLexeme(q);
  if (whole === '#') return [];
  const recognized = recognizeIdentifier(q);
  if (recognized.kind !== 'identifier') return [whole];
  return [...new Set([whole, exactLexeme(`${recognized.scheme}:${recognized.value}`)])];
}

/**
 * The tsquery of a term for the lexemes of `lexemesOf`, in parentheses. A term longer than a stored suffix is split
 * into overlapping windows that all have to match.
 */
export function termQuery(term: Term): string {
  return `(${listAlternatives(term).join(' | ')})`;
}

/** The tsquery of terms as they are written, or in other ways; without terms that may be left out. */
export function variantsQuery(terms: Term[]): string {
  const needed = terms.filter(({ variants = [] }) => variants.every((way) => way.length > 0));
  const ways = ({ variants = [] }: Term) => variants.map((way) => `(${way.map(termQuery).join(' & ')})`);
  return needed.map((term) => `(${[termQuery(term), ...ways(term)].join(' | ')})`).join(' & ');
}

/** The tsquery of the corrections of a term, which are whole words; null without any. */
export function correctedQuery(words: string[]): string | null {
  return words.length === 0 ? null : words.map(wholeWord).join(' | ');
}

/**
 * The first significant words of a text, folded, each with a tsquery for the whole word in any inflection. Numbers and
 * single letters or syllables are not significant.
 */
export function listWords(text: string, most: number): { word: string; query: string }[] {
  const words = new Map<string, string>();
  for (const run of splitRuns(text)) {
    if (words.size === most || !/\p{L}/u.test(run.text) || offsetsOf(run.text).length < 2) continue;
    const stem = stemOf(run);
    const forms = listForms(run.text).map(wholeWord);
    words.set(run.text, [...forms, ...(stem === null ? [] : [quote(`~${stem}`)])].join(' | '));
  }
  return Array.from(words, ([word, query]) => ({ word, query }));
}

/** The tsquery of the whole query as acronym or identifier; null without one. */
export function exactQuery(search: Search): string | null {
  return search.exact.length === 0 ? null : search.exact.map(quote).join(' | ');
}

function listAlternatives(term: Term): string[] {
  const { text, kind } = term;
  if (kind === 'word') return listForms(text).map(wholeWord);
  if (kind === 'start' || (kind === 'initials' && text.length === 1)) return [`${quote(`=${text}`)}:*`];
  if (kind === 'inside' && term.isSyllabic && offsetsOf(text).length <= GRAM) return [quote(text)];
  const [first = '', ...others] = listWindows(text, term.isSyllabic ? SYLLABIC.most : ALPHABETIC.most);
  const anywhere = [`${quote(`=${first}`)}:*`, `${quote(first)}:*`];
  const stem = kind === 'inside' && !term.isSyllabic ? stemOf(term) : null;
  // The stem as a word too: short words have no stem, and that of embed is not that of embedding.
  const byStem = stem === null ? [] : [quote(`~${stem}`), quote(`=${stem}`)];
  if (others.length === 0) return [...anywhere, ...byStem];
  const windows = [`(${anywhere.join(' | ')})`, ...others.map((window) => `${quote(window)}:*`)];
  return [`(${windows.join(' & ')})`, ...byStem];
}

function listWindows(text: string, length: number): string[] {
  const offsets = offsetsOf(text);
  if (offsets.length <= length) return [text];
  const windows: string[] = [];
  const last = offsets.length - length;
  for (let at = 0; at < last; at += length / 2) windows.push(text.slice(offsets[at], offsets[at + length]));
  return [...windows, text.slice(offsets[last])];
}

function wholeWord(word: string): string {
  return quote(`=${cutAt(word, LONGEST_WORD)}`);
}

function quote(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, (char) => char + char)}'`;
}
