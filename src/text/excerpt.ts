import { isLine } from './line.ts';

/** A stretch of an excerpt; a whole one (a formula) is taken as it is or not at all. */
export type ExcerptPiece = { text: string; whole: boolean };

const LONGEST = 200;
// A grapheme can have any number of marks: what an excerpt may weigh, in UTF-16 units.
const HEAVIEST = 2_000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Makes one line of at most 200 graphemes of the pieces. Where it is cut, or where more follows anyway, it ends in
 * "…", at the end of a word when there is one in its second half; a formula that does not fit ends it, and one that
 * would never fit is left out.
 * @returns null when nothing visible is there
 */
export function cutExcerpt(pieces: ExcerptPiece[], moreFollows: boolean): string | null {
  const whole = moreFollows ? null : take(pieces, LONGEST);
  const text = (whole?.isComplete ? whole : take(pieces, LONGEST - 1)).text.trim();
  if (!isLine(text)) return null;
  return whole?.isComplete ? text : `${text}…`;
}

/** Whether the pieces fill an excerpt, so that no more of them are needed. */
export function fillsExcerpt(pieces: ExcerptPiece[]): boolean {
  return !take(pieces, LONGEST).isComplete;
}

/** Text on one line: white space becomes single spaces, control and bidirectional characters go. */
export function flattenLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, (run) =>
      /\s/.test(run) ? ' ' : '',
    )
    .replace(/\s+/g, ' ');
}

function take(pieces: ExcerptPiece[], limit: number): { text: string; isComplete: boolean } {
  let text = '';
  let used = 0;
  let wordEnd = 0;
  for (const piece of pieces) {
    if (piece.whole) {
      const length = countGraphemes(piece.text);
      if (length > limit || piece.text.length > HEAVIEST) continue;
      if (used + length > limit || text.length + piece.text.length > HEAVIEST)
        return { text, isComplete: false };
      text += piece.text;
      used += length;
      continue;
    }
    for (const { segment } of graphemes.segment(piece.text)) {
      if (segment === ' ') {
        if (text === '' || text.endsWith(' ')) continue;
        wordEnd = text.length;
      }
      if (used === limit || text.length + segment.length > HEAVIEST) {
        return { text: wordEnd > text.length / 2 ? text.slice(0, wordEnd) : text, isComplete: false };
      }
      text += segment;
      used++;
    }
  }
  return { text, isComplete: true };
}

function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}
