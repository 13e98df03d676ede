import { stemmer } from 'stemmer';
import type { Search } from '../../src/search/query.ts';
import type { Term } from '../../src/search/term.ts';

/** How far a scan looks: initial consonants match syllables in titles and tags only. */
export type ScanOptions = { initials?: boolean };

/** The naive reading of a search: every term is in some word of the text, and every phrase stands in it in order. */
export function scanMatches(search: Search, text: string, options: ScanOptions = {}): boolean {
  return (
    search.terms.every((term) => scanTerm(term, text, options)) &&
    search.phrases.every((phrase) => scanPhrase(phrase, text))
  );
}

export function scanTerm(term: Term, text: string, options: ScanOptions = {}): boolean {
  return scanWords(text).some((word) => {
    if (term.kind === 'start') return word.startsWith(term.text);
    if (term.kind === 'word') {
      // Initial consonants in quotes are all those of a word.
      const initials = options.initials ? word.split(/[^가-힣]/).map(initialsOf) : [];
      return isWhole(term.text, word) || initials.includes(term.text);
    }
    if (term.kind === 'inside') return word.includes(term.text) || isInflected(term.text, word);
    const inWord = options.initials ? [word, ...word.split(/[^가-힣]/).map(initialsOf)] : [word];
    return inWord.some((part) =>
      term.text.length > 1 ? part.includes(term.text) : part.startsWith(term.text),
    );
  });
}

/** Whether a term holds as it is written, or all of one of its variants. */
export const holdsTerm = (term: Term, holds: (term: Term) => boolean): boolean =>
  holds(term) || (term.variants ?? []).some((way) => way.every(holds));

export function scanPhrase(phrase: string[], text: string): boolean {
  const words = scanWords(text);
  return words.some((_, at) =>
    phrase.every((part, offset) => {
      const word = words[at + offset];
      if (word === undefined) return false;
      const isLast = offset === phrase.length - 1;
      // Words of scripts without spaces are parts of runs.
      if (/[ぁ-ゖァ-ヺー一-鿿ก-ฮ]/.test(part) && (offset === 0 || isLast))
        return offset === 0 ? word.endsWith(part) : word.startsWith(part);
      return isLast ? isWhole(part, word) : part === word;
    }),
  );
}

/** The words of a text, letter by letter; enough for the scripts that the tests are written in. */
export function scanWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let was = '';
  for (const letter of text
    .replace(/\u00AD|\u200D|\uFE0F/g, '')
    .normalize('NFKC')
    .toLowerCase()) {
    const isMark = /\p{M}/u.test(letter);
    const is = isMark ? was || 'alphabetic' : classOf(letter);
    if (is !== was && word !== '') {
      words.push(word);
      word = '';
    }
    if (is !== '') word += letter;
    was = is;
  }
  return word === '' ? words : [...words, word];
}

function classOf(letter: string): string {
  if (/[\u1100-\u11FF가-힣ぁ-ゖァ-ヺー一-鿿ก-ฮ]/.test(letter)) return 'syllabic';
  return /[\p{L}\p{N}]/u.test(letter) ? 'alphabetic' : '';
}

function isInflected(one: string, other: string): boolean {
  const [stem, otherStem] = [one, other].map((word) =>
    /^\p{Script=Latin}{4,64}$/u.test(word) ? stemmer(word) : null,
  );
  return stem !== null && (stem === otherStem || stem === other);
}

// The particles that the examples and the generated texts use.
function isWhole(term: string, word: string): boolean {
  if (!/[가-힣]$/.test(term)) return word === term;
  return (
    word === term || (word.startsWith(term) && /^(은|는|이|가|을|를|의|에서)$/.test(word.slice(term.length)))
  );
}

function initialsOf(syllables: string): string {
  return Array.from(syllables, (syllable) => syllable.normalize('NFD')[0]).join('');
}
