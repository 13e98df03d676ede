import type { Element, Nodes, Parents, RootContent } from 'hast';
import { findFormulas } from '../../../content/markdown/formula.ts';
import { attributeOf, buildElement, findElement, isTag, listClasses, rewriteTree, textOf } from './tree.ts';

/** An element that stands for a formula, with its TeX as `tex`: `math`, around which white space counts. */
export const isFormula = (node: Nodes | undefined): node is Element =>
  isTag(node, 'math') && node.properties.tex !== undefined;

/**
 * Makes elements of the formulas of a tree: of the markup that KaTeX and MathJax leave (their TeX is an annotation or a script), of
 * WordPress's pictures of formulas, and of the TeX between delimiters in the text, with entities decoded, also across
 * line breaks.
 * @param lose called with what is not kept
 */
export function markFormulas(tree: Parents, lose: (what: string) => void): void {
  rewriteTree(tree, (children, parent) => {
    if (isTag(parent) && verbatim.has(parent.tagName)) return children;
    const marked = children.flatMap((child) => (isTag(child) ? readMarkup(child, lose) : [child]));
    return joinDisplays(marked).flatMap(splitRuns);
  });
}

const verbatim = new Set(['pre', 'code', 'kbd', 'samp', 'script', 'style', 'textarea', 'template']);

const makeFormula = (tex: string, isDisplay: boolean): Element =>
  buildElement('math', { tex: tex.trim(), isDisplay });

function readMarkup(element: Element, lose: (what: string) => void): RootContent[] {
  const classes = listClasses(element);
  if (isTag(element, 'script')) {
    const [, mode] = /^math\/tex(.*)$/i.exec(attributeOf(element, 'type')) ?? [];
    return mode === undefined ? [element] : [makeFormula(textOf(element), /display/i.test(mode))];
  }
  // What MathJax 2 shows beside the script that holds the TeX.
  if (classes.some((name) => /^MathJax(?:_|$)/.test(name)) && !isTag(element, 'mjx-container')) return [];
  if (isTag(element, 'img') && classes.includes('latex') && attributeOf(element, 'alt') !== '')
    return [makeFormula(attributeOf(element, 'alt'), false)];
  // KaTeX's display wraps what has been read already.
  if (classes.includes('katex-display')) {
    const inner = findElement(element, isFormula);
    return inner ? [makeFormula(attributeOf(inner, 'tex'), true)] : [element];
  }
  if (isFormula(element)) return [element];
  if (!classes.includes('katex') && !isTag(element, 'math', 'mjx-container')) return [element];
  const tex = findTex(element);
  const display = [attributeOf(element, 'display'), attributeOf(element, 'mode')];
  if (tex !== null) return [makeFormula(tex, display.includes('block') || display.includes('true'))];
  lose('formula without its TeX (kept as text)');
  return [{ type: 'text', value: textOf(element) }];
}

function findTex(element: Element): string | null {
  const made = findElement(element, isFormula);
  if (made) return attributeOf(made, 'tex');
  const noted = findElement(
    element,
    (one) => one.tagName === 'annotation' && attributeOf(one, 'encoding') === 'application/x-tex',
  );
  if (noted) return textOf(noted);
  return attributeOf(element, 'dataTex') || attributeOf(element, 'alttext') || null;
}

/** An editor makes three paragraphs of a display: `$$`, the TeX, `$$`. */
function joinDisplays(children: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const end = isDollars(children[at])
      ? children.findIndex((one, index) => index > at && isDollars(one))
      : -1;
    const within = children.slice(at + 1, Math.max(end, at + 1));
    const isPlain = within.every((one) => one.type === 'text' || isTag(one, 'p', 'div'));
    const tex = within.map(textOf).join('\n');
    if (end < 0 || !isPlain || within.length > 40 || tex.trim() === '') {
      joined.push(children[at] as RootContent);
      continue;
    }
    joined.push(makeFormula(tex.replaceAll('\u00a0', ' '), true));
    at = end;
  }
  return joined;
}

const isDollars = (node: RootContent | undefined) =>
  isTag(node, 'p', 'div') && textOf(node).replace(/[\s\u00a0]/g, '') === '$$';

/** Finds the formulas of a run of texts and line breaks; called for each child, it rewrites a run at its first. */
function splitRuns(child: RootContent, index: number, children: RootContent[]): RootContent[] {
  const isRun = (node: RootContent | undefined) => node?.type === 'text' || isTag(node, 'br');
  if (!isRun(child)) return [child];
  if (isRun(children[index - 1])) return [];
  const end = children.findIndex((one, at) => at > index && !isRun(one));
  const run = children.slice(index, end < 0 ? undefined : end);
  const text = run
    .map((node) => (node.type === 'text' ? node.value.replace(/[\s\u00a0]+/g, ' ') : '\n'))
    .join('');
  const formulas = /[$\\]/.test(text) ? findFormulas(text) : [];
  if (formulas.length === 0) return run;
  const found: RootContent[] = [];
  let at = 0;
  const takeText = (until: number) => {
    const lines = text.slice(at, until).split('\n');
    for (const [number, value] of lines.entries())
      found.push(...(number > 0 ? [buildElement('br', {})] : []), { type: 'text', value });
  };
  for (const { start, end: stop, tex, display } of formulas) {
    takeText(start);
    found.push(makeFormula(tex, display));
    at = stop;
  }
  takeText(text.length);
  return found.filter((node) => node.type !== 'text' || node.value !== '');
}
