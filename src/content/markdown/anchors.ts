import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { slugify } from '../text/slug.ts';
import { visitElements } from './tree.ts';
import type { Warn } from './warnings.ts';

/** A heading with its anchor. */
type Titled = { heading: string; anchor: string };

/** Prevents DOM clobbering by an author's `id` (`document.cookie`). */
const prefix = 'anchor-';
const longestName = 200;

/** The `id` for an author's `id` or `name`; null for an empty one. */
export function anchorOf(name: string): string | null {
  const plain = name.trim().replace(/\s+/g, '-').slice(0, longestName).toWellFormed();
  return plain === '' ? null : prefix + plain;
}

/** The fragment of a link within its own text; null for another link, and for the page's top. */
export function fragmentOf(href: unknown): string | null {
  if (typeof href !== 'string' || !/^#(?!$|top$|:~:)/i.test(href)) return null;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

const headingId = /[ \t]*\{[ \t]*#([^\s{}]+)[^{}\n]*\}[ \t]*$/;

/** Takes the author's name of a heading: its `id` in HTML, or `{#name}` at its end (Pandoc, kramdown, Hugo). */
export function takeHeadingName(heading: Element): string | null {
  const { id } = heading.properties;
  if (typeof id === 'string' && id.startsWith(prefix)) return id.slice(prefix.length);
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? headingId.exec(last.value) : null;
  if (last?.type !== 'text' || !found || (found.index === 0 && heading.children.length === 1)) return null;
  last.value = last.value.slice(0, found.index);
  return found[1] ?? null;
}

/**
 * Resolves the links within a text: to an author's `id` or `name`, a footnote, or a heading, by its anchor, its slug on
 * GitHub, or its words. A link that leads nowhere is left, with a warning. Of equal ids the first one stays.
 * @param named the anchors of the names that headings have
 * @param lines the lines of links, by their fragments
 */
export function linkFragments(
  tree: Root,
  { sections, named }: { sections: Titled[]; named: ReadonlyMap<string, string> },
  lines: ReadonlyMap<string, number>,
  warn: Warn,
): void {
  const anchors = new Map(named);
  const ids = new Set<string>();
  const links: [Element, string][] = [];
  visitElements(tree, ({ properties }, siblings, at) => {
    const { id, href } = properties;
    const fragment = fragmentOf(href);
    if (fragment !== null) links.push([siblings[at] as Element, fragment]);
    if (typeof id !== 'string') return;
    if (!id.startsWith(prefix)) ids.add(id);
    else if (ids.has(id)) delete properties.id;
    else {
      ids.add(id);
      const name = id.slice(prefix.length);
      if (!anchors.has(name)) anchors.set(name, id);
    }
  });
  if (links.length === 0) return;
  const find = anchorFinder(sections);
  for (const [link, fragment] of links) {
    const name = fragment.replace(/^user-content-/, '');
    const anchor =
      anchors.get(fragment) ??
      anchors.get(name) ??
      // The names of generated ids are percent-encoded.
      [String(link.properties.href).slice(1), fragment, name].find((id) => ids.has(id)) ??
      find(name);
    if (anchor === undefined)
      warn(
        lines.get(fragment) ?? null,
        `#${fragment}`,
        'The link leads nowhere: nothing in the text has this name',
      );
    else if (!ids.has(String(link.properties.href).slice(1))) link.properties.href = `#${encodeURI(anchor)}`;
  }
}

/** Finds the anchor of a heading by what other tools make of it; several headings have one name in the order of the text. */
export function anchorFinder(sections: Titled[]): (name: string) => string | undefined {
  const [bySlug, byWords] = [new Map<string, string>(), new Map<string, string>()];
  const slugger = new GithubSlugger();
  const add = (names: Map<string, string>, name: string, anchor: string) => {
    if (!names.has(name)) names.set(name, anchor);
  };
  for (const { heading, anchor } of sections) {
    add(bySlug, slugger.slug(heading), anchor);
    add(byWords, anchor.replace(/^section-/, ''), anchor);
  }
  // kramdown leaves out the number of a heading.
  for (const { heading, anchor } of sections)
    add(byWords, slugify(heading.replace(/^[\d.\s]+/, ''), 'untitled'), anchor);
  return (name) =>
    bySlug.get(name) ?? bySlug.get(name.normalize('NFC').toLowerCase()) ?? byWords.get(slugify(name, name));
}
