const WORDS_PER_MINUTE = 230;
const CHARACTERS_PER_MINUTE = 500;

const CHARACTERS = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const PAIR = /[\uD800-\uDBFF]/g;
// From its first letter or digit on, so that punctuation is no word and is scanned once.
const WORD =
  /(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}][^\s\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*/gu;

/** The reading time in minutes, at least one: 230 words a minute, plus 500 characters of Hangul, Han or Kana. */
export function countReadingMinutes(text: string): number {
  const words = text.match(WORD)?.length ?? 0;
  let characters = 0;
  for (const run of text.match(CHARACTERS) ?? []) characters += run.length - (run.match(PAIR)?.length ?? 0);
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE));
}
