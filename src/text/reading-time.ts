import { setImmediate } from 'node:timers/promises';

const WORDS_PER_MINUTE = 230;
const CHARACTERS_PER_MINUTE = 500;
// UTF-16 units counted at one go; some milliseconds.
const STRETCH = 16_384;

const CHARACTER = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
// From its first letter or digit on, so that a run of punctuation is walked once and is no word.
const WORD =
  /(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}][^\s\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*/gu;

/**
 * Minutes that a Markdown text takes to read, whole and at least one: 230 words a minute, and 500 characters of
 * Hangul, Han or Kana, added up. Counts the source itself rather than what a parser makes of it: that is linear, and
 * the marks of Markdown are no words (an address counts with the word it is attached to, code word by word).
 */
export async function countReadingMinutes(text: string): Promise<number> {
  let minutes = 0;
  for (let at = 0; at < text.length; at += STRETCH) {
    if (at > 0) await setImmediate();
    const stretch = text.slice(at, at + STRETCH);
    minutes += (stretch.match(WORD)?.length ?? 0) / WORDS_PER_MINUTE;
    minutes += (stretch.match(CHARACTER)?.length ?? 0) / CHARACTERS_PER_MINUTE;
  }
  return Math.max(1, Math.round(minutes));
}
