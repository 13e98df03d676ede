import type { Nodes } from 'hast';
import { escapeHtml } from '../../../content/text/escape.ts';
import { isTag, textOf } from './tree.ts';

/** The label of a toggle, as HTML on one line: formulas stay between dollars, other dollars are references. */
export function writeLabel(node: Nodes): string {
  const write = (at: Nodes): string => {
    if (isTag(at, 'math')) return escapeHtml(textOf(at));
    if (isTag(at) || at.type === 'root') return at.children.map(write).join('');
    return escapeHtml(textOf(at)).replaceAll('$', '&#36;');
  };
  return write(node).replace(/\s+/g, ' ').trim();
}
