import { html, type SafeHtml } from '../content/pages/html.ts';
import { layOutPage, type PageLinks } from '../content/pages/layout.ts';

interface ShownType {
  code: string;
  title: string;
  status: number;
  cause: string;
  remedy: string;
  example: { request: string; detail: string };
}

/** Writes the page of one type of problems: cause, example, remedy. */
export function writeProblemType(type: ShownType, links: PageLinks): string {
  const { code, title, status, cause, remedy, example } = type;
  const answer = JSON.stringify({ code, title, status, detail: example.detail }, null, 2);
  const main = html`<p class="status">${status}</p>
<h1>${title}</h1>
<p><code>${code}</code></p>
<h2>Cause</h2>
<p>${writeCode(cause)}</p>
<h2>Example</h2>
<pre><code>${example.request}</code></pre>
<p>is answered by a problem (RFC 9457), here in short:</p>
<pre><code>${answer}</code></pre>
<h2>Remedy</h2>
<p>${writeCode(remedy)}</p>
<p><a href="${links.to('/problems')}">All problems</a></p>`;
  return layOutPage({ title: `${title} (${code})`, description: cause, main }, links);
}

/** Writes the page that lists all of them. */
export function writeProblemIndex(types: ShownType[], links: PageLinks): string {
  const main = html`<h1>Problems</h1>
<p class="lead">Every error is <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
<table class="problems">
<thead><tr><th>Status</th><th>Code</th><th>Title</th></tr></thead>
<tbody>
${types.map(
  ({ status, code, title }) =>
    html`<tr><td>${status}</td><td><a href="${links.to(`/problems/${code}`)}">${code}</a></td><td>${title}</td></tr>\n`,
)}</tbody>
</table>`;
  return layOutPage(
    { title: 'Problems', description: 'Every error of the API, and what to do.', main },
    links,
  );
}

/** Writes a sentence in which backticks quote code. */
const writeCode = (text: string): SafeHtml[] =>
  text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
