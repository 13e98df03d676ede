import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSurplus } from '../../src/cluster/surplus.ts';

test('a worker with more connections than its part has too many, unless it is about as many', () => {
  const cases: [own: number, others: number[], surplus: number][] = [
    [32, [0], 16],
    [18, [14], 2],
    [17, [15], 0],
    [14, [18], 0],
    [3, [1], 0],
    [4, [0], 2],
    [109, [91], 0],
    [120, [80], 20],
    [30, [0, 30], 10],
    [5, [], 0],
    [0, [], 0],
  ];
  for (const [own, others, surplus] of cases) assert.equal(countSurplus(own, others), surplus, `${own}`);
});
