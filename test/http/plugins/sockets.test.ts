import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { buildApp } from '../../../src/app.ts';
import type { Config } from '../../../src/config.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';
import { exchange, readAnswers, writeRequest } from '../../support/wire.ts';

const app = await startTestApp();
// No compression makes it small: one answer is more than the kernel takes for a client that does not read.
const body = randomBytes(600_000).toString('base64');
for (let count = 0; count < 10; count += 1)
  await postReview(app, { status: 'published', slug: `large-${count}`, body });

/** The application with other settings, listening. */
async function listen(settings: Partial<Config> = {}) {
  const listening = await buildApp({ config: { ...app.config, ...settings }, db: app.db });
  await listening.listen({ port: 0, host: '127.0.0.1' });
  after(() => listening.close());
  return { server: listening.server, port: (listening.server.address() as AddressInfo).port };
}

const { port, server } = await listen();
const plain = ['Host: postil.test', 'Connection: close'];
const tenMegabytes = 10_000_000;

/** What a body that nobody reads is answered: method, path, whether a key is sent, content type. */
const refusals: [status: number, method: string, path: string, key: boolean, type: string][] = [
  [413, 'POST', '/v1/reviews', true, 'application/json'],
  [401, 'POST', '/v1/reviews', false, 'application/json'],
  [404, 'POST', '/nowhere', false, 'application/json'],
  [405, 'PUT', '/v1/tags', true, 'application/json'],
  [415, 'POST', '/v1/reviews', true, 'text/plain'],
  [401, 'POST', '/v1/archive', false, 'application/x-ndjson'],
];
const tries = [1, 2, 3, 4];

const hasProgram = (name: string) => spawnSync(name, ['--version']).status === 0;
const run = promisify(execFile);

test('fetch reads what refuses a body of ten megabytes, each time', async () => {
  for (const [status, method, path, key, type] of refusals) {
    const headers = { 'content-type': type, ...(key ? { authorization: `Bearer ${app.admin}` } : {}) };
    for (const time of tries) {
      const sent = { method, headers, body: Buffer.alloc(tenMegabytes, 0x20) };
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, sent);
      const problem = (await answer.json()) as { status: number };
      assert.deepEqual([answer.status, problem.status], [status, status], `${path}, try ${time}`);
    }
  }
});

const python = `
import http.client, json, sys
port, size = int(sys.argv[1]), int(sys.argv[2])
for status, method, path, key, kind in json.loads(sys.argv[3]):
    for time in range(4):
        connection = http.client.HTTPConnection('127.0.0.1', port, timeout=30)
        headers = {'Content-Type': kind}
        if key: headers['Authorization'] = 'Bearer ' + sys.argv[4]
        connection.request(method, path, b' ' * size, headers)
        answer = connection.getresponse()
        problem = json.loads(answer.read())
        assert (answer.status, problem['status']) == (status, status), (path, answer.status)
        connection.close()
print('read')
`;

test('Python reads what refuses a body of ten megabytes, each time', {
  skip: hasProgram('python3') ? false : 'python3 is missing',
}, async () => {
  const asked = [`${port}`, `${tenMegabytes}`, JSON.stringify(refusals), app.admin];
  const { stdout } = await run('python3', ['-c', python, ...asked]);
  assert.equal(stdout.trim(), 'read');
});

test('curl reads what refuses a body of ten megabytes, with Expect and without', {
  skip: hasProgram('curl') ? false : 'curl is missing',
}, async () => {
  const body = 'x'.repeat(1000);
  for (const [status, method, path, key, type] of refusals) {
    for (const expectation of ['Expect:', 'Expect: 100-continue']) {
      const headers = [`Content-Type: ${type}`, expectation];
      if (key) headers.push(`Authorization: Bearer ${app.admin}`);
      const asked = ['-sS', '-X', method, '--data-binary', '@-', `http://127.0.0.1:${port}${path}`];
      const curling = run('curl', [...asked, ...headers.flatMap((header) => ['-H', header])]);
      curling.child.stdin?.on('error', () => undefined).end(body.repeat(tenMegabytes / 1000));
      assert.equal(JSON.parse((await curling).stdout).status, status, `${path} with ${expectation}`);
    }
  }
});

