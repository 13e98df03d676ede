import { startSlices } from '../../runtime/slices.ts';
import { TextChunks } from '../text/chunks.ts';
import type { Entry, Feed } from './feed.ts';

/** Writes a feed in JSON Feed 1.1, its items one by one. */
export async function writeJsonFeed(feed: Feed): Promise<TextChunks> {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    next_url: feed.next ?? undefined,
    authors: [{ name: feed.author }],
  });
  const texts = [`${head.slice(0, -1)},"items":[`];
  const pause = startSlices();
  for (const [at, entry] of feed.entries.entries()) {
    texts.push(at === 0 ? '' : ',', JSON.stringify(describeItem(entry)));
    await pause();
  }
  return new TextChunks([...texts, ']}']);
}

const describeItem = (entry: Entry) => ({
  id: `urn:uuid:${entry.id}`,
  url: entry.url,
  title: entry.title,
  content_html: entry.content,
  summary: entry.summary ?? undefined,
  image: entry.image?.url,
  date_published: entry.publishedAt ?? undefined,
  date_modified: entry.updatedAt,
  tags: [...(entry.category ? [entry.category.name] : []), ...entry.tags],
  language: entry.language,
});
