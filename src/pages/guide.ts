import { readdirSync, readFileSync } from 'node:fs';
import { anchorFinder } from '../content/markdown/anchors.ts';
import { renderInThread } from '../content/markdown/pool.ts';
import type { Section } from '../content/markdown/sections.ts';
import { packageUrl } from '../package-root.ts';

/** A document of the guide, in its place in the list of `docs/README.md`. */
export interface GuideDocument {
  /** The name of its file without the ending: its path below `/docs/guide/`; '' of the list itself. */
  name: string;
  title: string;
  /** The questions that it answers. */
  about: string;
  markdown: string;
}

/** A heading of the list, and the documents below it. */
export interface GuideChapter {
  heading: string;
  documents: GuideDocument[];
}

/** A document as a page. */
export interface RenderedDocument {
  html: string;
  /** Its headings below the title. */
  sections: Section[];
  text: string;
}

/** A section of a document, for the search box. */
export interface IndexedSection {
  title: string;
  heading: string;
  /** Relative to `/docs/guide/`. */
  url: string;
  text: string;
}

const row = /^\| \[([^\]]+)\]\(([\w-]+)\.md\) \| (.*?) \|$/gm;

/**
 * The documents of the folder `docs/` of the package as pages. Read and rendered once, at the first need; there are as many as
 * files.
 */
export class Guide {
  readonly chapters: GuideChapter[];
  readonly documents: Map<string, GuideDocument>;
  /** Other files, by name: pictures. */
  readonly files: Set<string>;
  readonly #folder = packageUrl('docs/');
  readonly #rendered = new Map<string, Promise<RenderedDocument>>();

  /** @throws Error of node:fs where the package has no `docs/` */
  constructor() {
    const list = this.#read('README.md');
    const parts = list.split(/^## (.+)$/m);
    this.chapters = [];
    for (let at = 1; at < parts.length; at += 2) {
      const documents = [...(parts[at + 1] ?? '').matchAll(row)].map(
        ([, title = '', name = '', about = '']) => ({
          ...{ name, title, about, markdown: this.#read(`${name}.md`) },
        }),
      );
      this.chapters.push({ heading: parts[at] ?? '', documents });
    }
    const index = { name: '', title: 'Guide', about: '', markdown: list };
    this.documents = new Map(
      [index, ...this.chapters.flatMap(({ documents }) => documents)].map((one) => [one.name, one]),
    );
    this.files = new Set(readdirSync(this.#folder).filter((name) => name.endsWith('.svg')));
  }

  #read(name: string): string {
    return readFileSync(new URL(name, this.#folder), 'utf8');
  }

  readFile(name: string): Buffer {
    return readFileSync(new URL(name, this.#folder));
  }

  /** Renders a document, once, in a worker thread; its links lead to pages, and to the anchors that those have. */
  async render(document: GuideDocument): Promise<RenderedDocument> {
    const { html, sections, text } = await this.#renderOnce(document);
    const targets = new Map<string, (name: string) => string | undefined>();
    for (const [, name = '', fragment] of html.matchAll(link)) {
      const target = fragment === undefined ? undefined : this.#find(name);
      if (target) targets.set(name, anchorFinder((await this.#renderOnce(target)).sections));
    }
    const linked = html.replace(link, (_, name: string, fragment: string | undefined, label: string) => {
      const target = this.#find(name);
      // What is not in the guide, such as a file of the source, is no link.
      if (!target) return label;
      const anchor = fragment === undefined ? undefined : targets.get(name)?.(fragment);
      return `<a href="${target.name || './'}${anchor === undefined ? '' : `#${encodeURI(anchor)}`}">${label}</a>`;
    });
    return { html: linked, sections, text };
  }

  #find = (name: string): GuideDocument | undefined => this.documents.get(name === 'README' ? '' : name);

  #renderOnce(document: GuideDocument): Promise<RenderedDocument> {
    const known = this.#rendered.get(document.name);
    if (known) return known;
    const rendering = renderInThread(document.markdown).then(({ html, sections, text }) => ({
      ...{ html, text, sections: sections.filter(({ level }) => level > 1) },
    }));
    rendering.catch(() => this.#rendered.delete(document.name));
    this.#rendered.set(document.name, rendering);
    return rendering;
  }

  /** The sections of every document, with their text. */
  async index(): Promise<IndexedSection[]> {
    const sections: IndexedSection[] = [];
    for (const document of this.documents.values()) {
      if (document.name === '') continue;
      const { title, name } = document;
      const rendered = await this.#renderOnce(document);
      const pieces = splitText(rendered);
      for (const { heading, anchor, text } of pieces)
        sections.push({ title, heading, url: anchor === '' ? name : `${name}#${anchor}`, text });
    }
    return sections;
  }
}

/** A link to another Markdown file, as the renderer writes it. */
const link = /<a href="((?:\.\.\/)*[\w./-]+?)(?:\.(?:md|ts|css))(?:#([^"]*))?">(.*?)<\/a>/g;

/** Splits the plain text of a document at its headings, which are lines of it. */
function splitText({ text, sections }: RenderedDocument) {
  const pieces: { heading: string; anchor: string; text: string }[] = [];
  let [rest, open] = [text, { heading: '', anchor: '' }];
  for (const { heading, anchor } of sections) {
    const at = `\n${rest}`.indexOf(`\n${heading}\n`);
    if (at < 0) continue;
    pieces.push({ ...open, text: rest.slice(0, at).trim() });
    [rest, open] = [rest.slice(at + heading.length), { heading, anchor }];
  }
  return [...pieces, { ...open, text: rest.trim() }];
}
