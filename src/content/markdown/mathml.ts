import type { Element, ElementContent, Parents, Root } from 'hast';
import katex from 'katex';
import { LRUCache } from 'lru-cache';
// Adds `\ce` and `\pu` to KaTeX.
import 'katex/contrib/mhchem';
import { styleLetters } from './alphabets.ts';
import type { HiddenFormula } from './hidden.ts';
import { type EquationNumbers, mathJaxMacros, numberEquations, translateTex } from './tex.ts';
import type { Warn } from './warnings.ts';

/** KaTeX's tree (`__renderToDomTree`, internal and untyped). */
type KatexNode =
  | { type: string; attributes: Record<string, unknown>; children: KatexNode[] }
  | { text: string }
  | { character: string | null; width: number }
  | { children: KatexNode[] };

/** The MathML of a formula, with its approximate bytes. */
type ShownFormula = { math: Element; bytes: number };

/** A rendered formula, or the fault. */
export type RenderedFormula = ShownFormula | { fault: string };

/** KaTeX's tables of macros. */
type Macros = Record<string, string | { tokens: []; numArgs: number }>;

/** A tree takes so many times the bytes of what is written of it. */
const bytesInMemory = 15;
const mostRemembered = 8 * 1024 * 1024;

/**
 * Formulas of all texts, by their source and what KaTeX reads of it, where no macros are defined: a text is rendered many
 * times while it is written. They are parts of many trees, and never changed.
 */
const remembered = new LRUCache<string, ShownFormula>({
  maxSize: mostRemembered,
  maxEntrySize: mostRemembered / 32,
  sizeCalculation: ({ bytes }, key) => 2 * key.length + bytesInMemory * bytes,
});

const longestSize = 40;
const mostExpansions = 1000;

const { __renderToDomTree: renderToTree } = katex as unknown as {
  __renderToDomTree(tex: string, options: object): { children: KatexNode[] };
};

/**
 * Renders formulas to MathML nodes, with one context for a text: later formulas know the macros of earlier ones
 * (`\newcommand`), and references the numbers of equations. KaTeX's HTML commands, such as `\href` and `\includegraphics`, are faults.
 */
export function createFormulaRenderer(
  numbers: EquationNumbers,
): (tex: string, display: boolean) => RenderedFormula {
  const macros: Macros = { ...mathJaxMacros };
  return (source, display) => {
    try {
      const tex = translateTex(source, display, numbers);
      const key = `${display}\0${source}\0${tex}`;
      const isPlain = definesNothing(macros);
      const known = isPlain ? remembered.get(key) : undefined;
      if (known) return known;
      const rendered = renderFormula(source, tex, display, macros);
      if (isPlain && definesNothing(macros)) remembered.set(key, rendered);
      return rendered;
    } catch (error) {
      if (error instanceof katex.ParseError) return { fault: error.rawMessage };
      if (error instanceof RangeError) return { fault: 'Nested too deeply' };
      throw error;
    }
  };
}

/** Whether the macros are those that every text begins with. */
function definesNothing(macros: Macros): boolean {
  const names = Object.keys(macros);
  return (
    names.length === Object.keys(mathJaxMacros).length &&
    names.every((name) => macros[name] === mathJaxMacros[name])
  );
}

/** @param tex the source as KaTeX reads it */
function renderFormula(source: string, tex: string, display: boolean, macros: Macros): ShownFormula {
  const tree = renderToTree(tex, {
    output: 'mathml',
    displayMode: display,
    throwOnError: true,
    strict: 'ignore',
    trust: refuse,
    globalGroup: true,
    maxSize: longestSize,
    maxExpand: mostExpansions,
    macros,
  });
  const size = { bytes: 0 };
  const children: ElementContent[] = [];
  for (const child of tree.children) convert(child, children, size);
  const [math] = children;
  if (math?.type !== 'element') throw new Error('KaTeX wrote no formula');
  annotate(math, source);
  return { math, bytes: size.bytes };
}

/** Writes the author's source into the annotation. */
function annotate(math: Element, source: string): void {
  const [semantics] = math.children;
  const annotation = semantics?.type === 'element' ? semantics.children.at(-1) : undefined;
  if (annotation?.type === 'element') annotation.children = [{ type: 'text', value: source }];
}

