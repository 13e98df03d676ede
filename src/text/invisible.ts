/**
 * Code points that draw nothing or turn the direction of what follows: default-ignorable ones (UAX #44), interlinear
 * annotation, the blank Braille pattern and the blank note head.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800\u{1D159}]/gu;

/** The scripts in which joiners change how letters connect, and those in which U+200B parts words. */
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
 * Where such a code point has a meaning. Each is looked for by what stands before it, as a text is read: joiners between
 * the letters of scripts that need them (wider than CONTEXTJ of RFC 5892, as people write), in emoji sequences (UTS #51),
 * variation selectors behind what has variants (UTS #37, StandardizedVariants.txt), and tags of a flag.
 */
const MEANT = new RegExp(
  [
    // A joiner or space of no width, behind a letter or mark of its script.
    `(?<=${ofScripts(joining)})(?<=[\\p{L}\\p{M}])[\\u200C\\u200D]`,
    `(?<=${ofScripts(parted)})(?<=[\\p{L}\\p{M}])\\u200B`,
    // Emoji: joined ones, the choice of their form, keycaps, and the flags of regions.
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=[\\p{Emoji}--[#*0-9]])[\\uFE0E\\uFE0F]',
    '(?<=[#*0-9])\\uFE0F(?=\\u20E3)',
    '(?<=\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{0,6})[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}](?=[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{0,6}\\u{E007F})',
    '(?<=\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,6})\\u{E007F}',
    // Variants of ideographs, of symbols of mathematics and of Mongolian letters.
    '(?<=\\p{Script=Han})[\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{Sm})[\\uFE00\\uFE01]',
    '(?<=\\p{Script=Mong})(?<=\\p{L})[\\u180B-\\u180F]',
  ].join('|'),
  'gv',
);

/** The first invisible code point that has no meaning where it stands; undefined when there is none. */
export function findInvisible(text: string): number | undefined {
  if (text.search(INVISIBLE) < 0) return undefined;
  return text.replace(MEANT, '').match(INVISIBLE)?.[0]?.codePointAt(0);
}

/** The text without what nobody sees: what two names that look alike have in common. */
export const dropInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** The text without those that mean nothing where they stand: of what was copied from a page. */
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

/** What a problem calls a code point that cannot be shown: `U+200B (zero width space)`. */
export function nameInvisible(code: number): string {
  const name = names[code];
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${name ? ` (${name})` : ''}`;
}
