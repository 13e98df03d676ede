import type { Nodes, Parents, PhrasingContent, RootContent, Text } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

const spans = ['strong', 'emphasis', 'delete', 'mdxJsxTextElement'];
const isSpan = (node: Nodes | undefined) => node !== undefined && spans.includes(node.type);
const nameOf = (node: Nodes) => `${node.type} ${'name' in node ? node.name : ''}`;
const isFlow = (node: Nodes) => !phrasing(node) && node.type !== 'html';

/**
 * Brings a tree that was made of HTML into the order of Markdown: spans begin and end with what is seen, those of a
 * kind that touch are one, two line breaks end a paragraph, blocks are not within lines, and bare addresses are links.
 */
export function tidyTree(node: Parents, isLinked = false): void {
  const inLink = isLinked || node.type === 'link';
  for (const child of node.children) if ('children' in child) tidyTree(child, inLink);
  let children = node.children as RootContent[];
  if (node.type === 'heading') children = children.flatMap(flattenHeading);
  children = inLink ? children : children.flatMap(linkAddresses);
  children = mergeSpans(children.flatMap((child) => trimSpan(child, node)));
  children = children.flatMap((child) =>
    child.type === 'paragraph' ? splitParagraph(child.children) : [child],
  );
  node.children = children.filter((child) => !isEmpty(child)) as never;
}

/** A heading is one line, and bold as a whole. */
function flattenHeading(child: RootContent): RootContent[] {
  if (child.type === 'break') return [{ type: 'text', value: ' ' }];
  return child.type === 'strong' ? child.children : [child];
}

function isEmpty(node: RootContent): boolean {
  if (node.type === 'text') return node.value === '';
  if (node.type === 'inlineCode') return node.value.trim() === '';
  const hasNothing = 'children' in node && node.children.length === 0;
  return (
    hasNothing && (isSpan(node) || ['paragraph', 'heading', 'link', 'list', 'blockquote'].includes(node.type))
  );
}

/** Moves the white space at the ends of a span out of it, and unwraps one within another of its kind. */
function trimSpan(node: RootContent, parent: Parents): RootContent[] {
  if (!isSpan(node) && node.type !== 'link') return [node];
  const { children } = node as { children: PhrasingContent[] };
  if (nameOf(node) === nameOf(parent)) return children;
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') first.value = first.value.slice(before.length);
  const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
  const leading: RootContent[] = before === '' ? [] : [{ type: 'text', value: ' ' }];
  const trailing: RootContent[] = after === '' ? [] : [{ type: 'text', value: ' ' }];
  while (children[0]?.type === 'break') leading.push(children.shift() as PhrasingContent);
  while (children.at(-1)?.type === 'break') trailing.unshift(children.pop() as PhrasingContent);
  (node as Parents).children = children.filter((child) => !isEmpty(child)) as never;
  return [...leading, node, ...trailing];
}

function mergeSpans(children: RootContent[]): RootContent[] {
  const merged: RootContent[] = [];
  for (const child of children) {
    const [earlier, between] = merged.slice(-2);
    // Bold, a space, bold: one run of bold.
    if (
      isSpan(child) &&
      earlier &&
      between?.type === 'text' &&
      between.value === ' ' &&
      nameOf(child) === nameOf(earlier)
    ) {
      merged.pop();
      (earlier as Parents).children.push(between as never);
    }
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
    } else if (isSpan(child) && last && nameOf(child) === nameOf(last)) {
      const { children: more } = child as Parents;
      (last as Parents).children = mergeSpans([
        ...(last as Parents).children,
        ...more,
      ] as RootContent[]) as never;
    } else if (!isEmpty(child)) merged.push(child);
  }
  return merged;
}

/** Paragraphs of the lines between two breaks, and the blocks that stood in a paragraph. */
function splitParagraph(children: PhrasingContent[]): RootContent[] {
  const found: RootContent[] = [];
  let line: PhrasingContent[] = [];
  const end = () => {
    const [first, last] = [line[0], line.at(-1)];
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (last?.type === 'text') last.value = last.value.trimEnd();
    line = line.filter((child) => !isEmpty(child));
    while (line.at(-1)?.type === 'break') line.pop();
    while (line[0]?.type === 'break') line.shift();
    if (line.length > 0) found.push({ type: 'paragraph', children: line });
    line = [];
  };
  const isBlank = (node: PhrasingContent | undefined) => node?.type === 'text' && node.value.trim() === '';
  for (const [at, child] of children.entries()) {
    const before = children
      .slice(0, at)
      .filter((one) => !isBlank(one))
      .at(-1);
    if (isFlow(child)) {
      end();
      found.push(child);
    } else if (child.type === 'break' && before?.type === 'break') end();
    else line.push(child);
  }
  end();
  return found;
}

const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;

/** Links of the addresses that stand in a text: Markdown reads them so, and the signs in them stay as they are. */
function linkAddresses(node: RootContent): RootContent[] {
  if (node.type !== 'text' || !node.value.includes('://')) return [node];
  const found: RootContent[] = [];
  let at = 0;
  for (const match of node.value.matchAll(address)) {
    const url = trimAddress(match[0]);
    if (!URL.canParse(url)) continue;
    const text: Text = { type: 'text', value: url };
    found.push(
      { type: 'text', value: node.value.slice(at, match.index) },
      { type: 'link', url, title: null, children: [text] },
    );
    at = match.index + url.length;
  }
  return [...found, { type: 'text', value: node.value.slice(at) }];
}

/** Without the stops and the closing bracket of the sentence that it stands in. */
function trimAddress(text: string): string {
  let url = text.replace(/[.,;:!?'*]+$/, '');
  while (/[)\]]$/.test(url) && url.split(/[([]/).length <= url.split(/[)\]]/).length - 1)
    url = url.slice(0, -1);
  return url.replace(/[.,;:!?'*]+$/, '');
}
