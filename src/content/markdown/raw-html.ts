import type { ElementContent, Parents, Root } from 'hast';
import { escapeHtml } from '../text/escape.ts';
import { htmlElements } from './allow-list.ts';
import { anchorOf } from './anchors.ts';
import { openCallout } from './callouts.ts';
import { type HiddenFormula, revealFormulas, splitFormulas } from './hidden.ts';
import {
  droppedElements,
  embeddingElements,
  isBareAttribute,
  openEnded,
  unwrappedElements,
  voidElements,
} from './html-names.ts';
import { type HtmlToken, tokenizeHtml } from './html-tokens.ts';
import { findVideo } from './video.ts';
import type { Warn } from './warnings.ts';

/** Unparsed HTML in Markdown. */
interface Raw {
  type: 'raw';
  value: string;
  position?: { start: { line: number } };
  data?: { isInline?: boolean };
}

/** A token with its location, and the index of its end tag among all tokens. */
interface Item extends HtmlToken {
  raw: Raw;
  parent: Parents;
  /** The index of `raw` in `parent`. */
  place: number;
  /** Whether it is markup, and no text that looks like it. */
  isMarkup: boolean;
  end?: number;
}

const allowed = new Set(htmlElements);
const isKnown = (name: string) =>
  allowed.has(name) || unwrappedElements.has(name) || droppedElements.has(name);

/**
 * Sanitises raw HTML: leaves only allowed tags, and escapes all else, or removes it with a warning. A tag is markup
 * when CommonMark reads it so (6.6), its name is an HTML element, its words without a value are HTML attributes, and it
 * is closed where required; any other is shown as its source (`List<String>`, `<think>`, `a <b and c>`).
 * @returns whether any is left, which then has to be parsed
 */
export function cleanRawHtml(tree: Root, formulas: HiddenFormula[], warn: Warn): boolean {
  const items: Item[] = [];
  collect(tree, items);
  if (items.length === 0) return false;
  matchTags(items);
  const written = new Map<Raw, string>(items.map(({ raw }) => [raw, '']));
  const withMarkup = new Set<Raw>();
  const removed = new Set<unknown>();
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    const html = writeItem(item, formulas, warn);
    written.set(item.raw, written.get(item.raw) + html);
    if (item.kind === 'comment' || (item.isMarkup && html !== '')) withMarkup.add(item.raw);
    if (item.isMarkup && droppedElements.has(item.name) && item.end !== undefined) {
      markBetween(item, items[item.end] as Item, removed);
      at = item.end;
    }
  }
  return replaceRaw(tree, written, withMarkup, removed, formulas);
}

function collect(parent: Parents, items: Item[]): void {
  (parent.children as (ElementContent | Raw)[]).forEach((child, place) => {
    if (child.type === 'raw') {
      for (const token of tokenizeHtml(child.value))
        items.push({ ...token, raw: child, parent, place, isMarkup: false });
    } else if (child.type === 'element') collect(child, items);
  });
}

/** Matches start tags with end tags, the innermost first, and decides which are markup. */
function matchTags(items: Item[]): void {
  const open = new Map<string, number[]>();
  items.forEach((item, at) => {
    const { kind, name } = item;
    if (kind === 'comment') item.isMarkup = true;
    else if (kind === 'open' && isKnown(name)) {
      if (!item.attributes.every(([key, value]) => value !== null || isBareAttribute(key))) return;
      item.isMarkup = voidElements.has(name) || (openEnded.has(name) && !item.raw.data?.isInline);
      if (voidElements.has(name)) return;
      const starts = open.get(name) ?? [];
      if (starts.push(at) === 1) open.set(name, starts);
    } else if (kind === 'close' && name === 'br') item.isMarkup = true;
    else if (kind === 'close') {
      const start = items[open.get(name)?.at(-1) ?? -1];
      // A removed element ends in the parent of its start, so that its extent is unambiguous.
      if (!start || (droppedElements.has(name) && start.parent !== item.parent)) return;
      open.get(name)?.pop();
      start.end = at;
      start.isMarkup = true;
      item.isMarkup = true;
    }
  });
}

