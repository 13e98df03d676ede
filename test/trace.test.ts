import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

test('npm run trace prints the files that a request runs through, in the order of its way', async () => {
  const args = ['--import', 'tsx', 'scripts/trace.ts', 'POST', '/v1/tags'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const lines = stdout.trimEnd().split('\n');
  const [, count = ''] = /^POST \/v1\/tags: 201, (\d+) files$/.exec(lines.pop() ?? '') ?? [];
  const files = lines.map((line) => line.split(':')[0]);
  const way = [
    'http/fast-path/fast-path.ts',
    'http/plugins/auth.ts',
    'resources/tags/store.ts',
    'db/unit-of-work/write.ts',
  ];
  assert.deepEqual(
    files.filter((file) => way.includes(file ?? '')),
    way,
  );
  assert.match(stdout, /^resources\/tags\/store.ts: createTag, /m);
  assert.ok(
    Math.abs(files.length - Number(count)) < 3,
    `${count} files by V8, ${files.length} that were entered`,
  );
});
