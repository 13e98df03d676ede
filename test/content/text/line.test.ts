import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLine } from '../../../src/content/text/line.ts';
import { anyText } from './strings.ts';

test('titles in any script, symbols and joined emoji are lines', () => {
  for (const text of [
    'NV-Embed',
    '망각',
    '논문 리뷰 (449)',
    '漢',
    '…',
    '½',
    '👩‍🔬',
    'a\u0301',
    '👋🏽',
    'می‌خواهم',
  ]) {
    assert.equal(isLine(text), true, JSON.stringify(text));
  }
});

test('a control character or a line break makes a text no line', () => {
  for (const char of ['\0', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029']) {
    assert.equal(isLine(`a${char}b`), false, JSON.stringify(char));
  }
});

test('a bidirectional control character makes a text no line', () => {
  for (const char of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
    assert.equal(isLine(`a${char}b`), false, JSON.stringify(char));
  }
});

test('a lone surrogate makes a text no line', () => {
  assert.equal(isLine('a\ud800'), false);
  assert.equal(isLine('\udc00a'), false);
});

test('what draws nothing is no line', () => {
  const blanks =
    '\u3164 \u115f \u1160 \uffa0 \u2800 \u00a0 \u3000 \u200b \u200d \u2060 \ufeff \u00ad \u0301 \ufe0f \u034f \u180e'.split(
      ' ',
    );
  for (const text of ['', ' ', ...blanks, blanks.join(''), '\u{e0020}', '\u{1d159}', '\uffff', '\ufdd0']) {
    assert.equal(isLine(text), false, JSON.stringify(text));
  }
});

test('an invisible character beside a visible one does no harm', () => {
  assert.equal(isLine('\u200ba'), true);
  assert.equal(isLine('\u3164가'), true);
});

test('a line never has a second line, and stays one between spaces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      if (!isLine(text)) return;
      assert.equal(text.split(/[\n\r\u0085\u2028\u2029]/).length, 1);
      assert.equal(isLine(` ${text} `), true);
    }),
  );
});
