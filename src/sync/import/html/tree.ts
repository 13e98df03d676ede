import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';

/** The tree of an HTML document or fragment, as a browser without scripts reads it. */
export function parseHtml(html: string): Root {
  return fromParse5(parse(html, { scriptingEnabled: false })) as Root;
}

export const isTag = <Name extends string>(
  node: Nodes | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName as Name));

export function listClasses({ properties }: Element): string[] {
  const { className } = properties;
  return (Array.isArray(className) ? className : [className ?? '']).map(String).filter((name) => name !== '');
}

export const hasClass = (node: Nodes | undefined, ...names: string[]): node is Element =>
  isTag(node) && listClasses(node).some((name) => names.includes(name));

/** An attribute as text, by its name in hast (`dataKeType`); empty when it is not there. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  return value === undefined || value === null || typeof value === 'boolean' ? '' : String(value);
}

/** The first element below a node that a test takes, in the order of the document. */
export function findElement(
  node: Parents,
  test: (element: Element) => boolean,
  most = Number.POSITIVE_INFINITY,
): Element | undefined {
  return listElements(node, test, Math.min(most, 1))[0];
}

/** The elements below a node that a test takes, and none within those. */
export function listElements(
  node: Parents,
  test: (element: Element) => boolean,
  most = Number.POSITIVE_INFINITY,
): Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [...node.children].reverse();
  for (let at = waiting.pop(); at !== undefined && found.length < most; at = waiting.pop()) {
    if (isTag(at) && test(at)) found.push(at);
    else if ('children' in at) waiting.push(...[...at.children].reverse());
  }
  return found;
}

/** The text of a node, with line breaks for `br` and formulas that were found between dollars. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isTag(node, 'math') && node.properties.tex !== undefined) {
    const delimiter = node.properties.isDisplay ? '$$' : '$';
    return `${delimiter}${node.properties.tex}${delimiter}`;
  }
  if (isTag(node, 'br')) return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The text of a node on one line. */
export const lineOf = (node: Nodes) =>
  textOf(node)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

export const buildElement = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });

/** Replaces the children of every parent, from the leaves up. */
export function rewriteTree(
  node: Parents,
  rewrite: (children: RootContent[], parent: Parents) => RootContent[],
): void {
  for (const child of node.children) if ('children' in child) rewriteTree(child, rewrite);
  node.children = rewrite(node.children as RootContent[], node) as ElementContent[];
}
