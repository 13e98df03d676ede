import { element, textElement, type Xml, xmlDocument } from './xml.ts';

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** How many addresses a sitemap has at most, and how long one is (sitemaps.org). */
export const mostAddresses = 50_000;
const longestAddress = 2048;

/** Writes a sitemap of pages and when they last changed. An address that is too long for one is left out. */
export function writeSitemap(pages: { url: string; updatedAt: string | null }[]): string {
  const urls = pages.flatMap(({ url, updatedAt }): Xml | [] =>
    url.length > longestAddress
      ? []
      : element('url', {}, textElement('loc', url), textElement('lastmod', updatedAt)),
  );
  return xmlDocument(element('urlset', namespace, ...urls));
}

/** Writes an index of sitemaps by their addresses. */
export function writeSitemapIndex(addresses: string[]): string {
  const sitemaps = addresses.map((address) => element('sitemap', {}, textElement('loc', address)));
  return xmlDocument(element('sitemapindex', namespace, ...sitemaps));
}
