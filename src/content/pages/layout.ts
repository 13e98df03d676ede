import { directionOf } from '../text/direction.ts';
import { html, type SafeHtml } from './html.ts';

/** The files that pages refer to, in the folder `assets/`. */
export const assetNames = ['style.css', 'search.js', 'logo.svg'] as const;
export type AssetName = (typeof assetNames)[number];

/** The URLs in a page, relative to it or absolute. */
export interface PageLinks {
  /** The URL of a path of this service. */
  to(path: string): string;
  asset(name: AssetName): string;
}

/** The parts of a page that its layout places. */
export interface PageParts {
  title: string;
  /** BCP 47; English where it is absent. */
  language?: string;
  description?: string | null;
  /** Further elements of `head`. */
  head?: SafeHtml | SafeHtml[] | undefined;
  /** The parts above and below; those of this service where they are absent. */
  header?: SafeHtml;
  footer?: SafeHtml | undefined;
  main: SafeHtml;
}

const policy = {
  'default-src': "'none'",
  'script-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * The Content-Security-Policy of pages: the style sheet and the images of this service, and nothing else.
 * @param changed directives of one page
 */
export const writePolicy = (changed: Record<string, string> = {}): string =>
  Object.entries({ ...policy, ...changed })
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** Writes a page: a document of HTML with the style sheet of all pages. */
export function layOutPage(
  { title, language = 'en', description, head, header, footer, main }: PageParts,
  links: PageLinks,
): string {
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description ? html`<meta name="description" content="${description}">\n` : ''}${head}<link rel="icon" href="${links.asset('logo.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${links.asset('style.css')}">
</head>
<body>
${header ?? serviceHeader(links)}
<main>
${main}
</main>
${footer ?? serviceFooter(links)}
</body>
</html>
`.text;
}

const serviceHeader = (links: PageLinks) => html`<header class="bar">
<a class="mark" href="${links.to('/')}"><img src="${links.asset('logo.svg')}" alt="" width="28" height="28">Postil</a>
<nav aria-label="Postil"><a href="${links.to('/docs/guide/')}">Guide</a> <a href="${links.to('/docs/')}">API</a></nav>
</header>`;

const serviceFooter = (links: PageLinks) => html`<footer class="foot">
<a href="${links.to('/')}">Home</a> · <a href="${links.to('/docs/guide/')}">Guide</a> · <a href="${links.to('/docs/')}">API</a> · <a href="${links.to('/openapi.json')}">OpenAPI</a> · <a href="${links.to('/problems')}">Problems</a> · <a href="${links.to('/llms.txt')}">llms.txt</a>
</footer>`;
