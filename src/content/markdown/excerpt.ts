import type { ElementContent, Root } from 'hast';
import { flattenLine, isLine } from '../text/line.ts';
import { isClassed } from './callouts.ts';
import { addPiece, isElement, isFootnoteMark, type Piece, visitElements } from './tree.ts';

/** A piece of an excerpt; a whole one (a formula) is never cut. */
export type ExcerptPiece = { text: string; whole: boolean };

const LONGEST = 200;
// A grapheme can have any number of marks: the longest excerpt, in UTF-16 units.
const HEAVIEST = 2_000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The excerpt: the first paragraphs on one line, at most 200 graphemes, without headings, code, tables, figures and
 * footnotes.
 * @param write writes a formula, by its number
 * @returns null without visible text
 */
export function findExcerpt(tree: Root, write: (formula: number) => string): string | null {
  const pieces: ExcerptPiece[] = [];
  let found = 0;
  visitElements(tree, (element) => {
    if (found > 2 * HEAVIEST || isElement(element, 'table', 'figure', 'section')) return 'skip';
    if (isClassed(element, 'callout-title')) return 'skip';
    if (!isElement(element, 'p')) return;
    const read: Piece[] = [''];
    for (const child of element.children) addParagraph(child, read);
    addPiece(read, ' ');
    for (const piece of read) {
      const isFormula = typeof piece === 'number';
      const text = flattenLine(isFormula ? write(piece) : piece);
      found += text.length;
      pieces.push({ text, whole: isFormula });
    }
    return 'skip';
  });
  return cutExcerpt(pieces);
}

function addParagraph(node: ElementContent, pieces: Piece[]): void {
  if (node.type === 'text') addPiece(pieces, node.value);
  else if (isElement(node, 'br')) addPiece(pieces, ' ');
  else if (isElement(node, 'math')) addPiece(pieces, Number(node.properties.dataFormula));
  else if (node.type === 'element' && !isFootnoteMark(node))
    for (const child of node.children) addParagraph(child, pieces);
}

/**
 * Joins pieces to one line of at most 200 graphemes. It is cut with "…" at the end of a word, if there is one in its
 * second half; a formula that does not fit ends it, and one that would never fit is left out.
 * @returns null without visible text
 */
export function cutExcerpt(pieces: ExcerptPiece[]): string | null {
  const whole = take(pieces, LONGEST);
  const text = (whole.isComplete ? whole : take(pieces, LONGEST - 1)).text.trim();
  if (!isLine(text)) return null;
  return whole.isComplete ? text : `${text}…`;
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
