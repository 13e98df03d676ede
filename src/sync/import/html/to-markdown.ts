import type { Root as HtmlRoot, Parents } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { markFormulas } from './formulas.ts';
import { makeHandlers } from './handlers.ts';
import { prepareTree } from './prepare.ts';
import { tidyTree } from './tidy.ts';
import { writeTree } from './write.ts';

/** Markdown, and what it has not of the HTML, or in another form, with how often. */
export interface ConvertedHtml {
  body: string;
  lost: Map<string, number>;
}

/** Turns the HTML of a post into Markdown, so that no text that is seen is lost. The tree is changed. */
export function convertHtml(html: Parents): ConvertedHtml {
  const lost = new Map<string, number>();
  const lose = (what: string) => lost.set(what, (lost.get(what) ?? 0) + 1);
  const tree: HtmlRoot = { type: 'root', children: html.children as HtmlRoot['children'] };
  // Scripts hold formulas of MathJax, so that they are dropped after those are read.
  markFormulas(tree, lose);
  prepareTree(tree, lose);
  const markdown = toMdast(tree, { handlers: makeHandlers(lose), document: true }) as Root;
  tidyTree(markdown);
  return { body: writeTree(markdown), lost };
}
