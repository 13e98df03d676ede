import type { Root } from 'hast';
import { flattenLine } from '../text/line.ts';
import { slugify } from '../text/slug.ts';
import { isFootnoteMark, type Piece, readPieces, visitElements } from './tree.ts';

export const sectionKinds = [
  'abstract',
  'introduction',
  'background',
  'method',
  'experiments',
  'results',
  'analysis',
  'limitations',
  'conclusion',
  'opinion',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A heading, for a table of contents. */
export interface Section {
  level: number;
  heading: string;
  /** The `id` of the heading in the HTML. */
  anchor: string;
  kind: SectionKind;
}

const words: [Exclude<SectionKind, 'other'>, string][] = [
  ['abstract', 'abstract|초록|요약'],
  ['introduction', 'introduction|서론'],
  ['background', 'background|related works?|배경|관련\\s*연구'],
  ['method', 'methods?|methodology|방법'],
  ['experiments', 'experiments?|실험'],
  ['results', 'results?|결과'],
  ['analysis', 'analysis|analyses|분석'],
  ['limitations', 'limitations?|한계'],
  ['conclusion', 'conclusions?|결론'],
  ['opinion', 'opinions?|의견|생각|느낀\\s*점'],
];
const patterns = words.map(
  ([kind, alternatives]) => [kind, new RegExp(`(?<![a-z])(?:${alternatives})(?![a-z])`, 'g')] as const,
);
const conjunction = /\s+(?:and|및)\s+|[&,/·:]/;
const longestHeading = 500;

/**
 * Classifies a heading by its words: of several the first ("Results and Analysis"), of a compound the last ("실험 결과").
 */
export function findSectionKind(heading: string): SectionKind {
  for (const part of heading.toLowerCase().split(conjunction)) {
    const found = patterns.flatMap(([kind, pattern]) =>
      [...part.matchAll(pattern)].map(({ index }) => ({ kind, index })),
    );
    if (found.length > 0) return found.reduce((last, next) => (next.index > last.index ? next : last)).kind;
  }
  return 'other';
}

/**
 * Gives every heading an anchor and lists them. Anchors are made of the heading's text, in any script, and are stable
 * while the headings before them are; the prefix `section-` prevents DOM clobbering (`document.cookie`).
 * @param write writes the text of a heading
 */
export function anchorSections(tree: Root, write: (pieces: Piece[]) => string): Section[] {
  const sections: Section[] = [];
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  visitElements(tree, (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || isFootnoteMark(element)) return;
    const heading = flattenLine(write(readPieces(element)))
      .trim()
      .slice(0, longestHeading);
    const anchor = claimAnchor(heading, taken, counts);
    element.properties.id = anchor;
    sections.push({ level: Number(element.tagName[1]), heading, anchor, kind: findSectionKind(heading) });
    return 'skip';
  });
  return sections;
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
