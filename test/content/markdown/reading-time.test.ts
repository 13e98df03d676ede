import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countReadingMinutes } from '../../../src/content/markdown/reading-time.ts';

test('English is read at 230 words a minute', () => {
  assert.equal(countReadingMinutes('word '.repeat(230 * 4)), 4);
});

test('Hangul, Han and Kana are read at 500 characters a minute', () => {
  assert.equal(countReadingMinutes('망각곡선 '.repeat(500)), 4);
  assert.equal(countReadingMinutes('漢字かなカナ'.repeat(500)), 6);
  assert.equal(countReadingMinutes('𠮷野家'.repeat(500)), 3);
});

test('mixed text counts both, also within one word', () => {
  assert.equal(countReadingMinutes(`${'LoRA는 '.repeat(230)}`), 1);
  assert.equal(countReadingMinutes('LoRA는 '.repeat(2_300)), 15);
});

test('marks and addresses are no words of their own', () => {
  assert.equal(countReadingMinutes('- [word](https://example.org/a/b/c) — **\n'.repeat(230 * 3)), 3);
});

test('code counts', () => {
  assert.equal(countReadingMinutes(`\`\`\`\n${'let x\n'.repeat(230)}\`\`\``), 2);
});

test('a minute is the least', () => {
  assert.equal(countReadingMinutes(''), 1);
  assert.equal(countReadingMinutes('short'), 1);
});
