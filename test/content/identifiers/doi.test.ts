import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIdentifier } from '../../../src/content/identifiers/scheme.ts';
import { trials } from '../../support/trials.ts';
import { anyText } from '../text/strings.ts';

const parseDoi = (text: string) => parseIdentifier('doi', text);

const readValue = (text: string) => {
  const read = parseDoi(text);
  return read.ok ? read.value : null;
};

test('every usual spelling is one DOI, in lower case', () => {
  const spellings = [
    '10.1145/3297280.ABC',
    'doi:10.1145/3297280.abc',
    'DOI: 10.1145/3297280.ABC',
    'info:doi/10.1145/3297280.abc',
    'https://doi.org/10.1145/3297280.ABC',
    'http://dx.doi.org/10.1145/3297280.abc',
    'doi.org/10.1145%2F3297280.abc',
    '10.1145%2f3297280.abc',
  ];
  for (const spelling of spellings) assert.equal(readValue(spelling), '10.1145/3297280.abc', spelling);
});

test('only the letters of ASCII lose their case', () => {
  assert.equal(readValue('10.1000/ÀB'), '10.1000/Àb');
});

test('odd but real DOIs are taken', () => {
  const sici = '10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1';
  assert.equal(readValue(sici), sici);
  assert.equal(readValue(`https://doi.org/${encodeURIComponent(sici)}`), sici);
  assert.equal(readValue('10.1000.10/a%2fb/c#d'), '10.1000.10/a%2fb/c#d');
});

test('what is no DOI is refused', () => {
  const others = [
    '',
    '10.',
    '10.12/a',
    '10.1000/',
    '11.1000/a',
    '10.1000/a b',
    '10.1000/a\u200bb',
    '10.1000/\0',
    '10.1000/\ud800',
  ];
  for (const text of [
    ...others,
    'https://example.org/10.1000/a',
    'nv-embed',
    `10.1000/${'a'.repeat(193)}`,
    'a'.repeat(9_999),
  ]) {
    assert.equal(readValue(text), null, text.slice(0, 40));
  }
  assert.equal(readValue(`10.1000/${'a'.repeat(192)}`)?.length, 200);
});

test('a canonical value is its own spelling, and no text makes the parser throw', () => {
  const near = fc.tuple(
    fc.constantFrom('', 'doi:', 'https://doi.org/', '10.1000/', 'doi.org/10.1000/', '10.1000%2F'),
    anyText,
  );
  fc.assert(
    fc.property(near, (parts) => {
      const read = parseDoi(parts.join(''));
      if (read.ok) assert.deepEqual(parseDoi(read.value), read);
    }),
    { numRuns: trials(1_000) },
  );
});
