import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { programArguments } from '../support/program.ts';

test('a command that waits for what cannot happen any more says so, and is no success', () => {
  const program = programArguments('test/support/endless-wait');
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /(^|\n)It ended in the middle of its work: [^\n]+\n$/);
});
