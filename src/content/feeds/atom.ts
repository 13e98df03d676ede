import { generateAtomFeed } from 'feedsmith';
import type { TextChunks } from '../text/chunks.ts';
import { describeMedia, type Entry, type Feed, updatedAt, writeXml } from './feed.ts';

/** Writes a feed in Atom 1.0 (RFC 4287), its pages linked as RFC 5005 has it. */
export const writeAtom = (feed: Feed): Promise<TextChunks> => writeXml(feed, generate);

function generate(feed: Feed): string {
  return generateAtomFeed({
    id: feed.self,
    title: { value: feed.title },
    updated: updatedAt(feed),
    authors: [{ name: feed.author }],
    links: [
      { rel: 'self', href: feed.self, type: 'application/atom+xml' },
      { rel: 'alternate', href: feed.home, type: 'text/html' },
      ...(feed.next === null ? [] : [{ rel: 'next', href: feed.next, type: 'application/atom+xml' }]),
    ],
    generator: { text: 'Postil' },
    entries: feed.entries.map(describeEntry),
  });
}

function describeEntry({ category, ...entry }: Entry) {
  return {
    xml: { lang: entry.language },
    id: `urn:uuid:${entry.id}`,
    title: { value: entry.title },
    updated: entry.updatedAt,
    ...(entry.publishedAt === null ? {} : { published: entry.publishedAt }),
    links: [{ rel: 'alternate', href: entry.url, type: 'text/html' }],
    ...(entry.summary === null ? {} : { summary: { value: entry.summary } }),
    categories: [
      ...(category ? [{ term: category.slug, label: category.name }] : []),
      ...entry.tags.map((tag) => ({ term: tag })),
    ],
    content: { type: 'html', value: entry.content },
    ...describeMedia(entry),
  };
}
