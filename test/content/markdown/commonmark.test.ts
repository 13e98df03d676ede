import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tests as examples } from 'commonmark-spec';
import type { Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { allowList } from '../../../src/content/markdown/allow-list.ts';
import { checkAddresses, finishElements } from '../../../src/content/markdown/elements.ts';
import { cleanRawHtml } from '../../../src/content/markdown/raw-html.ts';
import { readHtml, writeHtml } from '../../../src/content/markdown/read-html.ts';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';

/** What the specification expects, as far as the allow-list takes it, with what every rendering is given. */
function simplifyExpected(html: string): string {
  const tree = { type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root;
  cleanRawHtml(tree, [], () => undefined);
  const read = readHtml(tree, (read) => checkAddresses(read, new Map(), new Map(), () => undefined));
  finishElements(read, []);
  return writeHtml(sanitize(read, allowList) as Root);
}

/** Without the anchors, classes and highlighted code that CommonMark knows nothing of, and blanks that show nothing. */
const simplify = (html: string) =>
  html
    .replace(/<pre><code[\s\S]*?<\/code><\/pre>/g, (code) => code.replace(/<\/?span[^>]*>/g, ''))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ (class|id)="[^"]*"/g, '')
    .trim();

/** Examples that GFM reads otherwise, which is on top of CommonMark: a bare address is a link. */
const bareAddresses = [602, 606, 608, 611, 612];
/** Examples of HTML that nothing ends, or that is none of a page: what looks like it is shown. */
const shownAsText = [173, 180, 182];

test('every example of the CommonMark specification comes out as it says, as far as the allow-list takes it', () => {
  const different: number[] = [];
  for (const { markdown, html, number } of examples) {
    const expected = simplifyExpected(html.replaceAll('→', '\t').trimEnd());
    const { html: rendered } = renderMarkdown(markdown.replaceAll('→', '\t'));
    if (simplify(rendered) !== simplify(expected)) different.push(number);
  }
  assert.ok(examples.length > 600);
  assert.deepEqual(different, [...shownAsText, ...bareAddresses]);
});
