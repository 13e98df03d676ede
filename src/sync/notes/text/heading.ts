import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Cell } from '../../../content/head/head.ts';
import { readLine } from '../field-reader.ts';
import { joinAnchors, linksIn, plain } from './head-lines.ts';

/**
 * Takes the heading of the first level that a body begins with, or has behind its fields: it is the title where none is stated, and goes from the body
 * where it says the same as the title, which every page shows already.
 * @param stated the title of the front matter
 * @returns links: those that went with it
 */
export function takeHeading(
  body: string,
  stated: string | undefined,
): { title: string | undefined; body: string; links: Cell['links'] } {
  const behind = behindFields(body);
  const start = behind + (/^\s*/.exec(body.slice(behind))?.[0].length ?? 0);
  // Nothing but the heading is parsed: of the first form it is one line.
  const [source] =
    /^(?:#[ \t].*|<h1\b[^>]*>[^\n]*?<\/h1>(?=[ \t]*(?:\r?\n[ \t]*)?(?:\r?\n|$))|.+\n=+[ \t]*(?=\r?\n|$))/i.exec(
      body.slice(start, start + 2_000),
    ) ?? [];
  if (source === undefined) return { title: stated, body, links: [] };
  const heading = plainHeading.test(source)
    ? { text: source.slice(1), end: source.length, links: [] }
    : parseHeading(source);
  const title = heading && readLine(heading.text);
  if (!title || (stated !== undefined && fold(stated) !== fold(title)))
    return { title: stated, body, links: [] };
  const rest = body.slice(start + heading.end).replace(/^[ \t]*(?:\r?\n[ \t]*)*\r?\n/, '');
  return { title: stated ?? title, body: body.slice(0, behind) + rest, links: heading.links };
}

/** Fields that stand in the text (`key:: value` of Dataview, as they are written then), and tags. */
const fieldLines = /^(?:[ \t]*\n|\*\*[^*\n]{1,40}\*\*:.*\n|#[^\s#]\S*(?:[ \t]+#[^\s#]\S*)*[ \t]*\n)+/;
const fenced = /^(`{3,}|~{3,})[\s\S]*?(?:^\1|$(?![\s\S]))/gm;

/** The end of the fields that a body begins with, where they stand before its only heading of the first level; else 0. */
function behindFields(body: string): number {
  const [fields = ''] = fieldLines.exec(body) ?? [];
  if (fields.trim() === '') return 0;
  const headings = body.replace(fenced, '').match(/^#[ \t]/gm) ?? [];
  return headings.length === 1 ? fields.length : 0;
}

/** One that has no markup in it, as most have: its text is what is written. */
const plainHeading = /^#[ \t]+[\p{L}\p{N}][\p{L}\p{N} ,.;:()'"?-]*$/u;

function parseHeading(source: string): { text: string; end: number; links: Cell['links'] } | undefined {
  const [, html] = /^<h1\b[^>]*>(.*)<\/h1>$/is.exec(source) ?? [];
  if (html !== undefined) {
    const [block] = fromMarkdown(html).children;
    return block?.type === 'paragraph'
      ? { text: plain(block.children), end: source.length, links: linksIn(joinAnchors(block.children)) }
      : undefined;
  }
  const [block] = fromMarkdown(source).children;
  if (block?.type !== 'heading' || block.depth !== 1) return undefined;
  return {
    text: plain(block.children),
    end: block.position?.end.offset ?? 0,
    links: linksIn(block.children),
  };
}

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
