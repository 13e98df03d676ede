import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { literalAutolinks } from '../../../src/content/markdown/autolinks.ts';
import { closedHtml } from '../../../src/content/markdown/closed-html.ts';
import { syntaxFor } from '../../../src/content/markdown/extensions.ts';
import { lineTags, lineTagsFromMarkdown } from '../../../src/content/markdown/line-tags.ts';
import { parseMarkdown } from '../../../src/content/markdown/markdown.ts';
import { styles, writeNote } from './corpus.ts';

/** The tree of a text by all extensions, as their packages are. */
const parseByAll = (text: string) =>
  fromMarkdown(text, {
    extensions: [
      ...[gfmFootnote(), gfmTable(), gfmTaskListItem(), cjkFriendlyExtension()],
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
      ...[literalAutolinks(text, true), closedHtml(text), lineTags(text)],
    ],
    mdastExtensions: [gfmFromMarkdown(), lineTagsFromMarkdown],
  });

const assertSame = (text: string) => assert.deepEqual(parseMarkdown(text), parseByAll(text));

/** Signs of every extension and pieces of them, with what may stand around them. */
const signs = [
  ...[
    '[^1]',
    '\n[^1]: ',
    '[^',
    '^',
    '[',
    ']',
    '![',
    '| a | b |\n',
    '| - | :-: |\n',
    'a\n:-\n',
    'a\n-:\n',
    '|',
  ],
  ...['-', ':', '\n---\n', '\n===\n', '- ', '- [ ] ', '- [x] ', '1. ', '> ', '# ', '*', '**', '_', '~', '~~'],
  ...['http://a.org', 'https://a.org/b에서', 'HTTPS:', 'www.a.org', 'Www.', 'w', 'h', 'http', 'a@b.org', '@'],
  ...[
    'mailto:',
    '&#64;',
    '&colon;',
    '&#119;ww.a.org',
    '\\',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!-- ',
    '-->',
    '<aside>',
  ],
  ...['</aside>', '{% hint %}', '{% endhint %}', '{%', '`', '```\n', '    ', '\t', ' ', '\n', '\n\n', '  \n'],
  ...['한글', '은', '。', 'word', 'Word', '1', '.', '(', ')', '](', '"', '&', '\uFDD00\uFDD1', '\u00A0'],
];
const kinds = fc.shuffledSubarray(signs, { minLength: 2, maxLength: 12 });
const texts = kinds.chain((some) =>
  fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 40 }).map((parts) => parts.join('')),
);

test('a text is parsed by the extensions whose signs it has as by all of them', () => {
  fc.assert(fc.property(texts, assertSame), { numRuns: 600 });
  for (const { markdown } of examples) assertSame(markdown);
  for (const style of Object.values(styles))
    for (let number = 0; number < 5; number++) assertSame(writeNote(style, number));
});

test('a text without signs is parsed without extensions', () => {
  assert.deepEqual(syntaxFor('Prose of words, and *no* sign.').length, 1);
  assert.deepEqual(syntaxFor('산문 (그리고 괄호), "인용"; 끝: $x$ 1 - 2.'), []);
});
