import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tests as examples } from 'commonmark-spec';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { allowList } from '../../src/render/allow-list.ts';
import { captionFigures, finishElements } from '../../src/render/elements.ts';
import { renderMarkdown } from '../../src/render/render.ts';

/** What the specification expects, as far as the allow-list takes it, with what every rendering is given. */
const sanitizer = unified()
  .use(rehypeRaw)
  .use(() => (tree: Root) => captionFigures(tree))
  .use(rehypeSanitize, allowList)
  .use(() => (tree: Root) => finishElements(tree))
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

function sanitize(html: string): string {
  const tree = sanitizer.runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as never);
  return sanitizer.stringify(tree as Root);
}

/** Without the anchors and classes that CommonMark knows nothing of, and blanks that show nothing. */
const simplify = (html: string) =>
  html
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ (class|id)="[^"]*"/g, '')
    .trim();

/** Examples that GFM reads otherwise, which is on top of CommonMark: a bare address is a link. */
const bareAddresses = [602, 606, 608, 611, 612];

test('every example of the CommonMark specification comes out as it says, as far as the allow-list takes it', () => {
  const different: number[] = [];
  for (const { markdown, html, number } of examples) {
    const expected = sanitize(html.replaceAll('→', '\t').trimEnd());
    const { html: rendered } = renderMarkdown(markdown.replaceAll('→', '\t'));
    if (simplify(rendered) !== simplify(expected)) different.push(number);
  }
  assert.ok(examples.length > 600);
  assert.deepEqual(different, bareAddresses);
});
