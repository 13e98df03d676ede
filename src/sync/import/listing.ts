import { dropStray } from '../../content/text/invisible.ts';
import { writeBody } from './body.ts';
import { findLinks, type ListedLink, type ListedVersion } from './links.ts';
import { readPaperTitle } from './paper-title.ts';

/** One post of a category page. `line` counts from 1; `body` is Markdown. */
export type ListedPost = {
  line: number;
  /** As it is written. */
  heading: string;
  /** Of the paper. */
  title: string;
  acronym: string | null;
  summary: string | null;
  links: ListedLink[];
  reviewedVersion: ListedVersion | null;
  body: string;
};

export type UnreadLine = { line: number; reason: string; text: string };

export type Listing = {
  category: string | null;
  /** The category's number of posts by the page, which lists only some of them. */
  declaredCount: number | null;
  posts: ListedPost[];
  unread: UnreadLine[];
};

type Line = { line: number; text: string };

/** The first line of every Tistory page: "go to the text". */
const SKIP_NAVIGATION = '본문 바로가기';

/**
 * Parses the copied text of a Tistory category page: the category and its count, then one post a line, with title and
 * excerpt joined. Never throws; unreadable lines are in `unread`. Texts are in NFC, without control and bidirectional
 * characters, and with single spaces.
 */
export function parseListing(text: string): Listing {
  const posts: ListedPost[] = [];
  const head: Line[] = [];
  const unread: UnreadLine[] = [];
  for (const { line, text: content } of splitLines(text)) {
    const abstract = findAbstract(content);
    if (abstract > 0) posts.push(readPost(line, content, abstract));
    else if (abstract === 0)
      unread.push({ line, reason: 'there is no title before "Abstract"', text: content });
    else if (posts.length === 0) head.push({ line, text: content });
    else unread.push(withoutAbstract({ line, text: content }));
  }
  const { category, declaredCount, others } = readHead(head, posts.length > 0);
  unread.push(...others.map(withoutAbstract));
  return { category, declaredCount, posts, unread: unread.sort((a, b) => a.line - b.line) };
}

function withoutAbstract({ line, text }: Line): UnreadLine {
  return { line, reason: 'there is no "Abstract" after a title', text };
}

function splitLines(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((content, i) => ({ line: i + 1, text: cleanLine(content) }))
    .filter((line) => line.text !== '' && line.text !== SKIP_NAVIGATION);
}

function cleanLine(text: string): string {
  const visible = dropStray(text.replace(/\p{Bidi_Control}/gu, '')).replace(/\p{Cc}/gu, ' ');
  return visible.toWellFormed().normalize('NFC').trim();
}

/** The lines before the first post: the category, its count (on the same line or the next), and others. */
function readHead(head: Line[], hasPosts: boolean) {
  const counted = head.findIndex(({ text }) => readCount(text) !== null);
  const count = counted < 0 ? null : readCount(head[counted]?.text ?? '');
  const isNamed = count !== null && count.name !== '';
  // Without a count only the page's first line can be the category, and only if posts follow.
  const named = isNamed ? counted : count ? counted - 1 : hasPosts ? 0 : -1;
  return {
    category: isNamed ? count.name : mergeSpaces(head[named]?.text ?? '') || null,
    declaredCount: count?.number ?? null,
    others: head.filter((_, i) => i !== counted && i !== named),
  };
}

function readCount(text: string): { name: string; number: number } | null {
  const match = /\((\d[\d,]{0,11})\)$/.exec(text);
  if (!match) return null;
  return { name: mergeSpaces(text.slice(0, match.index)), number: Number(match[1]?.replaceAll(',', '')) };
}

/**
 * The offset of the word "Abstract" that ends the title, or -1. A title or summary may have the word too: the one
 * joined to the summary comes first, then the last one before the first Korean letter, since titles are seldom Korean.
 */
function findAbstract(line: string): number {
  const matches = [...line.matchAll(/(?<=^|\s)Abstract(?![\p{Ll}\p{Pd}'’])(\s?)/gu)];
  const korean = line.search(/\p{Script=Hangul}/u);
  const candidates = matches.filter(({ index }) => index > 0);
  const early = candidates.filter(({ index }) => korean < 0 || index < korean);
  const found = early.find(([, space]) => space === '') ?? early.at(-1) ?? candidates[0] ?? matches[0];
  return found?.index ?? -1;
}

function readPost(line: number, content: string, abstract: number): ListedPost {
  const names = readPaperTitle(content.slice(0, abstract));
  const excerpt = content.slice(abstract + 'Abstract'.length).replace(/^\s*:/, '');
  const found = findLinks(excerpt) ?? findGap(excerpt);
  return {
    line,
    ...names,
    heading: mergeSpaces(content.slice(0, abstract)),
    summary: mergeSpaces(excerpt.slice(0, found.start)).replace(/\.\.$/, '…') || null,
    links: found.links,
    reviewedVersion: found.reviewedVersion,
    body: writeBody(excerpt.slice(found.end), names),
  };
}

/** The end of the summary of an excerpt without links: the first gap between paragraphs. */
function findGap(excerpt: string) {
  const gap = /\S\s{2,}/u.exec(excerpt);
  const end = gap ? gap.index + 1 : excerpt.length;
  return { start: end, end, links: [], reviewedVersion: null };
}

function mergeSpaces(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
