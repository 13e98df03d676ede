/** What a blog puts before and behind the title of a paper. */
const prefixes = [
  /^[[(【〔<]\s*[^\])】〕>]*(?:논문|리뷰|review|paper)[^\])】〕>]*[\])】〕>]\s*/iu,
  /^(?:논문\s*리뷰|paper\s*review)\s*[:\-–—|]\s*/iu,
];
const suffixes = [
  /\s*[([](?:논문\s*)?(?:리뷰|paper review|review)[)\]]$/iu,
  /\s+(?:논문\s*)?(?:리뷰|정리)$/u,
  /\s+paper review$/iu,
];

/**
 * The title of a paper and its acronym, of the title of a review: without what the blog says of itself (`[논문리뷰]`). The acronym
 * is a single word in parentheses at the end (`… in Atari (DIAMOND)`, which is removed
 * from the title), or a single word before the first colon (`MoRA: …`; `RLHF Workflow: …` has two). It needs a capital
 * letter, or before a colon a digit (`data2vec: …`), and is not Korean.
 */
export function readPaperTitle(text: string): { title: string; acronym: string | null } {
  const title = stripWords(text.trim().replace(/\s+/gu, ' '));
  const [ending = '', enclosed = ''] = /\s\(([^\s()]{2,40})\)$/u.exec(title) ?? [];
  if (/\p{Lu}/u.test(enclosed) && isLatin(enclosed))
    return { title: title.slice(0, -ending.length), acronym: enclosed };
  const [, leading = ''] = /^([^\s:()]{1,40}):\s/u.exec(title) ?? [];
  const isName = /\p{L}/u.test(leading) && /[\p{Lu}\p{N}]/u.test(leading) && isLatin(leading);
  return { title, acronym: isName ? leading : null };
}

function stripWords(title: string): string {
  let stripped = title;
  for (const pattern of [...prefixes, ...suffixes]) {
    const rest = stripped.replace(pattern, '').trim();
    if (rest !== '') stripped = rest;
  }
  return stripped;
}

function isLatin(text: string): boolean {
  return !/[\p{Script=Hangul}\p{Script=Han}]/u.test(text);
}
