import { parseFeed } from 'feedsmith';
import { NoteRefused } from '../notes/front-matter.ts';
import { lineOf, parseHtml } from './html/tree.ts';
import type { BlogPost, PostEntry } from './post.ts';
import { ImportRefused } from './refused.ts';
import { readInstant, refuseDoctype, requireTitle } from './xml.ts';

/** An item of a feed, of whichever kind. */
interface FeedItem {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  html: string | undefined;
  /** What a feed has that gives no whole texts. */
  excerpt: string | undefined;
  date: string | undefined;
  tags: (string | undefined)[];
}

/**
 * The posts of a feed in RSS, Atom or JSON Feed. Its categories are tags: a feed has no tree of them.
 * @throws ImportRefused when it is none
 */
export function readFeed(text: string): { kind: string; entries: PostEntry[] } {
  if (!text.trimStart().startsWith('{')) refuseDoctype(text);
  const { format, items } = parseItems(text);
  return {
    kind: format,
    entries: items.map((item, at) => {
      const path = item.url ?? item.id ?? `item ${at + 1}`;
      return { path, former: async () => formerOf(item), read: async () => readItem(item) };
    }),
  };
}

function parseItems(text: string): { format: string; items: FeedItem[] } {
  try {
    const parsed = parseFeed(text);
    if (parsed.format === 'rss')
      return {
        format: 'feed in RSS',
        items: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          url: item.link,
          title: item.title,
          html: item.content?.encoded,
          excerpt: item.description,
          date: item.pubDate ?? item.dc?.dates?.[0],
          tags: (item.categories ?? []).map(({ name }) => name),
        })),
      };
    if (parsed.format === 'atom')
      return {
        format: 'feed in Atom',
        items: (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          url: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
          title: plainOf(entry.title),
          html: htmlOf(entry.content),
          excerpt: htmlOf(entry.summary),
          date: entry.published ?? entry.updated,
          tags: (entry.categories ?? []).map(({ label, term }) => label ?? term),
        })),
      };
    if (parsed.format === 'json')
      return {
        format: 'JSON Feed',
        items: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          url: item.url,
          title: item.title,
          html: item.content_html ?? escapeText(item.content_text),
          excerpt: escapeText(item.summary),
          date: item.date_published,
          tags: item.tags ?? [],
        })),
      };
  } catch (error) {
    throw new ImportRefused(`The feed cannot be read: ${(error as Error).message}`, { cause: error });
  }
  throw new ImportRefused('The feed is neither RSS 2.0, Atom nor JSON Feed');
}

interface AtomText {
  value?: string | undefined;
  type?: string | undefined;
}

const plainOf = (text: AtomText | undefined) =>
  text?.type === 'html' || text?.type === 'xhtml' ? lineOf(parseHtml(text.value ?? '')) : text?.value;
const htmlOf = (text: AtomText | undefined) =>
  text?.type === 'html' || text?.type === 'xhtml' ? text.value : escapeText(text?.value);

const escapeText = (text: string | undefined) =>
  text
    ?.replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\n\s*\n/g, '<p>')
    .replace(/\n/g, '<br>');

const formerOf = ({ id, url }: FeedItem) => ({
  source: `feed:${id ?? url}`,
  addresses: url !== undefined && URL.canParse(url) ? [url] : [],
  isHidden: false,
});

function readItem({ id, url, title, html, excerpt, date, tags }: FeedItem): BlogPost {
  const known = id ?? url;
  if (known === undefined) throw new NoteRefused('it has neither an id nor an address to be known by');
  const text = html || excerpt;
  if (text === undefined) throw new NoteRefused('it has no text');
  const names = tags.map((tag) => tag?.replace(/\s+/g, ' ').trim() ?? '');
  return {
    source: `feed:${known}`,
    // RSS escapes a title once or twice.
    title: requireTitle(
      title === undefined ? undefined : lineOf(parseHtml(title.replace(/<(?![a-z/])/gi, '&lt;'))),
    ),
    html: parseHtml(text),
    base: url,
    category: [],
    tags: names.filter((tag, at) => tag !== '' && names.indexOf(tag) === at),
    publishedAt: readInstant(date),
    hidden: null,
    lost: html ? [] : ['the feed has only the beginning of the text'],
  };
}
