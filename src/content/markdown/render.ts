import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { escapeHtml } from '../text/escape.ts';
import { flattenLine } from '../text/line.ts';
import { allowList } from './allow-list.ts';
import { linkFragments } from './anchors.ts';
import { finishCallouts } from './callouts.ts';
import { highlightCode } from './code.ts';
import {
  checkAddresses,
  type Figures,
  findFigures,
  finishElements,
  nestsLinks,
  placeFormulas,
  revealAddresses,
} from './elements.ts';
import { cutExcerpt, findExcerpt } from './excerpt.ts';
import { type HiddenFormula, hideFormulas, writeFormula } from './hidden.ts';
import type { ShownImages } from './images.ts';
import { labelsFor } from './labels.ts';
import { parseMarkdown, toHtmlTree } from './markdown.ts';
import { fillFormulas } from './mathml.ts';
import { cleanRawHtml } from './raw-html.ts';
import { readHtml, writeHtml } from './read-html.ts';
import { countReadingMinutes } from './reading-time.ts';
import { anchorSections, type Section } from './sections.ts';
import { definesMacro } from './tex.ts';
import { type Piece, readPieces } from './tree.ts';
import { type RenderWarning, type Warn, Warnings } from './warnings.ts';

/** What is derived from a Markdown text. */
export interface Rendering extends Figures {
  /** Safe HTML, with formulas as MathML. At most 2 MiB of UTF-8. */
  html: string;
  /** Plain text, with blocks on lines of their own and the source of formulas. */
  text: string;
  /** The first paragraphs on one line, at most 200 graphemes, without a cut formula; null without any. */
  excerpt: string | null;
  sections: Section[];
  /** An integer, at least 1. */
  readingMinutes: number;
  warnings: RenderWarning[];
}

/** The rendering exceeds the limit of its size. */
export class RenderingTooLarge extends Error {
  override name = 'RenderingTooLarge';
}

const mostBytes = 2 * 1024 * 1024;

/**
 * Renders Markdown: CommonMark and GFM with formulas, and allow-listed HTML. Formulas, anchors and other generated
 * nodes are in the tree before the allow-list is applied, which is the last step to change it. A formula that KaTeX
 * cannot parse is shown as its source, with a warning. The caller has to limit time and memory (pool.ts): hostile text
 * can take minutes, or the whole stack.
 * @param images those that the body refers to
 * @throws RenderingTooLarge, UnstableHtml, RangeError (nested too deeply for the stack)
 */
export function renderMarkdown(body: string, images: ShownImages = new Map()): Rendering {
  const { text: hidden, formulas, lineOf } = hideFormulas(body);
  const warnings = new Warnings();
  const warn: Warn = (line, source, detail) => warnings.add(line && lineOf(line), source, detail);
  const lines = new Map<string, number>();
  const tree = buildTree(hidden, formulas, images, lines, warn);
  const writeNumber = (number: number) => (formulas[number] ? writeFormula(formulas[number]) : '');
  const write = (pieces: Piece[]) =>
    pieces.map((piece) => (typeof piece === 'number' ? writeNumber(piece) : piece)).join('');
  const anchored = anchorSections(tree, write);
  const { sections } = anchored;
  linkFragments(tree, anchored, lines, warn);
  const pieces = readPieces(tree).map((piece) =>
    typeof piece === 'string' ? piece.replace(/[^\S\n]*\n\s*/g, '\n') : piece,
  );
  const derived = {
    text: write(pieces).trim(),
    excerpt: findExcerpt(tree, (number) =>
      definesMacro(formulas[number]?.tex ?? '') ? '' : writeNumber(number),
    ),
    sections,
    // A formula counts as a word.
    readingMinutes: countReadingMinutes(
      pieces.map((piece) => (typeof piece === 'number' ? '0' : piece)).join(''),
    ),
    ...findFigures(tree),
  };
  let bytes = 0;
  const spend = (more: number) => {
    bytes += more;
    if (bytes > mostBytes) throw new RenderingTooLarge('What comes out is larger than 2 MiB');
  };
  highlightCode(tree, spend);
  fillFormulas(tree, formulas, { warn: warnings.add, spend });
  const html = writeHtml(sanitize(tree, allowList) as Root);
  bytes = 0;
  spend(Buffer.byteLength(html));
  return { html, ...derived, warnings: warnings.list() };
}

/** The sanitised tree of a text, with placeholders of formulas; serialising and parsing it gives the same. */
function buildTree(
  text: string,
  formulas: HiddenFormula[],
  images: ShownImages,
  lines: Map<string, number>,
  warn: Warn,
): Root {
  const markdown = parseMarkdown(text);
  revealAddresses(markdown, formulas, lines, warn);
  const labels = labelsFor(text);
  const unread = toHtmlTree(markdown, labels);
  placeFormulas(unread, formulas, images, warn);
  const isRaw = cleanRawHtml(unread, formulas, warn);
  const tree =
    isRaw || nestsLinks(unread)
      ? readHtml(unread, (read) => checkAddresses(read, images, lines, warn))
      : unread;
  finishElements(tree, formulas);
  finishCallouts(tree, labels);
  return tree;
}

/**
 * The fallback for a text that cannot be rendered: its source, escaped, in linear time.
 * @param fault the reason, in words
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
    ...{ cover: null, figures: [] },
    warnings: [{ line: null, source: null, detail: `${fault}; the source is shown` }],
  };
}

const longestExcerpted = 4000;
const writeSource = (source: string) => `<pre><code>${escapeHtml(source)}</code></pre>`;