function writeItem(item: Item, formulas: HiddenFormula[], warn: Warn): string {
  const { kind, name, source, raw, isMarkup } = item;
  const reveal = (text: string) => revealFormulas(text, (number) => formulas[number]?.source ?? '');
  const line = (raw.position?.start.line ?? 1) + item.line;
  const note = (detail: string) => warn(line, reveal(source), detail);
  if (kind === 'text') return splitFormulas(source).map(writePiece).join('');
  if (kind === 'comment') return '';
  if (!isMarkup) {
    if (isKnown(name)) note(`<${name}> is not written as HTML, or closed nowhere; it is shown as text`);
    return escapeHtml(reveal(source));
  }
  if (name === 'br') return '<br>';
  if (allowed.has(name)) return kind === 'close' ? `</${name}>` : writeTag(item, line, reveal);
  if (name === 'aside')
    return kind === 'close' ? '</div>' : openCallout(findAttribute(item, 'data-callout') ?? null);
  if (kind === 'close') return '';
  if (embeddingElements.has(name)) {
    const address = findEmbedded(item, reveal);
    const video = name === 'iframe' ? findVideo(address) : undefined;
    if (video === undefined && address !== undefined) note(`<${name}> is not allowed; it is shown as a link`);
    if (address !== undefined) return writeLink(item, video ?? address, reveal);
    if (name === 'source') return '';
  }
  const isDropped = droppedElements.has(name) && item.end !== undefined;
  note(
    `<${name}> is not allowed; ${isDropped ? 'it is left out with all that is in it' : 'its tag is left out'}`,
  );
  return '';
}

const findAttribute = ({ attributes }: Item, wanted: string) =>
  attributes.find(([name]) => name === wanted)?.[1];

/** The address of what an element embeds, if a link may lead there. */
function findEmbedded(item: Item, reveal: (text: string) => string): string | undefined {
  const address = reveal(findAttribute(item, item.name === 'object' ? 'data' : 'src') ?? '').trim();
  return /^(?:https?:|[\\/.]|[^:]+$)/i.test(address) ? address : undefined;
}

function writeLink(item: Item, address: string, reveal: (text: string) => string): string {
  const title = reveal(findAttribute(item, 'title') ?? '').trim();
  return `<a href="${address.replaceAll('"', '&quot;')}">${(title || address).replaceAll('<', '&lt;')}</a>${item.kind === 'open' && !voidElements.has(item.name) ? ' ' : ''}`;
}

function writePiece(piece: string | number): string {
  return typeof piece === 'number' ? `<math data-formula="${piece}"></math>` : piece.replaceAll('<', '&lt;');
}

/** Marks a tag whose URL may need a warning with its line. */
function writeTag({ name, attributes }: Item, line: number, reveal: (text: string) => string): string {
  const written = attributes.flatMap(([key, value]) => {
    if (value === null) return ` ${key}`;
    const isName = key === 'id' || key === 'name';
    const shown = isName ? anchorOf(reveal(value)) : reveal(value);
    return shown === null ? [] : ` ${isName ? 'id' : key}="${shown.replaceAll('"', '&quot;')}"`;
  });
  if (name === 'a' || name === 'img') written.unshift(` data-line="${line}"`);
  return `<${name}${written.join('')}>`;
}

function markBetween(start: Item, end: Item, removed: Set<unknown>): void {
  for (let at = start.place + 1; at < end.place; at++) removed.add(start.parent.children[at]);
}

function replaceRaw(
  parent: Parents,
  written: Map<Raw, string>,
  withMarkup: Set<Raw>,
  removed: Set<unknown>,
  formulas: HiddenFormula[],
): boolean {
  let isLeft = false;
  const children: (ElementContent | Raw)[] = [];
  for (const child of parent.children as (ElementContent | Raw)[]) {
    if (removed.has(child)) continue;
    if (child.type === 'element')
      isLeft = replaceRaw(child, written, withMarkup, removed, formulas) || isLeft;
    if (child.type !== 'raw') {
      children.push(child);
      continue;
    }
    const value = written.get(child) ?? '';
    if (value.trim() === '') continue;
    const { isInline } = (child as Raw).data ?? {};
    if (isInline && !withMarkup.has(child)) {
      // A single tag (CommonMark 6.6).
      const text = revealFormulas(child.value, (number) => formulas[number]?.source ?? '');
      children.push({ type: 'text', value: text });
      continue;
    }
    isLeft = true;
    children.push({ ...child, value: withMarkup.has(child) ? value : `<p>${value.trim()}</p>` });
  }
  parent.children = children as typeof parent.children;
  return isLeft;
}
