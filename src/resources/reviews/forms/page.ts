import type { Work } from '../../../content/citations/work.ts';
import { addressOfIdentifier } from '../../../content/identifiers/places.ts';
import { identifierSchemes } from '../../../content/identifiers/schemes.ts';
import { writeEmbedded } from '../../../content/jsonld/document.ts';
import { describeReview } from '../../../content/jsonld/review.ts';
import { html, SafeHtml } from '../../../content/pages/html.ts';
import { layOutPage, type PageLinks, writePolicy } from '../../../content/pages/layout.ts';
import type { Site } from '../../../http/site/site.ts';
import type { Review } from '../schema.ts';
import { writePageMetadata } from './page-metadata.ts';
import { reviewOfWork } from './work.ts';

/**
 * The Content-Security-Policy of the page of a review, whose images may be elsewhere. No script runs, by `script-src`; where the
 * sandbox forbids them too, browsers load lazy images at once (HTML, "lazy loading attributes").
 */
export const pagePolicy = writePolicy({
  'img-src': 'http: https:',
  sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
});

/** A review as a standalone HTML page without scripts; sites use `html`. */
export function writePage(review: Review, site: Site, links: PageLinks): string {
  const described = reviewOfWork(review);
  const { title, language, tags, outdated, reviewedVersion, previous, next } = review;
  const main = html`<article class="review">
<header>
<h1>${title}</h1>
<p>${writePaper(described.work)}</p>
${writeByline(review, site)}${tags.length > 0 && html`<ul class="tags">${tags.map(({ name }) => html`<li>${name}</li>`)}</ul>\n`}${outdated && html`<p class="stale" lang="en" dir="ltr">The paper has a newer version than the one that is reviewed here${reviewedVersion && html`, v${reviewedVersion.number}`}.</p>\n`}</header>
${writeCover(review)}${new SafeHtml(loadFirstAtOnce(review.html))}
</article>
${writeNeighbours({ previous, next }, site, links)}`;
  return layOutPage(
    {
      ...{ title, language, main },
      description: described.description,
      head: html`${writePageMetadata(review, described, site)}<script type="application/ld+json">${new SafeHtml(writeEmbedded(describeReview(described, site)))}</script>\n`,
      header: html`<header class="bar" lang="en" dir="ltr"><a class="mark" href="${site.home()}">${site.title}</a></header>`,
      footer: writeFooter(review, links),
    },
    links,
  );
}

/** The first image of the service is loaded at once: it is what is painted largest, more often than not. */
const loadFirstAtOnce = (html: string | null): string =>
  (html ?? '').replace(/<img src="[^"]*\/v1\/images\/[^>]*>/, (image) =>
    image.replace(' loading="lazy"', ' loading="eager"').replace('sizes="auto, ', 'sizes="'),
  );

/** The paper of a review in a line: authors, title, venue, and a status other than active. */
function writePaper({ title, authors = [], venue, status, identifiers }: Work): SafeHtml {
  const scheme = identifierSchemes.find((name) => identifiers[name]);
  const address = scheme && addressOfIdentifier(scheme, identifiers[scheme] ?? '');
  const cited = html`<cite>${title}</cite>`;
  const parts = [
    authors.map(({ name }) => name).join(', '),
    address ? html`<a href="${address}" rel="noopener">${cited}</a>` : cited,
    venue,
    status !== undefined && status !== 'active' && html`<strong>${status}</strong>`,
  ].filter(Boolean);
  return html`${parts.map((part, at) => html`${at > 0 && '. '}${part}`)}`;
}

/** Day, author, category and reading time in a line. */
function writeByline({ publishedAt, category, readingMinutes }: Review, site: Site): SafeHtml {
  const day = publishedAt?.slice(0, 10);
  const parts = [
    day && html`<time datetime="${day}">${day}</time>`,
    site.author,
    category?.name,
    html`<span lang="en">${readingMinutes}\u00a0min</span>`,
  ].filter(Boolean);
  return html`<p class="quiet">${parts.map((part, at) => html`${at > 0 && ' · '}${part}`)}</p>\n`;
}

/** The cover that was set; one that is a figure of the body is shown there. */
function writeCover({ cover, html: body }: Review): SafeHtml | null {
  if (!cover?.isChosen || body?.includes(`/v1/images/${cover.id}/`)) return null;
  const { url, width, height, alt } = cover;
  const size = width && height && html` width="${width}" height="${height}"`;
  return html`<img class="cover" src="${url}" alt="${alt}"${size}>\n`;
}

function writeNeighbours(
  { previous, next }: Pick<Review, 'previous' | 'next'>,
  site: Site,
  links: PageLinks,
): SafeHtml | null {
  const neighbours = (
    [
      ['Previous', 'prev', previous],
      ['Next', 'next', next],
    ] as const
  ).flatMap(([label, rel, review]) => {
    if (review === null || review === undefined) return [];
    const page = site.pageOfSlug(review.slug) ?? links.to(pathOfPage(review.slug));
    return [html`<a rel="${rel}" href="${page}"><span lang="en">${label}</span>${review.title}</a>\n`];
  });
  return neighbours.length === 0 ? null : html`<nav class="neighbours">\n${neighbours}</nav>`;
}

const pathOfPage = (slug: string, ending = 'html') => `/v1/reviews/${encodeURIComponent(slug)}.${ending}`;

/** The other forms of the review: for reference managers, editors and programs. */
function writeFooter({ slug }: Review, links: PageLinks): SafeHtml {
  const forms = [
    ['BibTeX', `/v1/reviews/${encodeURIComponent(slug)}/citation?format=bibtex`],
    ['RIS', `/v1/reviews/${encodeURIComponent(slug)}/citation?format=ris`],
    ['Markdown', pathOfPage(slug, 'md')],
    ['JSON', pathOfPage(slug, 'json')],
  ] as const;
  return html`<footer class="foot" lang="en" dir="ltr">${forms.map(
    ([name, path], at) => html`${at > 0 && ' · '}<a href="${links.to(path)}">${name}</a>`,
  )}</footer>`;
}
