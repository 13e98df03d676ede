import type { Root } from 'hast';
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type State, toHast } from 'mdast-util-to-hast';
import { htmlFlow } from 'micromark-core-commonmark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { endAutolinks } from './autolinks.ts';
import type { Labels } from './labels.ts';
import { lineTags, lineTagsFromMarkdown } from './line-tags.ts';

const extensions = [
  gfmFootnote(),
  gfmTable(),
  gfmTaskListItem(),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly({ singleTilde: false }),
];
const mdastExtensions = [gfmFromMarkdown(), lineTagsFromMarkdown];
const address = /https?:|www\./i;

/** Parses CommonMark with GFM; emphasis, strikethrough and addresses may stand beside CJK letters. */
export function parseMarkdown(text: string): Nodes {
  return fromMarkdown(text, {
    extensions: [
      ...extensions,
      address.test(text) ? endAutolinks(text) : gfmAutolinkLiteral(),
      ...(text.includes('<') ? [closedHtml(text)] : []),
      ...(/\{%|<aside>/.test(text) ? [lineTags(text)] : []),
    ],
    mdastExtensions,
  });
}

const openers: [RegExp, RegExp][] = [
  [/<!--/y, /-->/g],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![A-Za-z]/y, />/g],
  [/<(?:script|pre|style|textarea)(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi],
];

/**
 * HTML blocks of kinds 1 to 5 (CommonMark 4.6) only where their end condition is met: else they would take all that
 * follows. Each end is searched once from any place on, for linear time.
 */
function closedHtml(text: string) {
  const unclosed = new Map<RegExp, number>();
  const isClosed = (offset: number): boolean => {
    for (const [opener, closer] of openers) {
      opener.lastIndex = offset;
      if (!opener.test(text)) continue;
      if (offset >= (unclosed.get(closer) ?? text.length)) return false;
      closer.lastIndex = offset + 2;
      const isFound = closer.test(text);
      if (!isFound) unclosed.set(closer, offset);
      return isFound;
    }
    return true;
  };
  const tokenize: typeof htmlFlow.tokenize = function (effects, ok, nok) {
    return isClosed(this.now().offset) ? htmlFlow.tokenize.call(this, effects, ok, nok) : nok;
  };
  return {
    disable: { null: ['htmlFlow'] },
    flow: { 60: { ...htmlFlow, name: 'closedHtmlFlow', tokenize } },
  };
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
