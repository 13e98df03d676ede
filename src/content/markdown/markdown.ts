import type { Root } from 'hast';
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type State, toHast } from 'mdast-util-to-hast';
import { syntaxFor, treeExtensions } from './extensions.ts';
import type { Labels } from './labels.ts';

/**
 * Parses CommonMark with GFM; emphasis, strikethrough and addresses may stand beside CJK letters.
 * @param extensions those of the syntax
 */
export function parseMarkdown(text: string, extensions = syntaxFor(text)): Nodes {
  return fromMarkdown(text, { extensions, mdastExtensions: treeExtensions });
}

const blockParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** Converts Markdown to a HTML tree; raw HTML stays `raw`, marked as inline or block. */
export function toHtmlTree(tree: Nodes, labels: Labels): Root {
  return toHast(tree, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: labels.footnotes,
    footnoteBackLabel: (reference: number) => labels.backTo(reference + 1),
    handlers: {
      html(state: State, node: Extract<Nodes, { type: 'html' }>, parent: Parents | undefined) {
        const raw = { type: 'raw' as const, value: node.value };
        state.patch(node, raw);
        return Object.assign(raw, { data: { isInline: !blockParents.has(parent?.type ?? 'root') } });
      },
    },
  }) as Root;
}
