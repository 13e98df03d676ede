/** Tags in one text: between commas, or else, as Jekyll has them, between spaces. */
export function splitTags(text: string): string[] {
  return text.split(text.includes(',') ? ',' : /\s+/);
}

/** Categories in one text, from the root on: between commas or slashes, or else, as Jekyll has them, between spaces. */
export function splitCategories(text: string): string[] {
  return text.split(/[,/]/.test(text) ? /[,/]/ : /\s+/);
}

/**
 * Authors in one text: between semicolons; in the manner of BibTeX (`Lee, Chankyu and Roy, Rajarshi`); or between
 * commas with an `and` before the last.
 */
export function splitAuthors(text: string): string[] {
  const trim = (names: string[]) =>
    names.map((name) => name.trim()).filter((name) => name !== '' && !/^et al\.?$/i.test(name));
  if (text.includes(';')) return trim(text.split(';'));
  const joined = trim(text.split(/\s+and\s+/i));
  if (joined.length > 1 && joined.every((name) => /^[^,]+,[^,]+$/.test(name)))
    return joined.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'));
  return trim(text.split(/,\s*(?:and\s+)?|\s+and\s+/i));
}
