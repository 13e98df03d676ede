import type { Element, ElementContent, Nodes, Parents } from 'hast';

export function isElement<Name extends string>(
  node: Nodes,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node.type === 'element' && names.includes(node.tagName as Name);
}

/** Visits the elements below a node in pre-order; the visitor may skip children. */
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

/** Text, or the number of a formula. */
export type Piece = string | number;

/**
 * The text of a tree, with each block on lines of its own and the cells of a row apart; images are their alternative
 * text. Footnote marks are left out.
 */
export function readPieces(node: Nodes): Piece[] {
  const pieces: Piece[] = [''];
  addPieces(node, pieces);
  return pieces;
}

/** Appends a piece; text is joined to the text before it. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.length - 1;
  if (typeof piece === 'string' && typeof pieces[last] === 'string') pieces[last] += piece;
  else pieces.push(piece);
}

const structures = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl']);

function addPieces(node: Nodes, pieces: Piece[]): void {
  if (node.type === 'text') addPiece(pieces, node.value);
  else if (isElement(node, 'math')) addPiece(pieces, Number(node.properties.dataFormula));
  else if (isElement(node, 'br')) addPiece(pieces, '\n');
  else if (isElement(node, 'img')) addPiece(pieces, String(node.properties.alt ?? ''));
  else if ('children' in node && !isFootnoteMark(node)) addChildren(node, pieces);
}

function addChildren(node: Parents, pieces: Piece[]): void {
  const tagName = node.type === 'element' ? node.tagName : '';
  const isBlock = blocks.has(tagName);
  if (isBlock) addPiece(pieces, '\n');
  // White space between the parts of a table or list is only the source's.
  const isStructure = structures.has(tagName);
  for (const child of node.children)
    if (!isStructure || child.type !== 'text' || /\S/.test(child.value)) addPieces(child, pieces);
  if (tagName === 'td' || tagName === 'th') addPiece(pieces, '\t');
  if (isBlock) addPiece(pieces, '\n');
}

/** Generated links of footnotes, and the heading above them. */
export function isFootnoteMark(node: Nodes): boolean {
  if (isElement(node, 'h2')) return node.properties.id === 'footnote-label';
  return (
    isElement(node, 'a') && ('dataFootnoteBackref' in node.properties || 'dataFootnoteRef' in node.properties)
  );
}
