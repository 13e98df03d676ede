import type { Element, ElementContent, Nodes, Parents } from 'hast';

export function isElement<Name extends string>(
  node: Nodes,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node.type === 'element' && names.includes(node.tagName as Name);
}

/** Visits every element below a node, outer ones first, until the visitor says that what is below one is left out. */
export function visitElements(
  parent: Parents,
  visit: (element: Element, siblings: ElementContent[], at: number) => unknown,
): void {
  const siblings = parent.children as ElementContent[];
  for (let at = 0; at < siblings.length; at++) {
    const child = siblings[at];
    if (child?.type !== 'element') continue;
    if (visit(child, siblings, at) !== 'skip') visitElements(child, visit);
  }
}

const blocks = new Set([
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
    'div',
    'section',
    'ul',
    'ol',
    'li',
    'dl',
  ],
  ...['dt', 'dd', 'table', 'caption', 'tr', 'figure', 'figcaption', 'details', 'summary'],
]);

/**
 * The text of a tree, with each block on lines of its own and the cells of a row apart; images are what stands for
 * them. The marks of footnotes are no text.
 */
export function readText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'br')) return '\n';
  if (isElement(node, 'img')) return String(node.properties.alt ?? '');
  if (!('children' in node) || isFootnoteMark(node)) return '';
  const text = readTexts(node);
  if (isElement(node, 'td', 'th')) return `${text}\t`;
  return node.type === 'element' && blocks.has(node.tagName) ? `\n${text}\n` : text;
}

const structures = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl']);

/** Between the parts of a table or a list white space is only that of the source. */
function readTexts(node: Parents): string {
  const isStructure = node.type === 'element' && structures.has(node.tagName);
  const children = isStructure ? node.children.filter(({ type }) => type !== 'text') : node.children;
  return children.map(readText).join('');
}

/** What leads to a footnote and back, and the heading above them: not of the author's writing. */
export function isFootnoteMark(node: Nodes): boolean {
  if (isElement(node, 'h2')) return node.properties.id === 'footnote-label';
  return (
    isElement(node, 'a') && ('dataFootnoteBackref' in node.properties || 'dataFootnoteRef' in node.properties)
  );
}
