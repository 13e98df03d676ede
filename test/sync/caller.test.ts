import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { CallFailed, callServer } from '../../src/sync/caller.ts';

/** A caller of a server that answers like this. */
async function callerOf(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return callServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'key');
}

async function readAll(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test('what a busy server puts off is sent again, with its body and key, until it is carried out', async () => {
  const seen: string[] = [];
  const caller = await callerOf(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
    const isBusy = seen.length < 3;
    response.writeHead(isBusy ? 503 : 201, {
      'Content-Type': 'application/json',
      ...(isBusy ? { 'Retry-After': '0' } : {}),
    });
    response.end('{"id":1}');
  });
  const answer = await caller.send('POST', '/v1/tags', { name: 'a' });
  assert.deepEqual([answer.status, answer.body], [201, { id: 1 }]);
  assert.deepEqual(seen, Array(3).fill('POST /v1/tags Bearer key {"name":"a"}'));
});

test('who is one too many (429) is sent again for as long as that may take', async () => {
  let asked = 0;
  const full = await callerOf((_, response) => {
    asked += 1;
    response.writeHead(asked < 50 ? 429 : 200, asked < 50 ? { 'Retry-After': '0' } : {}).end();
  });
  assert.equal((await full.send('GET', '/')).status, 200);
  assert.equal(asked, 50);
});

test('a server that stays busy is believed in the end, and one that names no time at once', async () => {
  let asked = 0;
  const busy = await callerOf((_, response) => {
    asked += 1;
    response.writeHead(503, { 'Retry-After': '0' }).end();
  });
  assert.equal((await busy.send('GET', '/')).status, 503);
  assert.equal(asked, 6);
  const down = await callerOf((_, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  assert.equal((await down.send('GET', '/')).status, 503);
  assert.equal(asked, 7);
});

test('lines come as they were sent, whatever pieces they come in; a stream that was cut off fails', async () => {
  const text = '{"a":"한글\u2028"}\n{"b":2}\n';
  const whole = await callerOf(async (_, response) => {
    for (const byte of Buffer.from(text)) {
      response.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    response.end();
  });
  assert.deepEqual(await readAll(whole.lines('/')), ['{"a":"한글\u2028"}', '{"b":2}']);
  const cut = await callerOf((_, response) => void response.end(text.slice(0, -3)));
  await assert.rejects(readAll(cut.lines('/')), CallFailed);
  const broken = await callerOf((_, response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write(text, () => response.destroy());
  });
  await assert.rejects(readAll(broken.lines('/')), CallFailed);
  const refused = await callerOf((_, response) => {
    response.writeHead(401, { 'Content-Type': 'application/problem+json' }).end('{"detail":"No such key."}');
  });
  await assert.rejects(readAll(refused.lines('/')), /^CallFailed: No such key\.$/);
});
