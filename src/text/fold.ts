/**
 * The one folding of text, for names that must be unique and for search: NFKC, lower case, and NFKC again, since a
 * small letter may compose with a mark that its capital does not (J̌). Folding twice changes nothing more.
 * White space and punctuation stay as they are. In SQL it is `search_name`, decomposed.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}
