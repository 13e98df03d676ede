/** What the title of a review says that that of its paper does not: what kind of text it is, or its language. */
const kinds = [
  String.raw`(?:논문|페이퍼|paper)\s*(?:리뷰|정리|요약|스터디|읽기|review|summary|notes?|reading)?`,
  '리뷰|정리|요약|review|notes?|kor(?:ean)?|eng(?:lish)?|jpn?|chn?|한글|영문',
  '论文(?:笔记|阅读|解读|精读|分享)?|阅读笔记|笔记|解读|論文(?:紹介|読み|まとめ|メモ)?|読書メモ|まとめ',
].join('|');
const [open, close] = [String.raw`[\[(【〔［]`, String.raw`[\])】〕］]`];
const inBrackets = String.raw`${open}\s*(?:[^\[\])】〕］]{1,20}\s)?(?:${kinds})(?:\s[^\[\])】〕］]{1,20})?\s*${close}`;

const venue = String.raw`(?:[A-Z][A-Za-z&. /-]{1,30}['’]?\s?(?:(?:19|20)\d\d|['’]\d\d)|(?:19|20)\d\d\s[A-Z][A-Za-z&]{1,20})(?:\s(?:[Oo]ral|[Ss]potlight|[Pp]oster|[Ww]orkshop|[Bb]est [Pp]aper))?`;

const parts = [
  new RegExp(String.raw`^\s*${open}${venue}${close}\s*[:：-]?\s*`, 'u'),
  new RegExp(String.raw`\s*${open}${venue}${close}\s*$`, 'u'),
  /^\s*[[(【〔［][^\])】〕］]{0,40}(?:논문|리뷰|\breview\b|\bpaper\b|论文|笔记|論文)[^\])】〕］]{0,40}[\])】〕］]\s*[:：-]?\s*/iu,
  new RegExp(String.raw`^\s*${inBrackets}\s*[:：-]?\s*`, 'iu'),
  new RegExp(String.raw`^\s*(?:${kinds})(?:\s*[:：|–—]|\s+-)\s*`, 'iu'),
  new RegExp(String.raw`\s*${inBrackets}\s*$`, 'iu'),
  /(?:\s*[|:：–—]|\s+-|\s)\s*(?:논문 ?리뷰|논문 ?정리|리뷰|论文笔记|论文解读|笔记|論文まとめ|paper review)\s*$/iu,
];

/** A title in the brackets of titles, with a word for the review behind it: `《Segment Anything》论文精读`. */
const titled =
  /^[《「『]([^》」』]+)[》」』]\s*的?\s*(?:论文)?\s*(?:精读|解读|阅读|笔记|阅读笔记|学习笔记|リビュー|を読む|まとめ|리뷰|정리)?$/u;

/**
 * The title of a paper by that of its review: without what says that it is a review (`[논문리뷰]`, `Paper Review:`, `论文笔记`) or
 * where it appeared (`[ICLR 2021]`), and
 * the paper's acronym: a single word in parentheses at the end (`… in Atari (DIAMOND)`, which is removed from the title), or a
 * single word before the first colon (`MoRA: …`; `RLHF Workflow: …` has two). It needs a capital letter, or before a colon a digit
 * (`data2vec: …`), and is not Korean or Chinese. A title of which nothing would be left stays.
 */
export function readPaperTitle(text: string): { title: string; acronym: string | null } {
  const plain = text.trim().replace(/\s+/gu, ' ').replace(titled, '$1');
  const title = parts.reduce(withoutPart, plain);
  const [ending = '', enclosed = ''] = /\s\(([^\s()]{2,40})\)$/u.exec(title) ?? [];
  if (/\p{Lu}/u.test(enclosed) && isLatin(enclosed))
    return { title: title.slice(0, -ending.length), acronym: enclosed };
  const [, leading = ''] = /^([^\s:()]{1,40}):\s/u.exec(title) ?? [];
  const isName = /\p{L}/u.test(leading) && /[\p{Lu}\p{N}]/u.test(leading) && isLatin(leading);
  return { title, acronym: isName ? leading : null };
}

function withoutPart(title: string, pattern: RegExp): string {
  const shorter = title.replace(pattern, '').trim();
  return /\p{L}/u.test(shorter) ? shorter : title;
}

function isLatin(text: string): boolean {
  return !/[\p{Script=Hangul}\p{Script=Han}]/u.test(text);
}
