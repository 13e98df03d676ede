import { francAll } from 'franc-min';

/** A text in letters has so many of them for what one letter of a syllabic or ideographic script says. */
const lettersPerSyllable = 2.5;
/** From so much of the text on, a script is that of its language: reviews of papers are full of English terms. */
const leastShare = 0.2;
/** Below so many letters the trigrams of a text say nothing. */
const leastLetters = 60;
const hasLeastLetters = new RegExp(`^(?:[^A-Za-z]*[A-Za-z]){${leastLetters}}`);
const longestSample = 4_000;
/** So many characters of prose have all trigrams that matter. */
const mostForTrigrams = 2_000;

/** Function words that English has and its neighbours have not. */
const englishWords = /\b(?:the|of|and|with|that|this|which|are|from|we)\b/gi;
/** In English prose every fifth word or so is one of them; a text of another language does not quote so many. */
const leastEnglish = 0.15;

/**
 * The language of a text by how much of it is in it: Korean, Japanese and Chinese by their scripts, since terms and names among
 * them are English, English by its function words, others by their trigrams.
 * @param fallback what it is when the text does not say
 * @returns a language tag (BCP 47)
 */
export function detectLanguage(markdown: string, fallback = 'en'): string {
  const text = proseOf(markdown.slice(0, longestSample));
  const beyond = text.replace(/[\0-\x7F]+/g, '');
  // Most English notes are ASCII, of which nothing has to be counted.
  if (beyond === '' && hasLeastLetters.test(text)) return detectLatin(text, fallback);
  const latin = text.replace(/[^A-Za-z]+/g, '').length;
  const count = (pattern: RegExp) => beyond.match(pattern)?.length ?? 0;
  const hangul = count(/\p{Script=Hangul}/gu) * lettersPerSyllable;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * lettersPerSyllable;
  const han = count(/\p{Script=Han}/gu) * lettersPerSyllable;
  const letters =
    latin + count(/\p{L}/gu) + ((hangul + kana + han) * (lettersPerSyllable - 1)) / lettersPerSyllable;
  if (letters === 0) return fallback;
  if (hangul / letters >= leastShare && hangul >= kana + han / 2) return 'ko';
  // Japanese is written with both, Chinese without kana.
  if ((kana + han) / letters >= leastShare) return kana / (kana + han) >= 0.1 ? 'ja' : 'zh';
  return letters < leastLetters ? fallback : detectLatin(text, fallback);
}

function detectLatin(text: string, fallback: string): string {
  const sample = text.slice(0, mostForTrigrams);
  return isEnglish(sample) ? 'en' : detectByTrigrams(sample, fallback);
}

/** Language identification by function words (Grefenstette, 1995), which costs a tenth of that by trigrams. */
function isEnglish(text: string): boolean {
  const words = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return words > 0 && (text.match(englishWords)?.length ?? 0) / words >= leastEnglish;
}

function detectByTrigrams(text: string, fallback: string): string {
  const found = francAll(text, { minLength: leastLetters });
  const [code = 'und'] = found[0] ?? [];
  // Names and terms of papers pull English towards its neighbours.
  const english = found.find(([other]) => other === 'eng')?.[1] ?? 0;
  if (code === 'und') return fallback;
  if (english > 0.9) return 'en';
  // ISO 639-3 becomes the shortest code by the canonical form of BCP 47: eng is en.
  return Intl.getCanonicalLocales(code)[0] ?? fallback;
}

/** The text without code, formulas, addresses and tags, which are of no language. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, ' ')
    .replace(/`[^`\n]*`|\$\$[\s\S]*?\$\$|\$[^$\n]*\$|<[^>\n]*>|https?:\/\/\S+|\]\([^)\n]*\)/g, ' ');
}
