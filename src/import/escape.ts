/**
 * Signs that Markdown (CommonMark with GFM and `$` maths) would take for more than themselves within a line. A lone
 * `_` between letters, a `[` that no `(` follows, `a < b` and `R&D` mean themselves already.
 */
const inline = new RegExp(
  [
    String.raw`[*\x60~$]`,
    String.raw`\\(?=[!-/:-@[-\x60{-~])`,
    String.raw`(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])`,
    '<(?=[a-z/!?])',
    String.raw`\](?=\()`,
    String.raw`&(?=#?\w{1,31};)`,
    // The autolinks of GFM swallow what is glued to an address, which in Korean is a particle.
    String.raw`(?<=[ps]):(?=//)|(?<=www)\.`,
  ].join('|'),
  'giu',
);

/** What would open a heading, a quotation, a list, a rule or a link definition at the start of a block. */
const opening = /^(?:#{1,6}(?= |$)|[>[]|[-+](?= |$)|-(?=[- ]*$)|\d{1,9}(?=[.)](?: |$)))/u;

/** One line of text as a Markdown paragraph that shows it literally; escapes only what needs it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(inline, String.raw`\$&`)
    .replace(opening, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
