import type { Element, ElementContent, Root } from 'hast';
import {
  type Cell,
  cutLines,
  type HeadLine,
  type HeadPart,
  isAboutPaper,
  isMetadataBlock,
  readHeadLine,
} from '../head/head.ts';
import { usualLabels } from '../head/labels.ts';
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
 * The excerpt: the first paragraphs on one line, at most 200 graphemes, without headings, code, tables, figures, footnotes, and
 * without the lines of metadata (`**Authors**: …`, lines of links) that a text begins with, unless there is nothing else.
 * @param write writes a formula, by its number
 * @returns null without visible text
 */
export function findExcerpt(tree: Root, write: (formula: number) => string): string | null {
  return (
    cutExcerpt(readParagraphs(tree, write, openHead())) ??
    cutExcerpt(readParagraphs(tree, write, { see: () => undefined, skip: (_, pieces) => pieces }))
  );
}

/** What a text begins with, as its elements are visited in their order. */
interface Head {
  see(element: Element): void;
  /** The pieces of a paragraph without the lines of metadata that it begins with. */
  skip(paragraph: Element, pieces: Piece[]): Piece[];
}

function readParagraphs(tree: Root, write: (formula: number) => string, head: Head): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let found = 0;
  visitElements(tree, (element) => {
    if (found > 2 * HEAVIEST || isElement(element, 'table', 'figure', 'section')) return 'skip';
    if (isClassed(element, 'callout-title')) return 'skip';
    head.see(element);
    if (!isElement(element, 'p')) return;
    const read: Piece[] = [''];
    for (const child of element.children) addParagraph(child, read);
    addPiece(read, ' ');
    for (const piece of head.skip(element, read)) {
      const isFormula = typeof piece === 'number';
      const text = flattenLine(isFormula ? write(piece) : piece);
      found += text.length;
      pieces.push({ text, whole: isFormula });
    }
    return 'skip';
  });
  return pieces;
}

const mostHeadLines = 40;
/** What follows a label may be a sentence: one that is longer than any value is text. */
const longestValue = 200;

/** The lines of metadata before the first section and the first line of text. */
function openHead(): Head {
  const quoted = new Set<Element>();
  let [isHead, isFirst, count] = [true, true, 0];
  let before: HeadLine | undefined;
  return {
    see(element) {
      if (/^h[1-6]$/.test(element.tagName))
        isHead &&= (isFirst && element.tagName === 'h1') || isAboutPaper(textOf(element));
      if (isElement(element, 'blockquote') || quoted.has(element))
        for (const child of element.children) if (child.type === 'element') quoted.add(child);
      isFirst = false;
    },
    skip(paragraph, pieces) {
      if (!isHead) return pieces;
      const isQuote = quoted.has(paragraph);
      const lines = cutLines(paragraph.children.map(partOf)).map(({ newlines, cells }) => {
        count += 1;
        return { number: count, newlines, isQuote, cells, text: cells.map(({ text }) => text).join(' ') };
      });
      const read = (line: HeadLine) =>
        line.number > mostHeadLines ? undefined : readHeadLine(line, before, usualLabels);
      if (isMetadataBlock(lines, (line) => read(line) !== undefined)) return [];
      for (const { newlines, ...line } of lines) {
        const said = read(line);
        before = line;
        const isMetadata = said?.said.every(
          ({ value, links }) => value.length <= longestValue || links.length > 0,
        );
        if (isMetadata) continue;
        isHead = false;
        return dropLines(pieces, newlines);
      }
      return [];
    },
  };
}

/** The pieces behind so many line breaks. */
function dropLines(pieces: Piece[], newlines: number): Piece[] {
  let left = newlines;
  return pieces.map((piece) => {
    if (left === 0 || typeof piece === 'number') return left === 0 ? piece : '';
    const lines = piece.split('\n');
    const dropped = Math.min(left, lines.length - 1);
    left -= dropped;
    return left > 0 ? '' : lines.slice(dropped).join('\n');
  });
}

function partOf(child: ElementContent): HeadPart {
  if (child.type === 'text') return { kind: 'text', text: child.value };
  if (isElement(child, 'br')) return { kind: 'break', newlines: 1 };
  return { kind: 'whole', text: textOf(child), links: linksIn(child) };
}

/** The text of a node; a formula is a sign that stands for it. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isFootnoteMark(node)) return '';
  return isElement(node, 'math') ? '∑' : node.children.map(textOf).join('');
}

function linksIn(node: ElementContent): Cell['links'] {
  if (node.type !== 'element') return [];
  if (isElement(node, 'a')) return [{ label: textOf(node).trim(), url: String(node.properties.href ?? '') }];
  return node.children.flatMap(linksIn);
}

function addParagraph(node: ElementContent, pieces: Piece[]): void {
  if (node.type === 'text') addPiece(pieces, node.value);
  else if (isElement(node, 'br')) addPiece(pieces, '\n');
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
    for (const segment of listGraphemes(piece.text)) {
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

/** ASCII without controls, and syllables of Hangul: each is a grapheme, but for the last, which a mark may follow. */
const evenStart = /^[ -~가-힣]{0,500}/;

function* listGraphemes(text: string): Generator<string> {
  const even = evenStart.exec(text)?.[0].length ?? 0;
  const start = even === text.length ? even : Math.max(0, even - 1);
  for (let at = 0; at < start; at++) yield text.charAt(at);
  if (start === text.length) return;
  for (const { segment } of graphemes.segment(text.slice(start))) yield segment;
}

function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of listGraphemes(text)) count++;
  return count;
}
