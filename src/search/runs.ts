import { foldText } from '../content/text/fold.ts';

/**
 * A run of letters, marks and digits of one class, folded. `start` is its offset in the folded text (UTF-16). Syllabic
 * scripts have a syllable or word in few letters, or no spaces between words.
 */
export type Run = { text: string; start: number; isSyllabic: boolean };

// Default ignorables within words: soft hyphens, joiners, variation selectors and fillers. The zero-width space
// (U+200B) separates words.
const INVISIBLE = /(?:(?!\u200B)\p{Default_Ignorable_Code_Point})+/gu;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Words of one class, as most are. */
const ASCII = /^[0-9a-z]+$/;
const HANGUL = /^[가-힣]+$/;
const SYLLABIC_SCRIPTS =
  '[\\p{scx=Hang}\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]';
// Most marks have no script of their own: they continue the run before them.
const CLASSES = new RegExp(
  `(${SYLLABIC_SCRIPTS}(?:${SYLLABIC_SCRIPTS}|\\p{M})*)|(?:(?!${SYLLABIC_SCRIPTS}).)+`,
  'gu',
);

const UNSPACED =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Whether a run is of a script without spaces between words, so that a word of it is a part of a run. */
export const isUnspaced = (run: string): boolean => UNSPACED.test(run);

/**
 * Folds a text for matching: removes invisible characters, then `foldText`. The final sigma becomes the usual one, so
 * that folding is the same piece by piece.
 */
export function foldForSearch(text: string): string {
  return foldText(text.replace(INVISIBLE, '')).replaceAll('ς', 'σ');
}

/** Tokenises a text into runs: `LoRA는 4비트` gives lora, 는, 4, 비트. */
export function splitRuns(text: string): Run[] {
  return findRuns(foldForSearch(text));
}

/** Tokenises a folded text. */
export function findRuns(folded: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: word, index } of folded.matchAll(WORD)) addRuns(word, index, runs);
  return runs;
}

/** The distinct runs of a text, each at its offset in a word: a word that is repeated is tokenised once. */
export function listRuns(text: string): Map<string, Run> {
  const runs: Run[] = [];
  for (const word of new Set(foldForSearch(text).match(WORD))) addRuns(word, 0, runs);
  return new Map(runs.map((run) => [run.text, run]));
}

function addRuns(word: string, start: number, runs: Run[]): void {
  if (ASCII.test(word)) runs.push({ text: word, start, isSyllabic: false });
  else if (HANGUL.test(word)) runs.push({ text: word, start, isSyllabic: true });
  else
    for (const part of word.matchAll(CLASSES))
      runs.push({ text: part[0], start: start + part.index, isSyllabic: part[1] !== undefined });
}

/** The UTF-16 offset of each code point. */
export function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) offsets.push(at);
  return offsets;
}

/** Truncates to code points. */
export function cutAt(text: string, codePoints: number): string {
  return text.length <= codePoints ? text : text.slice(0, offsetsOf(text)[codePoints]);
}
