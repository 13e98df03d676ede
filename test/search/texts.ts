import fc from 'fast-check';

const UNITS = [
  'a',
  'b',
  'A',
  'ａ',
  'ab',
  'ing',
  's',
  'ed',
  'model',
  'e\u0301',
  'é',
  'ﬁ',
  '1',
  '４',
  '가',
  '간',
  '학습',
  '학습'.normalize('NFD'),
  '선형',
  '을',
  'ㄱ',
  'ㅎㅅ',
  'ㄳ',
  '漢',
  'か\u3099',
  'カー',
  '\u00AD',
  '\u200B',
  '\u0301',
  ' ',
  ' ',
  '-',
  "'",
  '\\',
  '&',
  '<',
  '|',
  ':*',
  '🙂',
];

/** Mixed Korean and English in every encoding, of few letters, so that words meet by chance. */
export const mixedText = fc
  .array(fc.constantFrom(...UNITS), { maxLength: 24 })
  .map((units) => units.join(''));

/** A text and something to look for in it, half of the time a part of it. */
export const textAndQuery = mixedText.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.oneof(
      fc.tuple(fc.nat(text.length), fc.nat(12)).map(([at, length]) => text.slice(at, at + length)),
      fc.array(fc.constantFrom(...UNITS, '"', '"'), { maxLength: 6 }).map((units) => units.join('')),
    ),
  ),
);
