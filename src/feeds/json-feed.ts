import type { Feed } from './feed.ts';

/** Writes a feed in JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    next_url: feed.next ?? undefined,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: entry.url,
      title: entry.title,
      content_html: entry.content,
      summary: entry.summary ?? undefined,
      date_published: entry.publishedAt ?? undefined,
      date_modified: entry.updatedAt,
      tags: [...(entry.category ? [entry.category.name] : []), ...entry.tags],
      language: entry.language,
    })),
  });
}
