import type { Element, ElementContent, Parents, Properties, Root } from 'hast';
import type { Nodes as MarkdownNode, Table } from 'mdast';
import { fragmentOf } from './anchors.ts';
import { type HiddenFormula, hidesFormulas, revealFormulas, splitFormulas } from './hidden.ts';
import { imageIdOf, resolveImage, type ShownImages } from './images.ts';
import { isElement, visitElements } from './tree.ts';
import type { Warn } from './warnings.ts';

const escaped = /\\([!-/:-@[-`{-~])/g;

/**
 * Restores the formulas in link destinations and labels of Markdown, which would be percent-encoded, as CommonMark
 * reads them (6.3), notes the lines of links within the text, and warns of what is not shown: footnotes without a reference, and
 * cells of a table beyond those of its header (GFM 4.10).
 */
export function revealAddresses(
  tree: MarkdownNode,
  formulas: HiddenFormula[],
  lines: Map<string, number>,
  warn: Warn,
): void {
  const source = (number: number) => formulas[number]?.source ?? '';
  const footnotes = new Map<string, number>();
  const called = new Set<string>();
  const visit = (node: MarkdownNode): void => {
    if ('url' in node) {
      node.url = revealFormulas(node.url, (number) => source(number).replace(escaped, '$1'));
      noteFragment(node.url, node.position?.start.line ?? 1, lines);
    }
    if ('identifier' in node) node.identifier = revealFormulas(node.identifier, source);
    if (node.type === 'table') warnOfCells(node, source, warn);
    if (node.type === 'footnoteReference') called.add(node.identifier);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node.position?.start.line ?? 1);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  for (const [name, line] of footnotes)
    if (!called.has(name)) warn(line, `[^${name}]`, 'Nothing refers to this footnote; it is left out');
}

const textOf = (node: MarkdownNode): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

function warnOfCells(
  { children: [header, ...rows] }: Table,
  source: (number: number) => string,
  warn: Warn,
): void {
  const width = header?.children.length ?? 0;
  for (const { children, position } of rows) {
    const beyond = children.slice(width).map((cell) => revealFormulas(textOf(cell), source));
    if (beyond.join('').trim() === '') continue;
    warn(
      position?.start.line ?? 1,
      beyond.join(' | '),
      'The row has more cells than the header of its table, which are left out; a `|` within a cell, also in code, is written `\\|`',
    );
  }
}

/**
 * Replaces placeholders of formulas by nodes: `math` with a number, or the source text in attributes. No author's text
 * can be taken for one, since raw HTML is not parsed yet.
 */
export function placeFormulas(
  tree: Parents,
  formulas: HiddenFormula[],
  images: ShownImages,
  warn: Warn,
): void {
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
      checkAddress(child, child.position?.start.line ?? 1, images, warn);
      placeFormulas(child, formulas, images, warn);
    } else if (child.type === 'text') {
      // HTML parsers normalise a carriage return to a line feed.
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

/** Resolves images; warns of a URL that the allow-list removes, and lower-cases the scheme, as it requires. */
function checkAddress(element: Element, line: number, images: ShownImages, warn: Warn): void {
  const { tagName, properties } = element;
  if (tagName === 'img' && resolveImage(element, images, line, warn)) return;
  const known = schemes[tagName];
  const address = known && properties[known.name];
  if (typeof address !== 'string') return;
  const scheme = /^[^/?#:]*(?=:)/.exec(address)?.[0];
  if (scheme === undefined) {
    if (tagName === 'img' && !/^[\\/]{2}/.test(address))
      warn(line, address, 'The address of the image is relative; it is shown only where the page has it');
    return;
  }
  if (known?.allowed.test(scheme.toLowerCase()))
    properties[known.name] = scheme.toLowerCase() + address.slice(scheme.length);
  else
    warn(
      line,
      address,
      `An address that begins with "${scheme.slice(0, 20)}:" is not allowed in ${tagName === 'a' ? 'a link' : 'an image'}; it is left out`,
    );
}

/** Whether a link is nested in another (a footnote in a link's text), which HTML parsers restructure. */
export function nestsLinks(tree: Parents, isWithin = false): boolean {
  return (tree.children as ElementContent[]).some((child) => {
    if (child.type !== 'element') return false;
    const isLink = child.tagName === 'a';
    return (isLink && isWithin) || nestsLinks(child, isWithin || isLink);
  });
}

/** Warns of URLs in raw HTML, which is marked with its lines. */
export function checkAddresses(
  tree: Root,
  images: ShownImages,
  lines: Map<string, number>,
  warn: Warn,
): void {
  visitElements(tree, (element) => {
    const { dataLine, href } = element.properties;
    if (dataLine === undefined) return;
    checkAddress(element, Number(dataLine), images, warn);
    noteFragment(href, Number(dataLine), lines);
  });
}

function noteFragment(href: unknown, line: number, lines: Map<string, number>): void {
  const fragment = fragmentOf(href);
  if (fragment !== null && !lines.has(fragment)) lines.set(fragment, line);
}

/** Converts a paragraph with only an image with a title to a figure with a caption. */
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

/** Finishes all elements: `rel` of external links, lazy loading of images, and the source of formulas in code. */
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

/** The figures of a tree. */
export interface Figures {
  /** The absolute URL of the first one, if that is a picture elsewhere. */
  cover: string | null;
  /** The ids of the images that are shown. */
  figures: string[];
}

/** Finds the figures of a tree. */
export function findFigures(tree: Root): Figures {
  const ids = new Set<string>();
  let cover: string | null = null;
  visitElements(tree, (element) => {
    if (element.tagName !== 'img') return;
    const src = String(element.properties.src ?? '');
    const id = imageIdOf(element);
    if (id !== undefined) ids.add(id);
    else if (ids.size === 0 && /^https?:\/\/[^\s/]/i.test(src) && src.length <= longestCover) cover ??= src;
  });
  return { cover, figures: [...ids] };
}
