import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { watchBody } from '../../../src/http/lingering-close.ts';
import { startTestApp } from '../../support/app.ts';
import { exchange, readAnswers, writeRequest } from '../../support/wire.ts';

const app = await startTestApp();
await app.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.app.server.address() as AddressInfo;
const run = promisify(execFile);

const line = `${JSON.stringify({ type: 'tag', data: { name: 'never written' } })}\n`;
/** Refused at its 1,001st item, in the middle of the stream: with `atomic` a batch has 1,000. */
const batch = (bytes: number) => line.repeat(Math.ceil(bytes / line.length));
const [short, long] = [batch(2_000_000), batch(20_000_000)];
const path = '/v1/batch?atomic=true';
const head = [
  ...[`POST ${path} HTTP/1.1`, 'Host: postil.test'],
  ...[`Authorization: Bearer ${app.admin}`, 'Content-Type: application/x-ndjson'],
];
const chunk = (text: string) => Buffer.from(`${text.length.toString(16)}\r\n${text}\r\n`);
const tries = [1, 2, 3, 4];

test('fetch reads what refuses a stream that is left in its middle, each time', async () => {
  for (const body of [short, long])
    for (const time of tries) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...{ method: 'POST', body },
        headers: { authorization: `Bearer ${app.admin}`, 'content-type': 'application/x-ndjson' },
      });
      const { type } = (await answer.json()) as { type: string };
      assert.deepEqual([answer.status, type], [413, '/problems/payload-too-large'], `try ${time}`);
    }
});

test('curl reads it, chunked and with a length, with Expect and without', {
  skip: spawnSync('curl', ['--version']).status === 0 ? false : 'curl is missing',
}, async () => {
  for (const body of [short, long])
    for (const framing of ['Transfer-Encoding: chunked', 'X-Framing: length'])
      for (const expectation of ['Expect:', 'Expect: 100-continue']) {
        const headers = [...head.slice(2), framing, expectation].flatMap((header) => ['-H', header]);
        const asked = ['-sS', '--data-binary', '@-', `http://127.0.0.1:${port}${path}`, ...headers];
        const curling = run('curl', asked);
        curling.child.stdin?.on('error', () => undefined).end(body);
        assert.equal(JSON.parse((await curling).stdout).status, 413, `${framing}, ${expectation}`);
      }
});

test('a client that writes all of its stream before it reads anything reads the answer', async () => {
  for (const framing of ['chunked', 'length']) {
    const socket = connect(port, '127.0.0.1').pause();
    const sized = framing === 'length' ? `Content-Length: ${long.length}` : 'Transfer-Encoding: chunked';
    socket.write(writeRequest([...head, sized]));
    // Writing goes on long after the refusal; no error comes back while it does.
    for (let at = 0; at < long.length; at += 1_000_000) {
      const piece = long.slice(at, at + 1_000_000);
      if (!socket.write(framing === 'length' ? piece : chunk(piece))) await once(socket, 'drain');
    }
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes;
    });
    socket.resume();
    await once(socket, 'end');
    socket.destroy();
    const statuses = readAnswers(text).map(({ status, headers }) => [status, headers.connection]);
    assert.deepEqual(statuses, [[413, 'close']], framing);
  }
});

test('a short stream that is left does not cost its client the connection', async () => {
  const left = writeRequest([...head, `Content-Length: ${short.length}`], short);
  const last = writeRequest(['GET /v1/tags HTTP/1.1', 'Host: postil.test', 'Connection: close']);
  const answers = await exchange(port, left, left, last);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [413, 413, 200],
  );
});

test('what comes after an answer is discarded while the reader of the body still waits for more', async () => {
  const server = createServer(async (request, response) => {
    watchBody(request, response);
    const pieces = request.iterator({ destroyOnReturn: false });
    await pieces.next();
    const waiting = pieces.next().then(() => pieces.return?.());
    response.writeHead(400, { 'Content-Length': 0 }).end();
    await waiting;
  }).listen(0, '127.0.0.1');
  after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.write(writeRequest(['POST / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked']));
  socket.write(chunk('first'));
  const [answer] = await once(socket, 'data');
  assert.match(`${answer}`, /^HTTP\/1\.1 400 /);
  for (let count = 0; count < 20; count += 1)
    if (!socket.write(chunk('x'.repeat(1_000_000)))) await once(socket, 'drain');
  socket.end('0\r\n\r\n');
  await once(socket.resume(), 'close');
  assert.equal(socket.errored, null);
});
