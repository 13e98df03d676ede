import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { syntaxFor, treeExtensions } from '../../../content/markdown/extensions.ts';
import { maskText } from '../dialect/mask.ts';

/** Without the search for more addresses in texts, which leaves texts without their places. */
const mdastExtensions = treeExtensions.map(({ transforms: _, ...extension }) => extension);

/** Where a break would add an empty line: beside what stands on a line of its own, and behind the title of a callout. */
const isApart = (line: string) =>
  /^[ \t>]*(?:(?:\uFDD2\d+\uFDD3[.,;]?)?[ \t]*|\[![A-Za-z][\w-]*\].*)$/.test(line);

/**
 * Ends each line within a paragraph with a hard break (CommonMark 6.7), as Velog, Zenn and Obsidian show them. Headings, tables,
 * code, formulas and HTML stay as they are.
 */
export function hardenBreaks(body: string): string {
  const { text, reveal } = maskText(body.replace(/\r\n?/g, '\n'));
  const ends = new Set<number>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading' || node.type === 'table') return;
    if (node.type === 'text') {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
        ends.add(at);
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text, { extensions: syntaxFor(text), mdastExtensions }));
  if (ends.size === 0) return body;
  const lines = text.split('\n');
  let at = 0;
  const written = lines.map((line, number) => {
    at += line.length + 1;
    const isWithin = ends.has(at - 1) && !isApart(line) && !isApart(lines[number + 1] ?? '');
    return isWithin ? `${line.trimEnd()}  ` : line;
  });
  return reveal(written.join('\n'));
}