test('what comes behind the answer to an unread body is discarded, and never carried out', async () => {
  const head = ['POST /v1/reviews HTTP/1.1', 'Host: postil.test', 'Content-Type: application/json'];
  const named = JSON.stringify({ name: 'smuggled' });
  const json = ['Content-Type: application/json', `Content-Length: ${named.length}`];
  const keyed = [...plain, `Authorization: Bearer ${app.admin}`, ...json];
  const smuggled = writeRequest(['POST /v1/tags HTTP/1.1', ...keyed], named);
  for (const [framing, body] of [
    ['Transfer-Encoding: chunked', '2\r\n{}\r\n0\r\n\r\n'],
    ['Content-Length: 9000000', ''],
  ] as const) {
    const answers = await exchange(port, writeRequest([...head, framing], body), smuggled, smuggled);
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.connection]),
      [[401, 'close']],
      framing,
    );
  }
  assert.equal((await app.send('GET', '/v1/tags/smuggled')).status, 404);
});

test('headers that are too large are answered to a client that goes on sending', async () => {
  const header = Buffer.from(`X: ${'x'.repeat(4_000_000)}\r\n`);
  const answers = await exchange(
    port,
    Buffer.from('GET / HTTP/1.1\r\nHost: postil.test\r\n'),
    header,
    header,
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [431],
  );
});

test('a short body that is refused does not cost its client the connection', async () => {
  const unread = writeRequest(
    ['POST /v1/reviews HTTP/1.1', 'Host: postil.test', 'Content-Length: 300000'],
    Buffer.alloc(300_000, 0x20),
  );
  const answers = await exchange(port, unread, unread, writeRequest(['GET /v1/tags HTTP/1.1', ...plain]));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [401, 401, 200],
  );
});

test('a client that takes nothing is cut after WRITE_TIMEOUT_MS, and one that reads slowly is not', {
  timeout: 60_000,
}, async () => {
  const { port, server } = await listen({ WRITE_TIMEOUT_MS: 2000, RESPONSE_CACHE_MB: 0 });
  const asked = writeRequest(['GET /v1/reviews?include=body,html HTTP/1.1', 'Host: postil.test']);
  const deaf = Array.from({ length: 5 }, () => connect(port, '127.0.0.1').pause());
  for (const socket of deaf) socket.on('error', () => undefined).write(Buffer.concat([asked, asked, asked]));
  const slow = connect(port, '127.0.0.1');
  let [received, text] = [0, ''];
  slow.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (text.length < 1000) text += chunk.toString('latin1');
    slow.pause();
    setTimeout(() => slow.resume(), 20);
  });
  const closed = once(slow, 'close');
  slow.write(writeRequest(['GET /v1/reviews?include=body,html HTTP/1.1', ...plain]));
  await closed;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
  assert.ok(length > 8_000_000 && received > length, `${received} of ${length}`);
  while ((await connectionsOf(server)) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const socket of deaf) socket.destroy();
});

const connectionsOf = (one: typeof server) =>
  new Promise<number>((resolve) => one.getConnections((_error, count) => resolve(count)));

test('an answer that is worked on for longer than WRITE_TIMEOUT_MS comes', async () => {
  const { port, server } = await listen({ WRITE_TIMEOUT_MS: 100 });
  server.removeAllListeners('request').on('request', (_request, response) => {
    setTimeout(() => response.end('late'), 1000);
  });
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  assert.equal(await answer.text(), 'late');
});

test('pipelined requests are carried out one after the other, and those behind a last one never', async () => {
  const { port, server } = await listen();
  let [working, most, handled] = [0, 0, 0];
  const get = writeRequest(['GET /v1/tags?limit=1 HTTP/1.1', 'Host: postil.test']);
  server.on('request', (_request, response) => {
    response.once('socket', () => {
      working += 1;
      most = Math.max(most, working);
      handled += 1;
    });
    response.once('finish', () => {
      working -= 1;
    });
  });
  const answers = await exchange(
    port,
    Buffer.concat([...Array<Buffer>(20).fill(get), writeRequest(['GET /v1/tags HTTP/1.1', ...plain]), get]),
  );
  assert.equal(answers.length, 21);
  assert.ok(most <= 1 && handled === 20, `${most} at once, ${handled} behind others`);
  const behind = await exchange(port, Buffer.concat([get, get, Buffer.from('nonsense\r\n\r\n')]));
  assert.deepEqual(
    behind.map(({ status }) => status),
    [200, 200, 400],
  );
});

test('a client that closes its half is answered, after a request and after half of one', async () => {
  const get = writeRequest(['GET /v1/tags HTTP/1.1', 'Host: postil.test']);
  const half = writeRequest(
    [
      'POST /v1/tags HTTP/1.1',
      'Host: postil.test',
      `Authorization: Bearer ${app.admin}`,
      'Content-Length: 50',
    ],
    '{"name":',
  );
  for (const [sent, statuses] of [
    [get, [200]],
    [Buffer.concat([get, get]), [200, 200]],
    [half, [400]],
    [get.subarray(0, 20), [400]],
  ] as const) {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.end(sent);
    await once(socket, 'end');
    const answers = readAnswers(Buffer.concat(chunks).toString());
    assert.deepEqual(
      answers.map(({ status }) => status),
      statuses,
    );
  }
});

