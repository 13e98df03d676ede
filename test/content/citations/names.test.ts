import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitName } from '../../../src/content/citations/names.ts';

test('names are split as they are written: family names last in the West, first in the East, particles with them', () => {
  const cases: Record<string, [string, string, string?, string?]> = {
    'Chankyu Lee': ['Lee', 'Chankyu'],
    'Yi Ma': ['Ma', 'Yi'],
    'Quoc V. Le': ['Le', 'Quoc V.'],
    'Laurens van der Maaten': ['Maaten', 'Laurens', 'van der'],
    'van Rossum': ['Rossum', 'van'],
    'Łukasz Kaiser': ['Kaiser', 'Łukasz'],
    'Martin King Jr.': ['King', 'Martin', undefined, 'Jr.'],
    'King, Martin': ['King', 'Martin'],
    'Martin King, Jr.': ['King', 'Martin', undefined, 'Jr.'],
    김철수: ['김', '철수'],
    '김 철수': ['김', '철수'],
    남궁민: ['남궁', '민'],
    허준: ['허', '준'],
    '山田 太郎': ['山田', '太郎'],
  };
  for (const [name, [family, given, particle, suffix]] of Object.entries(cases)) {
    const expected = {
      ...{ family, given },
      ...(particle ? { 'non-dropping-particle': particle } : {}),
      ...(suffix ? { suffix } : {}),
    };
    assert.deepEqual(splitName(name), expected, name);
  }
});

test('what cannot be told apart stays whole: groups, single words, Han letters without a space', () => {
  const groups = ['OpenAI', 'DeepSeek-AI', 'Gemini Team, Google', 'The ATLAS Collaboration', 'Meta AI'];
  const doubtful = ['王小明', '이찬규 (Chankyu Lee)', '김 철 수', 'A, B, C', ', Given', 'Family 2'];
  for (const name of [...groups, ...doubtful]) assert.deepEqual(splitName(name), { literal: name }, name);
});

test('no part of a name is lost or empty', () => {
  const word = fc.stringMatching(/^[A-Za-zé가-힣一-龥.,' -]{1,12}$/);
  const letters = (text: string) => [...text.replace(/[\s,]/g, '')].sort().join('');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const name = words.join(' ').trim();
      fc.pre(name !== '');
      const parts: string[] = Object.values(splitName(name));
      assert.ok(parts.every((part) => part !== ''));
      assert.equal(letters(parts.join('')), letters(name));
    }),
  );
});
