import { dropInvisible } from './invisible.ts';

/**
 * Folding for unique names and search: NFKC, lower case, and NFKC again, since a small letter may compose with a mark
 * that its capital does not (J̌). Idempotent. White space and punctuation stay. In SQL it is `search_name`, decomposed.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/**
 * Folds a name for uniqueness, so that names which look alike are one: invisible characters are removed, white space is
 * one space, and case is folded in full (Unicode, 3.13: `Straße` is `STRASSE`, the final sigma is a sigma, a small iota
 * below a letter is one behind it). A capital İ keeps its dot, and ı is a letter of its own. Idempotent.
 */
export function foldName(name: string): string {
  const folded = foldText(dropInvisible(name)).replace(/\s+/g, ' ').trim();
  // Letter by letter, so that none depends on its neighbours; ASCII and ı, whose capital is that of i, are as they are.
  const small = folded
    .normalize('NFD')
    .replace(/[^\0-\x7Fı]/gu, (letter) => letter.toUpperCase().toLowerCase());
  return small.normalize('NFKC');
}
