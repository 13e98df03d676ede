import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIdentifier } from '../../../src/content/identifiers/scheme.ts';
import { anyText } from '../text/strings.ts';

const parseOpenreview = (text: string) => parseIdentifier('openreview', text);

test('a forum is named by its id or by an address that has it', () => {
  const spellings = [
    'lgsyLSsDRe',
    'openreview:lgsyLSsDRe',
    'https://openreview.net/forum?id=lgsyLSsDRe&noteId=abc#x',
    'http://www.openreview.net/pdf?id=lgsyLSsDRe',
    'openreview.net/forum?id=lgsyLSsDRe',
  ];
  for (const spelling of spellings) {
    assert.deepEqual(parseOpenreview(spelling), { ok: true, value: 'lgsyLSsDRe' }, spelling);
  }
});

test('the case of an id counts', () => {
  assert.notDeepEqual(parseOpenreview('lgsyLSsDRe'), parseOpenreview('lgsylssdre'));
});

test('what is no id is refused', () => {
  const others = [
    '',
    'short',
    'a'.repeat(65),
    'a b c d',
    'abcdef!',
    'https://openreview.net/',
    'https://openreview.net/forum?id=',
    'https://example.org/forum?id=lgsyLSsDRe',
  ];
  for (const text of others) assert.equal(parseOpenreview(text).ok, false, text);
});

test('a canonical value is its own spelling, and no text makes the parser throw', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom('', 'openreview:', 'https://openreview.net/forum?id='), anyText),
      (parts) => {
        const read = parseOpenreview(parts.join(''));
        if (read.ok) assert.deepEqual(parseOpenreview(read.value), read);
      },
    ),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{6,64}$/), (id) => {
      assert.deepEqual(parseOpenreview(id), { ok: true, value: id });
    }),
  );
});
