import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Nodes as MarkdownNode } from 'mdast';
import { isElement, visitElements } from './tree.ts';

/** Puts the formulas back into the addresses of Markdown, which would be percent-encoded. */
export function revealAddresses(node: MarkdownNode, reveal: (text: string) => string): void {
  if ('url' in node) node.url = reveal(node.url);
  if ('children' in node) for (const child of node.children) revealAddresses(child, reveal);
}

/** Puts the formulas back as they were written where they are none: in code and in attributes. */
export function revealCode(tree: Root, reveal: (text: string) => string): void {
  visitElements(tree, (element) => {
    for (const [name, value] of Object.entries(element.properties))
      if (typeof value === 'string') element.properties[name] = reveal(value);
    if (isElement(element, 'pre', 'code', 'samp', 'kbd')) revealTexts(element, reveal);
  });
}

function revealTexts(parent: Element, reveal: (text: string) => string): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = reveal(child.value);
    else if (child.type === 'element') revealTexts(child, reveal);
  }
}

const player = /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,64})(?:[?#]|$)/;

/** An embedded video becomes a link to it. */
export function linkVideos(tree: Root): void {
  visitElements(tree, (element, siblings, at) => {
    const id = isElement(element, 'iframe')
      ? player.exec(String(element.properties.src ?? ''))?.[1]
      : undefined;
    if (id === undefined) return;
    const href = `https://www.youtube.com/watch?v=${id}`;
    const value = String(element.properties.title ?? '').trim() || href;
    siblings[at] = makeElement('a', { href }, [{ type: 'text', value }]);
  });
}

/** A paragraph of nothing but an image with a title becomes a figure with that as its caption. */
export function captionFigures(tree: Root): void {
  visitElements(tree, ({ tagName, children }, siblings, at) => {
    const [image, ...others] = children.filter((child) => child.type !== 'text' || /\S/.test(child.value));
    if (tagName !== 'p' || others.length > 0 || !image || !isElement(image, 'img')) return;
    const { title, ...properties } = image.properties;
    if (typeof title !== 'string') return;
    const caption = makeElement('figcaption', {}, [{ type: 'text', value: title }]);
    siblings[at] = makeElement('figure', {}, [makeElement('img', properties), caption]);
  });
}

/** Links out tell the other side nothing; images are loaded when they come into sight. */
export function finishElements(tree: Root): void {
  visitElements(tree, ({ tagName, properties }) => {
    if (tagName === 'a' && isOutside(properties.href))
      properties.rel = ['external', 'noopener', 'noreferrer'];
    if (tagName === 'img') properties.loading = 'lazy';
  });
}

function isOutside(href: unknown): boolean {
  return typeof href === 'string' && /^[\0-\x20]*(?:https?:|[\\/]{2})/i.test(href);
}

function makeElement(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
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
