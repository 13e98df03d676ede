const SYLLABLES = /[가-힣]+/g;
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES_PER_INITIAL = 588;
const FIRST_INITIAL = 0x1100;

// Compatibility jamo of two consonants (ㄳ), which keyboards join, and their parts when folded.
const PAIRS: Record<string, string> = {
  '\u11AA': '\u1100\u1109',
  '\u11AC': '\u1102\u110C',
  '\u11AD': '\u1102\u1112',
  '\u11B0': '\u1105\u1100',
  '\u11B1': '\u1105\u1106',
  '\u11B2': '\u1105\u1107',
  '\u11B3': '\u1105\u1109',
  '\u11B4': '\u1105\u1110',
  '\u11B5': '\u1105\u1111',
  '\u111A': '\u1105\u1112',
  '\u1121': '\u1107\u1109',
};
const INITIALS_OR_PAIRS = /^[\u1100-\u1112\u111A\u1121\u11AA\u11AC\u11AD\u11B0-\u11B5]+$/;

/** Korean particles, which follow a noun without a space. */
const PARTICLES =
  '은 는 이 가 을 를 의 에 도 만 로 으로 와 과 나 이나 란 이란 라는 이라는 인 이다 에서 에게 부터 까지 처럼 보다 에는 에도 에서는 에서의 로는 으로는 로의 으로의 와의 과의 와는 과는 들 들은 들이 들을 들의'.split(
    ' ',
  );

const longestFirst = PARTICLES.toSorted((one, other) => other.length - one.length);
/** The particles that are stripped from a word of two syllables: few such words end with one of them by chance. */
const CERTAIN = new Set('은 는 을 를 의 에서 에게 부터 까지 처럼 보다 에는 에서는 에서의'.split(' '));

export const isParticle = (word: string): boolean => PARTICLES.includes(word);

/**
 * Particle stripping: a Hangul word without the longest particle that it ends with. One syllable is left only by particles that
 * seldom end words (`CERTAIN`): 나이 stays.
 * @returns undefined without such a particle
 */
export function stripParticle(word: string): string | undefined {
  if (!/^[가-힣]+$/.test(word)) return undefined;
  const particle = longestFirst.find(
    (one) =>
      word.endsWith(one) && (word.length > one.length + 1 || (word.length > one.length && CERTAIN.has(one))),
  );
  return particle && word.slice(0, -particle.length);
}

/** The initial consonants (choseong) of a folded run's Hangul, with their offsets in the run: 선형 gives ᄉᄒ. */
export function findInitials(run: string): { text: string; start: number }[] {
  return Array.from(run.matchAll(SYLLABLES), ({ 0: syllables, index }) => ({
    text: Array.from(syllables, initialOf).join(''),
    start: index,
  }));
}

function initialOf(syllable: string): string {
  const index = Math.floor((syllable.charCodeAt(0) - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL);
  return String.fromCharCode(FIRST_INITIAL + index);
}

/** A folded run of initial consonants, pairs such as ㄳ decomposed; null for any other run. */
export function readInitials(run: string): string | null {
  if (!INITIALS_OR_PAIRS.test(run)) return null;
  return Array.from(run, (consonant) => PAIRS[consonant] ?? consonant).join('');
}

/** The forms of a whole word in a text: itself and, when it ends in Hangul, with each particle. */
export function listForms(word: string): string[] {
  return /[가-힣]$/.test(word) ? [word, ...PARTICLES.map((particle) => word + particle)] : [word];
}
