import type { Root } from 'hast';
import { flattenLine } from '../text/line.ts';
import { slugify } from '../text/slug.ts';
import { takeHeadingName } from './anchors.ts';
import { findSectionKind, type SectionKind } from './section-kinds.ts';
import { isFootnoteMark, type Piece, readPieces, visitElements } from './tree.ts';

/** A heading, for a table of contents. */
export interface Section {
  level: number;
  heading: string;
  /** The `id` of the heading in the HTML. */
  anchor: string;
  kind: SectionKind;
}

const longestHeading = 500;

/**
 * Gives every heading an anchor and lists them. Anchors are made of the heading's text, in any script, and are stable
 * while the headings before them are; the prefix `section-` prevents DOM clobbering (`document.cookie`).
 * @param write writes the text of a heading
 * @returns them, and the anchors of the names that their author gave them
 */
export function anchorSections(
  tree: Root,
  write: (pieces: Piece[]) => string,
): { sections: Section[]; named: Map<string, string> } {
  const sections: Section[] = [];
  const named = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  visitElements(tree, (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || isFootnoteMark(element)) return;
    const name = takeHeadingName(element);
    const heading = flattenLine(write(readPieces(element)))
      .trim()
      .slice(0, longestHeading);
    const anchor = claimAnchor(heading, taken, counts);
    element.properties.id = anchor;
    if (name !== null && !named.has(name)) named.set(name, anchor);
    sections.push({ level: Number(element.tagName[1]), heading, anchor, kind: findSectionKind(heading) });
    return 'skip';
  });
  return { sections, named };
}

function claimAnchor(heading: string, taken: Set<string>, counts: Map<string, number>): string {
  const base = `section-${slugify(heading, 'untitled')}`;
  let anchor = base;
  for (let number = counts.get(base) ?? 2; taken.has(anchor); number++) {
    anchor = `${base}-${number}`;
    counts.set(base, number + 1);
  }
  taken.add(anchor);
  return anchor;
}
