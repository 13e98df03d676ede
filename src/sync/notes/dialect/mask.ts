import { fromMarkdown } from 'mdast-util-from-markdown';
import { findFormulas } from '../../../content/markdown/formula.ts';

/** A text in which code and formulas are placeholders, so that no pattern of a dialect matches in them. */
export interface MaskedText {
  text: string;
  /** Hides one more piece. @returns its placeholder */
  hide(piece: string): string;
  /** The text with what was hidden. */
  reveal(text: string): string;
}

// Noncharacters, which no text has: what is like them goes first.
const placeholder = /\uFDD2(\d+)\uFDD3/g;
const holdsPlaceholder = /\uFDD2/;

/** Replaces code and formulas by placeholders. @param text with `\n` as the end of its lines */
export function maskText(text: string): MaskedText {
  const pieces: { source: string; prefix: string }[] = [];
  const plain = text.replace(/[\uFDD2\uFDD3]/g, '');
  const keep = (source: string, prefix: string) => `\uFDD2${pieces.push({ source, prefix }) - 1}\uFDD3`;
  const code = findCode(plain);
  const formulas = findFormulas(plain).map(({ start, end }): [number, number] => [start, end]);
  const isInCode = ([start, end]: [number, number]) => code.some(([from, to]) => start < to && end > from);
  const places = [...code, ...formulas.filter((place) => !isInCode(place))].sort(
    ([one], [other]) => one - other,
  );
  let [masked, at] = ['', 0];
  for (const [start, end] of places) {
    if (start < at) continue;
    masked += plain.slice(at, start);
    masked += keep(plain.slice(start, end), prefixOf(masked));
    at = end;
  }
  const reveal = (written: string): string => {
    let shown = '';
    let from = 0;
    for (const { 0: token, 1: number, index } of written.matchAll(placeholder)) {
      shown += written.slice(from, index);
      from = index + token.length;
      const { source, prefix } = pieces[Number(number)] ?? { source: '', prefix: '' };
      const now = prefixOf(shown);
      // What was put into a block quote is so with all its lines.
      const added = now.endsWith(prefix) ? now.slice(0, now.length - prefix.length) : '';
      shown += source.replace(/\n/g, `\n${added}`);
    }
    shown += written.slice(from);
    return holdsPlaceholder.test(shown) && shown !== written ? reveal(shown) : shown;
  };
  return { text: masked + plain.slice(at), hide: (piece) => keep(piece, ''), reveal };
}

/** The marks of block quotes and the indentation that the last line of a text begins with. */
function prefixOf(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return /^[ \t>]*/.exec(line)?.[0] ?? '';
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** Where code is, in the order of the text. */
export function findCode(body: string): [number, number][] {
  const places: [number, number][] = [];
  const visit = (node: Node): void => {
    // Code that is indented may be what a list of another dialect holds.
    if (node.type === 'inlineCode' || (node.type === 'code' && isFenced(body, node)))
      places.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(body));
  return places;
}

function isFenced(body: string, node: Node): boolean {
  return /^(?:`{3}|~{3})/.test(body.slice(node.position?.start.offset ?? 0));
}
