import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { startTestApp } from '../../support/app.ts';
import { postThing } from '../../support/things.ts';

const app = await startTestApp();

test('the thread that writes the style of the APA ends when it is idle, and is started again on demand', async (t) => {
  const { slug } = await postThing(app, 'papers', { title: 'Cited' });
  const { setTimeout } = globalThis;
  // Thirty seconds pass at once.
  t.mock.method(globalThis, 'setTimeout', (work: () => void, delay?: number, ...rest: []) =>
    setTimeout(work, delay === 30_000 ? 0 : delay, ...rest),
  );
  for (let round = 1; round <= 2; round += 1) {
    const started = once(process, 'worker');
    const answer = await app.send('GET', `/v1/papers/${slug}/citation?format=apa`, { key: app.admin });
    assert.equal(answer.status, 200, answer.text);
    const [thread] = (await started) as [Worker];
    if (thread.threadId !== -1) await once(thread, 'exit');
  }
});
