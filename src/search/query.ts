import { recognizeIdentifier } from '../identifiers/scheme.ts';
import { listForms, readInitials } from './hangul.ts';
import { ALPHABETIC, exactLexeme, GRAM, LONGEST_WORD, SYLLABIC, stemOf } from './lexemes.ts';
import { cutAt, offsetsOf, type Run, splitRuns } from './runs.ts';

/**
 * How a term is found: anywhere in a word (or by its stem), at a word's start, as the whole word, or as the initial
 * consonants of Hangul.
 */
export type TermKind = 'inside' | 'start' | 'word' | 'initials';

/** One thing that has to be found; `text` is folded. */
export type Term = { text: string; kind: TermKind; isSyllabic: boolean };

/**
 * What was asked: every term has to match. `exact` are the lexemes of the whole query as an acronym and as an
 * identifier; `phrases` the quoted parts of several runs, in order, whose runs are terms too.
 */
export type Search = { terms: Term[]; phrases: string[][]; exact: string[] };

const QUOTES = '"＂“”„';
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, 'gu');
const EVERY_QUOTE = new RegExp(`[${QUOTES}]+`, 'gu');

/**
 * Reads what a reader typed; anything is a search. A quoted part means its words whole; a quote that is never closed
 * means nothing. Without letters or digits there are no terms.
 */
export function parseSearch(q: string): Search {
  const terms = new Map<string, Term>();
  const phrases: string[][] = [];
  let at = 0;
  for (const { 0: quoted, 1: inner = '', index } of q.matchAll(QUOTED)) {
    addTerms(splitRuns(q.slice(at, index)).map(readTerm));
    const runs = splitRuns(inner);
    addTerms(runs.map(({ text, isSyllabic }) => ({ text, kind: 'word', isSyllabic })));
    if (runs.length > 1) phrases.push(runs.map(({ text }) => text));
    at = index + quoted.length;
  }
  addTerms(splitRuns(q.slice(at)).map(readTerm));
  return { terms: [...terms.values()], phrases, exact: readExact(q.replace(EVERY_QUOTE, ' ')) };

  function addTerms(found: Term[]): void {
    for (const term of found) terms.set(`${term.kind} ${term.text}`, term);
  }
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
 * The text of a tsquery, in parentheses, that finds a term among the lexemes of `lexemesOf`. What is longer than a
 * stored suffix is asked for as overlapping windows that all have to be there.
 */
export function termQuery(term: Term): string {
  return `(${listAlternatives(term).join(' | ')})`;
}

/** The text of a tsquery for whole words, folded, that are taken for a term; null when there are none. */
export function correctedQuery(words: string[]): string | null {
  return words.length === 0 ? null : words.map(wholeWord).join(' | ');
}

/**
 * The first words of a text that may tell what it is about, folded, each with the text of a tsquery that finds it whole,
 * in any inflection. A number tells nothing, nor does a single letter or syllable.
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

/** The text of a tsquery for the whole query as an acronym or an identifier; null when there is nothing to ask for. */
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
  // The stem as a word too: short words have none, and that of embed is not that of embedding.
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
