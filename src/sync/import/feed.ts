import { parseFeed } from 'feedsmith';
import { NoteRefused } from '../notes/front-matter.ts';
import { findOtherKind, readJsonFields, readXmlFields } from './feed-fields.ts';
import { findHidden, type ItemFields } from './hidden.ts';
import { lineOf, parseHtml } from './html/tree.ts';
import type { BlogPost, Posts } from './post.ts';
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
  dateBy: string;
  tags: (string | undefined)[];
  /** What it is, where a feed has more than posts. */
  kind?: string | undefined;
}

/**
 * The posts of a feed in RSS, Atom or JSON Feed. Its categories are tags: a feed has no tree of them.
 * @throws ImportRefused when it is none
 */
export function readFeed(text: string): Posts {
  if (!text.trimStart().startsWith('{')) refuseDoctype(text);
  const { format, items } = parseItems(text);
  const fields = readFields(text);
  const posts: Posts = { kind: format, skipped: [], entries: [] };
  for (const [at, item] of items.entries()) {
    const path = item.url ?? item.id ?? `item ${at + 1}`;
    // Where a broken item is left out it is not known which fields are whose.
    const own = fields.length === items.length ? fields[at] : undefined;
    const reason = findOtherKind(item.kind ?? textOf(own?.['blogger:type']));
    const hidden = findHidden(own);
    if (reason !== null) posts.skipped.push({ path, reason });
    else
      posts.entries.push({
        path,
        former: async () => formerOf(item, hidden),
        read: async () => readItem(item, hidden),
      });
  }
  return posts;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function readFields(text: string): ItemFields[] {
  if (!text.trimStart().startsWith('{')) return readXmlFields(text);
  const { items } = JSON.parse(text.replace(/^\uFEFF/, '')) as { items?: unknown };
  return Array.isArray(items) ? items.map(readJsonFields) : [];
}

/** A category by which Google's feeds say what an entry is. */
const isKind = ({ scheme }: { scheme?: string | undefined }) => scheme?.endsWith('#kind') === true;

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
          dateBy: item.pubDate ? 'pubDate' : 'dc:date',
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
          dateBy: entry.published ? 'published' : 'updated',
          tags: (entry.categories ?? [])
            .filter((one) => !isKind(one))
            .map(({ label, term }) => label ?? term),
          kind: entry.categories?.find(isKind)?.term,
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
          dateBy: 'date_published',
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

const formerOf = ({ id, url }: FeedItem, hidden: string | null) => ({
  source: `feed:${id ?? url}`,
  addresses: url !== undefined && URL.canParse(url) ? [url] : [],
  isHidden: hidden !== null,
});

function readItem(
  { id, url, title, html, excerpt, date, dateBy, tags }: FeedItem,
  hidden: string | null,
): BlogPost {
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
    publishedBy: dateBy,
    hidden,
    lost: html ? [] : ['the feed has only the beginning of the text'],
  };
}
