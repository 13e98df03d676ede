// Controls (with line breaks and tabs), lone surrogates, line and paragraph separators, and bidirectional controls,
// which can make a name look like another one (Trojan Source).
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

// Default-ignorable includes the invisible letters (Hangul fillers); U+2800 and U+1D159 are blank.
const VISIBLE =
  /[^\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1D159}]/u;

/**
 * Whether a text is valid as a title, name, label or summary: one well-formed line with a visible character, without
 * control or bidirectional control characters.
 */
export function isLine(text: string): boolean {
  return !FORBIDDEN.test(text) && VISIBLE.test(text);
}

/** Flattens a text to one line: white space becomes single spaces, control and bidirectional characters are removed. */
export function flattenLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, (run) =>
      /\s/.test(run) ? ' ' : '',
    )
    .replace(/\s+/g, ' ');
}
