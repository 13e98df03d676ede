import { html, SafeHtml } from '../content/pages/html.ts';
import { layOutPage, type PageLinks } from '../content/pages/layout.ts';
import type { Guide, GuideDocument, RenderedDocument } from './guide.ts';

/** Writes a document of the guide as a page, with the table of contents, and a search box where scripts run. */
export function writeGuidePage(
  guide: Guide,
  document: GuideDocument,
  { html: body, sections }: RenderedDocument,
  links: PageLinks,
): string {
  const top = sections.filter(({ level }) => level === 2);
  const contents = ({ name, title }: GuideDocument) => {
    const isOpen = name === document.name;
    const own =
      isOpen &&
      top.length > 0 &&
      html`
<ul>${top.map(({ heading, anchor }) => html`<li><a href="#${encodeURI(anchor)}">${heading}</a></li>`)}</ul>`;
    return html`<li><a href="${name || './'}"${isOpen && html` aria-current="page"`}>${title}</a>${own}</li>\n`;
  };
  const main = html`<div class="guide">
<nav aria-label="Contents">
<div class="search" data-index="search.json" hidden><input type="search" placeholder="Search" aria-label="Search the guide"><ul></ul></div>
<details class="contents" open><summary>Contents</summary>
${guide.chapters.map(
  ({ heading, documents }) => html`<h2>${heading}</h2>
<ul>
${documents.map(contents)}</ul>
`,
)}</details>
</nav>
<article>
${new SafeHtml(body)}
</article>
</div>`;
  const { title, about, name } = document;
  const head = html`<link rel="alternate" type="text/markdown" href="${name || 'README'}.md">
<script src="${links.asset('search.js')}" defer></script>\n`;
  return layOutPage(
    { title: name === '' ? 'Postil: Guide' : `${title} · Postil`, description: about, head, main },
    links,
  );
}

/** Writes `/llms.txt` (llmstxt.org): the documents by chapter, each with its address as Markdown. */
export function writeLlms(guide: Guide, addressOf: (path: string) => string): string {
  const chapters = guide.chapters.map(({ heading, documents }) => {
    const lines = documents.map(
      ({ name, title, about }) => `- [${title}](${addressOf(`/docs/guide/${name}.md`)}): ${about}`,
    );
    return `## ${heading}\n\n${lines.join('\n')}\n`;
  });
  const api = `## API\n\n- [OpenAPI document](${addressOf('/openapi.json')}): every operation, typed
- [Problems](${addressOf('/problems')}): every error, with cause, example and remedy
- [All of the guide](${addressOf('/llms-full.txt')}): these documents in one file\n`;
  return `${summary}\n${[api, ...chapters].join('\n')}`;
}

/** Writes `/llms-full.txt`: all documents in one. */
export function writeLlmsFull(guide: Guide): string {
  const documents = guide.chapters.flatMap((chapter) => chapter.documents);
  return [summary, ...documents.map(({ markdown }) => markdown.trim())].join('\n\n').concat('\n');
}

const summary = `# Postil

> Postil is a headless content API for reviews of research papers: papers, reviews, tags and categories as typed JSON over REST, on Postgres.

What is published can be read without a key; writing needs \`Authorization: Bearer pst_…\`. Lists are \`{ "data": […], "page": {…} }\`
with cursors; one thing is answered bare, with an ETag that a change sends in \`If-Match\`. Errors are problem+json (RFC 9457).
`;
