import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, html as names, parseFragment, serialize } from 'parse5';
import { allowList } from '../../src/render/allow-list.ts';
import { renderMarkdown } from '../../src/render/render.ts';
import { formulas } from './formulas.ts';
import { hostileSnippets } from './hostile.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What may be in a page, told a second time: as HTML writes it, for parse5. */
const shared = ['lang', 'dir', 'title'];
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
  details: ['open'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
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
      : node.namespaceURI === names.NS.HTML && (allowList.tagNames ?? []).includes(node.tagName);
    if (!isKnown) found.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      const isAllowed = isMath
        ? mathAttributes.test(name)
        : [...shared, ...(attributes[node.tagName] ?? [])].includes(name);
      if (!isAllowed) found.push(`${node.tagName} ${name}=${value}`);
      if ((name === 'href' || name === 'src') && !isSafeAddress(value)) found.push(`${name}=${value}`);
      if (name === 'id' && !/^(?:section|fn|fnref|footnote)-/.test(value)) found.push(`id=${value}`);
      if (name === 'style' && /url|expression|position|[<>"\\]/i.test(value)) found.push(`style=${value}`);
    }
    if (isMath && node.tagName !== 'math' && node.childNodes.some((child) => isHtml(child)))
      found.push('HTML in MathML');
    for (const child of node.childNodes) visit(child);
  };
  for (const child of parseFragment(html).childNodes) visit(child);
  return found;
}

const isHtml = (node: Node) => 'namespaceURI' in node && node.namespaceURI === names.NS.HTML;
const isSafeAddress = (address: string) =>
  URL.canParse(address, 'https://site.example/')
    ? ['http:', 'https:', 'mailto:'].includes(new URL(address, 'https://site.example/').protocol)
    : /^https?:\/\//.test(address);

function assertSafe(markdown: string): void {
  const { html } = renderMarkdown(markdown);
  assert.deepEqual(findIntruders(html), [], `${markdown}\n→ ${html}`);
  // A page whose text is read and written again by a browser may not become another one.
  const again = serialize(parseFragment(html));
  assert.deepEqual(findIntruders(again), [], `${markdown}\n→ ${again}`);
  assert.equal(serialize(parseFragment(again)), again, markdown);
}

test('at least sixty hostile texts come out with nothing that is not on the lists', () => {
  const all = Object.values(hostileSnippets).flat();
  assert.ok(all.length >= 60);
  for (const snippet of all) assertSafe(snippet);
});

test('they come out so from within a paragraph, a list, a quote, a table, a heading and other HTML too', () => {
  const places = [
    (text: string) => `before ${text} after`,
    (text: string) => `- item\n- ${text}`,
    (text: string) => `> ${text.replaceAll('\n', '\n> ')}`,
    (text: string) => `| a | b |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | c |`,
    (text: string) => `## ${text.replaceAll('\n', ' ')}`,
    (text: string) => `<div>\n\n${text}\n\n</div>`,
    (text: string) => `<details><summary>${text}</summary></details>`,
    (text: string) => `a[^1]\n\n[^1]: ${text}`,
  ];
  for (const place of places)
    for (const snippet of Object.values(hostileSnippets).flat()) assertSafe(place(snippet));
});

test('whatever hostile pieces are put together, nothing gets through', () => {
  const pieces = Object.values(hostileSnippets)
    .flat()
    .flatMap((snippet) => snippet.split(/(?=[<>"'&$`\n])/));
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(...formulas.map((tex) => `$${tex}$`)),
    fc.constantFrom(
      '<math>',
      '<svg>',
      '</svg>',
      '<style>',
      '</style>',
      '<!--',
      '-->',
      '<table>',
      '\n\n',
      '`',
      '"',
      "'",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => assertSafe(parts.join(''))),
    { numRuns: 300 },
  );
});

test('what the author wrote in HTML that is safe is kept', () => {
  const kept = [
    '<figure><img src="https://a.example/b.png" alt="x"><figcaption>y</figcaption></figure>',
    '<details open><summary>more</summary><p>x</p></details>',
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, <mark>seen</mark>, <abbr title="Large">L</abbr></p>',
    '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    '<ruby>漢<rt>한</rt></ruby>',
  ];
  for (const html of kept) {
    const out = renderMarkdown(html).html.replaceAll(' loading="lazy"', '').trim();
    assert.ok(out.includes(html), out);
  }
});

test('a video becomes a link to it, any other frame is gone', () => {
  const { html } = renderMarkdown(
    '<iframe src="https://www.youtube-nocookie.com/embed/abc_-1?start=3" title="The talk"></iframe>\n\n<iframe src="https://other.example"></iframe>',
  );
  assert.match(html, /^<a href="https:\/\/www\.youtube\.com\/watch\?v=abc_-1" rel="[^"]+">The talk<\/a>\s*$/);
});

test('links out have a rel, those within the text have none', () => {
  const { html } = renderMarkdown('[a](https://a.example) [b](//b.example) [c](#section-x) [d](other-note)');
  assert.equal(html.match(/rel="external noopener noreferrer"/g)?.length, 2);
  assert.match(html, /<a href="#section-x">c<\/a> <a href="other-note">d<\/a>/);
});
