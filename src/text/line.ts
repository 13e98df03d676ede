// Controls (line breaks and tabs among them), lone surrogates, line and paragraph separators, and the
// bidirectional controls, which can make a name read as another one.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

// Default-ignorable takes in the letters that draw nothing (the Hangul fillers); U+2800 and U+1D159 are drawn blank.
const VISIBLE =
  /[^\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1D159}]/u;

/**
 * Whether a text can stand as a title, name, label or summary: one line, well-formed, with at least one
 * character that is seen, and without control or bidirectional control characters.
 */
export function isLine(text: string): boolean {
  return !FORBIDDEN.test(text) && VISIBLE.test(text);
}

/** Text on one line: white space becomes single spaces, control and bidirectional characters go. */
export function flattenLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, (run) =>
      /\s/.test(run) ? ' ' : '',
    )
    .replace(/\s+/g, ' ');
}
