import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isModifiedSince,
  isUnmodifiedSince,
  readHttpDate,
  writeHttpDate,
  writeLastModified,
} from '../../src/cache/last-modified.ts';

test('a date that was told with other bytes never says that a copy is the present one, however the changes fall', () => {
  const step = fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 9000 })),
    isChanged: fc.boolean(),
    lag: fc.integer({ min: 0, max: 3900 }),
    reader: fc.integer({ min: 0, max: 1 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let [now, changedAt, tag] = [1_700_000_000_000, 1_699_999_990_000, 0];
      const copies = new Map<number, { tag: number; date: string }>();
      for (const { wait, isChanged, lag, reader } of steps) {
        now += wait;
        // Its time is taken before the commit, which is seen when that has come.
        if (isChanged) [changedAt, tag, now] = [now, tag + 1, now + lag];
        const at = Math.floor(changedAt / 1000) + 1;
        const modified = { at, isSettled: changedAt < now - 5000 };
        const [, date] = writeLastModified(modified, now);
        const copy = copies.get(reader);
        if (copy && isUnmodifiedSince(copy.date, modified, now)) assert.equal(copy.tag, tag);
        if (copy && !isModifiedSince(copy.date, modified)) assert.equal(copy.tag, tag);
        if (date) copies.set(reader, { tag, date });
      }
    }),
    { numRuns: 2000 },
  );
});

test('dates are read in the three forms of RFC 9110, and nothing else is one', () => {
  const moment = Date.UTC(1994, 10, 6, 8, 49, 37) / 1000;
  for (const text of [
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
  ])
    assert.equal(readHttpDate(text), moment, text);
  for (const text of [
    '',
    '0',
    '1994-11-06',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'x'.repeat(16_000),
  ])
    assert.equal(readHttpDate(text), undefined, text);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      assert.equal(readHttpDate(writeHttpDate(seconds)), seconds);
    }),
  );
});
