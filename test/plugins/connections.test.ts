import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';

test('a connection that was opened and never used does not hold up the end', {
  timeout: 20_000,
}, async () => {
  const { app } = await startTestApp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const accepted = once(app.server, 'connection');
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await accepted;
  const closed = once(socket, 'close');
  await app.close();
  assert.deepEqual(await closed, [false]);
});
