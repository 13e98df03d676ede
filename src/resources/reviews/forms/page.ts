import { createHash } from 'node:crypto';
import type { Work } from '../../../content/citations/work.ts';
import { identifierSchemes } from '../../../content/identifiers/scheme.ts';
import { addressOfIdentifier } from '../../../content/identifiers/web.ts';
import { renderedStyle } from '../../../content/markdown/style.ts';
import { escapeHtml } from '../../../content/text/escape.ts';
import type { Site } from '../../../http/site/site.ts';
import { imageOf } from '../../images/schema.ts';
import type { Review } from '../schema.ts';
import { reviewOfWork } from './work.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
header { border-bottom: 1px solid #8886; margin-bottom: 2rem; }
img { max-width: 100%; height: auto; }
figure { margin: 1rem 0; }
pre, table, math[display="block"] { display: block; overflow-x: auto; }
math[display="block"] { display: block math; }
pre { padding: 1rem; background: #8882; }
th, td { border: 1px solid #8886; padding: 0.25rem 0.5rem; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 0.25rem solid #8886; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }${renderedStyle}`;

/**
 * The Content-Security-Policy of the page: its images, its one style sheet, and links. No script runs, by `script-src`; where
 * the sandbox forbids them too, browsers load lazy images at once (HTML, "lazy loading attributes").
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'none'",
  'img-src http: https:',
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** A review as a standalone HTML page without scripts; sites use `html`. */
export function writePage(review: Review, site: Site): string {
  const { title, language, summary, excerpt, publishedAt, html } = review;
  const description = summary ?? excerpt;
  const day = publishedAt?.slice(0, 10);
  const image = imageOf(review.cover);
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${description === null ? '' : `<meta name="description" content="${escapeHtml(description)}">\n`}${image === null ? '' : `<meta property="og:image" content="${escapeHtml(image)}">\n`}<link rel="canonical" href="${escapeHtml(site.linkFromPage(review))}">
<style>${style}</style>
</head>
<body>
<article>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${writePaper(reviewOfWork(review).work)}</p>
${day === undefined ? '' : `<p><time datetime="${day}">${day}</time></p>\n`}</header>
${loadFirstAtOnce(html)}
</article>
</body>
</html>
`;
}

/** The first image of the service is loaded at once: it is what is painted largest, more often than not. */
const loadFirstAtOnce = (html: string | null): string =>
  (html ?? '').replace(/<img src="[^"]*\/v1\/images\/[^>]*>/, (image) =>
    image.replace(' loading="lazy"', ' loading="eager"').replace('sizes="auto, ', 'sizes="'),
  );

/** The paper of a review in a line: authors, title, venue, and a status other than active. */
function writePaper({ title, authors = [], venue, status, identifiers }: Work): string {
  const scheme = identifierSchemes.find((name) => identifiers[name]);
  const address = scheme && addressOfIdentifier(scheme, identifiers[scheme] ?? '');
  const cited = `<cite>${escapeHtml(title)}</cite>`;
  const parts = [
    escapeHtml(authors.map(({ name }) => name).join(', ')),
    address ? `<a href="${escapeHtml(address)}" rel="noopener">${cited}</a>` : cited,
    escapeHtml(venue ?? ''),
    status === undefined || status === 'active' ? '' : `<strong>${status}</strong>`,
  ];
  return parts.filter((part) => part !== '').join('. ');
}
