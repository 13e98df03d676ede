import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';
import { findsAddresses, literalAutolinks } from './autolinks.ts';
import { closedHtml } from './closed-html.ts';
import { lineTags, lineTagsFromMarkdown } from './line-tags.ts';
import { tables } from './tables.ts';

/** The extensions of the syntax, in the order of precedence, with the signs that each needs in a text. */
const syntax: [signs: RegExp, extension: Extension | ((text: string) => Extension)][] = [
  [/\[\^/, gfmFootnote()],
  // A delimiter row of one cell may have a colon only.
  [/\||:-|-:/, tables()],
  [/\[/, gfmTaskListItem()],
  [/[*_]/, cjkFriendlyExtension()],
  // A single tilde makes nothing, but counts as a mark beside emphasis.
  [/~/, gfmStrikethroughCjkFriendly({ singleTilde: false })],
  [/@|https?:|www\./i, (text) => literalAutolinks(text)],
  [/</, closedHtml],
  [/\{%|<aside>/, lineTags],
];

/**
 * Lists micromark's extensions for a text: those only whose signs it has. A construct without its sign matches nothing,
 * but is tried at every letter or line.
 */
export function syntaxFor(text: string): Extension[] {
  return syntax
    .filter(([signs]) => signs.test(text))
    .map(([, extension]) => (typeof extension === 'function' ? extension(text) : extension));
}

/** What makes a tree of the extensions' tokens. */
export const treeExtensions: TreeExtension[] = [
  ...gfmFromMarkdown().map(guardTransforms),
  lineTagsFromMarkdown,
];

/** Skips the search for addresses in texts (four patterns a text) where none can be. */
function guardTransforms(extension: TreeExtension): TreeExtension {
  const { transforms } = extension;
  if (!transforms) return extension;
  return {
    ...extension,
    transforms: transforms.map((transform) => (tree) => (findsAddresses(tree) ? transform(tree) : undefined)),
  };
}
