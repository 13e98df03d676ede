import assert from 'node:assert/strict';
import { resolve, sep } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isStorageKey } from '../../src/storage/storage.ts';

const folder = resolve('/srv/images');

/** Texts that are nearly keys: of the characters and parts that keys and attacks are made of. */
const nearlyKey = fc
  .array(
    fc.constantFrom(
      'a',
      'Z',
      '0',
      '-',
      '_',
      '.',
      '..',
      '/',
      '//',
      '\\',
      '%2e',
      '%',
      ' ',
      '\0',
      '\n',
      '~',
      ':',
      'é',
      'ｅ',
      'png',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('whatever is a key stays within the folder, and needs no encoding in a URL', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyKey, fc.string({ unit: 'binary' })), (text) => {
      if (!isStorageKey(text)) return;
      const path = resolve(folder, text);
      assert.ok(path.startsWith(`${folder}${sep}`));
      assert.equal(path, `${folder}${sep}${text.split('/').join(sep)}`);
      assert.equal(new URL(`https://example.org/${text}`).pathname, `/${text}`);
      assert.equal(text.split('/').map(encodeURIComponent).join('/'), text);
      assert.equal(text, text.toLowerCase());
    }),
    { numRuns: 20_000 },
  );
});

test('the keys of images are keys', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{2}$/);
  const name = fc.constantFrom('original.png', 'w-640.webp', 'w_1280.avif', '0.jpeg', 'archive.tar.gz');
  fc.assert(
    fc.property(hex, hex, fc.uuid(), name, (first, second, id, file) => {
      assert.ok(isStorageKey(`${first}/${second}/${id}/${file}`));
    }),
  );
});

test('no key is the folder of another', () => {
  const part = fc.constantFrom('a', 'b', 'a.png', 'b.c');
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (one, other) => {
      assert.ok(!(isStorageKey(one) && isStorageKey(other) && other.startsWith(`${one}/`)));
    }),
  );
});

test('a key of hostile length is refused, without backtracking', () => {
  assert.ok(isStorageKey(`${'a'.repeat(190)}/${'b'.repeat(190)}.png`));
  assert.ok(!isStorageKey(`${'a'.repeat(201)}.png`));
  assert.ok(!isStorageKey(`${'a/'.repeat(300)}b.png`));
  assert.ok(!isStorageKey('a-'.repeat(1_000_000)));
  assert.ok(!isStorageKey(`${'a-'.repeat(250)}!`));
});
