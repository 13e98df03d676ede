import { type Entry, type Feed, updatedAt } from './feed.ts';
import { characterData, element, textElement, type Xml, xmlDocument } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** Writes a feed in RSS 2.0, with whole contents and authors by the usual modules. */
export function writeRss(feed: Feed): string {
  const channel = element(
    'channel',
    {},
    textElement('title', feed.title),
    textElement('link', feed.home),
    textElement('description', feed.title),
    textElement('lastBuildDate', dateOf(updatedAt(feed))),
    element('atom:link', { rel: 'self', href: feed.self, type: 'application/rss+xml' }),
    textElement('generator', 'Postil'),
    ...feed.entries.map((entry) => writeItem(entry, feed.author)),
  );
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, channel));
}

function writeItem(entry: Entry, author: string): Xml {
  return element(
    'item',
    {},
    textElement('title', entry.title),
    textElement('link', entry.url),
    element('guid', { isPermaLink: 'false' }, `urn:uuid:${entry.id}`),
    textElement('pubDate', entry.publishedAt && dateOf(entry.publishedAt)),
    // `author` would have to be an e-mail address.
    textElement('dc:creator', author),
    textElement('dc:language', entry.language),
    textElement('category', entry.category?.name),
    ...entry.tags.map((tag) => textElement('category', tag)),
    textElement('description', entry.summary),
    element('content:encoded', {}, characterData(entry.content)),
  );
}

/** As RFC 822 has it, with four digits of the year. */
const dateOf = (time: string) => new Date(time).toUTCString();
