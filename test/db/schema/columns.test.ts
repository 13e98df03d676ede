import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pgTable } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { timestamptz, uuidv7 } from '../../../src/db/schema/columns.ts';

const { at } = pgTable('things', { at: timestamptz('made_at') });

test('a moment is stored to the millisecond and written as it was sent', () => {
  assert.equal(at.getSQLType(), 'timestamp(3) with time zone');
  assert.equal(at.name, 'made_at');
  assert.equal(at.mapToDriverValue('2024-05-27T10:02:03+09:00'), '2024-05-27T10:02:03+09:00');
});

test('every moment that Postgres writes is read as ISO 8601 with milliseconds in UTC', () => {
  const range = {
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      assert.equal(at.mapFromDriverValue(writeLikePostgres(date)), date.toISOString());
    }),
    { examples: [[new Date(0)], [new Date(100)], [new Date(120)], [new Date(3)], [range.min], [range.max]] },
  );
});

test('a moment in another time zone, in JSON or without an end is refused rather than read wrongly', () => {
  const texts = [
    '2024-05-27 01:02:03+09',
    '2024-05-27T01:02:03+00:00',
    'infinity',
    '0044-03-15 00:00:00+00 BC',
    '10000-01-01 00:00:00+00',
  ];
  for (const text of texts) assert.throws(() => at.mapFromDriverValue(text), RangeError, text);
});

test('ids are UUIDs of version 7 that carry the time', () => {
  const before = Date.now();
  const id = uuidv7();
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const time = readTime(id);
  assert.ok(time >= before && time <= Date.now(), `${time} is now`);
});

test('ids of one process grow, within a millisecond and past the end of its counter too', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  const ids = Array.from({ length: 20_000 }, uuidv7);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids, ids.toSorted());
});

test('ids grow when the clock is set back', (context) => {
  const first = uuidv7();
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  assert.ok(uuidv7() > first);
});

/** The text format of Postgres (DateStyle ISO, TimeZone UTC): no zeros at the end of the fraction. */
function writeLikePostgres(date: Date): string {
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '+00');
}

function readTime(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
