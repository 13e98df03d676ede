import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../src/text/fold.ts';
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
