import { type Fetch, type Fetched, OutboundRefused } from '../../outbound/fetch.ts';
import { readFeed } from './feed.ts';
import { attributeOf, findElement, isTag, parseHtml } from './html/tree.ts';
import type { Posts } from './post.ts';
import { ImportRefused } from './refused.ts';
import { decodeExport } from './xml.ts';

const bounds = { mostBytes: 64 * 1024 * 1024, timeout: 60_000 };

/** The posts of a feed at an address, or of the one that the page there names (`link` of the kind `alternate`). @throws ImportRefused */
export async function openAddress(address: string, fetch: Fetch | undefined): Promise<Posts> {
  if (!fetch) throw new ImportRefused('Nothing is fetched');
  const { bytes, type, url } = await get(fetch, address);
  const text = decodeExport(bytes, url);
  if (!/\bhtml\b/i.test(type)) return readFeed(text);
  const link = findElement(parseHtml(text), (one) => {
    const isAlternate = isTag(one, 'link') && attributeOf(one, 'rel').split(' ').includes('alternate');
    return isAlternate && /(?:rss|atom)\+xml|feed\+json/i.test(attributeOf(one, 'type'));
  });
  const href = link ? attributeOf(link, 'href') : '';
  if (href === '' || !URL.canParse(href, url)) throw new ImportRefused(`The page at ${url} names no feed`);
  const feed = await get(fetch, new URL(href, url).href);
  return readFeed(decodeExport(feed.bytes, feed.url));
}

async function get(fetch: Fetch, address: string): Promise<Fetched> {
  try {
    return await fetch(address, bounds);
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    throw new ImportRefused(`${address} cannot be read: ${error.message}`, { cause: error });
  }
}
