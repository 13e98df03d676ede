import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { copyTemplate } from '../support/database.ts';
import {
  ask,
  cleanUp,
  finishPostil,
  makeFolder,
  type RunningServer,
  runPostil,
  startServer,
} from '../support/process.ts';

let folder: string;
let place: Record<string, string>;
let server: RunningServer;

after(cleanUp);

before(async () => {
  folder = await makeFolder();
  place = { DATA_DIR: join(folder, 'data') };
  await copyTemplate(join(folder, 'data'));
  server = await startServer(place);
});

test('commands without an address go through the server of their data directory', async () => {
  const made = await finishPostil(['keys', 'create', 'one', '--scope', 'drafts:read'], place);
  assert.equal(made.code, 0, made.stderr);
  assert.equal((await ask(`${server.url}/v1/reviews`, { key: made.stdout.trim() })).status, 200);
  const notes = join(folder, 'notes');
  await mkdir(notes);
  await writeFile(join(notes, 'dpo.md'), '---\ntitle: A note\narxiv: 2305.18290\n---\nWhat it says.\n');
  const pushed = await finishPostil(['push', notes], place);
  assert.equal(pushed.code, 0, pushed.stderr);
  assert.match(pushed.stdout, /1 created/);
  const archive = join(folder, 'all.ndjson');
  const exported = await finishPostil(['export', '--no-images', archive], place);
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(await readFile(archive, 'utf8'), /"one"/);
});

test('the key that commands use is in no file of the data directory, and what they did is in the audit log', async () => {
  assert.deepEqual(
    (await readdir(place.DATA_DIR ?? '')).filter((name) => !['admin.key', 'postgres', 'lock'].includes(name)),
    [],
  );
  const listed = await finishPostil(['keys', 'list', '--json'], place);
  assert.equal(listed.code, 0, listed.stderr);
  assert.ok(!listed.stdout.includes('the operator'));
});

test('a command waits for a server that is starting', async () => {
  await server.stop();
  const starting = runPostil(['serve'], { ...place, PORT: '0' });
  // It has the directory from the moment in which there is a lock.
  while (!(await readdir(place.DATA_DIR ?? '')).includes('lock')) await new Promise(setImmediate);
  const listed = await finishPostil(['keys', 'list'], place);
  assert.equal(listed.code, 0, listed.stderr);
  assert.match(listed.stdout, /one/);
  starting.kill('SIGTERM');
  assert.equal(await starting.ended, 0);
});

test('what a killed server left behind leads nowhere: the command opens the database itself', async () => {
  const killed = await startServer(place);
  killed.kill('SIGKILL');
  await killed.ended;
  assert.ok((await readdir(place.DATA_DIR ?? '')).includes('lock'));
  const listed = await finishPostil(['keys', 'list'], place);
  assert.equal(listed.code, 0, listed.stderr);
  assert.match(listed.stdout, /one/);
});
