import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutExcerpt, type ExcerptPiece, fillsExcerpt, flattenLine } from '../../src/text/excerpt.ts';
import { isLine } from '../../src/text/line.ts';
import { anyText } from './strings.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const count = (text: string) => [...segmenter.segment(text)].length;
const prose = (text: string): ExcerptPiece => ({ text, whole: false });
const formula = (text: string): ExcerptPiece => ({ text, whole: true });

test('what fits is taken as it is', () => {
  assert.equal(cutExcerpt([prose('a'.repeat(200))], false), 'a'.repeat(200));
  assert.equal(
    cutExcerpt([prose('The bound '), formula('$x$'), prose('는 tight. ')], false),
    'The bound $x$는 tight.',
  );
});

test('what is too long is cut after a word', () => {
  const excerpt = cutExcerpt([prose('선형 정책 '.repeat(50))], false) ?? '';
  assert.match(excerpt, /(?:선형|정책)…$/);
  assert.ok(count(excerpt) <= 200 && count(excerpt) > 190);
});

test('a text without spaces, or with none but early ones, is cut between graphemes', () => {
  assert.equal(cutExcerpt([prose('👩‍🔬'.repeat(300))], false), `${'👩‍🔬'.repeat(199)}…`);
  assert.equal(cutExcerpt([prose(`a ${'b'.repeat(300)}`)], false), `a ${'b'.repeat(197)}…`);
});

test('a formula that does not fit ends the excerpt before it', () => {
  const pieces = [prose('word '.repeat(38)), formula('$a + b + c$'), prose(' more')];
  assert.equal(cutExcerpt(pieces, false), `${'word '.repeat(38).trimEnd()}…`);
});

test('a formula that would fit nowhere is left out', () => {
  assert.equal(
    cutExcerpt([prose('before '), formula(`$${'a'.repeat(300)}$`), prose(' after')], false),
    'before after',
  );
});

test('an excerpt ends in an ellipsis where more follows', () => {
  assert.equal(cutExcerpt([prose('A start')], true), 'A start…');
});

test('white space at either end goes, also under a mark', () => {
  assert.equal(cutExcerpt([prose(' \u0301a '), formula('$x$'), prose(' ')], false), '\u0301a $x$');
});

test('nothing visible gives no excerpt', () => {
  assert.equal(cutExcerpt([], false), null);
  assert.equal(cutExcerpt([prose(' \u200b ')], true), null);
});

test('whatever the pieces, an excerpt is one line of at most 200 graphemes and no formula is cut', () => {
  const text = anyText.map(flattenLine);
  const whole = fc
    .string({ unit: fc.constantFrom('a', '+', ' ', '가'), minLength: 1, maxLength: 120 })
    .map((tex) => `⟦${tex}⟧`);
  const piece = fc.oneof(
    text.map((part) => prose(part.replace(/[⟦⟧]/g, ''))),
    whole.map(formula),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, moreFollows) => {
      const excerpt = cutExcerpt(pieces, moreFollows);
      if (excerpt === null) return;
      assert.ok(isLine(excerpt));
      assert.ok(count(excerpt) <= 200);
      assert.equal(excerpt, excerpt.trim());
      assert.match(excerpt, /^(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*$/u);
      if (fillsExcerpt(pieces)) assert.ok(excerpt.endsWith('…'));
    }),
    { numRuns: 500 },
  );
});
