import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../src/content/text/fold.ts';
import { boundLexemes, exactLexeme, lexemesOf } from '../../src/search/lexemes.ts';
import { anyText } from '../content/text/strings.ts';
import { mixedText } from './texts.ts';

/** Words of four syllables, all different and with different endings. */
function writeSyllables(words: number): string {
  return Array.from({ length: words }, (_, at) =>
    [at, at * 7, at * 31, at * 101]
      .map((step, place) => String.fromCharCode(0xac00 + (step % (11_171 - place))))
      .join(''),
  ).join(' ');
}

function weigh(lexemes: string[]): number {
  return lexemes.reduce((sum, lexeme) => sum + Buffer.byteLength(lexeme) + 8, 0);
}

test('a word is stored whole, as its suffixes and as its stem; of Hangul one and two syllables from anywhere too', () => {
  assert.deepEqual(lexemesOf('Models 선형층을').toSorted(), [
    ...['=models', '=선형층을', 'dels', 'els', 'odels', '~model'],
    ...['선', '선형', '을', '층', '층을', '형', '형층', '형층을'],
  ]);
});

test('initial consonants are stored only where they were asked for', () => {
  const plain = ['=선형층', '선', '선형', '형', '형층', '층'];
  assert.deepEqual(lexemesOf('선형층'), plain);
  assert.deepEqual(lexemesOf('선형층', { initials: true }), [...plain.toSpliced(1, 0, '=ᄉᄒᄎ'), 'ᄒᄎ']);
});

test('a word without end is cut', () => {
  const lexemes = lexemesOf(`${'x'.repeat(500)} ${'가'.repeat(500)}`);
  assert.equal(lexemes.includes(`=${'x'.repeat(64)}`), true);
  assert.equal(Math.max(...lexemes.filter((one) => /^x/.test(one)).map((one) => one.length)), 24);
  assert.equal(Math.max(...lexemes.filter((one) => /^가/.test(one)).map((one) => one.length)), 16);
});

test('letters beyond the basic plane are never cut in two', () => {
  for (const lexeme of lexemesOf('𐐨'.repeat(80) + '𠀀'.repeat(80))) assert.equal(lexeme.isWellFormed(), true);
});

test('lexemes are distinct, never empty and short enough for a tsvector, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, mixedText), (text) => {
      const lexemes = lexemesOf(text, { initials: true });
      assert.equal(new Set(lexemes).size, lexemes.length);
      for (const lexeme of lexemes) {
        assert.notEqual(lexeme, '');
        assert.ok(Buffer.byteLength(lexeme) < 2_000);
        assert.equal(lexeme.isWellFormed(), true);
      }
    }),
  );
});

test('exact values fold, and their white space is one space', () => {
  assert.equal(exactLexeme('  NV－Embed\t v2\n'), '#nv-embed v2');
  assert.equal(exactLexeme('arxiv:2405.17428'), '#arxiv:2405.17428');
  fc.assert(
    fc.property(anyText, (text) => {
      const lexeme = exactLexeme(text);
      assert.equal(lexeme.includes('\0'), false);
      assert.equal(lexeme.isWellFormed(), true);
      assert.ok(Buffer.byteLength(lexeme) < 2_000);
      if (text.length < 60) assert.equal(exactLexeme(foldText(text)), exactLexeme(foldText(text.trim())));
    }),
  );
});

test('what is bounded fits into a tsvector, with whole words before parts of them and the beginning before the end', () => {
  const lexemes = lexemesOf(writeSyllables(40_000));
  const bounded = boundLexemes(lexemes.toReversed());
  assert.ok(weigh(lexemes) > 900_000);
  assert.ok(weigh(bounded) <= 900_000);
  assert.ok(weigh(bounded) > 899_900);
  const words = lexemes.filter((lexeme) => lexeme.startsWith('='));
  assert.deepEqual(bounded.filter((lexeme) => lexeme.startsWith('=')).toSorted(), words.toSorted());
  const fromStart = boundLexemes(lexemes);
  const isGram = (lexeme: string) => /^[가-힣]{1,2}$/.test(lexeme);
  assert.equal(fromStart.includes(lexemes.find(isGram) ?? ''), true);
  assert.equal(fromStart.includes(lexemes.findLast(isGram) ?? ''), false);
});

test('what does not fit into a lexeme, is empty or comes twice is left out', () => {
  assert.deepEqual(boundLexemes(['', 'b', '=a', `#${'x'.repeat(2_000)}`, 'b', '#a']), ['b', '=a', '#a']);
});

test('a text of a megabyte makes bounded lexemes, spaces or none', () => {
  const spaced = writeSyllables(87_000);
  for (const text of [spaced, spaced.replaceAll(' ', ''), 'x'.repeat(1_000_000), spaced.normalize('NFD')]) {
    assert.ok(weigh(lexemesOf(text, { initials: true })) <= 3_600_000);
  }
});