test('CONNECT is a 405, an upgrade is ignored, and no other version of HTTP is answered but by a 400', async () => {
  const [connecting] = await exchange(port, writeRequest(['CONNECT other.test:443 HTTP/1.1', ...plain]));
  assert.equal(connecting?.status, 405);
  assert.match(connecting?.headers.allow ?? '', /GET/);
  assert.equal(JSON.parse(connecting?.text ?? '').type, '/problems/method-not-allowed');
  const upgrade = ['Connection: Upgrade, close', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'];
  const settled = ['GET /v1/tags HTTP/1.1', 'Host: postil.test', ...upgrade];
  assert.equal((await exchange(port, writeRequest(settled)))[0]?.status, 200);
  const websocket = [
    'GET / HTTP/1.1',
    'Host: postil.test',
    'Connection: Upgrade, close',
    'Upgrade: websocket',
  ];
  assert.equal((await exchange(port, writeRequest(websocket)))[0]?.status, 200);
  for (const line of ['GET /v1/tags', 'GET /v1/tags HTTP/0.9', 'GET /v1/tags HTTP/2.0'])
    assert.equal((await exchange(port, writeRequest([line, ...plain])))[0]?.status, 400, line);
});

test('of a target in absolute form the host counts, and the path is routed, out of memory too', async () => {
  const ask = async (target: string, host: string) => {
    const [answer] = await exchange(
      port,
      writeRequest([`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close']),
    );
    return answer;
  };
  for (const cache of ['miss', 'hit']) {
    const answer = await ask('http://one.test/feeds/feed.json?limit=1', 'other.test');
    assert.deepEqual([answer?.status, answer?.headers['x-cache']], [200, cache]);
    assert.match(JSON.parse(answer?.text ?? '').feed_url, /^http:\/\/one\.test\/feeds\/feed\.json/);
  }
  const same = await ask('/feeds/feed.json?limit=1', 'one.test');
  assert.equal(same?.headers['x-cache'], 'hit');
  const others = await ask('/feeds/feed.json?limit=1', 'other.test');
  assert.match(JSON.parse(others?.text ?? '').feed_url, /^http:\/\/other\.test\//);
  assert.equal((await ask('HTTPS://one.test:8443', 'x'))?.status, 200);
  assert.equal((await ask('http://one.test?x=1', 'x'))?.status, 200);
  for (const target of ['ftp://one.test/v1/tags', 'http:///v1/tags', 'http://user@one.test/v1/tags', '*'])
    assert.equal((await ask(target, 'x'))?.status, 400, target);
  const [noHost] = await exchange(
    port,
    writeRequest(['GET http://one.test/v1/tags HTTP/1.1', 'Connection: close']),
  );
  assert.equal(noHost?.status, 400);
});

test('what two readers of HTTP could take for different requests is refused, and nothing behind it is carried out', async () => {
  const post = ['POST /v1/tags HTTP/1.1', 'Host: postil.test', 'Content-Type: application/json'];
  const hidden = 'GET /v1/tags HTTP/1.1\r\nHost: postil.test\r\n\r\n';
  const heads = [
    [...post, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
    [...post, 'Content-Length: 5', 'Content-Length: 6'],
    [...post, 'Transfer-Encoding: chunked, identity'],
    [...post, 'Transfer-Encoding : chunked'],
    [...post, 'Content-Length: +5'],
    [...post, 'Content-Length: 5, 5'],
    [...post, 'X: a', ' folded'],
  ];
  for (const head of heads) {
    const answers = await exchange(port, writeRequest(head, `0\r\n\r\n${hidden}`));
    assert.equal(answers.length, 1, head.join(' | '));
    assert.ok([400, 401].includes(answers[0]?.status ?? 0), `${answers[0]?.status}: ${head.join(' | ')}`);
  }
  const bare = Buffer.from('GET /v1/tags HTTP/1.1\nHost: postil.test\nConnection: close\n\n');
  assert.equal((await exchange(port, bare))[0]?.status, 400);
});

test('HTTP/1.0 is answered, and its connection lives on when it asks for that', async () => {
  const get = writeRequest(['GET /v1/tags HTTP/1.0', 'Connection: keep-alive']);
  const answers = await exchange(port, get, writeRequest(['GET /v1/tags HTTP/1.0']));
  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.connection]),
    [
      [200, 'keep-alive'],
      [200, 'close'],
    ],
  );
});
