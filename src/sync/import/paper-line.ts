import type { Element, Nodes, Parents } from 'hast';
import { recognizeIdentifier } from '../../content/identifiers/scheme.ts';
import type { IdentifierScheme } from '../../content/identifiers/schemes.ts';
import { rules } from '../../validation/rules.ts';
import type { NoteLink } from '../notes/links.ts';
import { attributeOf, isTag, lineOf, textOf } from './html/tree.ts';
import { findLinks, type ListedVersion } from './links.ts';

/** What a post says of its paper in its first blocks. */
export interface PaperLine {
  links: NoteLink[];
  identifiers: Partial<Record<IdentifierScheme, string>>;
  version: ListedVersion | null;
  /** What stands between the heading "Abstract" and the line. */
  summary: string | null;
  /** By what the paper is known. */
  by: string | null;
}

/** A post names its paper in so many blocks at its beginning. */
const mostBlocks = 16;
const blockNames = ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'li', 'blockquote', 'td', 'figcaption'] as const;

/**
 * Takes the line `[Github][arXiv](2024/05/23 version v1)` out of the beginning of a post, with the addresses of its links. Without
 * one, the paper is the one that the first blocks link to, when that is a single one.
 */
export function takePaperLine(body: Parents): PaperLine {
  const blocks = listBlocks(body, mostBlocks);
  for (const [at, block] of blocks.entries()) {
    const text = textOf(block);
    const run = findLinks(text.replaceAll('\n', ' '));
    if (!run) continue;
    const anchors = listAnchors(block, run.start, run.end);
    if (anchors.length === 0 && run.reviewedVersion === null) continue;
    const links = run.links.map((link, index): NoteLink => {
      const named = anchors.find((anchor) => lineOf(anchor).includes(link.label));
      const anchor = anchors.length === run.links.length ? anchors[index] : named;
      const ruling = rules.url(anchor ? attributeOf(anchor, 'href').trim() : '');
      return { ...link, url: ruling.ok ? ruling.value : null };
    });
    const summary = findSummary(blocks.slice(0, at), text.slice(0, run.start));
    cutText(block, run.start, run.end);
    const identifiers = identify(links.map(({ url }) => url ?? ''));
    const by = Object.keys(identifiers).length > 0 ? 'the line of links' : null;
    return { links, identifiers, version: run.reviewedVersion, summary, by };
  }
  const addresses = blocks
    .flatMap((block) => listAnchors(block))
    .map((anchor) => attributeOf(anchor, 'href'));
  const identifiers = identify(addresses);
  const by = Object.keys(identifiers).length > 0 ? 'a link at the beginning' : null;
  return { links: [], identifiers, version: null, summary: null, by };
}

/** The identifiers of addresses, by scheme; of a scheme with two, none: it is not certain which the paper is. */
function identify(addresses: string[]): PaperLine['identifiers'] {
  const found = new Map<IdentifierScheme, Set<string>>();
  for (const address of addresses) {
    const ruling = recognizeIdentifier(address);
    if (ruling.kind !== 'identifier') continue;
    const values = found.get(ruling.scheme) ?? new Set();
    found.set(ruling.scheme, values.add(ruling.value));
  }
  return Object.fromEntries(
    [...found].filter(([, values]) => values.size === 1).map(([scheme, [value]]) => [scheme, value]),
  );
}

/** The first elements that hold lines of text and no such element. */
function listBlocks(node: Parents, most: number): Element[] {
  const found: Element[] = [];
  const visit = (at: Parents): void => {
    for (const child of at.children) {
      if (found.length >= most) return;
      if (!isTag(child)) continue;
      const before = found.length;
      visit(child);
      if (found.length === before && isTag(child, ...blockNames) && textOf(child).trim() !== '')
        found.push(child);
    }
  };
  visit(node);
  return found;
}

/** The links in a range of the text of a block. */
function listAnchors(block: Element, start = 0, end = Number.POSITIVE_INFINITY): Element[] {
  const anchors: Element[] = [];
  let at = 0;
  const visit = (node: Nodes): void => {
    if (!('children' in node)) {
      at += textOf(node).length;
      return;
    }
    const before = at;
    for (const child of node.children) visit(child);
    if (isTag(node, 'br')) at += 1;
    if (isTag(node, 'a') && before < end && at > start) anchors.push(node);
  };
  visit(block);
  return anchors;
}

/** Removes a range of the text of a block. */
function cutText(block: Element, start: number, end: number): void {
  let at = 0;
  const visit = (node: Parents): void => {
    for (const child of node.children) {
      const length = 'children' in child && !isTag(child, 'br') ? 0 : textOf(child).length;
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
      at += length;
      if (child.type === 'text' && from < to)
        child.value = child.value.slice(0, from) + child.value.slice(to);
      else if ('children' in child && !isTag(child, 'br')) visit(child);
    }
  };
  visit(block);
}

const longestSummary = 2000;

/** The text of the blocks behind a heading "Abstract", and of the same block before the line. */
function findSummary(before: Element[], opening: string): string | null {
  const heading = before.findLastIndex((block) => /^(?:abstract|초록|요약)\s*:?$/i.test(lineOf(block)));
  const texts =
    heading < 0 ? [] : [...before.slice(heading + 1).map(lineOf), opening.replace(/\s+/g, ' ').trim()];
  const summary = texts.filter((text) => text !== '').join(' ');
  return summary === '' || [...summary].length > longestSummary ? null : summary;
}
