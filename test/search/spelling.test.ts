import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dictionaryWords, isOneEditAway, neighbours } from '../../src/search/spelling.ts';
import { trials } from '../support/trials.ts';

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é', '가', '간', '나', '𐐨'), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));

/** Optimal string alignment distance by the book. */
function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one.normalize('NFD')), Array.from(other.normalize('NFD'))];
  const rows: number[][] = [b.map((_, at) => at)];
  rows[0]?.push(b.length);
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}

test('words of a dictionary are long enough to be mistyped, and have no digits', () => {
  assert.deepEqual(
    dictionaryWords('Embedding for LoRA는 gpt4o 2024 심층강화학습을 층 선형 embedding ＬｏＲＡ'),
    ['embedding', 'lora', '심층강화학습을', '선형'],
  );
  assert.deepEqual(dictionaryWords(`${'x'.repeat(33)} ${'가'.repeat(33)} 深層学習 ㅋㅋㅋㅋ`), []);
});

test('one letter more, less, other or swapped is one edit', () => {
  for (const typed of ['embeding', 'embeddding', 'embadding', 'emebdding', 'embedding']) {
    assert.equal(isOneEditAway(typed, 'embedding'), true, typed);
  }
  for (const typed of ['embedings', 'mebeding', 'embed', '']) {
    assert.equal(isOneEditAway(typed, 'embedding'), false, typed);
  }
});

test('one wrong vowel or a missing final consonant of a syllable is one edit', () => {
  assert.equal(isOneEditAway('망긱', '망각'), true);
  assert.equal(isOneEditAway('망가', '망각'), true);
  assert.equal(isOneEditAway('선행', '선형'), true);
  assert.equal(isOneEditAway('정책', '망각'), false);
});

test('one edit is what the distance by the book says', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(isOneEditAway(a, b), distance(a, b) <= 1);
      assert.equal(isOneEditAway(b, a), isOneEditAway(a, b));
    }),
    { numRuns: trials(1_000) },
  );
});

test('words one edit apart have a neighbour in common', () => {
  const edited = fc
    .tuple(word, fc.nat(20), fc.constantFrom('a', 'b', '\u1161'), fc.nat(3))
    .map(([a, n, letter, kind]) => {
      const letters = Array.from(a.normalize('NFD'));
      const at = n % letters.length;
      const next = letters[at + 1] ?? '';
      const by = [
        () => letters.toSpliced(at, 0, letter),
        () => letters.toSpliced(at, 1),
        () => letters.toSpliced(at, 1, letter),
        () => letters.toSpliced(at, 2, next, letters[at] ?? ''),
      ][kind];
      return [a, (by?.() ?? letters).join('')] as const;
    });
  fc.assert(
    fc.property(edited, ([a, b]) => {
      fc.pre(b.length > 1 && a.length > 1);
      if (!isOneEditAway(a, b)) return;
      const others = new Set(neighbours(b));
      assert.equal(
        neighbours(a).some((one) => others.has(one)),
        true,
        `${a} ${b}`,
      );
    }),
    { numRuns: trials(1_000) },
  );
});

test('neighbours are the word and what is one letter shorter, distinct and not empty', () => {
  assert.deepEqual(neighbours('aab').toSorted(), ['aa', 'aab', 'ab']);
  assert.deepEqual(neighbours('a'), ['a']);
  assert.equal(neighbours('각').length, 4);
});
