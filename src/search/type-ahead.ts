import { foldText } from '../content/text/fold.ts';

/** Final consonants, and the next syllable's initial that each may become; of two only the second moves. */
const finals: Record<string, string> = {
  ᆨ: 'ᄀ',
  ᆩ: 'ᄁ',
  ᆪ: 'ᆨᄉ',
  ᆫ: 'ᄂ',
  ᆬ: 'ᆫᄌ',
  ᆭ: 'ᆫᄒ',
  ᆮ: 'ᄃ',
  ᆯ: 'ᄅ',
  ᆰ: 'ᆯᄀ',
  ᆱ: 'ᆯᄆ',
  ᆲ: 'ᆯᄇ',
  ᆳ: 'ᆯᄉ',
  ᆴ: 'ᆯᄐ',
  ᆵ: 'ᆯᄑ',
  ᆶ: 'ᆯᄒ',
  ᆷ: 'ᄆ',
  ᆸ: 'ᄇ',
  ᆹ: 'ᆸᄉ',
  ᆺ: 'ᄉ',
  ᆻ: 'ᄊ',
  ᆼ: 'ᄋ',
  ᆽ: 'ᄌ',
  ᆾ: 'ᄎ',
  ᆿ: 'ᄏ',
  ᇀ: 'ᄐ',
  ᇁ: 'ᄑ',
  ᇂ: 'ᄒ',
};

/**
 * Prefixes of an incomplete text (type-ahead), folded and decomposed (NFD). The last consonant of a Hangul syllable may
 * become the initial of the next one: 섢 is on the way to 선형, 선 to 서너.
 */
export function typeAheadPrefixes(text: string): string[] {
  const typed = foldText(text.trim()).normalize('NFD');
  const moved = finals[typed.at(-1) ?? ''];
  return moved === undefined ? [typed] : [typed, typed.slice(0, -1) + moved];
}
