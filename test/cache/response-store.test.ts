import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CachedResponse } from '../../src/cache/cached-response.ts';
import { ResponseStore } from '../../src/cache/response-store.ts';
import { trials } from '../support/trials.ts';

const answerOf = (text: string, version = 1, invalidatedBy: string[] | null = null) =>
  new CachedResponse({
    ...{
      version,
      invalidatedBy,
      bytes: Buffer.from(text),
      headers: ['x-request-id', ''],
      type: 'text/plain',
    },
    nameEncoding: (encoding) => `"${encoding}"`,
    encode: async (plain) => plain,
  });

test('whatever is kept, grows and is asked for, the answers never take more than their room', async () => {
  const step = fc.record({
    name: fc.tuple(fc.nat(30), fc.constantFrom(0, 5000)).map(([one, more]) => `${one}${'.'.repeat(more)}`),
    length: fc.oneof(fc.nat(2000), fc.nat(30_000)),
    // An encoding is made for a request, which was spelled in some way.
    spellings: fc.integer({ min: 1, max: 40 }),
    encodings: fc.subarray(['identity', 'gzip', 'br']),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const answers = new ResponseStore(100_000);
      const names = new Set<string>();
      for (const { name, length, spellings, encodings } of steps) {
        const answer = answerOf('x'.repeat(length));
        answers.set(name, answer);
        for (const encoding of encodings) {
          const ready = await answer.make(encoding);
          for (let number = 0; number < spellings; number += 1)
            answers.alias(`${name} ${encoding} ${number}`, name, ready);
        }
        assert.ok(answers.size <= 100_000);
        const found = answers.get(name, 1);
        assert.ok(found === undefined || found === answer);
        if (found) assert.ok(found.size + name.length <= 100_000 / 8);
        names.add(name);
        // What is remembered of requests counts too, however long their addresses are.
        const sizes = [...names].map((one) => (answers.get(one, 1)?.size ?? -one.length) + one.length);
        assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 100_000);
      }
    }),
    { numRuns: trials(30) },
  );
});

test('what was not asked for the longest goes first, and what is too large is not kept', () => {
  const answers = new ResponseStore(40_000);
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) {
    answers.set(name, answerOf('x'.repeat(3800)));
    assert.ok(answers.get('one', 1), name);
  }
  answers.set('eight', answerOf('x'.repeat(3800)));
  answers.set('nine', answerOf('x'.repeat(3800)));
  assert.equal(answers.get('two', 1), undefined);
  assert.ok(answers.get('one', 1) && answers.get('nine', 1));
  answers.set('large', answerOf('x'.repeat(6000)));
  assert.equal(answers.get('large', 1), undefined);
});

test('a request is known by its spelling as long as its answer is kept, and no longer', async () => {
  const answers = new ResponseStore(1_000_000);
  const answer = answerOf('first');
  const ready = await answer.make('identity');
  answers.alias('spelled', 'name', ready);
  assert.equal(answers.getByAlias('spelled', 1), undefined);
  answers.set('name', answer);
  answers.alias('spelled', 'name', ready);
  assert.equal(answers.getByAlias('spelled', 1), ready);
  answers.set('name', answerOf('second'));
  assert.equal(answers.getByAlias('spelled', 1), undefined);
  answers.clear();
  assert.equal(answers.get('name', 1), undefined);
  assert.equal(answers.size, 0);
});

test('a computation is shared by those who may have what it will answer, until it is settled', async () => {
  const answers = new ResponseStore(1_000_000);
  const flight = answers.lead('name', 7);
  assert.equal(answers.join('name', 7), flight);
  assert.equal(answers.join('name', 8), undefined);
  assert.equal(answers.join('other', 7), undefined);
  const newer = answers.lead('name', 8);
  flight.settle();
  assert.equal(answers.join('name', 8), newer);
  newer.settle(answerOf('text', 8));
  assert.equal((await newer.answer)?.version, 8);
  assert.equal(answers.join('name', 8), undefined);
});

test('an encoding is made once, however many ask for it', async () => {
  let made = 0;
  const answer = new CachedResponse({
    ...{ version: 1, invalidatedBy: null, bytes: Buffer.from('text'), headers: [], type: 'text/plain' },
    nameEncoding: (name) => name,
    encode: async (plain) => {
      made += 1;
      return plain;
    },
  });
  const all = await Promise.all(['gzip', 'gzip', 'br', 'gzip'].map((encoding) => answer.make(encoding)));
  assert.equal(made, 2);
  assert.equal(new Set(all).size, 2);
  assert.equal(await answer.make('gzip'), all[0]);
  assert.equal(made, 2);
});

test('an answer outlives a version of which it is known that it changed nothing that the answer changes by', () => {
  const answers = new ResponseStore(1_000_000);
  answers.set('one', answerOf('one', 1, ['a', 'b']));
  answers.set('any', answerOf('any', 1, null));
  assert.equal(answers.get('one', 2), undefined);
  answers.invalidate(2, new Set(['c']));
  assert.ok(answers.get('one', 2));
  assert.equal(answers.get('any', 2), undefined);
  answers.invalidate(4, new Set(['c']));
  assert.equal(answers.get('one', 4), undefined, 'nothing is known of 3');
  answers.invalidate(3, new Set(['d']));
  assert.ok(answers.get('one', 4));
  answers.invalidate(5, new Set(['b', 'c']));
  assert.equal(answers.get('one', 5), undefined);
  answers.invalidate(6, new Set(['c']));
  assert.equal(answers.get('one', 6), undefined, 'what 5 changed stays changed');
});

test('what changed is remembered of the last versions only, and of none after all was forgotten', () => {
  const answers = new ResponseStore(1_000_000);
  answers.set('one', answerOf('one', 0, ['a']));
  for (let version = 1; version <= 10_000; version += 1) answers.invalidate(version, new Set(['b']));
  assert.equal(answers.get('one', 10_000), undefined);
  answers.set('one', answerOf('one', 9_900, ['a']));
  assert.ok(answers.get('one', 10_000));
  answers.clear();
  answers.set('one', answerOf('one', 9_900, ['a']));
  assert.equal(answers.get('one', 10_000), undefined);
});
