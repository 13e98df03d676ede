/**
 * The one folding of text, for names that must be unique and for search: NFKC, then lower case.
 * White space and punctuation stay as they are.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
