import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSecret } from '../../../src/access/secret.ts';
import { buildApp } from '../../../src/app.ts';
import { uuidv7 } from '../../../src/db/schema/columns.ts';
import { startTestApp } from '../../support/app.ts';
import { Caller } from '../../support/operations.ts';
import { exchange, readAnswers, writeRequest } from '../../support/wire.ts';

const app = await startTestApp();
await app.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.app.server.address() as AddressInfo;
const caller = new Caller(app);
await caller.seed();

const host = ['Host: postil.test', 'Connection: close'];
const bearer = (key: string) => `Authorization: Bearer ${key}`;
const revoked = await app.makeKey(['reviews:write']);
await app.send('DELETE', `/v1/keys/${revoked.id}`, { key: app.admin, headers: { 'if-match': '*' } });
const expired = await app.makeKey(['reviews:write'], '2020-01-01T00:00:00Z');
const noKeys: Record<string, string[]> = {
  none: [],
  unknown: [bearer(makeSecret(uuidv7()))],
  mistyped: [bearer('pst_nonsense')],
  'of another form': ['Authorization: Basic eDp5'],
  revoked: [bearer(revoked.key)],
  expired: [bearer(expired.key)],
};
const writes = caller.operations.filter(({ method, access }) => method !== 'GET' && access === 'scope');

/** Sends the head of a request with a body, never the body. @returns the statuses that come back */
async function askWithoutBody(head: string[], waits: boolean): Promise<number[]> {
  const sized = ['Content-Type: application/json', 'Content-Length: 1000'];
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.write(writeRequest([...head, ...sized, ...(waits ? ['Expect: 100-continue'] : [])]));
  while (!text.includes('\r\n\r\n')) await once(socket, 'data');
  await sleep(20);
  socket.destroy();
  return readAnswers(text).map(({ status }) => status);
}

test('every write is answered 401 for a key that is none before its body is there, and is told no 100 Continue', async () => {
  assert.ok(writes.length > 20);
  for (const operation of writes) {
    const address = await caller.target(operation);
    const head = [`${operation.method} ${address} HTTP/1.1`, ...host, 'If-Match: *'];
    for (const [kind, headers] of Object.entries(noKeys)) {
      const statuses = await askWithoutBody([...head, ...headers], true);
      assert.deepEqual(statuses, [401], `${operation.id} with a key that is ${kind}`);
    }
    assert.deepEqual(await askWithoutBody([...head, ...(noKeys.unknown ?? [])], false), [401], operation.id);
  }
});

test('a key without the scope is answered 403 before the body is there; with it the body is asked for', async () => {
  const weak = await app.makeKey(['drafts:read']);
  const head = ['POST /v1/reviews HTTP/1.1', ...host];
  for (const waits of [true, false])
    assert.deepEqual(await askWithoutBody([...head, bearer(weak.key)], waits), [403]);
  assert.deepEqual(await askWithoutBody([...head, bearer(app.admin)], true), [100]);
  const large = [...head, bearer(app.admin), 'Content-Type: application/json', 'Expect: 100-continue'];
  for (const [more, status] of [
    [['Content-Length: 9000000'], 413],
    [['Content-Length: 10', 'Content-Encoding: gzip'], 415],
  ] as const) {
    const [answer, ...others] = await exchange(port, writeRequest([...large, ...more]));
    assert.deepEqual([answer?.status, others], [status, []]);
  }
  const other = ['POST /v1/reviews HTTP/1.1', ...host, bearer(app.admin), 'Content-Type: text/plain'];
  const [refused] = await exchange(
    port,
    writeRequest([...other, 'Content-Length: 5', 'Expect: 100-continue']),
  );
  assert.equal(refused?.status, 415);
});

test('streams are refused before their first line is there, too', async () => {
  for (const [path, key, status] of [
    ['/v1/batch', makeSecret(uuidv7()), 401],
    ['/v1/archive', makeSecret(uuidv7()), 401],
  ] as const) {
    const head = [`POST ${path} HTTP/1.1`, ...host, bearer(key), 'Content-Type: application/x-ndjson'];
    const answers = await exchange(port, writeRequest([...head, 'Transfer-Encoding: chunked']));
    assert.deepEqual(
      answers.map((one) => one.status),
      [status],
    );
  }
});

test('a key that is none costs one statement at most, a good one no more than before, and a read without one none', async () => {
  const json = { 'content-type': 'application/json' };
  const count = (work: () => Promise<unknown>) => app.countStatements(work).then(({ length }) => length);
  const post = (key: string, payload: string, status: number) => async () =>
    assert.equal(
      (await app.send('POST', '/v1/reviews', { key, payload, headers: { ...json } })).status,
      status,
    );
  assert.equal(await count(post(makeSecret(uuidv7()), '{', 401)), 1);
  assert.equal(await count(post('mistyped', '{', 401)), 0);
  assert.equal(await count(post(app.admin, '{', 400)), 1);
  const asked = { key: app.admin };
  assert.equal(await count(() => app.send('GET', '/v1/reviews?limit=0', asked)), 0, 'a wrong parameter');
});

test('every key that is none counts, whatever its body and the address it is sent to', async () => {
  for (const [kind, headers] of Object.entries(noKeys)) {
    if (kind === 'none') continue;
    const limited = await buildApp({
      config: { ...app.config, LIMIT_FAILED_KEYS_PER_MINUTE: 2 },
      db: app.db,
    });
    const [, authorization = ''] = /: (.*)/.exec(headers[0] ?? '') ?? [];
    const send = async (secret: string, method: 'GET' | 'POST', url: string) => {
      const sent = { authorization: secret, 'content-type': 'application/json' };
      const { statusCode } = await limited.inject({ method, url, headers: sent, payload: '{"tags":[""]}' });
      return statusCode;
    };
    assert.equal(await send(authorization, 'POST', '/v1/reviews'), 401, kind);
    assert.equal(await send(authorization, 'GET', '/v1/tags'), 401, kind);
    assert.equal(await send(`Bearer ${makeSecret(uuidv7())}`, 'POST', '/v1/tags'), 429, kind);
    await limited.close();
  }
});
