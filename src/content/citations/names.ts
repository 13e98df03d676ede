/** A CSL name: in parts, or literal where the parts are unknown. */
export type CslName =
  | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string };

/** Words in names of groups. */
const groups =
  /\b(?:team|group|consortium|collaboration|community|project|university|institute|laborator(?:y|ies)|labs?|inc|foundation|association|contributors|research|ai)\b\.?/i;

/** Korean family names of two syllables; all others have one. */
const longFamilies = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방 망절 어금 장곡 강전'.split(' '));

/** Scripts with the family name first: Han, Kana and Hangul. */
const eastern = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

const suffixes = /^(?:Jr|Sr|II|III|IV)\.?$/;

/**
 * Splits a printed name into its parts where that is certain: `김철수`, `Laurens van der Maaten`, `King, Martin`. Groups,
 * single words, names of Han letters without a space (Chinese and Japanese ones divide differently) and other doubtful
 * ones stay literal.
 */
export function splitName(name: string): CslName {
  const whole = { literal: name };
  const words = name.split(/\s+/);
  if (groups.test(name) || /[()]/.test(name)) return whole;
  if (words.every((word) => eastern.test(word))) return splitEastern(words) ?? whole;
  const [family = '', given = '', ...more] = name.split(/\s*,\s*/);
  if (more.length > 0) return whole;
  if (given === '') return splitWestern(words) ?? whole;
  if (suffixes.test(given)) return splitWestern([...family.split(/\s+/), given]) ?? whole;
  return family === '' ? whole : { family, given };
}

function splitEastern(words: string[]): CslName | undefined {
  const [first = '', second = '', ...more] = words;
  if (more.length > 0) return undefined;
  if (second !== '') return { family: first, given: second };
  const syllables = [...first];
  if (!/^\p{Script=Hangul}{2,5}$/u.test(first)) return undefined;
  const long = syllables.length > 2 && longFamilies.has(syllables.slice(0, 2).join(''));
  const at = long ? 2 : 1;
  return { family: syllables.slice(0, at).join(''), given: syllables.slice(at).join('') };
}

function splitWestern(words: string[]): CslName | undefined {
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && suffixes.test(last) ? last : undefined;
  const names = suffix === undefined ? words : words.slice(0, -1);
  const family = names.at(-1);
  if (names.length < 2 || family === undefined || !/\p{L}/u.test(family)) return undefined;
  // Lower-case words before the family name are its particles, but for the first word.
  let particles = names.length - 1;
  while (particles > 1 && /^\p{Ll}/u.test(names[particles - 1] ?? '')) particles -= 1;
  const particle = names.slice(particles, -1).join(' ');
  return {
    family,
    given: names.slice(0, particles).join(' '),
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}
