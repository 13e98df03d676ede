import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareAhead } from '../../src/resources/batch/ahead.ts';

const most = { items: 4, size: 100, together: 2, milliseconds: 50 };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function* count(to: number, told: number[] = []) {
  for (let number = 0; number < to; number += 1) {
    told.push(number);
    yield number;
  }
}

test('items come in their order, as many at a time as are ready, and none is lost', async () => {
  // The later of each four is ready first.
  const prepare = async (item: number) => {
    for (let turns = 3 - (item % 4); turns > 0; turns -= 1) await turn();
    return item;
  };
  const groups: number[][] = [];
  for await (const group of prepareAhead(count(50), { sizeOf: () => 1, prepare }, most)) {
    groups.push(group);
    await turn();
  }
  assert.deepEqual(groups.flat(), [...Array(50).keys()]);
  assert.ok(groups.every(({ length }) => length > 0 && length <= most.items));
  assert.ok(groups.length < 50);
});

test('those that were read already are waited for, but not for long', async () => {
  const held = new Promise<number>(() => undefined);
  const prepare = (item: number) => (item === 3 ? held : turn().then(() => item));
  const limits = { items: 8, size: 100, together: 4, milliseconds: 20 };
  const ahead = prepareAhead(count(8), { sizeOf: () => 1, prepare }, limits);
  assert.deepEqual((await ahead.next()).value, [0, 1, 2]);
});

test('no more is read ahead than may be, by number or by size', async () => {
  for (const size of [1, 60]) {
    const told: number[] = [];
    const ahead = prepareAhead(count(50, told), { sizeOf: () => size, prepare: async (item) => item }, most);
    assert.equal((await ahead.next()).done, false);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    // What was taken at first, and what waits.
    assert.ok(told.length <= (size === 1 ? 2 * most.items : 4), `${told.length} read`);
    await ahead.return(undefined);
  }
});

test('what fails in reading is told after the items before it, and who leaves reads no more', async () => {
  const broken = async function* () {
    yield* count(3);
    throw new RangeError('broken');
  };
  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const group of prepareAhead(
      broken(),
      { sizeOf: () => 1, prepare: async (item) => item },
      most,
    ))
      seen.push(...group);
  }, new RangeError('broken'));
  assert.deepEqual(seen, [0, 1, 2]);

  const told: number[] = [];
  for await (const _ of prepareAhead(
    count(50, told),
    { sizeOf: () => 1, prepare: async (item) => item },
    most,
  ))
    break;
  const left = told.length;
  for (let turns = 0; turns < 20; turns += 1) await turn();
  assert.ok(told.length <= left + 1 && left < 50);
});
