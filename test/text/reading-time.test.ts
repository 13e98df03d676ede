import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countReadingMinutes } from '../../src/text/reading-time.ts';

test('English is read at 230 words a minute', async () => {
  assert.equal(await countReadingMinutes('word '.repeat(230 * 4)), 4);
});

test('Hangul, Han and Kana are read at 500 characters a minute', async () => {
  assert.equal(await countReadingMinutes('망각곡선 '.repeat(500)), 4);
  assert.equal(await countReadingMinutes('漢字かなカナ'.repeat(500)), 6);
});

test('mixed text counts both, also within one word', async () => {
  assert.equal(await countReadingMinutes(`${'LoRA는 '.repeat(230)}`), 1);
  assert.equal(await countReadingMinutes('LoRA는 '.repeat(2_300)), 15);
});

test('marks and addresses are no words of their own', async () => {
  assert.equal(await countReadingMinutes('- [word](https://example.org/a/b/c) — **\n'.repeat(230 * 3)), 3);
});

test('code counts', async () => {
  assert.equal(await countReadingMinutes(`\`\`\`\n${'let x\n'.repeat(230)}\`\`\``), 2);
});

test('a minute is the least', async () => {
  assert.equal(await countReadingMinutes(''), 1);
  assert.equal(await countReadingMinutes('short'), 1);
});
