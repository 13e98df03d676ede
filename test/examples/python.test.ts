import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const noPython = spawnSync('python3', ['--version']).status !== 0 && 'there is no python3 on this machine';

test('the script in Python posts, repeats, searches and syncs', { skip: noPython }, async () => {
  const api = await startTestApp();
  await postReview(api, { status: 'published' });
  await api.app.listen({ port: 0 });
  const { port } = api.app.server.address() as AddressInfo;
  const env = {
    ...process.env,
    POSTIL_URL: `http://127.0.0.1:${port}`,
    POSTIL_KEY: api.admin,
    PYTHONUTF8: '1',
  };
  const { stdout } = await promisify(execFile)('python3', ['examples/python/sync.py'], { env });
  assert.match(stdout, /^\d+ things at version \d+\nposted \S+\nrepeated True\nfound True\nmirrored True\n$/);
});
