import { html, type SafeHtml } from '../content/pages/html.ts';
import { layOutPage, type PageLinks } from '../content/pages/layout.ts';
import { directionOf } from '../content/text/direction.ts';
import type { Site } from '../http/site/site.ts';
import type { ReviewSummary } from '../resources/reviews/schema.ts';
import { version } from '../version.ts';
import type { PublicContent, PublicCounts } from './home.ts';

/**
 * Writes the home page.
 * @param content null where nothing is public: without PUBLIC_READ
 */
export function writeHome(content: PublicContent | null, site: Site, links: PageLinks): string {
  const { title, author } = site;
  const lead = `Reviews of research papers${author === null ? '' : ` by ${author}`}, as a content API: typed JSON, safe HTML, citations and feeds.`;
  const main = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${content && writeCounts(content.counts)}
${content ? writeLatest(content.data, site, links) : html`<p>Reading needs an API key here.</p>`}
<h2>Where to go</h2>
<ul class="cards">
${places(content !== null).map(
  ([path, name, text]) => html`<li><a href="${links.to(path)}">${name}</a><span>${text}</span></li>\n`,
)}</ul>
<p class="quiet">Postil ${version}. A program that asks for this address gets JSON.</p>`;
  const feeds = content
    ? html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${links.to('/feeds/atom.xml')}">\n`
    : undefined;
  return layOutPage({ title, description: lead, head: feeds, main }, links);
}

/** The places to go: path, name, and what is there. */
function places(isPublic: boolean): [string, string, string][] {
  return [
    ['/docs/', 'API', 'Every operation, to be tried in the browser.'],
    ['/docs/guide/', 'Guide', 'How to read, write, publish, import and operate.'],
    ['/openapi.json', 'OpenAPI document', 'For clients and generators.'],
    ...(isPublic
      ? ([
          ['/v1/reviews', 'Reviews', 'The list, as JSON.'],
          ['/feeds/atom.xml', 'Atom feed', 'The latest reviews, for feed readers.'],
          ['/feeds/rss.xml', 'RSS feed', 'The same, as RSS 2.0.'],
          ['/feeds/feed.json', 'JSON Feed', 'The same, as JSON.'],
          ['/sitemap.xml', 'Sitemap', 'All pages, for crawlers.'],
        ] as [string, string, string][])
      : []),
    ['/problems', 'Problems', 'Every error: its cause, an example, the remedy.'],
    ['/llms.txt', 'llms.txt', 'The guide for language models.'],
  ];
}

const words: [keyof PublicCounts, string, string][] = [
  ['reviews', 'review', 'reviews'],
  ['papers', 'paper', 'papers'],
  ['tags', 'tag', 'tags'],
  ['categories', 'category', 'categories'],
];

const writeCounts = (counts: PublicCounts): SafeHtml => html`<dl class="counts">
${words.map(
  ([name, one, many]) =>
    html`<div><dt>${counts[name] === 1 ? one : many}</dt><dd>${counts[name].toLocaleString('en')}</dd></div>\n`,
)}</dl>`;

function writeLatest(reviews: ReviewSummary[], site: Site, links: PageLinks): SafeHtml {
  if (reviews.length === 0) return html`<h2>Latest reviews</h2>\n<p>None is published yet.</p>`;
  return html`<h2>Latest reviews</h2>
<ul class="entries">
${reviews.map((review) => writeEntry(review, site, links))}</ul>`;
}

function writeEntry(review: ReviewSummary, site: Site, links: PageLinks): SafeHtml {
  const { title, language, summary, excerpt, publishedAt, paper, tags } = review;
  const day = publishedAt?.slice(0, 10);
  const about = summary ?? excerpt;
  const page = site.pageOnSite(review) ?? links.to(`/v1/reviews/${encodeURIComponent(review.slug)}.html`);
  return html`<li>
<div lang="${language}" dir="${directionOf(language)}"><h3><a href="${page}">${title}</a></h3>
${about && html`<p>${about}</p>`}</div>
<p class="quiet">${day && html`<time datetime="${day}">${day}</time> · `}<cite>${paper.acronym ?? paper.title}</cite>${tags.slice(0, 5).map(({ name }) => html` · ${name}`)}</p>
</li>
`;
}
