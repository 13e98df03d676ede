/** The words that rendering adds, in a language. */
export interface Labels {
  footnotes: string;
  /** The name of the link from a footnote to a mark, counted from 1. */
  backTo(mark: number): string;
  /** The titles of callouts, by kind. */
  callouts: Record<CalloutKind, string>;
}

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

const titles = (...words: [string, string, string, string, string]) =>
  Object.fromEntries(calloutKinds.map((kind, at) => [kind, words[at]])) as Labels['callouts'];

const english: Labels = {
  footnotes: 'Footnotes',
  backTo: (mark) => `Back to reference ${mark}`,
  callouts: titles('Note', 'Tip', 'Important', 'Warning', 'Caution'),
};
const korean: Labels = {
  footnotes: '각주',
  backTo: (mark) => `본문 ${mark}로`,
  callouts: titles('참고', '팁', '중요', '경고', '주의'),
};
const japanese: Labels = {
  footnotes: '脚注',
  backTo: (mark) => `本文 ${mark} へ`,
  callouts: titles('メモ', 'ヒント', '重要', '警告', '注意'),
};
const chinese: Labels = {
  footnotes: '脚注',
  backTo: (mark) => `返回正文 ${mark}`,
  callouts: titles('备注', '提示', '重要', '警告', '注意'),
};

const longestRead = 20_000;
/** Whether a text may have a letter of Hangul, Han or Kana. */
const mayBeEastern = /[\u1100-\uFFFF]/;

/** The labels for a text: by its Hangul or Kana, or where a tenth of it is Han. */
export function labelsFor(text: string): Labels {
  if (!mayBeEastern.test(text)) return english;
  const read = text.slice(0, longestRead);
  if (/\p{Script=Hangul}/u.test(text)) return korean;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(read)) return japanese;
  return (read.match(/\p{Script=Han}/gu)?.length ?? 0) * 10 > read.length ? chinese : english;
}
