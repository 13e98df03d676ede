import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSlug, numberSlug, slugify } from '../../../src/content/text/slug.ts';
import { trials } from '../../support/trials.ts';
import { anyText } from './strings.ts';

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const count = (text: string) => [...text].length;
const slugs = anyText.map((text) => slugify(text, 'paper'));

test('lower-case groups of letters, marks and digits of any script are slugs', () => {
  for (const text of [
    'nv-embed',
    '2',
    '망각-곡선',
    'é',
    'ελληνικά',
    'हिन्दी',
    '漢字',
    'ß',
    'a'.repeat(200),
    '𠮷'.repeat(200),
  ]) {
    assert.equal(isSlug(text), true, text);
  }
});

test('anything else is no slug', () => {
  const others = [
    '',
    '-',
    '-a',
    'a-',
    'a--b',
    'A',
    'a b',
    'a_b',
    'a.b',
    'a/b',
    'é'.normalize('NFD'),
    'a-\u0301',
    '½',
  ];
  const invisible = ['\u3164', 'a\u3164', 'a\ufe0f', 'a\u034f', 'a\u200d', 'a\0', 'a\n', '\ud800'];
  for (const text of [...others, ...invisible, 'a'.repeat(201), '𠮷'.repeat(201), UUID]) {
    assert.equal(isSlug(text), false, JSON.stringify(text));
  }
});

test('a title becomes its words joined by hyphens, in its own script', () => {
  assert.equal(slugify('NV-Embed: Improved Techniques!', 'x'), 'nv-embed-improved-techniques');
  assert.equal(slugify('  LoRA Learns Less — and Forgets Less ', 'x'), 'lora-learns-less-and-forgets-less');
  assert.equal(slugify('망각 곡선'.normalize('NFD'), 'x'), '망각-곡선');
  assert.equal(slugify('Ｆｕｌｌ ﬁt', 'x'), 'full-fit');
  assert.equal(slugify('meth\u00adod', 'x'), 'method');
});

test('the fallback stands where nothing is left or a UUID would be', () => {
  for (const text of ['', '…!?', '\u3164', '🙂', UUID.toUpperCase()])
    assert.equal(slugify(text, 'paper'), 'paper');
});

test('a long title is cut after a word', () => {
  assert.equal(slugify('word '.repeat(40), 'x'), 'word-'.repeat(16).slice(0, -1));
  assert.equal(slugify(`ab ${'c'.repeat(79)}`, 'x'), 'ab');
});

test('a single long word is cut between graphemes', () => {
  assert.equal(slugify('가'.repeat(100), 'x'), '가'.repeat(80));
  const syllable = 'क्षि';
  assert.equal(slugify(syllable.repeat(40), 'x'), syllable.repeat(20));
  assert.equal(slugify(`a${'\u0363'.repeat(90)}`, 'x'), 'x');
});

test('whatever the text, what is made of it is a slug of at most 80 code points', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const slug = slugify(text, 'paper');
      assert.ok(isSlug(slug), JSON.stringify(slug));
      assert.ok(count(slug) <= 80);
    }),
    { numRuns: trials(2_000) },
  );
});

test('whatever character a title has, what is made of it is a slug that keeps its letters', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const slug = slugify(`a${String.fromCodePoint(code)}\u030c`, 'paper');
    if (!isSlug(slug) || slug === 'paper') assert.fail(`U+${code.toString(16)} gave ${JSON.stringify(slug)}`);
  }
});

test('a slug made of a slug is the same', () => {
  fc.assert(fc.property(slugs, (slug) => assert.equal(slugify(slug, 'x'), slug)));
});

test('a numbered slug is a slug of at most 200 code points that ends in its number', () => {
  const long = fc.tuple(slugs, fc.integer({ min: 1, max: 260 })).map(([slug, times]) => {
    return [...Array(times).fill(slug).join('-')].slice(0, 200).join('').replace(/-$/, '');
  });
  fc.assert(
    fc.property(long.filter(isSlug), fc.integer({ min: 2, max: 1_000_000 }), (slug, n) => {
      const numbered = numberSlug(slug, n);
      assert.ok(isSlug(numbered), JSON.stringify(numbered));
      assert.ok(numbered.endsWith(`-${n}`));
      const kept = numbered.slice(0, -`-${n}`.length);
      assert.ok(slug.startsWith(kept));
      const ends = [...graphemes.segment(slug)].map(({ segment, index }) => index + segment.length);
      assert.ok(ends.includes(kept.length));
    }),
  );
});

test('a short slug is numbered without being cut', () => {
  assert.equal(numberSlug('nv-embed', 2), 'nv-embed-2');
  assert.equal(numberSlug('a'.repeat(200), 12), `${'a'.repeat(197)}-12`);
});
