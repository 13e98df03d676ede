import { generateRssFeed } from 'feedsmith';
import { type Entry, type Feed, mendXml, updatedAt } from './feed.ts';

/** Writes a feed in RSS 2.0, with whole contents and authors by the usual modules. */
export function writeRss(feed: Feed): string {
  const written = generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.title,
    lastBuildDate: updatedAt(feed),
    generator: 'Postil',
    atom: { links: [{ rel: 'self', href: feed.self, type: 'application/rss+xml' }] },
    items: feed.entries.map((entry) => describeItem(entry, feed.author)),
  });
  return mendXml(written);
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
    description: entry.summary ?? undefined,
    content: { encoded: entry.content },
  };
}
