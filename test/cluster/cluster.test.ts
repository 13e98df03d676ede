import assert from 'node:assert/strict';
import cluster, { type Worker } from 'node:cluster';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorkerCluster } from '../../src/cluster/cluster.ts';
import { programArguments } from '../support/program.ts';

const args = programArguments('test/support/tiny-worker');
cluster.setupPrimary({ exec: args.at(-1) ?? '', execArgv: args.slice(0, -1) });

/** Who was given the duties, in that order. */
let heirs: Worker[];
let lines: string[];
let addresses: string[];
let workforce: WorkerCluster;

const note = (level: string) => (text: string) => void lines.push(`${level} ${text.replace(/\d+/, 'n')}`);

beforeEach(() => {
  [heirs, lines, addresses] = [[], [], []];
  workforce = new WorkerCluster({
    count: 2,
    patience: 300,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    onReady: (address) => addresses.push(address),
  });
});

afterEach(async () => {
  process.env.TINY_WORKER = '';
  workforce.end();
  await workforce.ended;
  cluster.removeAllListeners();
});

const pids = () => living().map((worker) => worker.process.pid);
// Node forgets a worker that has ended only when its channel is closed, too.
const living = () =>
  Object.values(cluster.workers ?? {})
    .filter((worker) => worker !== undefined)
    .filter((worker) => !worker.isDead());

async function start(how = ''): Promise<void> {
  process.env.TINY_WORKER = how;
  workforce.start();
  cluster.on('message', (worker, { told }) => told && heirs.push(worker));
  await until(() => addresses.length === 1 && heirs.length === 1);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}

test('one worker has the duties, and another one after it when it is killed', async () => {
  await start();
  const before = pids();
  heirs[0]?.process.kill('SIGKILL');
  await until(() => heirs.length === 2 && living().length === 2);
  assert.equal(before.filter((pid) => pids().includes(pid)).length, 1);
  assert.ok(before.includes(heirs[1]?.process.pid));
  assert.deepEqual([lines, addresses], [['warn worker n ended by SIGKILL'], ['http://nowhere']]);
});

test('a rolling restart replaces all, and the duties are always with one', async () => {
  await start();
  const before = pids();
  await workforce.roll();
  assert.deepEqual(
    before.filter((pid) => pids().includes(pid)),
    [],
  );
  assert.equal(living().length, 2);
  assert.ok(pids().includes(heirs.at(-1)?.process.pid));
  assert.deepEqual(lines, ['info all workers are replaced']);
});

test('a rolling restart whose workers do not start leaves those that there are', async () => {
  await start();
  const before = pids();
  process.env.TINY_WORKER = 'gives up';
  await workforce.roll();
  assert.deepEqual(pids(), before);
  assert.deepEqual(lines, [
    'warn worker n ended with code 1: The moon is full.',
    'error not all workers are replaced: the successor of one does not start',
  ]);
});

test('workers that know why they cannot start end it with that', async () => {
  process.env.TINY_WORKER = 'gives up';
  workforce.start();
  assert.deepEqual(await workforce.ended, { code: 1, reason: 'The moon is full.' });
});

test('workers that end again and again before they are ready end it, after pauses', async () => {
  process.env.TINY_WORKER = 'dies';
  workforce.start();
  const { code, reason } = await workforce.ended;
  assert.deepEqual([code, reason], [1, 'No worker can be started: the last one ended with code 7']);
  assert.ok(lines.length > 2);
});

test('a worker that hangs is killed and replaced, one whose event loop is busy for seconds is not', async () => {
  await start();
  const [busy, hanging] = living();
  assert.ok(busy && hanging);
  busy.send({ block: 3000 });
  hanging.process.kill('SIGSTOP');
  await until(() => hanging.isDead() && living().length === 2);
  assert.ok(living().includes(busy));
  assert.deepEqual(lines, ['warn worker n hangs: it is killed', 'warn worker n ended by SIGKILL']);
});

test('a worker that hangs while it starts is killed and replaced', async () => {
  await start();
  const before = living();
  process.env.TINY_WORKER = 'hangs';
  before[0]?.process.kill('SIGKILL');
  await until(() => lines.length === 1);
  process.env.TINY_WORKER = '';
  await until(() => lines.length === 3 && living().length === 2);
  assert.deepEqual(lines.slice(1), ['warn worker n hangs: it is killed', 'warn worker n ended by SIGKILL']);
  assert.deepEqual(addresses, ['http://nowhere']);
});

test('workers are not killed for the time in which their primary was suspended with them', async () => {
  await start();
  const before = living();
  for (const worker of before) worker.process.kill('SIGSTOP');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8000);
  for (const worker of before) worker.process.kill('SIGCONT');
  await sleep(1500);
  assert.deepEqual([living(), lines], [before, []]);
});

test('a worker that does not end in time is killed, and that is told by the exit code', async () => {
  await start('stays');
  workforce.end();
  assert.deepEqual(await workforce.ended, { code: 1 });
  assert.deepEqual(living(), []);
});
