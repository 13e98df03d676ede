import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeptConnection } from '../support/connection.ts';
import { cleanUp, makePlace, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const key = 'k'.repeat(32);
const options = { timeout: 120_000 };
let place: Record<string, string>;

after(cleanUp);
before(async () => {
  place = { ...(await makePlace()), ADMIN_KEY: key };
});

test(
  'a shutdown is announced by /health/ready alone, clients that keep connections are sent away, then it ends',
  options,
  async () => {
    const server = await startServer({ ...place, SHUTDOWN_DELAY_MS: '8000' });
    const [health, kept] = [new KeptConnection(server.url), new KeptConnection(server.url)];
    assert.equal((await health.ask('/health/ready')).status, 200);
    const finish = await kept.beginPost('/v1/reviews', { key, body: newReview() });
    server.kill('SIGTERM');
    const begun = performance.now();
    let ready = await health.ask('/health/ready');
    for (; ready.status === 200; ready = await health.ask('/health/ready')) await sleep(20);
    assert.deepEqual([ready.status, ready.body.detail], [503, 'The service is shutting down.']);
    assert.ok(ready.headers['retry-after']);
    assert.equal((await health.ask('/health/live')).status, 200);
    assert.equal((await finish()).status, 201, 'what was in flight is carried out');
    // In the first half connections stay, in the second each ends with its answer.
    let last = await kept.ask('/v1/tags');
    const isFirstHalf = performance.now() - begun < 3500;
    assert.equal(last.status, 200);
    if (isFirstHalf) assert.equal(last.headers.connection, 'keep-alive');
    for (; last.headers.connection !== 'close'; last = await kept.ask('/v1/tags')) await sleep(50);
    assert.equal(last.status, 200);
    assert.equal((await fetch(`${server.url}/v1/tags`)).status, 200, 'a new connection is taken');
    assert.equal(await server.ended, 0, server.stderr());
    assert.ok(performance.now() - begun >= 8000);
  },
);

test('a second signal waits for neither the delay nor a request in flight', options, async () => {
  const server = await startServer({ ...place, SHUTDOWN_DELAY_MS: '600000', SHUTDOWN_TIMEOUT_MS: '600000' });
  const connection = new KeptConnection(server.url);
  server.kill('SIGTERM');
  while ((await connection.ask('/health/ready')).status === 200) await sleep(20);
  server.kill('SIGINT');
  assert.equal(await server.ended, 1);
});
