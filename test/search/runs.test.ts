import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldWithOffsets } from '../../src/search/folded-text.ts';
import { foldForSearch, listRuns, splitRuns } from '../../src/search/runs.ts';
import { anyText } from '../content/text/strings.ts';
import { trials } from '../support/trials.ts';
import { scanWords } from './scan.ts';
import { mixedText } from './texts.ts';

function texts(text: string): string[] {
  return splitRuns(text).map((run) => run.text);
}

test('a particle parts from the Latin or the number before it', () => {
  assert.deepEqual(texts('LoRA는 4비트 gpt4o로'), ['lora', '는', '4', '비트', 'gpt4o', '로']);
});

test('apostrophes, hyphens and the signs of formulas and code separate', () => {
  assert.deepEqual(texts("don't fine-tune $\\lambda_{max}$는 `a.b()`"), [
    'don',
    't',
    'fine',
    'tune',
    'lambda',
    'max',
    '는',
    'a',
    'b',
  ]);
});

test('scripts written without spaces are syllabic, Greek and Cyrillic are alphabetic', () => {
  const classes = splitRuns('深層学習 データ ภาษา 한글 λόγος слово café').map((run) => run.isSyllabic);
  assert.deepEqual(classes, [true, true, true, true, false, false, false]);
});

test('soft hyphens, joiners and variation selectors are not there, a zero-width space parts words', () => {
  assert.deepEqual(texts('embed\u00ADding a\u200Db x\uFE0F one\u200Btwo'), [
    'embedding',
    'ab',
    'x',
    'one',
    'two',
  ]);
});

test('runs are those of a scan letter by letter', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      assert.deepEqual(texts(text), scanWords(text));
    }),
  );
});

test('the distinct runs are those of the text, each once, in their order', () => {
  fc.assert(
    fc.property(fc.oneof(mixedText, anyText), (text) => {
      const runs = splitRuns(`${text} ${text}`);
      const distinct = [...listRuns(`${text} ${text}`).values()];
      assert.deepEqual(
        distinct.map((run) => run.text),
        [...new Set(texts(text))],
      );
      for (const { text: word, isSyllabic } of distinct)
        assert.equal(runs.find((run) => run.text === word)?.isSyllabic, isSyllabic);
    }),
  );
});

test('a run stands at its offset in the folded text', () => {
  fc.assert(
    fc.property(fc.oneof(mixedText, anyText), (text) => {
      const folded = foldForSearch(text);
      for (const run of splitRuns(text)) assert.equal(folded.slice(run.start).startsWith(run.text), true);
    }),
  );
});

test('composed, decomposed and full-width spellings have the same runs', () => {
  assert.deepEqual(texts('ＬｏＲＡ'), ['lora']);
  fc.assert(
    fc.property(mixedText, (text) => {
      assert.deepEqual(texts(text.normalize('NFD')), texts(text.normalize('NFC')));
    }),
  );
});

test('folding piece by piece gives what folding the whole gives', () => {
  assert.equal(foldWithOffsets('ΛΟΓΟΣ').text, foldForSearch('ΛΟΓΟΣ'));
  fc.assert(
    fc.property(fc.oneof(mixedText, anyText, fc.string({ unit: 'binary' })), (text) => {
      assert.equal(foldWithOffsets(text).text, foldForSearch(text));
    }),
    { numRuns: trials(500) },
  );
});
