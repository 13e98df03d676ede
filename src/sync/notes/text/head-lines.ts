import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A part of a line between two separators, or a cell of a table. */
export interface Cell {
  text: string;
  links: { label: string; url: string }[];
}

export interface HeadLine {
  /** From 1, in the body. */
  number: number;
  text: string;
  cells: Cell[];
  isQuote: boolean;
  /** The header of a table whose rows are not labelled themselves. */
  header?: string[];
}

const mostLines = 40;
/** Longer heads are no lists of metadata; what is parsed is bounded. */
const mostCharacters = 20_000;

/**
 * The lines of paragraphs, lists, block quotes and tables that a body begins with, in plain text with their links, up to its
 * first section.
 * @param goesOn whether the head goes on below a heading of this text
 */
export function readHeadLines(body: string, goesOn: (heading: string) => boolean): HeadLine[] {
  const source = body.split('\n', mostLines).join('\n').slice(0, mostCharacters);
  const root = fromMarkdown(source, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const lines: HeadLine[] = [];
  for (const block of headOf(root, goesOn)) addBlock(block, false, lines);
  return lines;
}

function headOf({ children }: Root, goesOn: (heading: string) => boolean): RootContent[] {
  const end = children.findIndex(
    (block, index) =>
      block.type === 'heading' && !(index === 0 && block.depth === 1) && !goesOn(plain(block.children)),
  );
  return end < 0 ? children : children.slice(0, end);
}

function addBlock(block: RootContent, isQuote: boolean, lines: HeadLine[]): void {
  if (block.type === 'paragraph') addLines(block.children, isQuote, lines);
  else if (block.type === 'table') addTable(block.children, lines);
  else if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem')
    for (const child of block.children) addBlock(child, isQuote || block.type === 'blockquote', lines);
}

/** The lines of a paragraph, each cut at the separators between its parts. */
function addLines(children: PhrasingContent[], isQuote: boolean, lines: HeadLine[]): void {
  let cells: Cell[] = [{ text: '', links: [] }];
  let number = children[0]?.position?.start.line ?? 1;
  const end = () => {
    const filled = cells
      .map((cell) => ({ ...cell, text: cell.text.trim() }))
      .filter(({ text }) => text !== '');
    if (filled.length > 0)
      lines.push({ number, isQuote, cells: filled, text: filled.map(({ text }) => text).join(' ') });
    cells = [{ text: '', links: [] }];
  };
  for (const child of children) {
    if (child.type === 'text') {
      for (const [index, line] of child.value.split('\n').entries()) {
        if (index > 0) {
          end();
          number += 1;
        }
        for (const [part, text] of line.split(/\s+[·|｜•]\s+|\s*｜\s*/u).entries()) {
          if (part > 0) cells.push({ text: '', links: [] });
          addTo(cells, { text, links: [] });
        }
      }
    } else if (child.type === 'break' || (child.type === 'html' && /^<br\b/i.test(child.value))) {
      end();
      number = child.position?.end.line ?? number;
    } else addTo(cells, { text: plain([child]), links: linksIn([child]) });
  }
  end();
}

function addTo(cells: Cell[], { text, links }: Cell): void {
  const last = cells.at(-1);
  if (!last) return;
  last.text += text;
  last.links.push(...links);
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

function linksIn(children: PhrasingContent[]): Cell['links'] {
  return children.flatMap((child) => {
    if (child.type === 'link') return [{ label: plain(child.children).trim(), url: child.url }];
    return 'children' in child ? linksIn(child.children) : [];
  });
}
