import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readlinkSync } from 'node:fs';
import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mock, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultDetail } from '../../src/problems.ts';
import { openStorage } from '../../src/storage/open.ts';
import { StorageUnavailable } from '../../src/storage/storage.ts';
import { programArguments } from '../support/program.ts';
import { afterwards, listAll, listKeys, makeFile, makeFolder, read } from './storages.ts';

const key = 'ab/cd/0190a5f2/original.png';

async function openFolder() {
  const folder = await makeFolder();
  return { folder, storage: openStorage(`file://${folder}`) };
}

const isUnavailable = (cause: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StorageUnavailable, String(error));
  if (cause.source === 'ENOSPC') assert.match(error.message, /^A disk of the storage of files is full/);
  else assert.equal(error.message, defaultDetail('storage-unavailable'));
  assert.match(String(error.cause), cause);
  return true;
};

test('the file of a key lies under that path, and removal takes its empty folders with it', async () => {
  const { folder, storage } = await openFolder();
  await storage.put(key, await makeFile('one'), 'image/png');
  await storage.put('ab/other.png', await makeFile('two'), 'image/png');
  assert.equal(await readFile(join(folder, key), 'utf8'), 'one');
  await storage.remove([key]);
  assert.deepEqual(await readdir(folder, { recursive: true }), ['ab', 'ab/other.png']);
  await storage.remove(['ab/other.png']);
  assert.deepEqual(await readdir(folder), []);
});

test('puts and removals of neighbours at once lose no file', async () => {
  const { storage } = await openFolder();
  const file = await makeFile('content');
  for (let round = 0; round < 20; round += 1) {
    await storage.put('ab/cd/a.png', file, 'image/png');
    await Promise.all([storage.remove(['ab/cd/a.png']), storage.put('ab/cd/b.png', file, 'image/png')]);
    assert.deepEqual(await listKeys(storage), ['ab/cd/b.png']);
    await Promise.all([storage.remove(['ab/cd/b.png']), storage.put('ab/c.png', file, 'image/png')]);
    assert.deepEqual(await listKeys(storage), ['ab/c.png']);
    await storage.remove(['ab/c.png']);
  }
});

test('a range may be the first byte, and begin in an empty file', async () => {
  const { storage } = await openFolder();
  await storage.put(key, await makeFile('0123456789'), 'image/png');
  assert.equal(String(await read(storage, key, { start: 0, end: 0 })), '0');
  await storage.put(key, await makeFile(''), 'image/png');
  const none = await storage.get(key, { start: 0, end: 0 });
  assert.deepEqual([none?.bytes, none?.total], [0, 0]);
});

