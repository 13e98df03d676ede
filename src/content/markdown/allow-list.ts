import type { Schema } from 'hast-util-sanitize';
import { droppedElements } from './html-names.ts';
import { imageAttributes } from './images.ts';

/** The allowed HTML elements. */
export const htmlElements = [
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'blockquote',
    'pre',
    'hr',
    'br',
    'wbr',
    'div',
    'span',
    'section',
  ],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'img', 'figure', 'figcaption', 'details', 'summary', 'input'],
  ...[
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'del',
    'ins',
    'mark',
    'small',
    'sub',
    'sup',
    'abbr',
    'cite',
    'q',
    'dfn',
  ],
  ...['code', 'kbd', 'samp', 'var', 'time', 'bdi', 'bdo', 'ruby', 'rt', 'rp'],
];

/** The MathML elements of KaTeX, none of which loads anything or embeds HTML. */
const mathElements = [
  ...[
    'math',
    'semantics',
    'annotation',
    'mrow',
    'mi',
    'mo',
    'mn',
    'ms',
    'mtext',
    'mspace',
    'mstyle',
    'mphantom',
  ],
  ...[
    'mfrac',
    'msqrt',
    'mroot',
    'msub',
    'msup',
    'msubsup',
    'munder',
    'mover',
    'munderover',
    'mpadded',
    'menclose',
  ],
  ...['mtable', 'mtr', 'mtd', 'mlabeledtr'],
];

/** Lengths, words and colours. */
const plain = /^[\w.,+%# -]*$/;
const mathAttributes: Schema['attributes'] = {
  math: [
    ['xmlns', 'http://www.w3.org/1998/Math/MathML'],
    ['display', 'block'],
  ],
  annotation: [['encoding', 'application/x-tex']],
};
for (const name of mathElements.slice(3))
  mathAttributes[name] = [
    ...[
      'mathvariant',
      'mathcolor',
      'mathbackground',
      'mathsize',
      'displaystyle',
      'scriptlevel',
      'stretchy',
      'fence',
    ],
    ...[
      'separator',
      'lspace',
      'rspace',
      'minsize',
      'maxsize',
      'accent',
      'accentunder',
      'largeop',
      'width',
      'height',
    ],
    ...[
      'depth',
      'voffset',
      'linethickness',
      'notation',
      'rowspacing',
      'columnspacing',
      'columnalign',
      'columnlines',
    ],
    ...['rowlines', 'side', 'linebreak'],
  ].map((attribute) => [attribute, plain]);
// Of `\pmb` and `\fcolorbox`.
mathAttributes.mstyle?.push(['style', /^text-shadow: [\d.]+em [\d.]+em [\d.]+px$/]);
mathAttributes.menclose?.push(['style', /^border: [\d.]+em solid #?\w+$/]);

/** The `id` of a heading; a hyphen prevents DOM clobbering (`document.cookie`). */
const anchor: [string, RegExp] = ['id', /^section-/];

const callout: [string, ...(string | RegExp)[]] = ['className', 'callout', /^callout-[a-z]+$/];

/** The allow-list of elements and attributes (hast-util-sanitize). */
export const allowList: Schema = {
  tagNames: [...htmlElements, ...mathElements],
  attributes: {
    ...mathAttributes,
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], 'title', ['id', /^anchor-\S/]],
    a: [
      'href',
      ['className', 'data-footnote-backref'],
      ['id', /^fnref-/],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['rel', 'external', 'noopener', 'noreferrer'],
      ['ariaDescribedBy', 'footnote-label'],
    ],
    code: [['className', /^language-[\w+#.-]+$/]],
    details: ['open', callout],
    div: [callout],
    p: [['className', 'callout-title']],
    h1: [anchor],
    h2: [
      ['className', 'sr-only'],
      ['id', 'footnote-label', /^section-/],
    ],
    h3: [anchor],
    h4: [anchor],
    h5: [anchor],
    h6: [anchor],
    img: [
      ['loading', 'lazy'],
      'src',
      'alt',
      ['width', /^\d{1,5}$/],
      ['height', /^\d{1,5}$/],
      ...imageAttributes,
    ],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['className', 'task-list-item'],
      ['id', /^fn-/],
      ['value', /^-?\d{1,9}$/],
    ],
    ol: [
      ['className', 'contains-task-list'],
      ['start', /^-?\d{1,9}$/],
      'reversed',
      ['type', '1', 'a', 'A', 'i', 'I'],
    ],
    span: [['className', /^(?:hljs-[\w-]+|[a-z]+_{1,2})$/]],
    section: [['className', 'footnotes'], 'dataFootnotes'],
    td: [
      ['align', 'left', 'center', 'right'],
      ['colSpan', /^\d{1,3}$/],
      ['rowSpan', /^\d{1,3}$/],
    ],
    th: [
      ['align', 'left', 'center', 'right'],
      ['colSpan', /^\d{1,3}$/],
      ['rowSpan', /^\d{1,3}$/],
      ['scope', 'row', 'col', 'rowgroup', 'colgroup'],
    ],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: {
    caption: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    figcaption: ['figure'],
    summary: ['details'],
    li: ['ul', 'ol'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: [...droppedElements],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** The same before formulas are filled in: `math` elements that hold only a number. */
export const skeletonList: Schema = {
  ...allowList,
  tagNames: [...htmlElements, 'math'],
  attributes: { ...allowList.attributes, math: [['dataFormula', /^\d+$/]] },
};
