import type { Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { escapeHtml } from '../text/escape.ts';
import { flattenLine } from '../text/line.ts';
import { allowList } from './allow-list.ts';
import {
  captionFigures,
  findCover,
  finishElements,
  linkVideos,
  revealAddresses,
  revealCode,
} from './elements.ts';
import { cutExcerpt, findExcerpt } from './excerpt.ts';
import { type HiddenFormula, hideFormulas, revealFormulas, writeFormula } from './hidden.ts';
import { createFormulaRenderer } from './mathml.ts';
import { countReadingMinutes } from './reading-time.ts';
import { anchorSections, type Section } from './sections.ts';
import { readText } from './tree.ts';

/** Everything that is derived from a Markdown text. */
export interface Rendering {
  /** Safe to be put into a page as it is; formulas are MathML. At most 2 MiB of UTF-8. */
  html: string;
  /** The same as plain text, blocks on lines of their own, formulas as they were written. */
  text: string;
  /** The first paragraphs on one line, at most 200 graphemes, cut in no formula; null when there are none. */
  excerpt: string | null;
  sections: Section[];
  /** Whole, at least 1. */
  readingMinutes: number;
  /** The absolute address of the first image. */
  cover: string | null;
  warnings: RenderWarning[];
}

/** Something that could not be shown as it was meant. */
export interface RenderWarning {
  /** The line of the text, from 1; null when it is about the whole text. */
  line: number | null;
  /** What stands there. */
  source: string | null;
  detail: string;
}

/** The text asks for more than a rendering may hold. */
export class RenderingTooLarge extends Error {
  override name = 'RenderingTooLarge';
}

const mostBytes = 2 * 1024 * 1024;
const mostWarnings = 20;
const longestSource = 200;

/**
 * Renders Markdown: CommonMark and GFM with maths, and the HTML in it that an allow-list takes.
 * A formula that KaTeX cannot read is shown as it was written, and warned of.
 * Time and memory are the caller's to limit (pool.ts): hostile text can take minutes, or the whole stack.
 * @throws RenderingTooLarge, RangeError (nested too deeply for the stack)
 */
export function renderMarkdown(body: string): Rendering {
  const { text: hidden, formulas } = hideFormulas(body);
  const show = (write: (formula: HiddenFormula) => string) => (text: string) =>
    revealFormulas(text, (number) => (formulas[number] ? write(formulas[number]) : ''));
  const processor = createProcessor(hidden, {
    inCode: show(({ source }) => source),
    inAddress: show(({ source }) => source.replace(/\\([!-/:-@[-`{-~])/g, '$1')),
  });
  const reveal = show(writeFormula);
  const tree = processor.runSync(processor.parse(hidden)) as Root;
  const sections = anchorSections(tree, reveal);
  finishElements(tree);
  const warnings: RenderWarning[] = [];
  const html = insertFormulas(processor.stringify(tree), formulas, warnings);
  const numbered = readText(tree)
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim();
  return {
    html,
    text: reveal(numbered),
    excerpt: findExcerpt(tree, reveal),
    sections,
    readingMinutes: countReadingMinutes(numbered),
    cover: findCover(tree),
    warnings,
  };
}

/** Put back what is no formula where it stands: as it was written, or as CommonMark reads an address (6.3). */
interface Reveal {
  inCode: (text: string) => string;
  inAddress: (text: string) => string;
}

function createProcessor(
  text: string,
  { inCode, inAddress }: Reveal,
): Processor<Markdown, Markdown, Root, Root, string> {
  const isKorean = /\p{Script=Hangul}/u.test(text);
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(() => (tree: Markdown) => revealAddresses(tree, inAddress))
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      footnoteLabel: isKorean ? '각주' : 'Footnotes',
      footnoteBackLabel: (reference: number) =>
        isKorean ? `본문 ${reference + 1}로` : `Back to reference ${reference + 1}`,
    })
    .use(text.includes('<') ? [rehypeRaw] : [])
    .use(() => (tree: Root) => {
      captionFigures(tree);
      linkVideos(tree);
      revealCode(tree, inCode);
    })
    .use(rehypeSanitize, allowList)
    .use(rehypeStringify, { characterReferences: { useNamedReferences: true } }) as never;
}

/** In the text of HTML that has been made safe; attributes and code hold no numbers of formulas any more. */
function insertFormulas(html: string, formulas: HiddenFormula[], warnings: RenderWarning[]): string {
  const render = createFormulaRenderer();
  const shown = formulas.map(({ source, tex, display, line }) => {
    const rendered = render(tex, display);
    if ('mathml' in rendered) return rendered.mathml;
    if (warnings.length < mostWarnings)
      warnings.push({ line, source: source.slice(0, longestSource), detail: rendered.fault });
    return `<code>${escapeHtml(source)}</code>`;
  });
  let bytes = Buffer.byteLength(html);
  return revealFormulas(html, (number) => {
    const formula = shown[number] ?? '';
    bytes += Buffer.byteLength(formula);
    if (bytes > mostBytes) throw new RenderingTooLarge('What comes out is larger than 2 MiB');
    return formula;
  });
}

/**
 * What stands for a text that cannot be rendered: its source, escaped. Takes linear time, whatever the text is.
 * @param fault why it cannot, in words
 */
export function renderSource(body: string, fault: string): Rendering {
  let source = body;
  let html = writeSource(source);
  while (Buffer.byteLength(html) > mostBytes) {
    source = source.slice(0, Math.floor(source.length / 2)).replace(/[\uD800-\uDBFF]$/, '');
    html = writeSource(`${source}…`);
  }
  return {
    html,
    text: body,
    excerpt: cutExcerpt([{ text: flattenLine(body.slice(0, longestExcerpted)), whole: false }]),
    sections: [],
    readingMinutes: countReadingMinutes(body),
    cover: null,
    warnings: [{ line: null, source: null, detail: `${fault}; the source is shown` }],
  };
}

const longestExcerpted = 4000;
const writeSource = (source: string) => `<pre><code>${escapeHtml(source)}</code></pre>`;
