import assert from 'node:assert/strict';
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html as names,
  parseFragment,
  serialize,
} from 'parse5';
import { htmlElements } from '../../../src/content/markdown/allow-list.ts';
import { UnstableHtml, writeHtml } from '../../../src/content/markdown/read-html.ts';
import { RenderingTooLarge, renderMarkdown } from '../../../src/content/markdown/render.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What may be in a page, told a second time: as HTML writes it, for parse5. */
const shared = ['lang', 'dir', 'title', 'id'];
const attributes: Record<string, string[]> = {
  a: [
    'href',
    'rel',
    'id',
    'class',
    'data-footnote-ref',
    'data-footnote-backref',
    'aria-label',
    'aria-describedby',
  ],
  code: ['class'],
  details: ['open', 'class'],
  div: ['class'],
  p: ['class'],
  span: ['class'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'srcset', 'sizes', 'decoding', 'referrerpolicy'],
  input: ['type', 'disabled', 'checked'],
  li: ['class', 'id', 'value'],
  ol: ['class', 'start', 'reversed', 'type'],
  section: ['class', 'data-footnotes'],
  td: ['align', 'colspan', 'rowspan'],
  th: ['align', 'colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  ul: ['class'],
  h1: ['id'],
  h2: ['id', 'class'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
};
const mathElements = new Set(
  'math semantics annotation mrow mi mo mn mtext ms mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mlabeledtr mtd mstyle mpadded mphantom menclose mglyph'.split(
    ' ',
  ),
);
const mathAttributes =
  /^(?:xmlns|display|encoding|mathvariant|mathcolor|mathbackground|mathsize|displaystyle|scriptlevel|stretchy|fence|form|separator|lspace|rspace|minsize|maxsize|symmetric|movablelimits|accent|accentunder|largeop|width|height|depth|voffset|linethickness|notation|rowspacing|columnspacing|columnalign|columnlines|rowlines|frame|framespacing|linebreak|side|minlabelspacing|style)$/;

/** Everything in the HTML that is on no list. */
function findIntruders(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#comment') found.push('a comment');
    if (!('tagName' in node)) return;
    const isMath = node.namespaceURI === names.NS.MATHML;
    const isKnown = isMath
      ? mathElements.has(node.tagName)
      : node.namespaceURI === names.NS.HTML && htmlElements.includes(node.tagName);
    if (!isKnown) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      const isAllowed = isMath
        ? mathAttributes.test(name)
        : [...shared, ...(attributes[node.tagName] ?? [])].includes(name);
      if (!isAllowed) found.push(`${node.tagName} ${name}=${value}`);
      if ((name === 'href' || name === 'src') && !isSafeAddress(value)) found.push(`${name}=${value}`);
      if (name === 'id' && !/^(?:section|anchor|fn|fnref|footnote)-/.test(value)) found.push(`id=${value}`);
      if (name === 'style' && /url|expression|position|[<>"\\]/i.test(value)) found.push(`style=${value}`);
    }
    if (isMath && node.tagName !== 'math' && node.childNodes.some((child) => isHtml(child)))
      found.push('HTML in MathML');
    for (const child of node.childNodes) visit(child);
  };
  for (const child of read(html).childNodes) visit(child);
  return found;
}

const isHtml = (node: Node) => 'namespaceURI' in node && node.namespaceURI === names.NS.HTML;
const isSafeAddress = (address: string) =>
  URL.canParse(address, 'https://site.example/')
    ? ['http:', 'https:', 'mailto:'].includes(new URL(address, 'https://site.example/').protocol)
    : /^(?:https?:)?\/\//.test(address);

/** Reads HTML as a browser does in the body of a page. */
function read(html: string) {
  const body = defaultTreeAdapter.createElement('body', names.NS.HTML, []);
  return parseFragment(body, html, {});
}

/** Asserts that what a text becomes is on the lists, and that whoever reads it reads the same tree that was written. */
export function assertSafe(markdown: string): string {
  let html: string;
  try {
    ({ html } = renderMarkdown(markdown));
  } catch (error) {
    // The renderer's thread answers these by the source.
    assert.ok(error instanceof UnstableHtml || error instanceof RenderingTooLarge, `${markdown}\n→ ${error}`);
    return '';
  }
  const about = `${JSON.stringify(markdown)}\n→ ${html}`;
  assert.deepEqual(findIntruders(html), [], about);
  const tree = read(html);
  // An attribute that is empty may be written with its value or without.
  const simplify = (text: string) => text.replaceAll('=""', '');
  assert.equal(simplify(writeHtml(fromParse5(tree) as Root)), simplify(html), about);
  assert.equal(serialize(read(serialize(tree))), serialize(tree), about);
  return html;
}
