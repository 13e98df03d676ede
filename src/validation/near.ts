import { synonyms } from './synonyms.ts';

/** The most names in a suggestion. */
const mostNear = 2;
/** The longest name that is compared, in characters, and the most known names in a message. */
const longestCompared = 40;
const mostKnown = 60;

/**
 * Spelling suggestion: the known names that an unknown one may have been meant to be. Those that differ only in case and
 * punctuation come first, then comparisons of the same property (`publishedAt` for `publishedAt[gte]`), then synonyms,
 * then the nearest by edit distance, at most a third of the name.
 * @returns none when none is near
 */
export function findNear(name: string, known: readonly string[]): string[] {
  if (name.length > longestCompared) return [];
  // `filter[tag]` and `page[size]` of JSON:API.
  const [, inner] = /^\w+\[(\w+)\]$/.exec(name) ?? [];
  for (const tried of inner === undefined ? [name] : [name, inner]) {
    const found = nearestOf(tried, known);
    if (found.length > 0) return found.slice(0, mostNear);
  }
  return [];
}

function nearestOf(name: string, known: readonly string[]): string[] {
  const folded = fold(name);
  if (folded === '') return [];
  const pick = (isNear: (candidate: string) => boolean | undefined) =>
    preferSigned(name, known.filter(isNear));
  const alike = pick((candidate) => fold(candidate) === folded);
  if (alike.length > 0) return alike;
  const base = fold(name.replace(/\[.*|[<>=!].*/, ''));
  const compared = pick(
    (candidate) => candidate.includes('[') && fold(candidate.replace(/\[.*/, '')) === base,
  );
  if (compared.length > 0) return compared;
  const meant = pick((candidate) => synonyms[candidate.replace(/^-/, '')]?.includes(folded));
  if (meant.length > 0) return meant;
  const distances = known.map((candidate) => measureDistance(folded, fold(candidate)));
  const least = Math.min(...distances);
  return least <= Math.max(1, Math.floor(folded.length / 3)) && least < folded.length
    ? pick((candidate) => measureDistance(folded, fold(candidate)) === least)
    : pick((candidate) => isBeginning(folded, fold(candidate)));
}

/** Of the two directions of a sort, that of the name. */
function preferSigned(name: string, found: string[]): string[] {
  const same = found.filter((one) => one.startsWith('-') === name.startsWith('-'));
  return name.startsWith('-') && same.length > 0 ? same : found;
}

const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const isBeginning = (one: string, other: string) =>
  Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one));

/** The Damerau–Levenshtein distance (optimal string alignment). */
function measureDistance(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + cost,
        swapped ? (beforeLast[at - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}

/** What is said of an unknown name: what it may have been meant to be, else the known ones. */
export function describeUnknown(name: string, known: readonly string[]): string {
  const near = findNear(name, known);
  if (near.length > 0) return `is not known here: did you mean ${near.join(' or ')}?`;
  if (known.length === 0) return 'is not known here, nor is any other';
  const more = known.length > mostKnown ? ' and more' : '';
  return `is not known here; known are ${known.slice(0, mostKnown).join(', ')}${more}`;
}
