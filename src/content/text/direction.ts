/** The scripts that are written from right to left (Unicode, Bidi_Class R and AL), of languages in use. */
const rightToLeft = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The base direction of a language (BCP 47), for `dir` in HTML: that of its script, or of its likely one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch (error) {
    // A tag that is only for private use (`x-elvish`).
    if (error instanceof RangeError) return 'ltr';
    throw error;
  }
}
