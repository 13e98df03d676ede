import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MemoryBudget } from '../../src/runtime/memory-budget.ts';

test('what fits is let in, first come first served; what is larger than all has it alone', async () => {
  const budget = new MemoryBudget(10, 60_000);
  const order: string[] = [];
  const first = await budget.acquire(8);
  const come = async (name: string, bytes: number) => {
    const hold = await budget.acquire(bytes);
    order.push(name);
    return hold;
  };
  const [large, small, huge] = [come('large', 6), come('small', 4), come('huge', 100)];
  await nextTurn();
  assert.deepEqual(order, []);
  assert.equal(budget.hasRoom(1), false);
  first.resize(5);
  await nextTurn();
  assert.deepEqual(order, []);
  first.resize(0);
  await nextTurn();
  assert.deepEqual(order, ['large', 'small']);
  first.release();
  (await large).release();
  await nextTurn();
  assert.deepEqual(order, ['large', 'small']);
  (await small).release();
  (await huge).release();
  assert.deepEqual(order, ['large', 'small', 'huge']);
  assert.equal(budget.hasRoom(10), true);
});

test('who waits for too long is refused, and keeps nobody waiting', async () => {
  const budget = new MemoryBudget(10, 1);
  const first = await budget.acquire(8);
  await assert.rejects(budget.acquire(6), { code: 'unavailable' });
  first.release();
  (await budget.acquire(10)).release();
});
