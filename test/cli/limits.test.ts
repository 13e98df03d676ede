import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverUrl } from '../support/database.ts';
import { cleanUp, makePlace, startServer } from '../support/process.ts';

after(cleanUp);

const burst = 200;
const workers = 3;

test('the workers of a service count a caller together', {
  skip: serverUrl === undefined && 'the embedded engine serves one process',
}, async () => {
  const server = await startServer({
    ...(await makePlace()),
    ...{ WORKERS: `${workers}`, LOG_LEVEL: 'error', TRUST_PROXY: '1' },
    ...{ LIMIT_READS_PER_SECOND: '1', LIMIT_BURST_SECONDS: `${burst}` },
  });
  /** Each request has a connection of its own, so that the workers take turns. */
  const ask = (address: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'x-forwarded-for': address };
      request(`${server.url}/`, { agent: false, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      })
        .on('error', reject)
        .end();
    });
  const begun = Date.now();
  let admitted = 0;
  for (let refused = 0; refused < 30; ) {
    if ((await ask('192.0.2.1')) === 200) admitted += 1;
    else refused += 1;
    // Slowly enough for the workers to tell each other.
    if (admitted % 10 === 0) await sleep(20);
  }
  const brought = (Date.now() - begun) / 1000;
  assert.ok(admitted >= burst, `${admitted} were let through`);
  assert.ok(admitted < burst * 2 + brought, `${admitted} were let through, by one they were ${burst}`);
  assert.equal(await ask('192.0.2.2'), 200);
  await server.stop();
});
