import { startSlices } from '../slices.ts';
import { Placeholders, type TextChunks } from '../text/chunks.ts';

/** What every format of a feed tells. */
export interface Feed {
  title: string;
  /** Who writes it. */
  author: string;
  /** The absolute address of this feed. */
  self: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The absolute address of the entries that follow; null at the end. */
  next: string | null;
  entries: Entry[];
}

export interface Entry {
  /** A UUID. */
  id: string;
  title: string;
  /** Its page. */
  url: string;
  /** BCP 47. */
  language: string;
  summary: string | null;
  /** HTML that is safe to show. */
  content: string;
  /** ISO 8601; null before it is published. */
  publishedAt: string | null;
  updatedAt: string;
  tags: string[];
  category: { slug: string; name: string } | null;
}

/** When the newest of it changed: what a feed without entries has not done yet. */
export function updatedAt({ entries }: Feed): string {
  const times = entries.map((entry) => entry.updatedAt).sort();
  return times.at(-1) ?? dawn;
}

const dawn = '1970-01-01T00:00:00.000Z';

/** What XML 1.0 cannot hold in any form (2.2), and half a surrogate pair. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** The library indents the sections that hold texts as they are: the spaces would belong to the texts. */
const indented = /(?<=>)\s+(?=<!\[CDATA\[)|(?<=\]\]>)\s+(?=<\/)/g;

/**
 * Writes a feed in XML, its contents one by one: the library would take a long slice of the event loop for all of them.
 * @param generate has the library write it, with a mark in place of each content
 */
export async function writeXml(feed: Feed, generate: (marked: Feed) => string): Promise<TextChunks> {
  const asides = new Placeholders();
  const entries: Entry[] = [];
  const pause = startSlices();
  for (const entry of feed.entries) {
    entries.push({ ...entry, content: asides.put(writeContent(entry.content)) });
    await pause();
  }
  return asides.restore(generate({ ...feed, entries }), mendXml);
}

/** What the library wrote, with each text as it was given, but for characters that XML has no way to say. */
const mendXml = (written: string): string => written.replace(impossible, '').replace(indented, '');

/** A content as a CDATA section (XML 1.0, 2.7), which `]]>` would end. */
const writeContent = (content: string): string =>
  `<![CDATA[${content.replace(impossible, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
