import { type Entry, type Feed, updatedAt } from './feed.ts';
import { characterData, element, textElement, type Xml, xmlDocument } from './xml.ts';

/** Writes a feed in Atom 1.0 (RFC 4287), its pages linked as RFC 5005 has it. */
export function writeAtom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom' },
      textElement('id', feed.self),
      textElement('title', feed.title),
      textElement('updated', updatedAt(feed)),
      element('author', {}, textElement('name', feed.author)),
      link('self', feed.self, 'application/atom+xml'),
      link('alternate', feed.home, 'text/html'),
      feed.next === null ? null : link('next', feed.next, 'application/atom+xml'),
      element('generator', {}, 'Postil'),
      ...feed.entries.map(writeEntry),
    ),
  );
}

function writeEntry(entry: Entry): Xml {
  const { category } = entry;
  return element(
    'entry',
    { 'xml:lang': entry.language },
    textElement('id', `urn:uuid:${entry.id}`),
    textElement('title', entry.title),
    textElement('updated', entry.updatedAt),
    textElement('published', entry.publishedAt),
    link('alternate', entry.url, 'text/html'),
    textElement('summary', entry.summary),
    category && element('category', { term: category.slug, label: category.name }),
    ...entry.tags.map((tag) => element('category', { term: tag })),
    element('content', { type: 'html' }, characterData(entry.content)),
  );
}

const link = (rel: string, href: string, type: string) => element('link', { rel, href, type });
