/**
 * Invisible code points, and those that change the direction of text: default-ignorable ones (UAX #44), interlinear
 * annotation, the blank Braille pattern and the blank note head.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800\u{1D159}]/gu;

/** The scripts where joiners change how letters connect, and those where U+200B separates words. */
const joining = [
  ...[
    'Arab',
    'Syrc',
    'Mong',
    'Nkoo',
    'Mand',
    'Adlm',
    'Rohg',
    'Deva',
    'Beng',
    'Guru',
    'Gujr',
    'Orya',
    'Taml',
    'Telu',
  ],
  ...['Knda', 'Mlym', 'Sinh', 'Tibt', 'Mymr', 'Khmr', 'Java', 'Bali', 'Newa', 'Cakm'],
];
const parted = ['Khmr', 'Laoo', 'Mymr', 'Thai', 'Tibt'];
const ofScripts = (scripts: string[]) =>
  `[${scripts.map((name) => `\\p{Script_Extensions=${name}}`).join('')}]`;

/**
 * The contexts where such a code point has a meaning, as lookbehinds: joiners between the letters of scripts that need
 * them (wider than CONTEXTJ of RFC 5892), in emoji sequences (UTS #51), variation selectors after what has variants
 * (UTS #37, StandardizedVariants.txt), and the tags of a flag.
 */
const MEANT = new RegExp(
  [
    // Joiners and zero-width spaces, after a letter or mark of their scripts.
    `(?<=${ofScripts(joining)})(?<=[\\p{L}\\p{M}])[\\u200C\\u200D]`,
    `(?<=${ofScripts(parted)})(?<=[\\p{L}\\p{M}])\\u200B`,
    // Emoji: ZWJ sequences, presentation, keycaps, and flags of regions.
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=[\\p{Emoji}--[#*0-9]])[\\uFE0E\\uFE0F]',
    '(?<=[#*0-9])\\uFE0F(?=\\u20E3)',
    '(?<=\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{0,6})[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}](?=[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{0,6}\\u{E007F})',
    '(?<=\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,6})\\u{E007F}',
    // Variants of ideographs, mathematical symbols and Mongolian letters.
    '(?<=\\p{Script=Han})[\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{Sm})[\\uFE00\\uFE01]',
    '(?<=\\p{Script=Mong})(?<=\\p{L})[\\u180B-\\u180F]',
  ].join('|'),
  'gv',
);

/** The first invisible code point without a meaning in its context; undefined without any. */
export function findInvisible(text: string): number | undefined {
  if (text.search(INVISIBLE) < 0) return undefined;
  return text.replace(MEANT, '').match(INVISIBLE)?.[0]?.codePointAt(0);
}

/** Removes all invisible code points: names that look alike then are equal. */
export const dropInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Removes invisible code points without a meaning, from copied text. */
export function dropStray(text: string): string {
  const meant = new Set(Array.from(text.matchAll(MEANT), ({ index }) => index));
  return text.replace(INVISIBLE, (character, at: number) => (meant.has(at) ? character : ''));
}

const names: Record<number, string> = {
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  4447: 'Hangul filler',
  4448: 'Hangul filler',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8288: 'word joiner',
  10240: 'blank Braille pattern',
  12644: 'Hangul filler',
  65039: 'variation selector-16',
  65279: 'byte order mark',
  65440: 'Hangul filler',
};

/** The name of an invisible code point in a problem: `U+200B (zero width space)`. */
export function nameInvisible(code: number): string {
  const name = names[code];
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${name ? ` (${name})` : ''}`;
}