test('a writer that is killed leaves the old file or the new one, as a whole, and its leftovers can be removed', async () => {
  const { folder, storage } = await openFolder();
  const contents = [randomBytes(20_000_000), randomBytes(20_000_000)];
  const files = await Promise.all(contents.map((content) => makeFile(content)));
  let killedWithin = 0;
  for (let round = 0; round < 12; round += 1) {
    if (round % 4 === 0) await storage.remove([key]);
    const child = spawn(
      process.execPath,
      [...programArguments('test/storage/putting'), folder, key, ...files],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(child.stdout, 'data');
    await sleep(Math.random() * 40);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = await read(storage, key);
    assert.ok(left === undefined || contents.some((content) => left.equals(content)), `round ${round}`);
    assert.ok((await listKeys(storage)).every((one) => one === key));
    const names = await readdir(join(folder, dirname(key))).catch(() => []);
    const leftovers = names.filter((name) => name.startsWith('.'));
    killedWithin += leftovers.length;
    assert.equal(await storage.removeLeftovers(new Date(Date.now() - 3_600_000)), 0);
    assert.equal(await storage.removeLeftovers(new Date(Date.now() + 1000)), leftovers.length);
    assert.deepEqual((await listAll(storage)).length, left === undefined ? 0 : 1);
  }
  // Else nothing was tried.
  assert.ok(killedWithin > 0);
});

test('leftovers are temporary files that are older, and nothing else', async () => {
  const { folder, storage } = await openFolder();
  await storage.put(key, await makeFile('kept'), 'image/png');
  const name = (digit: number) => join(folder, `ab/.0190a5f2-7b6e-7000-8000-00000000000${digit}.tmp`);
  for (const file of [name(1), name(2), join(folder, '.gitignore'), join(folder, 'ab/.x.tmp')]) {
    await writeFile(file, 'x');
    if (file !== name(2)) await utimes(file, new Date('2020-01-01'), new Date('2020-01-01'));
  }
  assert.deepEqual(await listKeys(storage), [key]);
  assert.equal(await storage.removeLeftovers(new Date(Date.now() - 3_600_000)), 1);
  assert.deepEqual(
    [name(1), name(2), join(folder, '.gitignore'), join(folder, 'ab/.x.tmp')].map(existsSync),
    [false, true, true, true],
  );
});

test('a file is on the disk before its name is, and its folders are after that', {
  skip: process.platform !== 'linux' && 'needs /proc',
}, async () => {
  const { folder, storage } = await openFolder();
  const handle = await open(folder);
  const prototype = Object.getPrototypeOf(handle);
  const sync = prototype.sync;
  await handle.close();
  const synced: { path: string; isThere: boolean }[] = [];
  mock.method(prototype, 'sync', function (this: FileHandle) {
    synced.push({ path: readlinkSync(`/proc/self/fd/${this.fd}`), isThere: existsSync(join(folder, key)) });
    return sync.call(this);
  });
  await storage.put(key, await makeFile('content'), 'image/png');
  mock.restoreAll();
  const [file, ...folders] = synced;
  assert.match(file?.path ?? '', /\/ab\/cd\/0190a5f2\/\.[0-9a-f-]{36}\.tmp$/);
  assert.equal(file?.isThere, false);
  assert.deepEqual(
    folders,
    ['ab/cd/0190a5f2', 'ab/cd', 'ab', '']
      .map((path) => ({ path: join(folder, path), isThere: true }))
      .map((one) => ({ ...one, path: one.path.replace(/\/$/, '') })),
  );
});

test('symbolic links within the folder are not followed: not read, listed, written through or removed', async () => {
  const { folder, storage } = await openFolder();
  const outside = await makeFolder();
  await writeFile(join(outside, 'secret.png'), 'secret');
  await symlink(outside, join(folder, 'ab'));
  await symlink(join(outside, 'secret.png'), join(folder, 'link.png'));
  await symlink(folder, join(folder, 'round'));
  for (const one of ['ab/secret.png', 'link.png', 'round/link.png']) {
    assert.equal(await storage.get(one), undefined, one);
    assert.equal(await storage.head(one), undefined);
  }
  assert.deepEqual(await listAll(storage), []);
  await storage.remove(['ab/secret.png', 'link.png']);
  await assert.rejects(storage.put('ab/new.png', await makeFile(), 'image/png'), isUnavailable(/no folder/));
  await assert.rejects(
    storage.put('ab/x/new.png', await makeFile(), 'image/png'),
    isUnavailable(/no folder/),
  );
  await storage.put('link.png', await makeFile('mine'), 'image/png');
  assert.equal(String(await read(storage, 'link.png')), 'mine');
  assert.deepEqual(await readdir(outside), ['secret.png']);
  assert.equal(await readFile(join(outside, 'secret.png'), 'utf8'), 'secret');
});

test('the folder itself may be a symbolic link, and may be moved', async () => {
  const { folder } = await openFolder();
  const link = join(await makeFolder(), 'images');
  await symlink(folder, link);
  const storage = openStorage(`file://${link}`);
  await storage.put(key, await makeFile('content'), 'image/png');
  assert.equal(await readFile(join(folder, key), 'utf8'), 'content');
  const moved = `${folder}-moved`;
  afterwards(() => rm(moved, { recursive: true, force: true }));
  await rename(folder, moved);
  await assert.rejects(storage.get(key), isUnavailable(/ENOENT/));
  await rm(link);
  await symlink(moved, link);
  assert.equal(String(await read(storage, key)), 'content');
});

test('a folder that is missing is made by check alone: what is away is not taken for empty', async () => {
  const folder = join(await makeFolder(), 'not/there');
  const storage = openStorage(`file://${folder}`);
  for (const work of [
    () => storage.put(key, '/dev/null', 'image/png'),
    () => storage.get(key),
    () => storage.head(key),
    () => storage.remove([key]),
    () => listAll(storage),
    () => storage.removeLeftovers(new Date()),
  ])
    await assert.rejects(work(), isUnavailable(/ENOENT/));
  assert.ok(!existsSync(folder));
  await storage.check();
  assert.deepEqual(await listAll(storage), []);
});

test('a folder that cannot be made or written to is unavailable', async () => {
  const { folder } = await openFolder();
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(openStorage(`file://${folder}/file`).check(), isUnavailable(/EEXIST|ENOTDIR/));
  await assert.rejects(openStorage(`file://${folder}/file/images`).check(), isUnavailable(/ENOTDIR/));
  await assert.rejects(
    openStorage(`file://${folder}/file`).put(key, '/dev/null', 'image/png'),
    isUnavailable(/ENOTDIR/),
  );
});

test('a file where a folder has to be is unavailable for writers, and absent for readers', async () => {
  const { folder, storage } = await openFolder();
  await writeFile(join(folder, 'ab'), '');
  await assert.rejects(storage.put(key, await makeFile(), 'image/png'), isUnavailable(/no folder/));
  assert.equal(await storage.get(key), undefined);
  await storage.remove([key]);
  await mkdir(join(folder, 'folder.png'));
  assert.equal(await storage.get('folder.png'), undefined);
  await assert.rejects(
    storage.put('folder.png', await makeFile(), 'image/png'),
    isUnavailable(/EISDIR|ENOTEMPTY|EEXIST/),
  );
  assert.deepEqual((await readdir(folder)).sort(), ['ab', 'folder.png']);
});

test('rights that are missing are unavailable', {
  skip: process.platform === 'win32' && 'has other rights',
}, async () => {
  // Root has every right: another user tries.
  if (process.getuid?.() === 0) process.seteuid?.(65_534);
  try {
    const { folder, storage } = await openFolder();
    await storage.put(key, await makeFile(), 'image/png');
    await chmod(join(folder, dirname(key)), 0o500);
    await assert.rejects(storage.put(key, await makeFile(), 'image/png'), isUnavailable(/EACCES/));
    await assert.rejects(storage.remove([key]), isUnavailable(/EACCES/));
    await chmod(join(folder, key), 0);
    await assert.rejects(storage.get(key), isUnavailable(/EACCES/));
    await chmod(folder, 0o500);
    await assert.rejects(storage.check(), isUnavailable(/EACCES/));
    for (const path of ['', dirname(key)]) await chmod(join(folder, path), 0o700);
  } finally {
    if (process.getuid?.() === 0) process.seteuid?.(0);
  }
});

const small = await makeFolder();
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status === 0;
if (isMounted) afterwards(() => execFileSync('umount', ['-l', small]));

test('a full disk is unavailable, leaves what was there and no half of a file, and takes files again when there is room', {
  skip: !isMounted && 'no file system can be mounted here',
}, async () => {
  const storage = openStorage(`file://${small}`);
  const first = randomBytes(600_000);
  await storage.put(key, await makeFile(first), 'image/png');
  for (const one of [key, 'ab/cd/second.png'])
    await assert.rejects(
      storage.put(one, await makeFile(randomBytes(900_000)), 'image/png'),
      isUnavailable(/ENOSPC/),
    );
  assert.ok((await read(storage, key))?.equals(first));
  assert.deepEqual(await listKeys(storage), [key]);
  assert.equal(await storage.removeLeftovers(new Date(Date.now() + 1000)), 0);
  await storage.put('ab/cd/third.png', await makeFile(randomBytes(200_000)), 'image/png');
  const room = await makeFile(randomBytes(1_000_000));
  spawnSync('cp', [room, join(small, 'filling')]);
  await assert.rejects(storage.check(), isUnavailable(/ENOSPC/));
  await rm(join(small, 'filling'));
  await storage.check();
});

test('a file that becomes shorter while it is read ends the stream with an error', async () => {
  const { folder, storage } = await openFolder();
  await storage.put(key, await makeFile(randomBytes(1_000_000)), 'image/png');
  const found = await storage.get(key);
  await writeFile(join(folder, key), 'short');
  await assert.rejects(found?.stream.toArray() ?? Promise.resolve(), isUnavailable(/missing/));
});
