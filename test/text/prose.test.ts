import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readProse } from '../../src/text/prose.ts';
import { anyText } from './strings.ts';

const prose = (text: string) =>
  [...readProse(text)].map((piece) => piece.trim()).filter((piece) => piece !== '');

test('a text is cut at blank lines', () => {
  assert.deepEqual(prose('# a\n\nb\nc\n \t\nd\r\n\r\ne\r\rf'), ['# a', 'b\nc', 'd', 'e', 'f']);
});

test('indented lines stay with what they belong to', () => {
  assert.deepEqual(prose('- a\n\n  b\n\n\tc\n\nd'), ['- a\n\n  b\n\n\tc', 'd']);
});

test('fenced code is left out up to the fence that closes it', () => {
  assert.deepEqual(prose('a\n```js\nb\n\n~~~\n``\n````\nc'), ['a', 'c']);
  assert.deepEqual(prose('~~~~ x `y`\nb\n~~~\nc\n~~~~\nd'), ['d']);
  assert.deepEqual(prose('a\n\n```\nnever closed\n\nb'), ['a']);
});

test('a code span on a line of its own is no fence', () => {
  assert.deepEqual(prose('```a``` b\n\nc'), ['```a``` b', 'c']);
});

test('comments and raw elements are left out with their blank lines', () => {
  assert.deepEqual(prose('<!-- a\n\nb -->\n\nc'), ['c']);
  assert.deepEqual(prose('<!-- a -->\n\nc'), ['c']);
  assert.deepEqual(prose('<PRE class="x">\n\nb</Pre>\n\nc\n\n<prefix>'), ['c', '<prefix>']);
});

test('every word outside of raw text stays, once and in order', () => {
  const line = fc.oneof(
    fc.constantFrom('', ' ', '  b', '\tc', '- d', '> e', 'f'),
    anyText.filter((text) => !/[`~<]/.test(text)),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
      assert.deepEqual(words([...readProse(lines.join('\n'))].join('\n')), words(lines.join('\n')));
    }),
  );
});
