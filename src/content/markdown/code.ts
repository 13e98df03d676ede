import type { Element, Root } from 'hast';
import { isElement, visitElements } from './tree.ts';

/** What is used of lowlight. */
interface Highlighter {
  registered(language: string): boolean;
  highlight(language: string, text: string): Root;
}

// Its own types bring those of the DOM into the program.
const { common, createLowlight } = (await import('lowlight' as string)) as {
  common: object;
  createLowlight(grammars: object): Highlighter;
};
/** Made at the first use. */
let lowlight: Highlighter | undefined;
/** The deepest nesting of its elements: more is for nobody to see, and for no stack. */
const deepest = 30;
/** The longest code that is highlighted, and the most of a text, in characters: longer is rarely read, and dear. */
const longestCode = 10_000;
const mostCode = 50_000;

/**
 * Highlights code blocks whose language is known (the 37 most common of highlight.js), as `span` elements with its
 * classes.
 * @param spend counts the bytes of the markup
 */
export function highlightCode(tree: Root, spend: (bytes: number) => void): void {
  let left = mostCode;
  visitElements(tree, (pre) => {
    if (!isElement(pre, 'pre')) return;
    const [code] = pre.children;
    if (!code || !isElement(code, 'code')) return 'skip';
    const [text, ...others] = code.children;
    const name = languageOf(code);
    if (name === undefined || text?.type !== 'text' || others.length > 0) return 'skip';
    code.properties.className = [`language-${name}`];
    lowlight ??= createLowlight(common);
    if (!lowlight.registered(name) || text.value.length > longestCode || text.value.length > left)
      return 'skip';
    left -= text.value.length;
    const highlighted = highlight(lowlight, name, text.value);
    if (highlighted === undefined) return 'skip';
    code.children = highlighted;
    visitElements(code, ({ properties }) => spend(26 + String(properties.className).length));
    return 'skip';
  });
}

/** @returns undefined for code that nests too deeply */
function highlight(by: Highlighter, name: string, text: string): Element['children'] | undefined {
  try {
    const { children } = by.highlight(name, text) as Element | Root;
    return isShallow(children as Element['children'], deepest)
      ? (children as Element['children'])
      : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const isShallow = (children: Element['children'], depth: number): boolean =>
  depth > 0 && children.every((child) => child.type !== 'element' || isShallow(child.children, depth - 1));

const language = /^language-\{?\.?([\w+#-]+)/;

/** The language of code by its class, as several tools write it (`python`, `{python}`, `python=`, `python:a.py`). */
function languageOf({ properties: { className } }: Element): string | undefined {
  const [name = ''] = Array.isArray(className) ? className : [];
  return language.exec(String(name).toLowerCase())?.[1];
}
