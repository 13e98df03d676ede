import type { FieldValue } from './front-matter.ts';

/**
 * Tags in one text: between commas (also those of Chinese and Japanese) or semicolons, or each behind its `#`, or else, as
 * Jekyll has them, between spaces. The `#` goes.
 */
export function splitTags(text: string): string[] {
  const parts = /[,，、;；]/u.test(text)
    ? text.split(/[,，、;；]/u)
    : /^\s*#\S/u.test(text) && /\s#/u.test(text)
      ? text.split(/\s+(?=#)/u)
      : text.split(/\s+/u);
  return parts.map(trimTag).filter((tag) => tag !== '');
}

/** A tag without its `#` and the brackets of a wiki link. */
export function trimTag(tag: string): string {
  return unlink(tag.trim())
    .replace(/^#+(?=\S)/u, '')
    .trim();
}

/** Categories in one text, from the root on: between commas or slashes, or else, as Jekyll has them, between spaces. */
export function splitCategories(text: string): string[] {
  return text.split(/[,/]/.test(text) ? /[,/]/ : /\s+/);
}

/**
 * The ways to several categories, as Hexo has them (`[[NLP, LLM], [Vision]]`): of a list that has lists in it each is a way of
 * its own.
 * @returns null for another value
 */
export function splitWays(value: FieldValue): string[][] | null {
  if (!Array.isArray(value) || !value.some(Array.isArray)) return null;
  const ways = value.map((item) => (Array.isArray(item) ? item : [item]));
  if (!ways.every((way) => way.every((name) => typeof name === 'string'))) return null;
  return ways.map((way) => (way as string[]).map((name) => name.trim()).filter((name) => name !== ''));
}

/** What stands for the authors that are not named. */
const others =
  /(?:[,\s]*(?:and|&)?\s*\bet\.?\s*al\b\.?|[,\s]*(?:and|&)\s+others|\s*외\s*(?:\d+|[가-힣]+)?\s*(?:명|인)|\s*외$|[,，\s]*等(?:\s*\d*\s*人)?|[,、\s]*(?:ら|ほか|他)(?:\s*\d+\s*名)?)\s*$/iu;
const digits = /[\d¹²³⁴-⁹⁰]/u;

/**
 * Authors in one text: between semicolons; in the manner of BibTeX (`Lee, Chankyu and Roy, Rajarshi`); or between
 * commas, those of Chinese and Japanese too, with an `and` or `&` before the last. What stands for others (`et al.`, `외 3명`,
 * `等`) goes, as do the marks of affiliations and notes behind a name.
 */
export function splitAuthors(text: string): string[] {
  const plain = unlink(text).replace(others, '');
  const trim = (names: string[]) =>
    names.map(trimName).filter((name) => name !== '' && !/^(?:et al\.?|others)$/i.test(name));
  if (/[;；]/u.test(plain)) return trim(plain.split(/[;；]/u));
  const joined = trim(plain.split(/\s+and\s+/i));
  if (joined.length > 1 && joined.every((name) => /^[^,]+,[^,]+$/.test(name)))
    return joined.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'));
  const between =
    /\s*[,，、]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|·)\s+|(?<=\p{Script=Hangul})\s*[·ㆍ]\s*(?=\p{Script=Hangul})/iu;
  // `Lee, Jr.` is one name, and in brackets is where somebody works.
  const whole = plain.replace(/\s*[(（][^()（）]*[)）]/gu, '').replace(/,\s+(?=(?:Jr|Sr)\b|I{2,3}\b)/gu, ' ');
  return trim(whole.split(between)).filter((name) => /\p{L}/u.test(name));
}

/** A name without the marks behind it that lead to an affiliation or a note. */
export function trimName(name: string): string {
  const plain = unlink(name.trim()).replace(others, '').trim();
  return digits.test(plain)
    ? plain.replace(/(?<=\p{L}\.?)\s*[\d¹²³⁴-⁹⁰,*†‡§]+$/u, '').trim()
    : plain.replace(/(?<=\p{L}\.?)[*†‡§]+$/u, '').trim();
}

/** A text with the names of wiki links and Markdown links in their place. */
export function unlink(text: string): string {
  return text
    .replace(/\[\[([^\]|]+)\|([^\]]+)\]\]/gu, '$2')
    .replace(/\[\[([^\]]+)\]\]/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1');
}
