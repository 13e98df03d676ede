import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countConnection, yieldToConnections } from '../../src/runtime/event-loop.ts';

test('while somebody arrives work is done a piece at a time, but is done; else nothing waits', async () => {
  assert.equal(yieldToConnections(), undefined);
  countConnection();
  let done = 0;
  const work = async () => {
    await yieldToConnections();
    done += 1;
  };
  const all = Array.from({ length: 5 }, work);
  let most = 0;
  for (let turn = 0; turn < 200 && done < 3; turn += 1) {
    const before = done;
    countConnection();
    await nextTurn();
    await Promise.resolve();
    most = Math.max(most, done - before);
  }
  assert.deepEqual([done, most], [3, 1]);
  await Promise.all(all);
  assert.equal(done, 5);
  while (yieldToConnections()) await nextTurn();
});
