import { html } from './html.ts';
import { layOutPage, type PageLinks } from './layout.ts';

/** A problem for its page: the members of its JSON (RFC 9457), and the id of the request. */
interface ShownProblem {
  code: string;
  title: string;
  status: number;
  detail: string;
  errors?: ({ pointer?: string; parameter?: string; detail: string } | object)[];
  id: string;
}

/** Writes a problem as a page: what was answered, and where to go from here. */
export function writeProblem(problem: ShownProblem, links: PageLinks): string {
  const { code, title, status, detail, errors = [], id } = problem;
  const faults = errors as { pointer?: string; parameter?: string; detail: string }[];
  const main = html`<p class="status">${status}</p>
<h1>${title}</h1>
<p>${detail}</p>
${faults.length > 0 && html`<ul>${faults.map((fault) => html`<li><code>${fault.parameter ?? fault.pointer}</code> ${fault.detail}</li>`)}</ul>\n`}<p><a href="${links.to(`/problems/${code}`)}">What this problem means</a> · <a href="${links.to('/')}">Home</a> · <a href="${links.to('/docs/guide/')}">Guide</a></p>
<p class="quiet">Request <code>${id}</code></p>`;
  return layOutPage({ title: `${status} ${title}`, head: noIndex, main }, links);
}

const noIndex = html`<meta name="robots" content="noindex">\n`;