function refuse({ command }: { command: string }): boolean {
  throw new katex.ParseError(`${command} is not allowed`);
}

const tokens = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

/** Converts a node and adds it to the children of another. */
function convert(node: KatexNode, children: ElementContent[], size: { bytes: number }): void {
  if ('type' in node) children.push(convertElement(node, size));
  else if ('text' in node) children.push(makeText(node.text, size));
  else if (!('width' in node)) for (const child of node.children) convert(child, children, size);
  else if (node.character) children.push(makeElement('mtext', {}, [makeText(node.character, size)], size));
  else children.push(makeElement('mspace', { width: `${+node.width.toFixed(4)}em` }, [], size));
}

function convertElement(node: Extract<KatexNode, { type: string }>, size: { bytes: number }): Element {
  const children: ElementContent[] = [];
  for (const child of joinLetters(node.children)) convert(child, children, size);
  const properties: Record<string, string> = {};
  for (const name in node.attributes) properties[name] = String(node.attributes[name]);
  if (!tokens.has(node.type)) return makeElement(node.type, properties, children, size);
  // KaTeX writes `<mo><mrow>…` for `\bmod` and `\mathbin`: `mo` is an HTML integration point, so it becomes a row.
  if (children.some(({ type }) => type === 'element')) return makeElement('mrow', {}, children, size);
  const { mathvariant, ...others } = properties;
  if (mathvariant === undefined || mathvariant === 'normal')
    return makeElement(node.type, properties, children, size);
  for (const child of children)
    if (child.type === 'text') child.value = styleLetters(child.value, mathvariant);
  return makeElement(node.type, others, children, size);
}

const wordVariants = new Set(['normal', 'bold', 'sans-serif', 'monospace']);

/** Joins the letters of a word in one style (`\mathrm{softmax}`) to one identifier, which is read as a word. */
function joinLetters(nodes: KatexNode[]): KatexNode[] {
  const joined: KatexNode[] = [];
  let word: { variant: unknown; text: { text: string } } | undefined;
  for (const node of nodes) {
    const letter = readLetter(node);
    if (letter && word && word.variant === letter.variant) word.text.text += letter.text;
    else {
      word = undefined;
      if (!letter) joined.push(node);
      else {
        word = { variant: letter.variant, text: { text: letter.text } };
        joined.push({ ...letter.node, children: [word.text] });
      }
    }
  }
  return joined;
}

function readLetter(node: KatexNode) {
  if (!('type' in node) || node.type !== 'mi' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  const { mathvariant: variant } = node.attributes;
  if (!child || !('text' in child) || !wordVariants.has(String(variant)) || !/^[A-Za-z]$/.test(child.text))
    return undefined;
  return { node, variant, text: child.text };
}

function makeText(value: string, size: { bytes: number }): ElementContent {
  size.bytes += value.length;
  return { type: 'text', value };
}

function makeElement(
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[],
  size: { bytes: number },
): Element {
  size.bytes += 2 * tagName.length + 5;
  for (const name in properties) size.bytes += name.length + (properties[name]?.length ?? 0) + 4;
  return { type: 'element', tagName, properties, children };
}

/** Replaces the placeholders in a tree by MathML; one that KaTeX cannot parse is its source, with a warning. */
export function fillFormulas(
  tree: Root,
  formulas: HiddenFormula[],
  { warn, spend }: { warn: Warn; spend(bytes: number): void },
): void {
  const render = createFormulaRenderer(numberEquations(formulas.map(({ tex }) => tex)));
  const shown = formulas.map(({ source, tex, display, line }): { node: Element; bytes: number } => {
    const rendered = render(tex, display);
    if ('math' in rendered) return { node: rendered.math, bytes: rendered.bytes };
    warn(line, source, rendered.fault);
    const code: Element = {
      ...{ type: 'element', tagName: 'code', properties: {} },
      children: [{ type: 'text', value: source }],
    };
    return { node: code, bytes: source.length };
  });
  const fill = (parent: Parents): void => {
    parent.children.forEach((child, at) => {
      if (child.type !== 'element') return;
      if (child.tagName !== 'math') {
        fill(child);
        return;
      }
      const formula = shown[Number(child.properties.dataFormula)];
      if (!formula) return;
      spend(formula.bytes);
      parent.children[at] = formula.node;
    });
  };
  fill(tree);
}
