const SLUG = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:-[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*$/u;
const GROUP = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu;
// Invisible letters and marks: Hangul fillers, variation selectors, soft hyphens.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const EVERY_INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** All but compatibility jamo (ㅋ), which NFKC makes letters that no keyboard types. */
const COMPATIBLE = /[^\u3131-\u318E]+/g;

const LONGEST = 200;
const LONGEST_MADE = 80;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Whether a text is a slug: lower case, NFC, at most 200 code points; groups of letters, marks and digits of any
 * script, joined by single hyphens; and no UUID (ids and slugs share a path segment). A group begins with a letter or
 * digit, since a mark would combine with the hyphen.
 */
export function isSlug(text: string): boolean {
  return (
    text.length <= 2 * LONGEST &&
    countCodePoints(text) <= LONGEST &&
    SLUG.test(text) &&
    !INVISIBLE.test(text) &&
    !UUID.test(text) &&
    text === text.toLowerCase() &&
    text === text.normalize('NFC')
  );
}

/**
 * Generates a slug of at most 80 code points from a title, cut at the end of a group, or of a grapheme where the first
 * group alone is longer. The fallback, itself a slug, is the result when nothing is left or it would look like a UUID.
 */
export function slugify(text: string, fallback: string): string {
  // Normalised again after lower-casing: a small letter can have a composed form where the capital has none (ǰ).
  const plain = text
    .replace(COMPATIBLE, (part) => part.normalize('NFKC'))
    .replace(EVERY_INVISIBLE, '')
    .toLowerCase()
    .replace(COMPATIBLE, (part) => part.normalize('NFKC'));
  let slug = '';
  for (const [group] of plain.matchAll(GROUP)) {
    const longer = slug === '' ? group : `${slug}-${group}`;
    if (countCodePoints(longer) > LONGEST_MADE) {
      slug ||= cutText(group, LONGEST_MADE);
      break;
    }
    slug = longer;
  }
  return isSlug(slug) ? slug : fallback;
}

/** Appends `-n`, shortening the slug to the limit of 200 code points. */
export function numberSlug(slug: string, n: number): string {
  const suffix = `-${n}`;
  return cutText(slug, LONGEST - suffix.length).replace(/-$/, '') + suffix;
}

function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  let used = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    used += countCodePoints(segment);
    if (used > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
