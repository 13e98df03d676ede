import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseOrcid } from '../../../src/content/identifiers/orcid.ts';
import { anyText } from '../text/strings.ts';

test('every usual spelling is one iD', () => {
  for (const spelling of [
    '0000-0002-1825-0097',
    '0000000218250097',
    ' orcid:0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
    'http://www.orcid.org/0000-0002-1825-0097/',
    'orcid.org/0000-0002-1825-0097',
  ]) {
    assert.deepEqual(parseOrcid(spelling), { ok: true, value: '0000-0002-1825-0097' }, spelling);
  }
});

test('a small x is the check character X', () => {
  assert.deepEqual(parseOrcid('0000-0002-1694-233x'), { ok: true, value: '0000-0002-1694-233X' });
});

test('a mistyped digit is found wherever it is', () => {
  const right = '0000-0002-1825-0097';
  for (let at = 0; at < right.length; at++) {
    if (right[at] === '-') continue;
    for (const digit of '0123456789') {
      const typed = right.slice(0, at) + digit + right.slice(at + 1);
      assert.equal(parseOrcid(typed).ok, typed === right, typed);
    }
  }
});

test('what is no iD is refused', () => {
  for (const text of [
    '',
    '0000-0002-1825-009',
    '0000-0002-1825-00977',
    '000X-0002-1825-0097',
    'https://example.org/0000-0002-1825-0097',
    '٠٠٠٠-0002-1825-0097',
  ]) {
    assert.equal(parseOrcid(text).ok, false, text);
  }
});

test('no text makes the parser throw', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^\d{4}-?\d{4}-?\d{4}-?\d{3}[\dxX]$/)), (text) => {
      const read = parseOrcid(text);
      if (read.ok) assert.deepEqual(parseOrcid(read.value), read);
      else assert.ok(read.reason.length > 0);
    }),
  );
});
