import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { describeProblem, problemOf } from '../../src/http/plugins/problems.ts';
import { StorageUnavailable } from '../../src/storage/storage.ts';

test('the cause of a storage that is away is in the log, and not in the answer', () => {
  const logged: unknown[] = [];
  const log = { warn: (...line: unknown[]) => logged.push(line), error: () => assert.fail() };
  const request = { id: 'r1', log } as unknown as FastifyRequest;
  const cause = Object.assign(new Error("ENOSPC: no space left on device, copyfile '/srv/x'"), {
    code: 'ENOSPC',
  });
  const problem = problemOf(new StorageUnavailable(cause), request);
  assert.deepEqual(logged, [[{ reqId: 'r1', cause: cause.message }, 'The storage of files is away']]);
  assert.equal(problem.status, 503);
  assert.deepEqual(problem.headers, { 'Retry-After': '5' });
  const answer = JSON.stringify(describeProblem(problem, '/v1/images', { types: '', prefix: '' }));
  assert.match(answer, /"\/problems\/storage-unavailable"/);
  assert.doesNotMatch(answer, /ENOSPC|srv/);
});
