import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { Caller, freshen, type KnownOperation } from '../support/operations.ts';
import { exchange as exchangeAt, readAnswers, type WireAnswer, writeRequest } from '../support/wire.ts';

const app = await startTestApp({ REQUEST_TIMEOUT_MS: 1000 });
const caller = new Caller(app);
await caller.seed();
await app.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.app.server.address() as AddressInfo;

const authorization = `Authorization: Bearer ${app.admin}`;
const plain = ['Host: postil.test', 'Connection: close'];
const keyed = [...plain, authorization];

const exchange = (...parts: Buffer[]) => exchangeAt(port, ...parts);

async function ask(head: string[], body: string | Buffer = ''): Promise<WireAnswer> {
  const answers = (await exchange(writeRequest(head, body))).filter(({ status }) => status !== 100);
  assert.equal(answers.length, 1, JSON.stringify(answers));
  return answers[0] as WireAnswer;
}

function assertProblem({ status, headers, text }: WireAnswer, code: string, what = code): void {
  assert.match(headers['content-type'] ?? '', /^application\/problem\+json/, `${what}: ${status} ${text}`);
  const body = JSON.parse(text);
  assert.deepEqual([body.type, body.status], [`/problems/${code}`, status], what);
  assert.match(headers['cache-control'] ?? '', /no-store/, what);
  app.check({ method: 'GET', path: '/not-an-operation', status, contentType: headers['content-type'], body });
}

/** The head and the body of a valid call of the operation. */
async function writeCall(operation: KnownOperation): Promise<{ head: string[]; body: string }> {
  const body = operation.body ? JSON.stringify(freshen(caller.sampler.example(operation.body))) : '';
  const content = operation.body
    ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
    : [];
  const query = caller.completeQuery(operation);
  const address = `${await caller.target(operation)}${query && '?'}${query}`;
  const head = [`${operation.method} ${address} HTTP/1.1`, ...keyed, 'If-Match: *', ...content];
  return { head, body };
}

test('a header that means nothing when it is sent twice is a 400 of every operation', async () => {
  for (const operation of caller.operations) {
    const { head, body } = await writeCall(operation);
    const twice = ['Host: postil.test', authorization, 'If-Match: *', 'Idempotency-Key: one'];
    if (operation.body)
      twice.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
    for (const header of twice) {
      const once = head.some((line) => line === header) ? head : [...head, header];
      for (const again of [header, header.replace(/: .*/, ': other').toUpperCase()]) {
        const answer = await ask([...once, again], body);
        assertProblem(answer, 'malformed-request', `${operation.id} with ${header} and ${again}`);
      }
    }
    caller.called.add(operation.id);
  }
  caller.assertCalled();
});

test('a path of dots, a malformed one and one that is too long reach nothing', async () => {
  const withParams = caller.operations.filter(({ params }) => params.length > 0);
  for (const operation of withParams) {
    const cases: [string, string[]][] = [
      ['..', ['not-found', 'invalid-parameter']],
      ['%2e%2e', ['not-found', 'invalid-parameter']],
      ['.', ['not-found', 'invalid-parameter']],
      ['%zz', ['malformed-request']],
      ['%ff', ['malformed-request']],
      ['가', ['malformed-request']],
      ['x'.repeat(9000), ['uri-too-long']],
    ];
    for (const [segment, codes] of cases) {
      const { head, body } = await writeCall(operation);
      const path = caller.addressOf(operation, segment);
      const line = Buffer.from(`${operation.method} ${path} HTTP/1.1`).toString('latin1');
      const answer = await ask([line, ...head.slice(1)], body);
      const code = JSON.parse(answer.text).type.replace('/problems/', '');
      assert.ok(codes.includes(code), `${operation.method} ${path.slice(0, 100)} is ${code}`);
      assertProblem(answer, code);
    }
    caller.called.add(operation.id);
  }
  caller.assertCalled(withParams);
});

test('what is no HTTP is a 400, and headers over 16 KiB a 431, as problem+json', async () => {
  const heads = [
    ['nonsense'],
    ['GET'],
    ['\x16\x03\x01\x02'],
    ['PRI * HTTP/2.0', '', 'SM'],
    ['get / HTTP/1.1', ...plain],
    ['NONSENSE / HTTP/1.1', ...plain],
    ['GET / HTTP/9.9', ...plain],
    ['GET / HTTP/1.1', 'Connection: close'],
    ['GET / HTTP/1.1', ...plain, 'X: a\0b'],
    ['GET / HTTP/1.1', ...plain, 'no colon'],
    ['POST /v1/tags HTTP/1.1', ...keyed, 'Content-Length: -1'],
    ['POST /v1/tags HTTP/1.1', ...keyed, 'Content-Length: 2', 'Transfer-Encoding: chunked'],
    ['POST /v1/tags HTTP/1.1', ...keyed, 'Transfer-Encoding: chunked', '', 'zz'],
  ];
  for (const head of heads) assertProblem(await ask(head), 'malformed-request', head.join(' | '));
  const large = [
    `X: ${'x'.repeat(20_000)}`,
    `${'some: header\r\n'.repeat(2000)}a: b`,
    `If-None-Match: ${'"x", '.repeat(5000)}`,
  ];
  for (const header of large) {
    assertProblem(await ask(['GET /v1/reviews HTTP/1.1', ...plain, header]), 'headers-too-large');
  }
  assertProblem(
    await ask([`GET /v1/reviews?source=${'x'.repeat(20_000)} HTTP/1.1`, ...plain]),
    'headers-too-large',
  );
});

