import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes } from 'mdast';
import { writeLabel } from './label.ts';
import {
  attributeOf,
  buildElement,
  findElement,
  isTag,
  lineOf,
  listElements,
  rewriteTree,
  textOf,
} from './tree.ts';

/** A node of a name that only our writer knows; those of MDX stand for HTML with Markdown in it. */
const own = (node: object) => node as MarkdownNodes;

/** Elements without a form in Markdown that the service shows. */
const kept = ['mark', 'u', 'sub', 'sup', 'kbd', 'small'];
const keepInline: Handle = (state, node) =>
  own({ type: 'mdxJsxTextElement', name: node.tagName, attributes: [], children: state.all(node) });

/** @param lose called with what is not kept */
export function makeHandlers(lose: (what: string) => void): Record<string, Handle> {
  return {
    ...Object.fromEntries(kept.map((name) => [name, keepInline])),
    math: (_, node) =>
      own({ type: node.properties.isDisplay ? 'math' : 'inlineMath', value: attributeOf(node, 'tex') }),
    details: (state, node) => {
      const summary = node.children.find((child) => isTag(child, 'summary'));
      const label = summary ? writeLabel(summary) : '';
      const within = node.children.flatMap((child) =>
        child === summary ? [] : listOf(state.one(child, node)),
      );
      const children = state.toFlow(within as never);
      return own({ type: 'mdxJsxFlowElement', name: 'details', attributes: [], data: { label }, children });
    },
    figure: readFigure,
    img: (_, node) => readImage(node, lose),
    table: (state, node) => readTable(state, node, lose),
    caption: (state, node) => own({ type: 'paragraph', children: state.all(node) }),
    menu: (state, node) => state.all(node) as MarkdownNodes[],
    dialog: (state, node) => state.all(node) as MarkdownNodes[],
    optgroup: (state, node) => state.all(node) as MarkdownNodes[],
    a: (state, node) => {
      const href = attributeOf(node, 'href');
      // An anchor that leads nowhere is a name of a place.
      return href === '' ? (state.all(node) as MarkdownNodes[]) : defaultHandlers.a(state, node);
    },
  };
}

const listOf = <T>(found: T | T[] | undefined): T[] =>
  found === undefined ? [] : Array.isArray(found) ? found : [found];

function readFigure(state: State, node: Element): MarkdownNodes[] {
  const caption = findElement(node, (one) => isTag(one, 'figcaption'));
  const text = caption ? lineOf(caption) : '';
  const isPicture = findElement(node, (one) => isTag(one, 'img')) !== undefined;
  if (!isPicture || text === '') return state.toFlow(state.all(node) as never) as MarkdownNodes[];
  const within = node.children.filter((child) => child !== caption);
  const pictures = state.toFlow(within.flatMap((child) => listOf(state.one(child, node))) as never);
  const words = caption ? state.toFlow(state.all(caption) as never) : [];
  const named = own({ type: 'mdxJsxFlowElement', name: 'figcaption', attributes: [], children: words });
  return [own({ type: 'mdxJsxFlowElement', name: 'figure', attributes: [], children: [...pictures, named] })];
}

const sources = ['dataLazySrc', 'dataSrc', 'dataOriginal', 'dataUrl', 'src'];

function readImage(node: Element, lose: (what: string) => void): MarkdownNodes | undefined {
  const said = sources.map((name) => attributeOf(node, name)).filter((address) => address !== '');
  const url = said.find((address) => !address.startsWith('data:')) ?? said[0];
  const alt = attributeOf(node, 'alt').replace(/\s+/g, ' ').trim();
  if (url === undefined) return alt === '' ? undefined : { type: 'text', value: alt };
  if (url.startsWith('data:')) {
    lose('picture within the text (data:)');
    return alt === '' ? undefined : { type: 'text', value: alt };
  }
  return { type: 'image', url, alt, title: null };
}

const blocks = [
  'ul',
  'ol',
  'pre',
  'blockquote',
  'table',
  'figure',
  'details',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'dl',
];

/** A table of lines of text is one of GFM; one with blocks or merged cells stays HTML, one of one cell is a box. */
function readTable(state: State, node: Element, lose: (what: string) => void): MarkdownNodes[] {
  const cells = listElements(node, (one) => isTag(one, 'td', 'th'));
  const caption = findElement(node, (one) => isTag(one, 'caption'));
  const [only] = cells;
  if (only && cells.length === 1) return state.toFlow(state.all(only) as never) as MarkdownNodes[];
  const isWide = cells.some(
    (cell) => Number(cell.properties.colSpan ?? 1) > 1 || Number(cell.properties.rowSpan ?? 1) > 1,
  );
  const hasBlocks = cells.some((cell) => {
    const paragraphs = listElements(cell, ({ tagName }) => ['p', 'div'].includes(tagName));
    return paragraphs.length > 1 || listElements(cell, ({ tagName }) => blocks.includes(tagName)).length > 0;
  });
  if (isWide || hasBlocks) {
    lose('table with merged cells or blocks (kept as HTML)');
    return [own({ type: 'html', value: writeTable(node) })];
  }
  const plain = buildElement(
    'table',
    {},
    node.children.filter((child) => child !== caption),
  );
  rewriteTree(plain, (children, parent) =>
    isTag(parent as Element, 'td', 'th')
      ? children.flatMap((child) => (isTag(child, 'p', 'div') ? child.children : [child]))
      : children,
  );
  const table = defaultHandlers.table(state, plain);
  const words =
    caption && lineOf(caption) !== '' ? [own({ type: 'paragraph', children: state.all(caption) })] : [];
  return [...words, ...listOf(table)] as MarkdownNodes[];
}

/** A blank line would end the HTML. */
function writeTable(table: Element): string {
  const copy = structuredClone(table);
  rewriteTree(copy, (children) =>
    children.map((child) =>
      !isTag(child)
        ? child
        : child.properties.tex !== undefined
          ? { type: 'text', value: textOf(child).replace(/\s*\n\s*/g, ' ') }
          : buildElement(child.tagName, keepAttributes(child), child.children),
    ),
  );
  const html = toHtml(buildElement('table', {}, copy.children));
  return html.replace(/\n/g, (_, at: number) =>
    /<pre[^>]*>(?:(?!<\/pre>)[\s\S])*$/.test(html.slice(0, at)) ? '&#10;' : ' ',
  );
}

const attributes = ['href', 'src', 'alt', 'colSpan', 'rowSpan', 'align', 'start', 'className'];
const keepAttributes = (element: Element): Element['properties'] =>
  Object.fromEntries(
    Object.entries(element.properties).filter(
      ([name]) => attributes.includes(name) && (name !== 'className' || element.tagName === 'code'),
    ),
  );
