import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutExcerpt, type ExcerptPiece } from '../../../src/content/markdown/excerpt.ts';
import { renderMarkdown } from '../../../src/content/markdown/render.ts';
import { flattenLine, isLine } from '../../../src/content/text/line.ts';
import { anyText } from '../text/strings.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const count = (text: string) => [...segmenter.segment(text)].length;
const prose = (text: string): ExcerptPiece => ({ text, whole: false });
const formula = (text: string): ExcerptPiece => ({ text, whole: true });

test('what fits is taken as it is', () => {
  assert.equal(cutExcerpt([prose('a'.repeat(200))]), 'a'.repeat(200));
  assert.equal(
    cutExcerpt([prose('The bound '), formula('$x$'), prose('는 tight. ')]),
    'The bound $x$는 tight.',
  );
});

test('what is too long is cut after a word', () => {
  const excerpt = cutExcerpt([prose('선형 정책 '.repeat(50))]) ?? '';
  assert.match(excerpt, /(?:선형|정책)…$/);
  assert.ok(count(excerpt) <= 200 && count(excerpt) > 190);
});

test('a text without spaces, or with none but early ones, is cut between graphemes', () => {
  assert.equal(cutExcerpt([prose('👩‍🔬'.repeat(300))]), `${'👩‍🔬'.repeat(199)}…`);
  assert.equal(cutExcerpt([prose(`a ${'b'.repeat(300)}`)]), `a ${'b'.repeat(197)}…`);
});

test('a mark behind many plain letters belongs to the last of them', () => {
  for (const letter of ['e\u0301', '가\u0323', 'x\u200D', '각\u11A8'])
    for (const before of [198, 199, 200]) {
      const text = `${'a'.repeat(before)}${letter}`;
      assert.equal(cutExcerpt([prose(text)]), before < 200 ? text : `${'a'.repeat(199)}…`);
    }
});

test('a formula that does not fit ends the excerpt before it', () => {
  const pieces = [prose('word '.repeat(38)), formula('$a + b + c$'), prose(' more')];
  assert.equal(cutExcerpt(pieces), `${'word '.repeat(38).trimEnd()}…`);
});

test('a formula that would fit nowhere is left out', () => {
  assert.equal(
    cutExcerpt([prose('before '), formula(`$${'a'.repeat(300)}$`), prose(' after')]),
    'before after',
  );
});

test('white space at either end goes, also under a mark', () => {
  assert.equal(cutExcerpt([prose(' \u0301a '), formula('$x$'), prose(' ')]), '\u0301a $x$');
});

test('nothing visible gives no excerpt', () => {
  assert.equal(cutExcerpt([]), null);
  assert.equal(cutExcerpt([prose(' \u200b ')]), null);
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
    fc.property(fc.array(piece), (pieces) => {
      const excerpt = cutExcerpt(pieces);
      if (excerpt === null) return;
      assert.ok(isLine(excerpt));
      assert.ok(count(excerpt) <= 200);
      assert.equal(excerpt, excerpt.trim());
      assert.match(excerpt, /^(?:[^⟦⟧]|⟦[^⟦⟧]*⟧)*$/u);
    }),
    { numRuns: 500 },
  );
});

test('the excerpt begins behind the metadata that a text begins with', () => {
  const heads = [
    '**Authors**: Ada Lovelace, Bo Li  \n**Venue**: ICLR 2024\n\n',
    '# Title\n\n> arXiv 2023. [[Paper](https://arxiv.org/abs/2305.18290)] [[Code](https://e.org/c)]\n> Ada Lovelace, Bo Li\n\n',
    '> **arXiv**: [2603.12788](https://arxiv.org/abs/2603.12788) · 会议: CVPR 2026 · 代码: [GitHub](https://e.org/c)\n\n',
    '- 저자: 김철수\n- 학회: ICLR\n\n**논문**: [링크](https://arxiv.org/abs/2305.18290)\n',
    '| 저자 | 김철수 |\n| --- | --- |\n| 학회 | ICLR |\n\n',
    '論文: https://arxiv.org/abs/2305.18290\n著者: 山田太郎\n',
    '## 논문 정보\n\n저자: 김철수\n\n',
    '[Paper](https://e.org/a) | [Code](https://e.org/b)<br>\n',
  ];
  for (const head of heads)
    assert.equal(
      renderMarkdown(`${head}The text, with $x$.\n\n## Method\n\nMore.\n`).excerpt,
      'The text, with $x$. More.',
      head,
    );
});

test('what only looks like metadata is in the excerpt: behind text, below a section, a sentence, or where there is nothing else', () => {
  const excerptOf = (body: string) => renderMarkdown(body).excerpt;
  assert.equal(excerptOf('Text.\n\nCode: https://e.org/c'), 'Text. Code: https://e.org/c');
  assert.equal(excerptOf('## Method\n\nData: ten sets.\n\nMore.'), 'Data: ten sets. More.');
  assert.equal(excerptOf('Note: this is text.\nAuthors: A'), 'Note: this is text. Authors: A');
  const sentence = `Data: ${'we take all of it, and '.repeat(12)}`;
  assert.match(excerptOf(`Authors: A\n\n${sentence}`) ?? '', /^Data: we take/);
  assert.equal(excerptOf('**저자**: 김철수 · **학회**: ICLR'), '저자: 김철수 · 학회: ICLR');
});
