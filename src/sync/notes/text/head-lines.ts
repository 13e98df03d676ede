import type { Link, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  type Cell,
  cutLines,
  type HeadLine,
  type HeadPart,
  isAboutPaper,
} from '../../../content/head/head.ts';
import { syntaxFor, treeExtensions } from '../../../content/markdown/extensions.ts';

/** The destinations of inline links, which GFM does not see, and what it may read beyond CommonMark: all of that has such a sign. */
const destinations = /(?<!\\)\]\(https?:\/\/[^\s()<>]+\)/g;
const signsOfGfm = /[|~@]|\[\^|\[[ x]\]|https?:|www\./i;

const mostLines = 40;
/** Longer heads are no lists of metadata; what is parsed is bounded. */
const mostCharacters = 20_000;

/**
 * The lines of paragraphs, lists, block quotes and tables that a body begins with, in plain text with their links: among its first
 * forty, and up to its first section.
 */
export function readHeadLines(body: string): HeadLine[] {
  const source = body.split('\n', mostLines).join('\n').slice(0, mostCharacters);
  const head = untilSection(source);
  // CommonMark alone costs a third.
  const root = signsOfGfm.test(head.replace(destinations, ']('))
    ? fromMarkdown(head, { extensions: syntaxFor(head), mdastExtensions: treeExtensions })
    : fromMarkdown(head);
  const lines: HeadLine[] = [];
  for (const block of headOf(root)) addBlock(block, false, lines);
  return lines;
}

/** The text up to its first section, so that little is parsed; where code comes before it, all of it. */
function untilSection(source: string): string {
  for (const { index, 1: heading = '' } of source.matchAll(/^#{1,6}[ \t]+(.+)$/gm)) {
    if (source.slice(0, index).trim() === '' || isAboutPaper(heading.replace(/[\s#]+$/, ''))) continue;
    return /^\s*(?:`{3}|~{3})/m.test(source.slice(0, index)) ? source : source.slice(0, index);
  }
  return source;
}

function headOf({ children }: Root): RootContent[] {
  const end = children.findIndex(
    (block, index) =>
      block.type === 'heading' && !(index === 0 && block.depth === 1) && !isAboutPaper(plain(block.children)),
  );
  return end < 0 ? children : children.slice(0, end);
}

function addBlock(block: RootContent, isQuote: boolean, lines: HeadLine[]): void {
  if (block.type === 'paragraph') addLines(block.children, isQuote, lines);
  else if (block.type === 'table') addTable(block.children, lines);
  else if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem')
    for (const child of block.children) addBlock(child, isQuote || block.type === 'blockquote', lines);
}

function addLines(children: PhrasingContent[], isQuote: boolean, lines: HeadLine[]): void {
  const first = children[0]?.position?.start.line ?? 1;
  for (const { newlines, cells } of cutLines(joinAnchors(children).map(partOf)))
    lines.push({ number: first + newlines, isQuote, cells, text: cells.map(({ text }) => text).join(' ') });
}

function partOf(child: PhrasingContent): HeadPart {
  if (child.type === 'text') return { kind: 'text', text: child.value };
  if (child.type === 'break') return { kind: 'break', newlines: 1 };
  if (child.type === 'html' && /^<br\b/i.test(child.value)) return { kind: 'break', newlines: 0 };
  const links = linksIn([child]);
  const text = plain([child]);
  // A link that shows a badge is called as that is.
  return { kind: 'whole', text: text === '' && links.length === 1 ? (links[0]?.label ?? '') : text, links };
}

/** The rows of a table: each its label and value, or the values below the labels of its header. */
function addTable(rows: TableRow[], lines: HeadLine[]): void {
  const cellsOf = (row: TableRow): Cell[] =>
    row.children.map(({ children }) => ({ text: plain(children).trim(), links: linksIn(children) }));
  const [first, ...others] = rows;
  if (!first) return;
  const header = cellsOf(first).map(({ text }) => text);
  const isPairs = header.length === 2;
  for (const row of isPairs ? rows : others) {
    const cells = cellsOf(row);
    const number = row.position?.start.line ?? 1;
    const [label, value] = cells;
    if (isPairs && label && value) {
      const pair = { text: `${label.text.replace(/[:：]\s*$/u, '')}: ${value.text}`, links: value.links };
      lines.push({ number, isQuote: false, cells: [pair], text: pair.text });
    } else
      lines.push({ number, isQuote: false, cells, header, text: cells.map(({ text }) => text).join(' ') });
  }
}

const altOf = (children: PhrasingContent[]): string =>
  children
    .map((child) => (child.type === 'image' ? (child.alt ?? '') : ''))
    .join(' ')
    .trim();

/** Inline content in which links in HTML (`<a href="…">`) are links. */
export function joinAnchors(children: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as PhrasingContent;
    const [, url] =
      (child.type === 'html' && /^<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(child.value)) || [];
    const length = children
      .slice(at + 1)
      .findIndex((one) => one.type === 'html' && /^<\/a>/i.test(one.value));
    if (url === undefined || length < 0) joined.push(child);
    else {
      const within = children.slice(at + 1, at + 1 + length);
      joined.push({ type: 'link', url, children: within as Link['children'] });
      at += length + 1;
    }
  }
  return joined;
}

/** The text of inline nodes, without markup. */
export function plain(children: PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'break') return ' ';
      if (child.type === 'image' || child.type === 'html') return '';
      if ('value' in child) return child.value;
      return 'children' in child ? plain(child.children) : '';
    })
    .join('');
}

/** The links of inline nodes. */
export function linksIn(children: PhrasingContent[]): Cell['links'] {
  return children.flatMap((child) => {
    if (child.type === 'link')
      return [{ label: plain(child.children).trim() || altOf(child.children), url: child.url }];
    return 'children' in child ? linksIn(child.children) : [];
  });
}
