import { stemmer } from 'stemmer';
import { foldText } from '../text/fold.ts';
import { findInitials } from './hangul.ts';
import { cutAt, offsetsOf, splitRuns } from './runs.ts';

/** Code points kept of a whole word. */
export const LONGEST_WORD = 64;
/** Code points kept of a suffix, and the fewest that one is made of, by class. */
export const ALPHABETIC = { least: 3, most: 24 };
export const SYLLABIC = { least: 3, most: 16 };
/** The most code points of syllabic scripts that are stored wherever they stand, to be found without a prefix. */
export const GRAM = 2;
const INITIALS = { least: 2, most: SYLLABIC.most };

const LONGEST_EXACT = 200;
const STEMMED = /^\p{Script=Latin}{4,64}$/u;

// A tsvector holds less than 2^20 bytes of lexemes, each shorter than 2^11, and array_to_tsvector does not look: what
// is over is stored broken. The 8 is for the entry and its padding.
const HEAVIEST_VECTOR = 900_000;
const HEAVIEST_LEXEME = 2_000;
const ENTRY = 8;

/**
 * The distinct lexemes of a text, to be stored without positions. A word is `=word`, its proper suffixes are bare, so
 * that prefixes of either find what is inside a word by the index alone; `~stem` is for English inflection. Of syllabic
 * scripts one and two letters are found most, in most words: they are stored bare wherever they stand, and suffixes from
 * three on. With `initials`, the initial consonants of Hangul are stored as words and suffixes too (ㅅㅎ for 선형).
 * Words come first, then those one and two, then stems, then suffixes, each in the order of the text; of each no more
 * than one tsvector can hold, so that memory is bounded too. `boundLexemes` makes one tsvector of several texts.
 */
export function lexemesOf(text: string, options: { initials?: boolean } = {}): string[] {
  const words = openBucket();
  const grams = openBucket();
  const stems = openBucket();
  const suffixes = openBucket();
  const seen = new Set<string>();
  for (const run of splitRuns(text)) {
    if (seen.has(run.text)) continue;
    seen.add(run.text);
    addWord(run.text, run.isSyllabic ? SYLLABIC : ALPHABETIC);
    if (run.isSyllabic) addGrams(run.text);
    const stem = stemOf(run);
    if (stem !== null) stems.add(`~${stem}`);
    if (options.initials) for (const initials of findInitials(run.text)) addWord(initials.text, INITIALS);
  }
  return [...new Set([...words.lexemes, ...grams.lexemes, ...stems.lexemes, ...suffixes.lexemes])];

  function addGrams(word: string): void {
    const offsets = offsetsOf(word);
    for (const [at, offset] of offsets.entries()) {
      for (let size = 1; size <= GRAM && at + size <= offsets.length; size++) {
        grams.add(word.slice(offset, offsets[at + size]));
      }
    }
  }

  function addWord(word: string, { least, most }: { least: number; most: number }): void {
    words.add(`=${cutAt(word, LONGEST_WORD)}`);
    const offsets = offsetsOf(word);
    for (let at = 1; at <= offsets.length - least && !suffixes.isFull(); at++) {
      suffixes.add(word.slice(offsets[at], offsets[at + most]));
    }
  }
}

/** The English stem of an alphabetic run of four Latin letters or more, null for any other. */
export function stemOf(run: { text: string }): string | null {
  return STEMMED.test(run.text) ? stemmer(run.text) : null;
}

/** The lexeme of an acronym or an identifier, found only by the whole of it: `#arxiv:2405.17428`. */
export function exactLexeme(value: string): string {
  const folded = foldText(value.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')).trim();
  return `#${cutAt(folded, LONGEST_EXACT)}`;
}

/**
 * As many of the lexemes as one tsvector can hold, so that a save never fails because of search. Acronyms, identifiers
 * and whole words go first, then one and two letters of syllabic scripts, then stems, then suffixes, each in the order
 * given: of a text that is too long every word is still found by its beginning before anything is found inside words,
 * and the beginning of the text goes first.
 */
export function boundLexemes(lexemes: string[]): string[] {
  const all = fillBucket(lexemes);
  const most = all.isFull() ? fillBucket(lexemes.toSorted((a, b) => rank(a) - rank(b))) : all;
  return [...most.lexemes];
}

/** Lexemes as one text, which is handed on and sent several times faster than a list of thousands. */
export function writeLexemes(lexemes: string[]): string {
  // Nothing in a lexeme is a new line.
  return lexemes.join('\n');
}

/** What `writeLexemes` wrote. */
export function readLexemes(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/**
 * Joins lists of lexemes that `writeLexemes` wrote to what one tsvector can hold (`boundLexemes`). What cannot be too
 * much is not taken apart for that: a lexeme may then stand in it twice, which makes no difference to a tsvector.
 */
export function joinLexemes(...texts: string[]): string {
  const joined = texts.filter((text) => text !== '').join('\n');
  // A character of UTF-16 has three bytes at most, and a lexeme with its line break has two characters at least.
  const heaviest = joined.length * (3 + ENTRY / 2) + ENTRY;
  return heaviest <= HEAVIEST_VECTOR ? joined : writeLexemes(boundLexemes(readLexemes(joined)));
}

function fillBucket(lexemes: string[]) {
  const bucket = openBucket();
  for (const lexeme of lexemes) bucket.add(lexeme);
  return bucket;
}

function rank(lexeme: string): number {
  if (lexeme.startsWith('=') || lexeme.startsWith('#')) return 0;
  if (lexeme.startsWith('~')) return 2;
  return offsetsOf(lexeme).length <= GRAM ? 1 : 3;
}

function openBucket() {
  const lexemes = new Set<string>();
  let left = HEAVIEST_VECTOR;
  return {
    lexemes,
    isFull: () => left === 0,
    add(lexeme: string): void {
      if (left === 0 || lexemes.has(lexeme)) return;
      const bytes = Buffer.byteLength(lexeme);
      if (bytes === 0 || bytes >= HEAVIEST_LEXEME) return;
      // Once something does not fit nothing behind it is taken: the bound is a place in the text.
      if (bytes + ENTRY > left) left = 0;
      else {
        left -= bytes + ENTRY;
        lexemes.add(lexeme);
      }
    },
  };
}
