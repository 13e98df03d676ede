import { foldText } from '../text/fold.ts';

/** The final consonants, and as what the next syllable would begin with them: of two only the second goes over. */
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
 * What a text that is still being typed may be the beginning of, folded and decomposed (NFD). The last consonant of a
 * Hangul syllable may turn out to begin the next one: 섢 is on the way to 선형, 선 to 서너.
 */
export function halfTyped(text: string): string[] {
  const typed = foldText(text.trim()).normalize('NFD');
  const moved = finals[typed.at(-1) ?? ''];
  return moved === undefined ? [typed] : [typed, typed.slice(0, -1) + moved];
}
