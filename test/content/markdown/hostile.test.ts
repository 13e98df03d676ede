import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { formulas } from './formulas.ts';
import { hostileSnippets } from './hostile.ts';
import { assertSafe } from './safety.ts';

test('at least sixty hostile texts come out with nothing that is not on the lists', () => {
  const all = Object.values(hostileSnippets).flat();
  assert.ok(all.length >= 60);
  for (const snippet of all) assertSafe(snippet);
});

test('they come out so from within a paragraph, a list, a quote, a table, a heading and other HTML too', () => {
  const places = [
    (text: string) => `before ${text} after`,
    (text: string) => `- item\n- ${text}`,
    (text: string) => `> ${text.replaceAll('\n', '\n> ')}`,
    (text: string) => `| a | b |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | c |`,
    (text: string) => `## ${text.replaceAll('\n', ' ')}`,
    (text: string) => `<div>\n\n${text}\n\n</div>`,
    (text: string) => `<details><summary>${text}</summary></details>`,
    (text: string) => `a[^1]\n\n[^1]: ${text}`,
  ];
  for (const place of places)
    for (const snippet of Object.values(hostileSnippets).flat()) assertSafe(place(snippet));
});

test('whatever hostile pieces are put together, nothing gets through', () => {
  const pieces = Object.values(hostileSnippets)
    .flat()
    .flatMap((snippet) => snippet.split(/(?=[<>"'&$`\n])/));
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(...formulas.map((tex) => `$${tex}$`)),
    fc.constantFrom(
      '<math>',
      '<svg>',
      '</svg>',
      '<style>',
      '</style>',
      '<!--',
      '-->',
      '<table>',
      '\n\n',
      '`',
      '"',
      "'",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      assertSafe(parts.join(''));
    }),
    { numRuns: 300 },
  );
});

test('what the author wrote in HTML that is safe is kept', () => {
  const kept = [
    '<figure><img src="https://a.example/b.png" alt="x" referrerpolicy="no-referrer"><figcaption>y</figcaption></figure>',
    '<details open><summary>more</summary><p>x</p></details>',
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, <mark>seen</mark>, <abbr title="Large">L</abbr></p>',
    '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    '<ruby>漢<rt>한</rt></ruby>',
  ];
  for (const html of kept) {
    const out = renderMarkdown(html).html.replaceAll(' loading="lazy"', '').trim();
    assert.ok(out.includes(html), out);
  }
});

test('a video becomes a link to its page, any other frame to what it shows', () => {
  const { html } = renderMarkdown(
    '<iframe src="https://www.youtube-nocookie.com/embed/abc_-1?start=3" title="The talk"></iframe>\n\n<iframe src="https://other.example"></iframe>',
  );
  assert.match(
    html,
    /^<a href="https:\/\/www\.youtube\.com\/watch\?v=abc_-1" rel="[^"]+">The talk<\/a>\s*<a href="https:\/\/other\.example" rel="[^"]+">https:\/\/other\.example<\/a>\s*$/,
  );
});

test('links out have a rel, those within the text have none', () => {
  const { html } = renderMarkdown('[a](https://a.example) [b](//b.example) [c](#section-x) [d](other-note)');
  assert.equal(html.match(/rel="external noopener noreferrer"/g)?.length, 2);
  assert.match(html, /<a href="#section-x">c<\/a> <a href="other-note">d<\/a>/);
});
