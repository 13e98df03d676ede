import type { Element, ElementContent, Parents, Properties, Root } from 'hast';
import type { Nodes as MarkdownNode } from 'mdast';
import { type HiddenFormula, hidesFormulas, revealFormulas, splitFormulas } from './hidden.ts';
import { isElement, visitElements } from './tree.ts';
import type { Warn } from './warnings.ts';

const escaped = /\\([!-/:-@[-`{-~])/g;

/**
 * Puts the formulas back into the addresses and names of Markdown, which would be percent-encoded, as CommonMark reads
 * them (6.3), and warns of footnotes that nothing refers to, which are shown nowhere.
 */
export function revealAddresses(tree: MarkdownNode, formulas: HiddenFormula[], warn: Warn): void {
  const source = (number: number) => formulas[number]?.source ?? '';
  const footnotes = new Map<string, number>();
  const called = new Set<string>();
  const visit = (node: MarkdownNode): void => {
    if ('url' in node) node.url = revealFormulas(node.url, (number) => source(number).replace(escaped, '$1'));
    if ('identifier' in node) node.identifier = revealFormulas(node.identifier, source);
    if (node.type === 'footnoteReference') called.add(node.identifier);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node.position?.start.line ?? 1);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  for (const [name, line] of footnotes)
    if (!called.has(name)) warn(line, `[^${name}]`, 'Nothing refers to this footnote; it is left out');
}

/**
 * Makes nodes of the formulas hidden in a tree: `math` with the number of one, or text as it was written where it is none,
 * in attributes. Nobody's text can be taken for one, since HTML in the tree is not read yet.
 */
export function placeFormulas(tree: Parents, formulas: HiddenFormula[], warn: Warn): void {
  const source = (text: string) => revealFormulas(text, (number) => formulas[number]?.source ?? '');
  const siblings: ElementContent[] = [];
  for (const child of tree.children as ElementContent[]) {
    if (child.type === 'element') {
      captionFigure(child);
      for (const [name, value] of Object.entries(child.properties)) {
        if (typeof value === 'string') child.properties[name] = source(value).replaceAll('\r', '\n');
        else if (Array.isArray(value))
          child.properties[name] = value.map((word) => (typeof word === 'string' ? source(word) : word));
      }
      checkAddress(child, child.position?.start.line ?? 1, warn);
      placeFormulas(child, formulas, warn);
    } else if (child.type === 'text') {
      // A browser reads a carriage return as a line feed.
      if (child.value.includes('\r')) child.value = child.value.replace(/\r\n?/g, '\n');
      if (hidesFormulas(child.value)) {
        siblings.push(...splitFormulas(child.value).map(makeNode));
        continue;
      }
    }
    siblings.push(child);
  }
  tree.children = siblings as typeof tree.children;
}

function makeNode(piece: string | number): ElementContent {
  return typeof piece === 'string'
    ? { type: 'text', value: piece }
    : makeElement('math', { dataFormula: String(piece) });
}

const schemes: Record<string, { name: 'href' | 'src'; allowed: RegExp }> = {
  a: { name: 'href', allowed: /^(?:https?|mailto)$/ },
  img: { name: 'src', allowed: /^https?$/ },
};

/** Warns of an address that the allow-list takes away; schemes are written small, as it wants them. */
function checkAddress({ tagName, properties }: Element, line: number, warn: Warn): void {
  const known = schemes[tagName];
  const address = known && properties[known.name];
  if (typeof address !== 'string') return;
  const scheme = /^[^/?#:]*(?=:)/.exec(address)?.[0];
  if (scheme === undefined) return;
  if (known?.allowed.test(scheme.toLowerCase()))
    properties[known.name] = scheme.toLowerCase() + address.slice(scheme.length);
  else
    warn(
      line,
      address,
      `An address that begins with "${scheme.slice(0, 20)}:" is not allowed in ${tagName === 'a' ? 'a link' : 'an image'}; it is left out`,
    );
}

/** Whether a link stands in another (a footnote in the text of a link), which a browser reads otherwise. */
export function nestsLinks(tree: Parents, isWithin = false): boolean {
  return (tree.children as ElementContent[]).some((child) => {
    if (child.type !== 'element') return false;
    const isLink = child.tagName === 'a';
    return (isLink && isWithin) || nestsLinks(child, isWithin || isLink);
  });
}

/** Warns of the addresses in HTML of the author's, whose lines stand in it since it was cleaned. */
export function checkAddresses(tree: Root, warn: Warn): void {
  visitElements(tree, (element) => {
    const { dataLine } = element.properties;
    if (dataLine !== undefined) checkAddress(element, Number(dataLine), warn);
  });
}

/** A paragraph of nothing but an image with a title becomes a figure with that as its caption. */
export function captionFigure(element: Element): void {
  if (element.tagName !== 'p') return;
  const [image, ...others] = element.children.filter(
    (child) => child.type !== 'text' || /\S/.test(child.value),
  );
  if (others.length > 0 || !image || !isElement(image, 'img')) return;
  const { title, ...properties } = image.properties;
  if (typeof title !== 'string') return;
  const caption = makeElement('figcaption', {}, [{ type: 'text', value: title }]);
  element.tagName = 'figure';
  element.properties = {};
  element.children = [makeElement('img', properties), caption];
  if (image.position) (element.children[0] as Element).position = image.position;
}

/**
 * What every rendering is given: links out tell the other side nothing, images are loaded when they come into sight,
 * and formulas in code are as they were written.
 */
export function finishElements(tree: Root, formulas: HiddenFormula[]): void {
  visitElements(tree, (element) => {
    captionFigure(element);
    const { tagName, properties } = element;
    if (tagName === 'a' && isOutside(properties.href))
      properties.rel = ['external', 'noopener', 'noreferrer'];
    if (tagName === 'img') properties.loading = 'lazy';
    if (isElement(element, 'pre', 'code', 'samp', 'kbd')) writeSources(element, formulas);
  });
}

function writeSources(parent: Element, formulas: HiddenFormula[]): void {
  parent.children.forEach((child, at) => {
    if (child.type !== 'element') return;
    if (child.tagName === 'math')
      parent.children[at] = {
        type: 'text',
        value: formulas[Number(child.properties.dataFormula)]?.source ?? '',
      };
    else writeSources(child, formulas);
  });
}

function isOutside(href: unknown): boolean {
  return typeof href === 'string' && /^[\0-\x20]*(?:https?:|[\\/]{2})/i.test(href);
}

export function makeElement(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

const longestCover = 2000;

/** The address of the first image that stands somewhere in the web. */
export function findCover(tree: Root): string | null {
  let cover: string | null = null;
  visitElements(tree, ({ tagName, properties }) => {
    const src = String(properties.src ?? '');
    if (tagName === 'img' && /^https?:\/\/[^\s/]/i.test(src) && src.length <= longestCover) cover ??= src;
  });
  return cover;
}
