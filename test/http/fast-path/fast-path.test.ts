import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { buildApp, plugins } from '../../../src/app.ts';
import { definePlugin } from '../../../src/http/plugins/define.ts';
import { startTestApp } from '../../support/app.ts';

test('Fastify handles the event `request` with one listener, which is `routing`', async () => {
  const app = fastify();
  after(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  assert.deepEqual(app.server.listeners('request'), [app.routing]);
});

test('node:http assigns a pipelined response its socket when the one before it is sent, and says so', async () => {
  const responses: ServerResponse[] = [];
  const server = createServer((_request, response) => responses.push(response));
  after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(2));
  while (responses.length < 2) await once(server, 'request');
  const [first, second] = responses as [ServerResponse, ServerResponse];
  assert.ok(first.socket);
  assert.equal(second.socket, null);
  const assigned = once(second, 'socket');
  first.end();
  assert.deepEqual(await assigned, [second.socket]);
  client.destroy();
});

test('node:http holds the head of a response in `_header`, and the response of a socket in `_httpMessage`', async () => {
  assert.equal(Reflect.get(new ServerResponse({ method: 'GET' } as IncomingMessage), '_header'), null);
  const server = createServer((request, response) =>
    response.end(`${Reflect.get(request.socket, '_httpMessage') === response}`),
  );
  after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  assert.equal(await answer.text(), 'true');
});

for (const [megabytes, isFast] of [
  [1, true],
  [0, false],
] as const)
  test(`with RESPONSE_CACHE_MB=${megabytes} ${isFast ? 'a stored response goes through no hook' : 'every request goes through the hooks'}`, async () => {
    const { config, db } = await startTestApp();
    let hooks = 0;
    const counting = definePlugin('counting', [], (app: FastifyInstance) => {
      app.addHook('onRequest', async () => {
        hooks += 1;
      });
    });
    const app = await buildApp({ config: { ...config, RESPONSE_CACHE_MB: megabytes }, db }, [
      counting as (typeof plugins)[number],
      ...plugins,
    ]);
    after(() => app.close());
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const read = () => fetch(`${url}/v1/reviews`);
    const text = await (await read()).text();
    // Nothing is stored before the version of the content is known.
    for (let tries = 0; isFast && tries < 500; tries += 1) {
      hooks = 0;
      await (await read()).text();
      if (hooks === 0) break;
      await sleep(10);
    }
    hooks = 0;
    for (let count = 0; count < 3; count += 1) assert.equal(await (await read()).text(), text);
    assert.equal(hooks, isFast ? 0 : 3);
    assert.equal(app.server.listenerCount('request'), 1);
  });
