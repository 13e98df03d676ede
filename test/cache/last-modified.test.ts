import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isModifiedSince,
  isUnmodifiedSince,
  LastModified,
  type Modified,
  readHttpDate,
  writeHttpDate,
  writeLastModified,
} from '../../src/cache/last-modified.ts';

const tell = (modified: Modified, now: number) => `${writeLastModified(modified, now)[1]}`;
const second = (milliseconds: number) => Math.floor(milliseconds / 1000);

test('a date that was told with other bytes never says that a copy is the present one, however the changes fall', () => {
  const step = fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 5000 })),
    isChanged: fc.boolean(),
    reader: fc.integer({ min: 0, max: 1 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const dates = new LastModified();
      let [now, changedAt, tag] = [1_700_000_000_000, 1_699_999_990_000, 0];
      const copies = new Map<number, { tag: number; date: string }>();
      for (const { wait, isChanged, reader } of steps) {
        now += wait;
        if (isChanged) [changedAt, tag] = [now, tag + 1];
        const modified = dates.record('/address', `${tag}`, second(changedAt), now);
        const copy = copies.get(reader);
        if (copy && isUnmodifiedSince(copy.date, modified, now)) assert.equal(copy.tag, tag);
        else copies.set(reader, { tag, date: tell(modified, now) });
        assert.ok(!isModifiedSince(tell(modified, now), modified, now));
      }
    }),
    { numRuns: 2000 },
  );
});

test('what has not changed for two seconds is known by the date that was just told, and keeps it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (age, later) => {
      const dates = new LastModified();
      const now = 1_700_000_010_000;
      const told = dates.record('/address', 'a', second(now - 2000 - age), now);
      assert.ok(told.settled * 1000 <= now);
      const again = dates.record('/address', 'a', second(now + later), now + later);
      assert.equal(tell(again, now + later), tell(told, now));
      assert.ok(isUnmodifiedSince(tell(told, now), again, now + later));
    }),
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
