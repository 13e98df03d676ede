import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../../src/content/text/fold.ts';
import { anyText } from './strings.ts';

test('case, width, ligatures and composition fold away', () => {
  assert.equal(foldText('LLM'), 'llm');
  assert.equal(foldText('ＬＬＭ'), 'llm');
  assert.equal(foldText('ﬁne-Tuning'), 'fine-tuning');
  assert.equal(foldText('망각'.normalize('NFD')), '망각');
});

test('white space and punctuation stay as they are', () => {
  assert.equal(foldText(' A  b\tC! '), ' a  b\tc! ');
});

test('composed and decomposed spellings of any text fold alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(foldText(text.normalize('NFD')), foldText(text.normalize('NFC')));
    }),
  );
});

test('folding twice is folding once: every letter, alone and before every mark that composes, and any text', () => {
  const everything = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const check = (text: string) => {
    const folded = foldText(text);
    // Millions: an assertion for each would take a minute.
    if (foldText(folded) !== folded) assert.fail(`${JSON.stringify(text)} folds further`);
  };
  for (const one of everything) check(one);
  const composing = new Set(everything.flatMap((one) => Array.from(one.normalize('NFD')).slice(1)));
  const cased = everything.filter((one) => one.toLowerCase() !== one);
  assert.ok(composing.size > 50 && cased.length > 1000);
  for (const letter of cased) for (const mark of composing) check(letter + mark);
  fc.assert(fc.property(anyText, check));
});
