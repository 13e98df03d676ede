import { stemmer } from 'stemmer';
import { foldText } from '../content/text/fold.ts';
import { findInitials } from './hangul.ts';
import { cutAt, listRuns, offsetsOf } from './runs.ts';

/** The longest prefix of a word that is stored, in code points. */
export const LONGEST_WORD = 64;
/** The shortest and the longest suffix that is stored, in code points, by class. */
export const ALPHABETIC = { least: 3, most: 24 };
export const SYLLABIC = { least: 3, most: 16 };
/** The longest n-gram of syllabic scripts, in code points, which is found without a prefix query. */
export const GRAM = 2;
const INITIALS = { least: 2, most: SYLLABIC.most };

const LONGEST_EXACT = 200;
const STEMMED = /^\p{Script=Latin}{4,64}$/u;

// The limits of a tsvector: less than 2^20 bytes of lexemes, each shorter than 2^11; array_to_tsvector does not check
// them, and stores a longer one broken. The 8 is an entry and its padding.
const HEAVIEST_VECTOR = 900_000;
const HEAVIEST_LEXEME = 2_000;
const ENTRY = 8;
/** The most bytes of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/**
 * The distinct lexemes of a text, to be stored without positions. A word is `=word` and its proper suffixes are bare,
 * so that prefix queries find infixes by the index alone; `~stem` is for English inflection. The n-grams of one and two
 * syllabic letters, the most frequent queries, are stored bare, and suffixes from three on. With `initials`, the
 * initial consonants of Hangul are stored as words and suffixes too (ㅅㅎ for 선형).
 * Words come first, then n-grams, stems and suffixes, each in the order of the text, and of each no more than fit into
 * a tsvector, which bounds memory. `boundLexemes` makes one tsvector of several texts.
 */
export function lexemesOf(text: string, options: { initials?: boolean } = {}): string[] {
  const words = openBucket();
  const grams = openBucket();
  const stems = openBucket();
  const suffixes = openBucket();
  for (const run of listRuns(text).values()) {
    addWord(run.text, run.isSyllabic ? SYLLABIC : ALPHABETIC);
    if (run.isSyllabic) addGrams(run.text);
    const stem = stemOf(run);
    if (stem !== null) stems.add(`~${stem}`);
    if (options.initials) for (const initials of findInitials(run.text)) addWord(initials.text, INITIALS);
  }
  const lexemes = [...words.lexemes, ...grams.lexemes, ...stems.lexemes, ...suffixes.lexemes];
  // Suffixes are longer than n-grams but for those of initial consonants.
  return options.initials ? [...new Set(lexemes)] : lexemes;

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

/** The English stem of an alphabetic run of four Latin letters or more; null for any other. */
export function stemOf(run: { text: string }): string | null {
  return STEMMED.test(run.text) ? stemmer(run.text) : null;
}

/** The lexeme of an acronym or identifier, which only the whole value matches: `#arxiv:2405.17428`. */
export function exactLexeme(value: string): string {
  const folded = foldText(value.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')).trim();
  return `#${cutAt(folded, LONGEST_EXACT)}`;
}

/**
 * The lexemes that fit into a tsvector, so that a save never fails because of search: acronyms, identifiers and whole
 * words first, then n-grams of syllabic scripts, stems and suffixes, each in the given order. Of a text that is too
 * long every word is still found by its prefix before any infix is.
 */
export function boundLexemes(lexemes: string[]): string[] {
  const all = fillBucket(lexemes);
  const most = all.isFull() ? fillBucket(lexemes.toSorted((a, b) => rank(a) - rank(b))) : all;
  return [...most.lexemes];
}

/** Serialises lexemes as one text, which is passed on and sent several times faster than an array of thousands. */
export function writeLexemes(lexemes: string[]): string {
  // No lexeme has a line feed.
  return lexemes.join('\n');
}

/** Parses the result of `writeLexemes`. */
export function readLexemes(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/**
 * Joins results of `writeLexemes` within the limits of a tsvector (`boundLexemes`). Texts that surely fit are not
 * parsed for that: duplicates make no difference to a tsvector.
 */
export function joinLexemes(...texts: string[]): string {
  const joined = texts.filter((text) => text !== '').join('\n');
  // A lexeme with its line feed has two units at least.
  const heaviest = joined.length * (MOST_BYTES + ENTRY / 2) + ENTRY;
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

/** Bytes are counted exactly once an upper bound of them could be too many. */
function openBucket() {
  const lexemes = new Set<string>();
  let left = HEAVIEST_VECTOR;
  let isExact = false;
  const countExactly = () => {
    isExact = true;
    left = HEAVIEST_VECTOR;
    for (const lexeme of lexemes) left -= Buffer.byteLength(lexeme) + ENTRY;
  };
  return {
    lexemes,
    isFull: () => left === 0,
    add(lexeme: string): void {
      if (left === 0 || lexeme === '' || lexemes.has(lexeme)) return;
      let bytes = MOST_BYTES * lexeme.length;
      if (!isExact && (bytes >= HEAVIEST_LEXEME || bytes + ENTRY > left)) countExactly();
      if (isExact) bytes = Buffer.byteLength(lexeme);
      if (bytes >= HEAVIEST_LEXEME) return;
      // After the first that does not fit nothing is added: the bound is a place in the text.
      if (bytes + ENTRY > left) left = 0;
      else {
        left -= bytes + ENTRY;
        lexemes.add(lexeme);
      }
    },
  };
}
