import { startSlices } from '../../runtime/slices.ts';
import { Placeholders, type TextChunks } from '../text/chunks.ts';

/** The data of a feed in any format. */
export interface Feed {
  title: string;
  /** Who writes it. */
  author: string;
  /** The absolute URL of this feed. */
  self: string;
  /** The page of the feed. */
  home: string;
  /** The absolute URL of the next page; null at the end. */
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
  /** Safe HTML. */
  content: string;
  /** Its cover, by an absolute URL. */
  image: { url: string; mediaType: string; alt: string } | null;
  /** ISO 8601; null before it is published. */
  publishedAt: string | null;
  updatedAt: string;
  tags: string[];
  category: { slug: string; name: string } | null;
}

/** The cover of an entry as Media RSS, which readers of RSS and of Atom take. An enclosure of RSS would need its length. */
export const describeMedia = ({ image }: Pick<Entry, 'image'>) =>
  image === null
    ? {}
    : {
        media: {
          contents: [
            {
              url: image.url,
              type: image.mediaType,
              medium: 'image',
              ...(image.alt === '' ? {} : { description: { value: image.alt, type: 'plain' } }),
            },
          ],
        },
      };

/** The newest change of an entry; the epoch for an empty feed. */
export function updatedAt({ entries }: Feed): string {
  const times = entries.map((entry) => entry.updatedAt).sort();
  return times.at(-1) ?? dawn;
}

const dawn = '1970-01-01T00:00:00.000Z';

/** Characters that XML 1.0 excludes (2.2), and lone surrogates. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** The library indents CDATA sections: the white space would be content. */
const indented = /(?<=>)\s+(?=<!\[CDATA\[)|(?<=\]\]>)\s+(?=<\/)/g;

/**
 * Writes a feed in XML, with contents one by one: serialising all at once blocks the event loop.
 * @param generate serialises it by the library, with placeholders for contents
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

/** Removes excluded characters and indentation from the library's output. */
const mendXml = (written: string): string => written.replace(impossible, '').replace(indented, '');

/** A CDATA section (XML 1.0, 2.7), with `]]>` split. */
const writeContent = (content: string): string =>
  `<![CDATA[${content.replace(impossible, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
