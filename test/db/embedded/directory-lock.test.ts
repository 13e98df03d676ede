import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { lockDirectory } from '../../../src/db/embedded/directory-lock.ts';

let folder: string;

let deadSocket: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  deadSocket = join(folder, 'dead');
  const script = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script, deadSocket]);
});

after(() => rm(folder, { recursive: true, force: true }));

test('a lock is had by one at a time and leaves nothing behind', async () => {
  const directory = await mkdtemp(join(folder, 'd'));
  const first = await lockDirectory(directory, 'a');
  assert.deepEqual(first?.deadOwners, []);
  assert.equal(await lockDirectory(directory, 'b'), undefined);
  await first?.release();
  assert.deepEqual(await readdir(directory), []);
  const second = await lockDirectory(directory, 'c');
  assert.ok(second);
  await second.release();
});

test('of many who ask at once one wins, when the last owner is dead too', async () => {
  for (let round = 0; round < 100; round += 1) {
    const directory = await mkdtemp(join(folder, 'd'));
    const isStale = round % 3 !== 0;
    if (isStale) await leaveDeadLock(directory, 'dead');
    const locks = await Promise.all(
      Array.from({ length: 12 }, (_, number) => lockDirectory(directory, `o${number}`)),
    );
    const winners = locks.filter((lock) => lock !== undefined);
    assert.equal(winners.length, 1);
    if (isStale && winners[0]?.deadOwners.length) assert.deepEqual(winners[0].deadOwners, ['dead']);
    assert.deepEqual(await readdir(directory), ['lock']);
    await winners[0]?.release();
  }
});

test('a directory that does not exist is an error of the system', async () => {
  await assert.rejects(lockDirectory(join(folder, 'missing'), 'a'), { code: 'ENOENT' });
});

/** What a process leaves that died with the lock: a socket that nobody listens on. */
async function leaveDeadLock(directory: string, owner: string): Promise<void> {
  await mkdir(join(directory, 'lock'));
  await link(deadSocket, join(directory, 'lock', owner));
}