test('a key behind thousands of other headers is still a key', async () => {
  const answer = await ask(['GET /v1/keys HTTP/1.1', ...plain, ...Array(2100).fill('a: b'), authorization]);
  assert.equal(answer.status, 200);
});

test('headers or a body that stall are ended by REQUEST_TIMEOUT_MS', { timeout: 20_000 }, async () => {
  const head = ['POST /v1/tags HTTP/1.1', ...keyed, 'Content-Type: application/json', 'Content-Length: 100'];
  const whole = writeRequest(head, '{"name":"sta');
  const started = performance.now();
  const stalled = [whole, whole.subarray(0, 40), Buffer.from('G')].map((part) => exchange(part));
  for (const answers of await Promise.all(stalled)) {
    assert.equal(answers.length, 1);
    assertProblem(answers[0] as WireAnswer, 'request-timeout');
  }
  assert.ok(performance.now() - started < 10_000);
});

test('a body that trickles in is ended by REQUEST_TIMEOUT_MS too', { timeout: 20_000 }, async () => {
  const head = [
    'POST /v1/tags HTTP/1.1',
    ...keyed,
    'Content-Type: application/json',
    'Content-Length: 10000',
  ];
  const socket = connect(port, '127.0.0.1');
  const closed = once(socket, 'close');
  socket.on('error', () => socket.destroy());
  socket.resume();
  socket.write(writeRequest(head));
  const timer = setInterval(() => socket.write(' '), 100);
  const started = performance.now();
  await closed;
  clearInterval(timer);
  assert.ok(performance.now() - started < 10_000);
});

test('chunked bodies and Expect work, and an expectation that nobody knows is ignored', async () => {
  const chunked = (name: string) => {
    const [one, two] = [`{"name":`, `"${name}"}`];
    return `${one.length.toString(16)}\r\n${one}\r\n${two.length.toString(16)};x=y\r\n${two}\r\n0\r\nTrailer: x\r\n\r\n`;
  };
  const head = ['POST /v1/tags HTTP/1.1', ...keyed, 'Content-Type: application/json'];
  const sent = await ask([...head, 'Transfer-Encoding: chunked'], chunked('chunked'));
  assert.equal(sent.status, 201, sent.text);
  for (const expectation of ['100-continue', 'nonsense']) {
    const body = JSON.stringify({ name: expectation });
    const request = writeRequest([...head, `Expect: ${expectation}`, `Content-Length: ${body.length}`], body);
    const answers = await exchange(request);
    const statuses = expectation === '100-continue' ? [100, 201] : [201];
    assert.deepEqual(
      answers.map(({ status }) => status),
      statuses,
    );
  }
});

test('a body over 8 MiB is a 413, told before it was sent or found out on the way', async () => {
  const head = ['POST /v1/tags HTTP/1.1', ...keyed, 'Content-Type: application/json'];
  assertProblem(await ask([...head, `Content-Length: ${9 * 1024 * 1024}`]), 'payload-too-large');
  const mebibyte = Buffer.alloc(1024 * 1024, ' ');
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), mebibyte, Buffer.from('\r\n')]);
  const answers = await exchange(
    writeRequest([...head, 'Transfer-Encoding: chunked']),
    ...Array<Buffer>(9).fill(chunk),
  );
  assertProblem(answers[0] as WireAnswer, 'payload-too-large');
});

test('a connection survives a refusal, and answers in order', { timeout: 20_000 }, async () => {
  const alive = ['Host: postil.test', authorization];
  const json = 'Content-Type: application/json';
  const body = JSON.stringify({ nonsense: 'x'.repeat(100_000) });
  const sized = `Content-Length: ${body.length}`;
  const tags = ['GET /v1/tags HTTP/1.1', ...alive];
  const requests: [number, Buffer][] = [
    [404, writeRequest(['GET /v1/reviews/nowhere HTTP/1.1', ...alive])],
    [400, writeRequest(['GET /v1/reviews/%zz HTTP/1.1', ...alive])],
    [400, writeRequest(['GET /v1/reviews?limit=0 HTTP/1.1', ...alive])],
    [401, writeRequest(['POST /v1/tags HTTP/1.1', 'Host: postil.test', json, sized], body)],
    [422, writeRequest(['POST /v1/tags HTTP/1.1', ...alive, json, sized], body)],
    [428, writeRequest(['DELETE /v1/tags/x HTTP/1.1', ...alive, json, sized], body)],
    [405, writeRequest(['PUT /v1/tags HTTP/1.1', ...alive, json, sized], body)],
    [204, writeRequest(['OPTIONS /v1/tags HTTP/1.1', ...alive])],
    [200, writeRequest(tags)],
  ];
  const socket = connect(port, '127.0.0.1');
  for (const [status, request] of requests) {
    const answer = await askOn(socket, request);
    assert.equal(answer.status, status, answer.text);
    if (status !== 200) continue;
    const unchanged = await askOn(socket, writeRequest([...tags, `If-None-Match: ${answer.headers.etag}`]));
    assert.deepEqual([unchanged.status, unchanged.text], [304, '']);
  }
  socket.destroy();
  const pipelined = await exchange(
    ...requests.map(([, request]) => request),
    writeRequest(['GET /v1/tags HTTP/1.1', ...plain]),
  );
  assert.deepEqual(
    pipelined.map(({ status }) => status),
    [...requests.map(([status]) => status), 200],
  );
});

/** Asks on a connection that stays open: the answer is complete when its length says so. */
async function askOn(socket: Socket, request: Buffer): Promise<WireAnswer> {
  socket.write(request);
  let text = '';
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (end >= 0 && text.length >= end + 4 + length) break;
  }
  return readAnswers(Buffer.from(text, 'latin1').toString())[0] as WireAnswer;
}
