import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLine } from '../../src/text/line.ts';
import { readMarkdown } from '../../src/text/markdown.ts';
import { anyText } from './strings.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const count = (text: string) => [...segmenter.segment(text)].length;
const excerptOf = async (body: string) => (await readMarkdown(body)).excerpt;

test('headings, code, tables, images and HTML are no part of the excerpt', async () => {
  const body = [
    '---\ntitle: matter\n---',
    '# Heading',
    'Under\n=====',
    '```py\nprint(1)\n\nprint(2)\n```',
    '    indented code',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '<div>raw</div>',
    '<!-- a\n\ncomment -->',
    '![figure](f.png)',
    'Running <b>text</b> ![with](i.png) here.',
  ];
  assert.equal(await excerptOf(body.join('\n\n')), 'Running text here.');
});

test('links are their text, wherever they are defined', async () => {
  const body = `[One](https://a.example) and [two][ref] and [three] and a note[^1].\n\n${'# h\n\n'.repeat(100)}[ref]: https://b.example\n[three]: https://c.example\n[^1]: The note.\n`;
  assert.equal(await excerptOf(body), 'One and two and three and a note.');
});

test('paragraphs, items of lists and quotes follow each other on one line', async () => {
  const body =
    'One\ntwo  \nthree.\n\n- [x] four\n- five\n\n  still five\n\n> six&nbsp;*seven* ~~eight~~ `nine`\n';
  assert.equal(await excerptOf(body), 'One two three. four five still five six seven eight nine');
});

test('formulas reach the excerpt as they were written', async () => {
  const body =
    '$\\lambda_1 * a_2 * b_3$는 크다. \\(x_i\\) 와 \\[y_j\\] 그리고\n$$\n\\sum_i^n *z*\n$$\n`$HOME` costs $5 or $6.';
  const expected =
    '$\\lambda_1 * a_2 * b_3$는 크다. \\(x_i\\) 와 \\[y_j\\] 그리고 $$ \\sum_i^n *z* $$ $HOME costs $5 or $6.';
  assert.equal(await excerptOf(body), expected);
});

test('a cut never falls into a formula', async () => {
  for (let length = 1; length < 210; length++) {
    const excerpt = (await excerptOf(`${'가'.repeat(length)}$x + y + z$ ${'나 '.repeat(100)}`)) ?? '';
    assert.ok(!excerpt.includes('$') || excerpt.includes('$x + y + z$'), excerpt);
    assert.ok(count(excerpt) <= 200);
  }
});

test('the excerpt of a long text ends in an ellipsis after a word', async () => {
  assert.match((await excerptOf('word '.repeat(100))) ?? '', /word…$/);
  assert.match(
    (await excerptOf(`${'[l](https://example.org/a/rather/long/address) '.repeat(60)}`)) ?? '',
    /^(?:l )+l…$/,
  );
});

test('a table too long to be parsed at once leaves none of its rows in the excerpt', async () => {
  assert.equal(
    await excerptOf(`| a | b |\n|---|---|\n${'| cell | cell |\n'.repeat(500)}\nAfter it.`),
    'After it.',
  );
});

test('a paragraph of more marks than words is read only so far, and its excerpt says so', async () => {
  assert.match((await excerptOf('**a** '.repeat(60))) ?? '', /^(?:a )+a…$/);
  assert.equal(await excerptOf(`${'> '.repeat(12)}deep\n\nAfter it.`), 'After it.');
});

test('a text without a paragraph has no excerpt', async () => {
  for (const body of [
    '',
    ' \n\t\n',
    '# Only a heading',
    '```\ncode',
    '![](a.png)',
    '<!-- a -->',
    '&#8203;',
  ]) {
    assert.equal(await excerptOf(body), null, JSON.stringify(body));
  }
});

test('whatever the body, the excerpt is null or one line of at most 200 graphemes', async () => {
  const marks = fc.string({
    unit: fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '$',
      '\\',
      '|',
      '-',
      '~',
      '#',
      '1.',
      '^',
      ':',
      'a',
      ' ',
      '\n',
      '\n\n',
      '가',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(marks, anyText)), async (parts) => {
      const { excerpt, readingMinutes } = await readMarkdown(parts.join(''));
      assert.ok(Number.isInteger(readingMinutes) && readingMinutes >= 1);
      if (excerpt === null) return;
      assert.ok(isLine(excerpt), JSON.stringify(excerpt));
      assert.ok(count(excerpt) <= 200);
      assert.doesNotMatch(excerpt, /[\uFDD0\uFDD1]/);
    }),
    { numRuns: 500 },
  );
});

test('a megabyte of hostile Markdown never holds the event loop up for long', async () => {
  const units = [
    '[',
    '![',
    '*a_',
    '`',
    '<a ',
    '> ',
    '>',
    '1. ',
    '- ',
    '[a](b)',
    '[^a]: ',
    '|a|\n|-|\n',
    'a\n=\n',
    'a_@',
    '[a]: b\n',
  ];
  const nested = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(2 * (depth % 200))}- a\n`).join(
    '',
  );
  for (const unit of [...units, nested, `${'*a_'.repeat(80)}\n\n`]) {
    const longest = await measureLongestStretch(() =>
      readMarkdown(unit.repeat(Math.ceil(2 ** 20 / unit.length))),
    );
    assert.ok(longest < 300, `${JSON.stringify(unit.slice(0, 20))} took ${longest} ms of CPU at a stretch`);
  }
});

/** CPU rather than clock time, so that a busy machine does not matter. */
async function measureLongestStretch(work: () => Promise<unknown>): Promise<number> {
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  let longest = 0;
  let last = cpu();
  let isDone = false;
  const look = () => {
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  look();
  isDone = true;
  return longest;
}
