/**
 * Inline characters with a meaning in Markdown (CommonMark with GFM and `$` maths). A single `_` between letters, a `[`
 * without a `(`, `a < b` and `R&D` are literal already.
 */
const inline = new RegExp(
  [
    String.raw`[*\x60~$]`,
    String.raw`\\(?=[!-/:-@[-\x60{-~])`,
    String.raw`(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])`,
    '<(?=[a-z/!?])',
    String.raw`\](?=\()`,
    String.raw`&(?=#?\w{1,31};)`,
    // GFM's autolinks include text joined to a URL, which in Korean is a particle.
    String.raw`(?<=[ps]):(?=//)|(?<=www)\.`,
  ].join('|'),
  'giu',
);

/** Openings of a heading, block quote, list, thematic break or link definition. */
const opening = /^(?:#{1,6}(?= |$)|[>[]|[-+](?= |$)|-(?=[- ]*$)|\d{1,9}(?=[.)](?: |$)))/u;

/** Escapes a line of text as a literal Markdown paragraph, where needed. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(inline, String.raw`\$&`)
    .replace(opening, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
