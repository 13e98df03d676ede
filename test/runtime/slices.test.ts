import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startSlices } from '../../src/runtime/slices.ts';

test('long work gives others a turn of the event loop, short work goes on', async () => {
  const pause = startSlices();
  let turns = 0;
  let isOver = false;
  const count = async () => {
    for (; !isOver; turns += 1) await nextTurn();
  };
  const counting = count();
  const work = () => {
    for (const end = performance.now() + 11; performance.now() < end; );
  };
  for (let piece = 0; piece < 5; piece += 1) {
    work();
    await pause();
  }
  isOver = true;
  await counting;
  assert.ok(turns >= 4, `${turns} turns`);
  assert.equal(startSlices()(), undefined);
});
