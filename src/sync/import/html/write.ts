import type { Nodes, Parents, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Info, type State, toMarkdown } from 'mdast-util-to-markdown';

/** Writes a tree as the Markdown that the service reads: formulas between dollars, other elements as HTML. */
export function writeTree(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    listItemIndent: 'one',
    fences: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    handlers: handlers as never,
  });
}

/** Handlers of what CommonMark has not, or reads otherwise than the service. */
const handlers: Record<string, Handle> = {
  text: writeText as Handle,
  strong: writeSpan('**', 'strong'),
  emphasis: writeSpan('*', 'em'),
  delete: writeSpan('~~', 'del'),
  inlineMath: ((node: { value: string }, _parent: unknown, _state: State, info: Info) => {
    const tex = node.value.trim().replace(/\s*\n\s*/g, ' ');
    // A dollar beside a letter or digit is a price.
    const isApart = !/[\p{L}\p{N}$\\]$/u.test(info.before) && !/^[\d$]/.test(info.after);
    return isApart && !tex.includes('$') ? `$${tex}$` : `\\(${tex}\\)`;
  }) as unknown as Handle,
  math: ((node: { value: string }, parent: Parents | undefined) => {
    const isFlow =
      parent !== undefined && flowParents.has(parent.type) && !hasName(parent, 'mdxJsxTextElement');
    const tex = node.value.trim().replace(/\n\s*\n/g, '\n');
    return isFlow ? `$$\n${tex}\n$$` : `$$${tex.replace(/\s*\n\s*/g, ' ')}$$`;
  }) as unknown as Handle,
  mdxJsxTextElement: ((node: Parents & { name: string }, _parent: unknown, state: State, info: Info) => {
    const exit = state.enter('phrasing');
    const inner = state.containerPhrasing(node as never, { ...info, before: '>', after: '<' });
    exit();
    return `<${node.name}>${inner}</${node.name}>`;
  }) as unknown as Handle,
  mdxJsxFlowElement: ((node: Parents & { name: string }, _parent: unknown, state: State, info: Info) => {
    const label = (node.data as { label?: string } | undefined)?.label;
    const head = label ? `\n<summary>${label}</summary>` : '';
    const inner = state.containerFlow(node as never, info);
    return `<${node.name}>${head}\n\n${inner}${inner === '' ? '' : '\n\n'}</${node.name}>`;
  }) as unknown as Handle,
};

/**
 * Emphasis as it is read beside CJK letters (micromark-extension-cjk-friendly); as HTML where its delimiters would not open or close.
 */
function writeSpan(marker: string, name: string): Handle {
  return ((node: Parents, _parent: unknown, state: State, info: Info) => {
    const exit = state.enter('phrasing');
    const [mark] = marker;
    const edge = mark as string;
    const inner = state.containerPhrasing(node as never, { ...info, before: edge, after: edge });
    const delimits =
      flanks(info.before, inner.charAt(0)) && flanks(info.after, inner.at(-1) ?? '') && !isEdge(inner, edge);
    const isAlone = info.before !== edge && info.after !== edge;
    const html = () => state.containerPhrasing(node as never, { ...info, before: '>', after: '<' });
    const written = delimits && isAlone ? `${marker}${inner}${marker}` : `<${name}>${html()}</${name}>`;
    exit();
    return written;
  }) as unknown as Handle;
}

const isEdge = (inner: string, mark: string) => inner.startsWith(mark) || inner.endsWith(mark);
const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a delimiter between two characters opens or closes (CommonMark 6.2, with CJK letters as if beside white space). */
function flanks(outside: string, inside: string): boolean {
  if (inside === '' || /\s/.test(inside)) return false;
  const isPunctuation = /[\p{P}\p{S}]/u.test(inside);
  return !isPunctuation || outside === '' || /[\s\p{P}\p{S}]/u.test(outside) || cjk.test(outside);
}

const flowParents = new Set(['root', 'blockquote', 'listItem', 'mdxJsxFlowElement']);
const hasName = (node: Nodes, type: string) => node.type === type;

/**
 * Brackets are escaped where they would make a link, and as references within the label of one: `\[` and `\(` can be the delimiters of a formula.
 */
function writeText(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const safe = defaultHandlers.text(node, parent, state, info);
  const inLabel = state.stack.includes('label');
  const isFree =
    !inLabel &&
    /^[^\]]*$|\](?!\s*[[(:])/.test(node.value) &&
    !/\]\s*[[(:]/.test(node.value) &&
    !/\]$/.test(node.value);
  return safe
    .replace(/(?<!\\)((?:\\\\)*)\\\(/g, '$1&#40;')
    .replace(/(?<!\\)((?:\\\\)*)\\(\[|\])/g, (whole, slashes: string, bracket: string, at: number) => {
      const isFirst = at === 0 && bracket === '[';
      if (isFree && !isFirst && bracket === '[') return `${slashes}[`;
      if (!inLabel) return whole;
      return `${slashes}${bracket === '[' ? '&#91;' : '&#93;'}`;
    });
}
