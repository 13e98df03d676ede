import { setImmediate } from 'node:timers/promises';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { cutExcerpt, type ExcerptPiece, fillsExcerpt, flattenLine } from './excerpt.ts';
import { findFormulas } from './formula.ts';
import { readProse } from './prose.ts';
import { countReadingMinutes } from './reading-time.ts';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

// The parser takes quadratic time and more on hostile text. Beyond these limits a piece of prose is not looked at, nor
// is anything after so many pieces, so that no piece holds the event loop up for more than some 20 ms.
const SEARCHED = 32_768;
const MOST_PIECES = 20;
const LONGEST_PIECE = 1_536;
const MOST_MARKS = 128;
const MOST_DEFINITIONS = 24;
const DEFINITION = /^ {0,3}\[[^[\]\\\s][^[\]\\\n]{0,60}\]:/gm;
const MARK = /[!#&()*+.<=>[\\\]^_`{|}~\n-]/g;
const DEEP_NESTING = /^(?:[ \t]{16}|(?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){9})/m;

// Noncharacters, which Unicode keeps for uses like this: a formula is hidden from the parser as its number between them.
const HIDDEN = /\uFDD0(\d+)\uFDD1/;

/**
 * A plain-text reading of Markdown (CommonMark with GFM).
 * @returns excerpt: the text of the first paragraphs on one line, at most 200 graphemes; headings, code, tables,
 * images and HTML are left out and links are their text; null when there is none. readingMinutes: whole, at least 1.
 */
export async function readMarkdown(
  body: string,
): Promise<{ excerpt: string | null; readingMinutes: number }> {
  return { excerpt: await readExcerpt(body), readingMinutes: await countReadingMinutes(body) };
}

async function readExcerpt(body: string): Promise<string | null> {
  const definitions = listDefinitions(body);
  const pieces: ExcerptPiece[] = [];
  let left = MOST_PIECES;
  for (const prose of readProse(body.slice(0, SEARCHED))) {
    if (prose.trim() === '') continue;
    if (left-- === 0) break;
    if (left < MOST_PIECES - 1) await setImmediate();
    const formulas: string[] = [];
    const looked = prose.slice(0, 4 * LONGEST_PIECE);
    const hidden = hideFormulas(looked, formulas);
    const bounded = bound(hidden);
    const text = readParagraphs(definitions + bounded);
    pieces.push(...restoreFormulas(text, formulas));
    const wasBounded = text !== '' && (looked.length < prose.length || bounded.length < hidden.length);
    if (wasBounded || fillsExcerpt(pieces)) return cutExcerpt(pieces, wasBounded);
  }
  return cutExcerpt(pieces, false);
}

/** A link may refer to a definition anywhere below, so each piece is parsed with all of them before it. */
function listDefinitions(body: string): string {
  let definitions = '';
  let left = MOST_DEFINITIONS;
  for (const [label] of body.slice(0, 8 * SEARCHED).matchAll(DEFINITION)) {
    if (left-- === 0) break;
    definitions += `${label} x\n\n`;
  }
  return definitions;
}

function hideFormulas(prose: string, formulas: string[]): string {
  const text = prose.replace(/[\uFDD0\uFDD1]/g, '');
  let hidden = '';
  let at = 0;
  for (const { start, end } of findFormulas(text)) {
    hidden += `${text.slice(at, start)}\uFDD0${formulas.length}\uFDD1`;
    formulas.push(text.slice(start, end));
    at = end;
  }
  return hidden + text.slice(at);
}

function restoreFormulas(text: string, formulas: string[]): ExcerptPiece[] {
  return text.split(HIDDEN).map((part, index) => {
    const whole = index % 2 === 1;
    return { text: flattenLine(whole ? (formulas[Number(part)] ?? '') : part), whole };
  });
}

function bound(prose: string): string {
  let end = Math.min(prose.length, LONGEST_PIECE, DEEP_NESTING.exec(prose)?.index ?? prose.length);
  let marks = 0;
  for (const { index } of prose.slice(0, end).matchAll(MARK)) {
    if (++marks <= MOST_MARKS) continue;
    end = index;
    break;
  }
  if (end === prose.length) return prose;
  const wordEnd = prose.slice(0, end).search(/\s\S*$/);
  return prose.slice(0, wordEnd > 0 ? wordEnd : end).replace(/\uFDD0\d*$/, '');
}

function readParagraphs(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return findParagraphs(tree)
    .map((paragraph) => readText(paragraph))
    .join('');
}

function findParagraphs(node: Node): Node[] {
  if (node.type === 'paragraph') return [node];
  if (node.type === 'footnoteDefinition' || !('children' in node)) return [];
  return node.children.flatMap((child) => findParagraphs(child));
}

function readText(node: Node): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map((child) => readText(child)).join('');
  return node.type === 'paragraph' ? `${text} ` : text;
}
