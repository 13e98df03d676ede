import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';
import { KeptConnection } from '../../support/connection.ts';
import { newReview } from '../../support/things.ts';

test('neither a connection that was never used nor one whose request was in flight holds up the end', {
  timeout: 20_000,
}, async () => {
  const { app, admin } = await startTestApp();
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const connection = new KeptConnection(url);
  const finish = await connection.beginPost('/v1/reviews', { key: admin, body: newReview() });
  const accepted = once(app.server, 'connection');
  const unused = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await accepted;
  const closed = once(unused, 'close');
  const ended = app.close();
  assert.deepEqual(await closed, [false]);
  assert.equal((await finish()).status, 201);
  await ended;
});

test('whoever takes leave takes no new connection, and ends each with an answer that says so', {
  timeout: 20_000,
}, async () => {
  const { app, admin } = await startTestApp();
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const [idle, remembered, busy] = [1, 2, 3].map(() => new KeptConnection(url));
  assert.ok(idle && remembered && busy);
  for (const connection of [idle, remembered, remembered]) await connection.ask('/v1/reviews');
  const finish = await busy.beginPost('/v1/reviews', { key: admin, body: newReview() });
  const left = app.connections.drain(15_000);
  await assert.rejects(new KeptConnection(url).ask('/v1/reviews'), { code: 'ECONNREFUSED' });
  assert.equal((await finish()).status, 201);
  for (const connection of [idle, remembered, busy]) {
    const { status, headers } = await connection.ask('/v1/reviews');
    assert.deepEqual([status, headers.connection], [200, 'close']);
  }
  await left;
});

test('after the leave a shutdown still waits for the request in flight, and for nothing idle', {
  timeout: 20_000,
}, async () => {
  const { app, admin } = await startTestApp();
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const [idle, busy] = [new KeptConnection(url), new KeptConnection(url)];
  await idle.ask('/v1/reviews');
  const finish = await busy.beginPost('/v1/reviews', { key: admin, body: newReview() });
  await app.connections.drain(0);
  const closed = app.close();
  assert.equal((await finish()).status, 201);
  await closed;
});
