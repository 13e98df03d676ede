import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { escapeHtml } from '../text/escape.ts';
import { flattenLine } from '../text/line.ts';
import { allowList } from './allow-list.ts';
import {
  checkAddresses,
  findCover,
  finishElements,
  nestsLinks,
  placeFormulas,
  revealAddresses,
} from './elements.ts';
import { cutExcerpt, findExcerpt } from './excerpt.ts';
import { type HiddenFormula, hideFormulas, writeFormula } from './hidden.ts';
import { parseMarkdown, toHtmlTree } from './markdown.ts';
import { fillFormulas } from './mathml.ts';
import { cleanRawHtml } from './raw-html.ts';
import { readHtml, writeHtml } from './read-html.ts';
import { countReadingMinutes } from './reading-time.ts';
import { anchorSections, type Section } from './sections.ts';
import { type Piece, readPieces } from './tree.ts';
import { type RenderWarning, type Warn, Warnings } from './warnings.ts';

/** Everything that is derived from a Markdown text. */
export interface Rendering {
  /** Safe to be put into a page as it is; formulas are MathML. At most 2 MiB of UTF-8. */
  html: string;
  /** The same as plain text, blocks on lines of their own, formulas as they were written. */
  text: string;
  /** The first paragraphs on one line, at most 200 graphemes, cut in no formula; null when there are none. */
  excerpt: string | null;
  sections: Section[];
  /** Whole, at least 1. */
  readingMinutes: number;
  /** The absolute address of the first image. */
  cover: string | null;
  warnings: RenderWarning[];
}

/** The text asks for more than a rendering may hold. */
export class RenderingTooLarge extends Error {
  override name = 'RenderingTooLarge';
}

const mostBytes = 2 * 1024 * 1024;

/**
 * Renders Markdown: CommonMark and GFM with maths, and the HTML in it that an allow-list takes. Formulas, anchors and
 * whatever else is ours are nodes of the tree before the allow-list is applied, which is the last thing to change it.
 * A formula that KaTeX cannot read is shown as it was written, and warned of.
 * Time and memory are the caller's to limit (pool.ts): hostile text can take minutes, or the whole stack.
 * @throws RenderingTooLarge, UnstableHtml, RangeError (nested too deeply for the stack)
 */
export function renderMarkdown(body: string): Rendering {
  const { text: hidden, formulas, lineOf } = hideFormulas(body);
  const warnings = new Warnings();
  const warn: Warn = (line, source, detail) => warnings.add(line && lineOf(line), source, detail);
  const tree = buildTree(hidden, formulas, warn);
  const writeNumber = (number: number) => (formulas[number] ? writeFormula(formulas[number]) : '');
  const write = (pieces: Piece[]) =>
    pieces.map((piece) => (typeof piece === 'number' ? writeNumber(piece) : piece)).join('');
  const sections = anchorSections(tree, write);
  const pieces = readPieces(tree).map((piece) =>
    typeof piece === 'string' ? piece.replace(/[^\S\n]*\n\s*/g, '\n') : piece,
  );
  const derived = {
    text: write(pieces).trim(),
    excerpt: findExcerpt(tree, writeNumber),
    sections,
    // A formula is read as a word.
    readingMinutes: countReadingMinutes(
      pieces.map((piece) => (typeof piece === 'number' ? '0' : piece)).join(''),
    ),
    cover: findCover(tree),
  };
  let bytes = 0;
  const spend = (more: number) => {
    bytes += more;
    if (bytes > mostBytes) throw new RenderingTooLarge('What comes out is larger than 2 MiB');
  };
  fillFormulas(tree, formulas, { warn: warnings.add, spend });
  const html = writeHtml(sanitize(tree, allowList) as Root);
  bytes = 0;
  spend(Buffer.byteLength(html));
  return { html, ...derived, warnings: warnings.list() };
}

/** The tree of a text that stands for itself when it is written and read again, with numbers in the place of formulas. */
function buildTree(text: string, formulas: HiddenFormula[], warn: Warn): Root {
  const markdown = parseMarkdown(text);
  revealAddresses(markdown, formulas, warn);
  const unread = toHtmlTree(markdown, /\p{Script=Hangul}/u.test(text));
  placeFormulas(unread, formulas, warn);
  const isRaw = cleanRawHtml(unread, formulas, warn);
  const tree = isRaw || nestsLinks(unread) ? readHtml(unread, (read) => checkAddresses(read, warn)) : unread;
  finishElements(tree, formulas);
  return tree;
}

/**
 * What stands for a text that cannot be rendered: its source, escaped. Takes linear time, whatever the text is.
 * @param fault why it cannot, in words
 */
export function renderSource(body: string, fault: string): Rendering {
  let source = body;
  let html = writeSource(source);
  while (Buffer.byteLength(html) > mostBytes) {
    source = source.slice(0, Math.floor(source.length / 2)).replace(/[\uD800-\uDBFF]$/, '');
    html = writeSource(`${source}…`);
  }
  return {
    html,
    text: body,
    excerpt: cutExcerpt([{ text: flattenLine(body.slice(0, longestExcerpted)), whole: false }]),
    sections: [],
    readingMinutes: countReadingMinutes(body),
    cover: null,
    warnings: [{ line: null, source: null, detail: `${fault}; the source is shown` }],
  };
}

const longestExcerpted = 4000;
const writeSource = (source: string) => `<pre><code>${escapeHtml(source)}</code></pre>`;
