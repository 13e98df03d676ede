import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText } from '../../../src/content/text/fold.ts';
import { startTestApp } from '../../support/app.ts';
import { postThing } from '../../support/things.ts';

const app = await startTestApp();

// Servers of different ages know different letters: these are known to all, and İ (U+0130) is small in two ways.
const blocks = [
  ...[
    [0x21, 0x12f],
    [0x131, 0x24f],
    [0x391, 0x3a1],
    [0x410, 0x44f],
  ], // Latin, Greek, Cyrillic
  ...[
    [0x1100, 0x11ff],
    [0x3131, 0x318e],
    [0xac00, 0xd7a3],
  ], // Hangul
  ...[
    [0x1e00, 0x1eff],
    [0x2100, 0x214f],
    [0x2460, 0x24ff],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
    [0xfb00, 0xfb06],
    [0xff01, 0xffee],
  ],
] as const;
const marks = ['', '\u030C', '\u0301', '\u0331', '\u0308'];

test('SQL folds as the service does, decomposed: letters with and without marks', async () => {
  const texts = blocks.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).flatMap(
      (letter) => (letter < '\u1100' ? marks : ['']).map((mark) => letter + mark),
    ),
  );
  const rows = await app.db.$client`
    select text, search_name(text) as folded from unnest(${texts}::text[]) text`;
  assert.equal(rows.length, texts.length);
  const wrong = rows.filter(({ text, folded }) => folded !== foldText(text).normalize('NFD'));
  assert.deepEqual([...wrong], []);
});

test('an author is found by any spelling that folds alike', async () => {
  const { id } = await postThing(app, 'papers', { title: 'Carons', authors: [{ name: 'J\u030Cules ＬＩ' }] });
  for (const spelling of ['J\u030Cules ＬＩ', 'j\u030Cules li', '\u01F0ules Li', '\u01F0ULES lI']) {
    const { body } = await app.send('GET', `/v1/papers?author=${encodeURIComponent(spelling)}`);
    assert.deepEqual(
      body.data.map((paper: { id: string }) => paper.id),
      [id],
      spelling,
    );
  }
});
