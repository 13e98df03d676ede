import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { startTestApp } from '../support/app.ts';
import { newReview, postReview } from '../support/things.ts';

const app = await startTestApp();
const key = app.admin;

test('a long body of a write that is refused or changes nothing is not rendered', async () => {
  let rendered = 0;
  process.on('worker', (thread: Worker) => {
    const post = thread.postMessage.bind(thread);
    thread.postMessage = (message: unknown) => {
      rendered += 1;
      post(message);
    };
  });
  const { slug, body: before } = await postReview(app, { body: 'As it was. '.repeat(10_000) });
  const made = rendered;
  assert.ok(made > 0);
  const body = 'Every line of it is read twice. '.repeat(10_000);
  const send = (method: string, path: string, input: object, ifMatch = '*') =>
    app.send(method, path, { key, body: input, headers: { 'if-match': ifMatch } });
  const path = `/v1/reviews/${slug}`;
  const answers = [
    [404, await send('PATCH', '/v1/reviews/not-there', { body })],
    [412, await send('PATCH', path, { body }, '"r-99"')],
    [422, await send('PATCH', path, { body, category: 'not-there' })],
    [412, await send('PUT', path, newReview({ body }), '"r-99"')],
    [422, await app.send('POST', '/v1/reviews', { key, body: newReview({ body, category: 'not-there' }) })],
    [200, await send('PATCH', path, { body: before })],
  ] as const;
  for (const [status, answer] of answers) assert.equal(answer.status, status, answer.text);
  assert.equal(rendered, made);
  const changed = await send('PATCH', path, { body });
  assert.equal(changed.status, 200, changed.text);
  assert.match(changed.body.html, /^<p>Every line/);
  assert.ok(rendered > made);
});
