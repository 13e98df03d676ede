import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WaitEstimate } from '../../../src/db/driver/wait-estimate.ts';
import { trials } from '../../support/trials.ts';

interface Arrival {
  /** How long after the one before. */
  gap: number;
  /** How long it holds its place when it has one. */
  hold: number;
}

/** What came of each arrival: null for one that was sent away, else how long it waited. */
function simulate(places: number, arrivals: Arrival[], longest: number) {
  const line = new WaitEstimate(500);
  const free = Array<number>(places).fill(0);
  const waiting: { at: number; hold: number; done(waited: number): void }[] = [];
  const waits: (number | null)[] = [];
  let refused = 0;
  let now = 0;
  const serve = (until: number) => {
    while (waiting.length > 0) {
      const place = free.indexOf(Math.min(...free));
      const [{ at, hold, done } = { at: 0, hold: 0, done: () => undefined }] = waiting;
      const begin = Math.max(free[place] ?? 0, at);
      if (begin > until) return;
      waiting.shift();
      line.serve(begin);
      done(begin - at);
      free[place] = begin + hold;
    }
  };
  arrivals.forEach(({ gap, hold }, number) => {
    now += gap;
    serve(now);
    const place = free.findIndex((time) => time <= now);
    if (place >= 0) {
      free[place] = now + hold;
      waits[number] = 0;
    } else if (line.estimate(now) > longest) {
      refused += 1;
      waits[number] = null;
    } else {
      line.join(now);
      const done = (waited: number) => {
        waits[number] = waited;
      };
      waiting.push({ at: now, hold, done });
    }
  });
  serve(Number.POSITIVE_INFINITY);
  return { waits, refused };
}

/** Twice as many as can be served, and more, for many times the longest wait. */
const loads = fc.record({
  places: fc.integer({ min: 1, max: 10 }),
  hold: fc.integer({ min: 2, max: 40 }),
  times: fc.integer({ min: 2, max: 6 }),
  spread: fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 50, maxLength: 50 }),
});
const longest = 300;

test('under more than can be served whoever is let in waits about as long as may be, and no place is empty', () => {
  fc.assert(
    fc.property(loads, ({ places, hold, times, spread }) => {
      const gap = hold / places / times;
      const arrivals = Array.from({ length: Math.ceil(4000 / gap) }, (_, number) => ({
        gap: gap * (spread[(number * 7) % 50] ?? 1),
        hold: hold * (spread[number % 50] ?? 1),
      }));
      const { waits, refused } = simulate(places, arrivals, longest);
      assert.ok(refused > 0);
      // The turns of the first are not known when the others come.
      const later = waits.slice(Math.floor(waits.length / 4)).filter((wait) => wait !== null);
      assert.ok(Math.max(...later) <= 2 * longest + 3 * hold, `${Math.max(...later)}`);
      const served = waits.filter((wait) => wait !== null).length;
      const time = arrivals.reduce((sum, arrival) => sum + arrival.gap, 0);
      const mean = spread.reduce((sum, part) => sum + part, 0) / 50;
      assert.ok(served >= 0.95 * ((time * places) / (hold * mean)) - places, `${served}`);
    }),
    { numRuns: trials(30) },
  );
});

test('nobody is sent away from a line that moves and is short', () => {
  fc.assert(
    fc.property(loads, ({ places, hold, spread }) => {
      const gap = (hold * 1.6) / places;
      const arrivals = Array.from({ length: 500 }, (_, number) => ({
        gap: gap * (spread[(number * 7) % 50] ?? 1),
        hold: hold * (spread[number % 50] ?? 1),
      }));
      assert.equal(simulate(places, arrivals, longest).refused, 0);
    }),
    { numRuns: trials(30) },
  );
});

test('a line that stands is expected to stand, and moves again with the first turns after it', () => {
  const line = new WaitEstimate(500);
  line.join(0);
  line.serve(5);
  assert.equal(line.estimate(1_000_000), 0, 'nobody waits');
  line.join(10);
  assert.ok(line.estimate(20) < 20);
  assert.ok(line.estimate(1000) > 900);
  line.join(1000);
  line.leave();
  line.serve(10_000);
  assert.equal(line.estimate(10_000), 0);
  for (let time = 10_001; time < 10_030; time += 1) {
    line.join(time);
    line.join(time);
    assert.ok(line.estimate(time) < 100);
    line.serve(time);
    line.serve(time + 1);
  }
});

test('what is expected of a line hardly changes where its turns come in bunches', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), (bunch, pause) => {
      const line = new WaitEstimate(500);
      for (let waiting = 0; waiting < 1000; waiting += 1) line.join(0);
      for (let now = pause; now < 600 * pause; now += pause) {
        for (let turn = 0; turn < bunch; turn += 1) {
          line.serve(now);
          line.join(now);
        }
        if (now > 400 * pause) {
          const ratio = line.estimate(now) / ((1000 * pause) / bunch);
          assert.ok(ratio > 0.8 && ratio < 1.25, `${ratio}`);
        }
      }
    }),
    { numRuns: trials(30) },
  );
});
