import assert from 'node:assert/strict';
import cluster, { type Worker } from 'node:cluster';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { forwardMessages, onWorkerMessage, tellWorkers } from '../../src/cluster/messages.ts';
import { programArguments } from '../support/program.ts';

const heard: object[][] = [];
let workers: Worker[] = [];
after(() => {
  for (const worker of workers) worker.kill();
});

test('what a worker tells reaches every other one, in order, by its topic, and nobody else', async () => {
  const args = programArguments('test/support/telling-worker');
  cluster.setupPrimary({ exec: args.at(-1) ?? '', execArgv: args.slice(0, -1) });
  forwardMessages();
  workers = [0, 1, 2].map((number) => {
    heard.push([]);
    return cluster.fork().on('message', (note: object) => heard[number]?.push(note));
  });
  await until(() => heard.every((notes) => notes.length === 1));
  for (const colour of ['red', { green: [1, null] }]) workers[0]?.send({ tell: ['colours', colour] });
  workers[0]?.send({ tell: ['sounds', 'low'] });
  workers[0]?.send({ tell: ['shapes', 'round'] });
  await until(() => heard.slice(1).every((notes) => notes.length === 4));
  const all = [{ colours: 'red' }, { colours: { green: [1, null] } }, { shapes: 'round' }];
  assert.deepEqual(heard.map(withoutOwn), [[], all, all]);
});

test('whoever hears no more is told no more, a worker that ended disturbs nobody', async () => {
  workers[1]?.send({ deafTo: 'colours' });
  workers[2]?.process.kill('SIGKILL');
  for (let number = 1; number <= 3; number += 1) workers[0]?.send({ tell: ['colours', `${number}`] });
  workers[0]?.send({ tell: ['shapes', 'square'] });
  await until(() => heard[1]?.some((note) => 'shapes' in note && note.shapes === 'square') === true);
  assert.deepEqual(withoutOwn(heard[1] ?? []).slice(3), [{ shapes: 'square' }]);
  assert.deepEqual(withoutOwn(heard[0] ?? []), []);
});

test('a process without workers tells and hears nothing', () => {
  const end = onWorkerMessage('colours', () => assert.fail());
  tellWorkers('colours', 'red');
  end();
});

/** What was heard, without that it began and what it told itself. */
const withoutOwn = (notes: object[]) => notes.filter((note) => !('began' in note) && !('topic' in note));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}
