import { Readable } from 'node:stream';
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';

/** The limits of sitemaps.org: addresses of a sitemap, and the length of one. */
export const mostAddresses = 50_000;
const longestAddress = 2048;

const xmlns = { news: false, video: false, xhtml: false, image: false };

/** Writes a sitemap of pages with their last change. An address that is too long is omitted. */
export async function writeSitemap(pages: { url: string; updatedAt: string | null }[]): Promise<string> {
  const entries = pages
    .filter(({ url }) => url.length <= longestAddress)
    .map(({ url, updatedAt }) => ({ url, ...(updatedAt === null ? {} : { lastmod: updatedAt }) }));
  const written = Readable.from(entries).pipe(new SitemapStream({ level: ErrorLevel.THROW, xmlns }));
  return (await streamToPromise(written)).toString();
}

/** Writes an index of sitemaps by their addresses. */
export async function writeSitemapIndex(addresses: string[]): Promise<string> {
  const entries = addresses.map((url) => ({ url }));
  const written = Readable.from(entries).pipe(new SitemapIndexStream({ level: ErrorLevel.THROW }));
  return (await streamToPromise(written)).toString();
}
