import { Type } from 'typebox';
import { writeAtom } from '../../content/feeds/atom.ts';
import type { Entry, Feed } from '../../content/feeds/feed.ts';
import { writeJsonFeed } from '../../content/feeds/json-feed.ts';
import { makePortable } from '../../content/feeds/portable.ts';
import { writeRss } from '../../content/feeds/rss.ts';
import { writeSitemap, writeSitemapIndex } from '../../content/feeds/sitemap.ts';
import type { TextChunks } from '../../content/text/chunks.ts';
import { escapeHtml } from '../../content/text/escape.ts';
import { pageUrl } from '../../http/answers.ts';
import type { Format, FormatContext } from '../../http/plugins/formats.ts';
import type { Site } from '../../http/site/site.ts';
import type { ListPage } from '../../query/run.ts';
import { imageOf } from '../images/schema.ts';
import type { ReviewSummary } from '../reviews/schema.ts';
import type { Sitemap } from './list.ts';

/** The formats of feeds, by the ending of their path. */
export const feedFormats: { ending: string; called: string; format: Format }[] = [
  {
    ...{ ending: 'atom.xml', called: 'Atom' },
    format: feedFormat('application/atom+xml', writeAtom),
  },
  {
    ...{ ending: 'rss.xml', called: 'Rss' },
    format: feedFormat('application/rss+xml', writeRss),
  },
  {
    ...{ ending: 'feed.json', called: 'Json' },
    format: {
      ...feedFormat('application/feed+json', writeJsonFeed),
      schema: Type.Object(
        { version: Type.String(), title: Type.String(), items: Type.Array(Type.Object({})) },
        { description: 'JSON Feed 1.1.' },
      ),
    },
  },
];

function feedFormat(type: string, write: (feed: Feed) => Promise<TextChunks>): Format {
  return {
    ...{ type, schema: Type.String() },
    write: (page: ListPage<ReviewSummary>, context) => write(describeFeed(page, context)),
  };
}

function describeFeed({ data, page }: ListPage<ReviewSummary>, { site, url }: FormatContext): Feed {
  return {
    title: site.title,
    author: site.author ?? site.title,
    self: site.addressOf(url),
    home: site.home(),
    next: page.next === null ? null : site.addressOf(pageUrl(url, 'after', page.next)),
    entries: data.map((review) => describeEntry(review, site)),
  };
}

function describeEntry(review: ReviewSummary, site: Site): Entry {
  return {
    ...review,
    url: site.pageOf(review),
    summary: review.summary,
    image: describeCover(review),
    content: makePortable(contentOf(review), site.pageOf(review)),
    tags: review.tags.map(({ name }) => name),
  };
}

/** The cover as its largest variant. */
function describeCover({ cover }: ReviewSummary): Entry['image'] {
  const url = imageOf(cover);
  return url === null ? null : { url, mediaType: 'image/webp', alt: cover?.alt ?? '' };
}

/** The content of a feed item: the HTML, or the excerpt while it is not rendered yet. */
function contentOf({ html, excerpt }: ReviewSummary): string {
  return html ?? `<p>${escapeHtml(excerpt ?? '')}</p>`;
}

/** A sitemap, or a sitemap index. */
export const sitemapFormat: Format = {
  ...{ type: 'application/xml', schema: Type.String() },
  write: ({ data, sitemaps }: Sitemap, { site }) => {
    if (sitemaps !== null) {
      const pages = Array.from({ length: sitemaps }, (_, index) => `/sitemap.xml?page=${index + 1}`);
      return writeSitemapIndex(pages.map(site.addressOf));
    }
    const pages = data.map((review) => ({ url: site.pageOf(review), updatedAt: review.updatedAt }));
    // A sitemap needs at least one URL.
    return writeSitemap(pages.length > 0 ? pages : [{ url: site.home(), updatedAt: null }]);
  },
};
