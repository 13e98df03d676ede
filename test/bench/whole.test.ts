import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { Results } from '../../bench/results.ts';
import { serverUrl } from '../support/database.ts';

const run = promisify(execFile);

test('the benchmark runs from its data to its results, and every server answers what it is asked', {
  skip: serverUrl === undefined ? 'it measures on Postgres' : false,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  const groups = ['repeated', 'cold', 'post', 'images', 'search'];
  const only = ['list', 'post', 'images', 'search'];
  const small = ['--rows', '200', '--rounds', '1', '--seconds', '0.2', '--connections', '4'];
  const program = ['--import', 'tsx', 'bench/run.ts'];
  await run(process.execPath, [...program, ...small, '--only', only.join(), '--results', folder]);
  const results = JSON.parse(await readFile(join(folder, 'whole-200.json'), 'utf8')) as Results;
  await rm(folder, { recursive: true });
  assert.equal(results.rows, 200);
  assert.deepEqual(Object.keys(results.measuredAt), groups);
  for (const name of groups) {
    assert.ok(
      results.measured.some(({ group }) => group === name),
      name,
    );
    assert.ok(
      results.findings.some(({ group }) => group === name),
      name,
    );
  }
  for (const { what, figures } of results.measured) {
    assert.ok(figures.length > 0, what);
    for (const { server, rate, errors } of figures) {
      assert.ok(rate > 0, `${server}: ${what}`);
      assert.equal(errors, 0, `${server}: ${what}`);
    }
  }
  for (const { what, value } of results.findings) assert.ok(Number.isFinite(value) && value > 0, what);
});
