import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restAfter } from '../../src/images/pacing.ts';

/** The rest after a picture that never waited for a core. */
const rest = (used: number, utilization: number) => restAfter({ used, taken: used, utilization });

test('the image process does not rest where the event loop is idle', () => {
  assert.equal(rest(30_000, 0), 0);
  assert.ok(rest(1000, 0.1) <= 50);
});

test('the rest grows with the work and with the utilization, up to four times the work and to 5 s', () => {
  assert.deepEqual(
    [0.5, 0.75, 1].map((utilization) => rest(100, utilization)),
    [100, 225, 400],
  );
  assert.deepEqual(
    [10, 1000, 2000, 120_000].map((used) => rest(used, 1)),
    [40, 4000, 5000, 5000],
  );
});

test('the time for which a picture waited for a core is a part of the rest', () => {
  assert.deepEqual(
    [100, 300, 500, 9000].map((taken) => restAfter({ used: 100, taken, utilization: 1 })),
    [400, 200, 0, 0],
  );
  // Two threads may use more than the time that they take.
  assert.equal(restAfter({ used: 100, taken: 60, utilization: 1 }), 400);
});
