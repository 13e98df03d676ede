import type { ReviewOfWork, Work } from '../../../content/citations/work.ts';
import { html, type SafeHtml } from '../../../content/pages/html.ts';
import type { Site } from '../../../http/site/site.ts';
import type { Review } from '../schema.ts';

type Entry = readonly [name: string, content: string | number | null | undefined];

/**
 * The metadata in the head of a review's page: its canonical URL, Open Graph (ogp.me) for previews of links, and the tags of
 * Highwire Press, by which Zotero and Google Scholar read what is cited: the review, with its paper as a reference.
 */
export function writePageMetadata({ cover }: Review, review: ReviewOfWork, site: Site): SafeHtml {
  const { title, description, language, publishedAt, updatedAt, tags, image, work } = review;
  const page = site.pageOf(review);
  // Open Graph needs absolute URLs.
  const url = /^https?:/.test(page) ? page : null;
  const openGraph: Entry[] = [
    ['og:type', 'article'],
    ['og:site_name', site.title],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', image],
    ['og:image:width', image && cover?.width],
    ['og:image:height', image && cover?.height],
    ['og:image:alt', image && cover?.alt],
    ['article:published_time', publishedAt],
    ['article:modified_time', updatedAt],
    ['article:author', site.author],
    ...tags.map((tag) => ['article:tag', tag] as const),
  ];
  const names: Entry[] = [
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
    ['citation_title', title],
    ['citation_author', site.author],
    ['citation_publication_date', publishedAt?.slice(0, 10).replaceAll('-', '/')],
    ['citation_language', language],
    ['citation_keywords', tags.join('; ')],
    ['citation_abstract', description],
    ['citation_public_url', url],
    ['citation_reference', writeReference(work)],
  ];
  return html`<link rel="canonical" href="${page}">
${openGraph.map(([name, content]) => isSaid(content) && html`<meta property="${name}" content="${content}">\n`)}${names.map(([name, content]) => isSaid(content) && html`<meta name="${name}" content="${content}">\n`)}`;
}

const isSaid = (content: Entry[1]) => content !== null && content !== undefined && content !== '';

/** The reviewed paper as a reference, in fields that semicolons end. */
function writeReference({ title, authors = [], publishedOn, identifiers, venue }: Work): string {
  const fields: Entry[] = [
    ['citation_title', title],
    ...authors.map(({ name }) => ['citation_author', name] as const),
    ['citation_publication_date', publishedOn?.replaceAll('-', '/')],
    ['citation_conference_title', venue],
    ['citation_arxiv_id', identifiers.arxiv],
    ['citation_doi', identifiers.doi],
  ];
  return fields
    .flatMap(([name, content]) => (isSaid(content) ? [`${name}=${`${content}`.replaceAll(';', ',')}`] : []))
    .join('; ');
}
