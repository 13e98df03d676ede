// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000
import type { PagePlace, ReviewSummary } from './client.ts';
import { Html, html } from './html.ts';

type Facets = Partial<Record<string, { value: string; name: string; count: number }[]>>;

/** The filters of the panel, and their headings. */
export const filters = { category: 'Category', tag: 'Tags', year: 'Year', language: 'Language' };

/** An address with other parameters; cursors are dropped, for they belong to the parameters that they came with. */
export function addressOf(path: string, query: URLSearchParams, change: (query: URLSearchParams) => void) {
  const changed = new URLSearchParams(query);
  changed.delete('after');
  changed.delete('before');
  change(changed);
  return changed.size === 0 ? path : `${path}?${changed}`;
}

/** The cursors of a page's address. */
export function cursorsOf(query: URLSearchParams) {
  return { after: query.get('after') ?? undefined, before: query.get('before') ?? undefined };
}

export function reviewAddress(slug: string): string {
  return `/reviews/${encodeURIComponent(slug)}`;
}

/** When, where and about what a review is. */
export function byline({ publishedAt, readingMinutes, language, category, paper, outdated }: ReviewSummary) {
  return html`<p class="byline"><time>${publishedAt?.slice(0, 10)}</time>
    ${category && html`· <a href="/?category=${encodeURIComponent(category.slug)}">${category.name}</a>`}
    · on <a href="/papers/${encodeURIComponent(paper.slug)}">${paper.acronym ?? paper.title}</a>
    · ${readingMinutes}&nbsp;min · ${language} ${outdated && html`<span class="outdated">newer version out</span>`}</p>`;
}

export function tagLinks(tags: ReviewSummary['tags']): Html {
  return html`<ul class="tags">${tags.map(
    ({ slug, name }) => html`<li><a href="/?tag=${encodeURIComponent(slug)}">${name}</a></li>`,
  )}</ul>`;
}

/** A review in a list; hits of a search come as HTML in which all but the marks is escaped. */
export function card(review: ReviewSummary): Html {
  const { slug, title, summary, excerpt, language, highlight, tags, cover } = review;
  return html`<article lang="${language}">
  <h2><a href="${reviewAddress(slug)}">${highlight ? new Html(highlight.title) : title}</a></h2>
  ${byline(review)}
  ${cover && coverImage(cover)}
  <p>${highlight?.snippet ? new Html(highlight.snippet) : (summary ?? excerpt)}</p>
  ${tagLinks(tags)}
</article>`;
}

/** The cover of a review beside its text: the browser chooses the smallest variant that suffices. */
function coverImage({ alt, width, height, url, variants }: NonNullable<ReviewSummary['cover']>): Html {
  const srcset = variants.map((variant) => `${variant.url} ${variant.width}w`).join(', ');
  return html`<img class="cover" src="${url}" srcset="${srcset}" sizes="10rem" width="${width}" height="${height}" alt="${alt}" loading="lazy">`;
}

/** Links to the neighbouring pages. */
export function pager(path: string, query: URLSearchParams, { previous, next }: PagePlace): Html {
  const link = (name: 'after' | 'before', cursor: string | null, label: string) =>
    cursor &&
    html`<a rel="${name === 'after' ? 'next' : 'prev'}" href="${addressOf(path, query, (to) => to.set(name, cursor))}">${label}</a>`;
  return html`<nav class="pager">${link('before', previous, '← Previous page')} ${link('after', next, 'Next page →')}</nav>`;
}

/** The filter panel: a count tells how many reviews its link leads to. Tags add up; of the others one is chosen. */
export function panel(query: URLSearchParams, facets: Facets = {}): Html {
  const groups = Object.entries(filters).map(([name, heading]) => {
    const chosen = query.getAll(name);
    const counts = facets[name] ?? [];
    const gone = chosen.filter((value) => !counts.some((count) => count.value === value));
    const shown = [...counts, ...gone.map((value) => ({ value, name: value, count: 0 }))].filter(
      ({ value }) => name === 'tag' || chosen.length === 0 || chosen.includes(value),
    );
    const items = shown.map(({ value, name: label, count }) => {
      const isChosen = chosen.includes(value);
      const href = addressOf('/', query, (to) =>
        isChosen ? to.delete(name, value) : to.append(name, value),
      );
      return html`<li><a href="${href}"${isChosen && html` aria-current="true"`}>${label}${isChosen && ' ×'}</a> <small>${count}</small></li>`;
    });
    return html`<h3>${heading}</h3><ul>${items}</ul>`;
  });
  return html`<aside><h2>Filter</h2>${groups}</aside>`;
}
