import type { Element, ElementContent, Root } from 'hast';
import type { CalloutKind, Labels } from './labels.ts';
import { isElement, visitElements } from './tree.ts';

/** The kinds of other tools (Obsidian, GitBook, Docusaurus); all others are notes. */
const kinds: Record<string, CalloutKind> = {
  ...{ tip: 'tip', hint: 'tip', success: 'tip', check: 'tip', done: 'tip' },
  ...{ important: 'important', warning: 'warning', attention: 'warning', question: 'note' },
  ...{ caution: 'caution', danger: 'caution', error: 'caution', bug: 'caution' },
  ...{ failure: 'caution', fail: 'caution', missing: 'caution' },
};
const kindOf = (name: string): CalloutKind => kinds[name.toLowerCase()] ?? 'note';

/** The kinds of the emoji that Notion begins a callout with. */
const emoji: [RegExp, CalloutKind][] = [
  [/^\s*(?:💡|✅|👍)/u, 'tip'],
  [/^\s*(?:⚠|🚧)/u, 'warning'],
  [/^\s*(?:❗|‼|📢|🔥|⭐)/u, 'important'],
  [/^\s*(?:🚨|⛔|🚫|❌)/u, 'caution'],
];

const marker = /^\s*\[!([A-Za-z][\w-]{0,30})(?:\|[^\]\n]{0,40})?\]([+-]?)[ \t]*/;
const classesOf = (kind: CalloutKind) => ['callout', `callout-${kind}`];

/** The HTML of a callout's start tag, for an element that others write (GitBook's hint, Notion's `aside`). */
export const openCallout = (name: string | null): string =>
  `<div class="${name === null ? 'callout' : classesOf(kindOf(name)).join(' ')}">`;

/**
 * Converts callouts to one form, a `div` with its kind as a class and a title, or `details` where it folds: GitHub's
 * alerts and Obsidian's callouts (`> [!tip]- Title`), and the elements of `openCallout`.
 */
export function finishCallouts(tree: Root, labels: Labels): void {
  visitElements(tree, (element) => {
    if (element.tagName === 'blockquote') convertQuote(element, labels);
    else if (isElement(element, 'div') && isClassed(element, 'callout')) addTitle(element, labels);
  });
}

export const isClassed = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);

function addTitle(callout: Element, labels: Labels): void {
  if (callout.children.some((child) => isElement(child, 'p') && isClassed(child, 'callout-title'))) return;
  const words = readStart(callout);
  const named = Object.keys(labels.callouts).find((kind) => isClassed(callout, `callout-${kind}`));
  const kind = (named ?? emoji.find(([sign]) => sign.test(words))?.[1] ?? 'note') as CalloutKind;
  callout.properties.className = classesOf(kind);
  callout.children.unshift(makeTitle('p', [text(labels.callouts[kind])]));
}

/** The first text of an element. */
function readStart(element: Element): string {
  for (const child of element.children) {
    const found = child.type === 'text' ? child.value : child.type === 'element' ? readStart(child) : '';
    if (/\S/.test(found)) return found;
  }
  return '';
}

function convertQuote(quote: Element, labels: Labels): void {
  const at = quote.children.findIndex((child) => child.type !== 'text' || /\S/.test(child.value));
  const first = quote.children[at];
  const start = first && isElement(first, 'p') ? first.children[0] : undefined;
  const found = start?.type === 'text' ? marker.exec(start.value) : null;
  if (!first || !isElement(first, 'p') || start?.type !== 'text' || !found) return;
  const [written, name = '', fold] = found;
  start.value = start.value.slice(written.length);
  const [title, rest] = splitLine(first.children);
  const kind = kindOf(name);
  const isEmpty = title.every((child) => child.type === 'text' && child.value.trim() === '');
  const label = kind === name.toLowerCase() ? labels.callouts[kind] : name[0]?.toUpperCase() + name.slice(1);
  const shown = isEmpty ? [text(label)] : title;
  const others = quote.children.slice(at + 1);
  if (rest.some((child) => child.type !== 'text' || /\S/.test(child.value)))
    others.unshift({ ...first, children: rest });
  quote.tagName = fold ? 'details' : 'div';
  quote.properties = { className: classesOf(kind), ...(fold === '+' ? { open: true } : {}) };
  quote.children = [makeTitle(fold ? 'summary' : 'p', shown), text('\n'), ...others];
}

/** Splits the content of a paragraph at the end of its first line. */
function splitLine(children: ElementContent[]): [ElementContent[], ElementContent[]] {
  for (const [at, child] of children.entries()) {
    if (isElement(child, 'br')) return [children.slice(0, at), children.slice(at + 1)];
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type !== 'text' || end === -1) continue;
    const [line, rest] = [text(child.value.slice(0, end)), text(child.value.slice(end + 1))];
    return [
      [...children.slice(0, at), line],
      [rest, ...children.slice(at + 1)],
    ];
  }
  return [children, []];
}

const text = (value: string): ElementContent => ({ type: 'text', value });
const makeTitle = (tagName: 'p' | 'summary', children: ElementContent[]): Element => ({
  ...{ type: 'element', tagName, children },
  properties: tagName === 'p' ? { className: ['callout-title'] } : {},
});
