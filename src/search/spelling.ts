import { splitRuns } from './runs.ts';

// A word with a digit is a name or a number (llama2 is no misspelled llama3), and a longer one is no word.
const SPELLED = /^(?:[가-힣]{2,32}|[\p{L}\p{M}]{4,32})$/u;

/**
 * The distinct words of a text for spelling correction, folded: alphabetic ones of 4 to 32 letters and Hangul ones of 2
 * to 32 syllables. A query term is corrected when it is such a word itself.
 */
export function dictionaryWords(text: string): string[] {
  const words = splitRuns(text).filter((run) => isSpelled(run.text, run.isSyllabic));
  return [...new Set(words.map((run) => run.text))];
}

function isSpelled(word: string, isSyllabic: boolean): boolean {
  return SPELLED.test(word) && (!isSyllabic || /^[가-힣]+$/.test(word));
}

/**
 * SymSpell's symmetric deletion: a folded word and its one-deletion neighbours, decomposed (NFD), so that one wrong
 * vowel of a Hangul syllable is one edit. Two words one edit apart share a neighbour; the converse does not hold:
 * `isOneEditAway` decides.
 */
export function neighbours(word: string): string[] {
  const letters = Array.from(word.normalize('NFD'));
  const found = new Set([letters.join('')]);
  for (const [at] of letters.entries()) found.add(letters.toSpliced(at, 1).join(''));
  found.delete('');
  return [...found];
}

/** Whether the Damerau–Levenshtein distance of two folded words is at most 1, decomposed. */
export function isOneEditAway(a: string, b: string): boolean {
  const [shorter = [], longer = []] = [a, b]
    .map((word) => Array.from(word.normalize('NFD')))
    .sort((one, other) => one.length - other.length);
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  const rest = shorter.slice(at).join('');
  const other = longer.slice(at);
  if (shorter.length < longer.length) return rest === other.slice(1).join('');
  const isSwapped = other.length > 1 && rest === [other[1], other[0], ...other.slice(2)].join('');
  return isSwapped || shorter.slice(at + 1).join('') === other.slice(1).join('');
}
