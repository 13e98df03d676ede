const sign = /[\\^_=+<>|{}*]/;
const standingWord = /(?:^|[\s,;:()])\p{L}{2,}(?=$|[\s,;:.!?()])/gu;
/** A word that is no function (`sin(x)`). */
const longWord = /\p{L}{3,}(?!\p{L}*\()/u;
const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const markdown = /\*\*|\]\(|<\/|\p{L}{3,}_\p{L}{3,}/u;
/** Commands, superscripts and subscripts, which prose has not. */
const command = /^[\\^_{]|\\[A-Za-z]{2,}|[\^_]\{|[A-Za-z)][\^_]\w/;

const countWords = (text: string) => text.match(standingWord)?.length ?? 0;

/**
 * Whether two single dollars around a content are delimiters. As in Pandoc they stand before and after something other
 * than white space, no digit follows, and no letter or digit precedes, so that prices stay prices; beside those, and
 * with white space, the content has to be TeX (`3$\times$3`, `$x $`). A letter may follow at once (`$\lambda$는`).
 */
export function delimits(before: string, content: string, after: string): boolean {
  const isTex = command.test(content) && countWords(content.replace(/\\[A-Za-z]+|\{[^{}]*\}/g, '')) === 0;
  const isApart = !/[A-Za-z0-9$]/.test(before + after);
  if (/^\s/.test(content)) return isTex && isApart;
  if (/\s$/.test(content)) return isApart && (isTex || /^[A-Za-z][A-Za-z0-9]?['*]? $/.test(content));
  return isTex || !(/[A-Za-z0-9]/.test(before) || /\d/.test(after));
}

/** Whether the text between two delimiters is prose: two prices, an escaped bracket. */
export function readsAsProse(opener: string, content: string, isAlone: boolean): boolean {
  const isBracket = opener.endsWith('(') || opener.endsWith('[');
  if (opener === '$' && (content.startsWith(')') || content.includes('</'))) return true;
  if (isBracket && markdown.test(content)) return true;
  if (sign.test(content)) return false;
  if (opener.endsWith('[') && /^[\d\s,;–-]+$/.test(content)) return true;
  if (isAlone) return false;
  const words = countWords(content);
  if (isBracket) return words > (opener.endsWith('[') ? 0 : 1) || longWord.test(content) || cjk.test(content);
  if (opener === '$')
    return words > 0 && (/^\d/.test(content) || (words > 1 && /\p{Script=Hangul}/u.test(content)));
  return words > 1 && (/^\s|\s$/.test(content) || cjk.test(content)) && !/\p{L}\(/u.test(content);
}

/** Whether a line is a sentence, which no display formula has. */
export function isSentence(line: string): boolean {
  return !sign.test(line) && countWords(line) > 3;
}
