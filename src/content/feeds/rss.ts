import { generateRssFeed } from 'feedsmith';
import type { TextChunks } from '../text/chunks.ts';
import { escapeHtml } from '../text/escape.ts';
import { describeMedia, type Entry, type Feed, updatedAt, writeXml } from './feed.ts';

/** Writes a feed in RSS 2.0, with whole contents and authors by the usual modules. */
export const writeRss = (feed: Feed): Promise<TextChunks> => writeXml(feed, generate);

function generate(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.title,
    lastBuildDate: updatedAt(feed),
    generator: 'Postil',
    atom: { links: [{ rel: 'self', href: feed.self, type: 'application/rss+xml' }] },
    items: feed.entries.map((entry) => describeItem(entry, feed.author)),
  });
}

function describeItem({ category, ...entry }: Entry, author: string) {
  return {
    title: entry.title,
    link: entry.url,
    guid: { value: `urn:uuid:${entry.id}`, isPermaLink: false },
    ...(entry.publishedAt === null ? {} : { pubDate: entry.publishedAt }),
    // `author` would have to be an e-mail address.
    dc: { creators: [author], languages: [entry.language] },
    categories: [...(category ? [category.name] : []), ...entry.tags].map((name) => ({ name })),
    // It is HTML to most readers.
    description: entry.summary === null ? undefined : escapeHtml(entry.summary),
    content: { encoded: entry.content },
    ...describeMedia(entry),
  };
}
