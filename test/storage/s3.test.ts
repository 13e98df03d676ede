import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultDetail } from '../../src/problems.ts';
import { openStorage } from '../../src/storage/open.ts';
import { StorageUnavailable } from '../../src/storage/storage.ts';
import { type Answer, pageOf, refuse, startFaultyS3 } from './s3-server.ts';
import { credentials, listAll, listKeys, makeFile, read, startS3 } from './storages.ts';

const key = 'ab/cd/original.png';
const content = randomBytes(2_000_000);
const file = await makeFile(content);

const isUnavailable = (cause: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StorageUnavailable, String(error));
  assert.deepEqual([error.status, error.headers['Retry-After']], [503, '5']);
  // The same words for all: no endpoint, bucket, key or secret.
  assert.equal(error.message, defaultDetail('storage-unavailable'));
  assert.match(String(error.cause), cause);
  assert.doesNotMatch(`${error.cause}${error.stack}`, /AKIDEXAMPLE|wJalr/);
  return true;
};

/** Answers the first requests with these, and all others with the last. */
function inTurn(...answers: Answer[]): Answer {
  let asked = -1;
  return (...args) => {
    asked = Math.min(asked + 1, answers.length - 1);
    return answers[asked]?.(...args);
  };
}

const ok: Answer = (_request, response) => response.writeHead(200, { 'Content-Length': 0 }).end();
const busy: Answer = (_request, response) => refuse(response, 503, 'SlowDown');

test('every call is signed as the reference says, and says how long its body is', async () => {
  const bodies: Buffer[] = [];
  const { storage, seen, forged } = await startFaultyS3((request, response, body) => {
    bodies.push(body);
    if (request.url?.includes('?')) response.end(pageOf([`images/${key}`]));
    else if (request.method === 'GET')
      response
        .writeHead(request.headers.range ? 206 : 200, {
          'Content-Length': content.length,
          ...(request.headers.range && {
            'Content-Range': `bytes 0-${content.length - 1}/${content.length}`,
          }),
        })
        .end(content);
    else response.writeHead(200, { 'Content-Length': request.method === 'HEAD' ? 7 : 0 }).end();
  });
  await storage.put(key, file, 'image/png');
  assert.ok((await read(storage, key))?.equals(content));
  assert.ok((await read(storage, key, { start: 0, end: content.length }))?.equals(content));
  assert.equal((await storage.head(key))?.bytes, 7);
  await storage.remove([key]);
  assert.deepEqual(await listKeys(storage, 'ab/ +&=%é~'), []);
  assert.deepEqual(await listKeys(storage), [key]);
  await storage.check();
  assert.deepEqual(forged, []);
  assert.ok(bodies[0]?.equals(content));
  const { headers, url } = seen[0] ?? assert.fail();
  assert.equal(url, `/test/images/${key}`);
  assert.equal(headers['content-length'], '2000000');
  assert.equal(headers['content-type'], 'image/png');
  assert.equal(headers['transfer-encoding'], undefined);
});

test('the SHA-256 of the file is sent, by which S3 finds a body that was changed on its way', async () => {
  const { storage, seen } = await startFaultyS3(ok);
  await storage.put(key, file, 'image/png');
  const sum = createHash('sha256').update(content).digest('hex');
  assert.equal(seen[0]?.headers['x-amz-content-sha256'], sum);
});

test('503, 429, 500 and a time-out of S3 are tried again, with the whole file', async () => {
  for (const [status, code] of [
    [503, 'SlowDown'],
    [429, 'TooManyRequests'],
    [500, 'InternalError'],
    [400, 'RequestTimeout'],
  ] as const) {
    const bodies: Buffer[] = [];
    const answers = inTurn((_request, response) => refuse(response, status, code), ok);
    const { storage, seen, forged } = await startFaultyS3((request, response, body) => {
      bodies.push(body);
      return answers(request, response, body);
    });
    await storage.put(key, file, 'image/png');
    assert.deepEqual([seen.length, forged], [2, []], code);
    assert.ok(bodies.every((body) => body.equals(content)));
  }
});

test('a call is given up after its tries, and a refusal at once', async () => {
  const { storage, seen } = await startFaultyS3(busy);
  await assert.rejects(storage.put(key, file, 'image/png'), isUnavailable(/503 SlowDown to PUT/));
  assert.equal(seen.length, 3);
  for (const [status, code] of [
    [403, 'AccessDenied'],
    [404, 'NoSuchBucket'],
    [301, 'PermanentRedirect'],
    [400, 'AuthorizationHeaderMalformed'],
    [409, 'OperationAborted'],
  ] as const) {
    const { storage: refusing, seen: once } = await startFaultyS3((_request, response) =>
      refuse(response, status, code),
    );
    await assert.rejects(refusing.get(key), isUnavailable(new RegExp(`${status} ${code} to GET`)));
    assert.equal(once.length, 1, code);
    await assert.rejects(refusing.put(key, file, 'image/png'), isUnavailable(new RegExp(code)));
    await assert.rejects(listAll(refusing), isUnavailable(new RegExp(code)));
    await assert.rejects(refusing.check(), isUnavailable(new RegExp(code)));
    await assert.rejects(refusing.remove([key]), isUnavailable(new RegExp(code)));
  }
});

test('a 404 of something that is no S3 is no absence', async () => {
  const { storage } = await startFaultyS3((_request, response) =>
    response.writeHead(404).end('<h1>Not here</h1>'),
  );
  await assert.rejects(storage.get(key), isUnavailable(/404/));
});

test('a put that is answered by any error is none', async () => {
  for (const [status, code] of [
    [404, 'NoSuchKey'],
    [416, 'InvalidRange'],
    [304, ''],
  ] as const) {
    const { storage } = await startFaultyS3((_request, response) => refuse(response, status, code));
    await assert.rejects(storage.put(key, file, 'image/png'), isUnavailable(new RegExp(`${status}`)));
  }
});

test('the whole of all tries is bounded in time', async () => {
  const { storage, seen } = await startFaultyS3(busy, { timing: { tries: 1_000_000, total: 1000 } });
  await assert.rejects(storage.head(key), isUnavailable(/took too long: S3 answered 503/));
  // The last of them may still be on its way.
  await sleep(100);
  const tries = seen.length;
  assert.ok(tries > 1);
  await sleep(100);
  assert.equal(seen.length, tries);
});

test('a refused connection is tried again, then unavailable', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const url = `s3://test?endpoint=http://127.0.0.1:${port}`;
  const storage = openStorage(url, { credentials, timing: { pause: 1 } });
  for (const work of [
    () => storage.put(key, file, 'image/png'),
    () => storage.get(key),
    () => storage.head(key),
    () => storage.remove([key]),
    () => listAll(storage),
    () => storage.check(),
  ])
    await assert.rejects(work(), isUnavailable(/ECONNREFUSED/));
});

test('an upload whose connection is reset in the middle is sent again from the start', async () => {
  let tries = 0;
  const bodies: Buffer[] = [];
  const { storage } = await startFaultyS3(
    async (request, response) => {
      tries += 1;
      if (tries === 1) {
        await new Promise((resolve) => request.once('data', resolve));
        request.socket.resetAndDestroy();
      } else {
        bodies.push(await buffer(request));
        response.end();
      }
    },
    { early: true },
  );
  await storage.put(key, file, 'image/png');
  assert.equal(tries, 2);
  assert.ok(bodies[0]?.equals(content));
});

test('an upload that is refused before it was read does not go on', async () => {
  const sockets = new Set<Socket>();
  const { storage } = await startFaultyS3(
    (request, response) => {
      sockets.add(request.socket);
      refuse(response, 403, 'AccessDenied');
      request.resume();
    },
    { early: true },
  );
  const large = await makeFile(Buffer.alloc(100_000_000));
  await assert.rejects(
    storage.put(key, large, 'image/png'),
    isUnavailable(/403 AccessDenied|ECONNRESET|EPIPE/),
  );
  assert.ok(sockets.size > 0);
  for (const socket of sockets) {
    if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
    assert.ok(socket.bytesRead < 50_000_000, `${socket.bytesRead} bytes were sent`);
  }
});

test('a server that stops reading, or says nothing, is given up', async () => {
  const { storage, seen } = await startFaultyS3(() => undefined, { early: true });
  const large = await makeFile(Buffer.alloc(30_000_000));
  await assert.rejects(storage.put(key, large, 'image/png'), isUnavailable(/silent/));
  await assert.rejects(storage.get(key), isUnavailable(/silent/));
  assert.equal(seen.length, 6);
});

/** Sends the head of a file and a part of it, then does this. */
const sendPart =
  (then: (response: Parameters<Answer>[1]) => unknown): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Length': content.length });
    response.write(content.subarray(0, 100_000), () => then(response));
  };

for (const [fault, then] of [
  ['is reset', (response) => response.socket?.resetAndDestroy()],
  ['ends', (response) => response.socket?.end()],
  ['stalls', () => undefined],
] as [string, Parameters<typeof sendPart>[0]][]) {
  test(`a download whose connection ${fault} in the middle ends with an error`, async () => {
    const { storage, seen } = await startFaultyS3(sendPart(then));
    const found = await storage.get(key);
    assert.equal(found?.bytes, content.length);
    await assert.rejects(buffer(found?.stream ?? []), isUnavailable(/ECONNRESET|aborted|silent|missing/));
    assert.equal(seen.length, 1);
  });
}

test('a reader that is slower than the time-out of the connection gets the whole file', async () => {
  const { storage } = await startFaultyS3(
    (_request, response) => response.writeHead(200, { 'Content-Length': content.length }).end(content),
    { timing: { stall: 50 } },
  );
  const found = await storage.get(key);
  await sleep(300);
  const chunks: Buffer[] = [];
  for await (const chunk of found?.stream ?? []) {
    chunks.push(chunk);
    if (chunks.length === 5) await sleep(300);
  }
  assert.ok(Buffer.concat(chunks).equals(content));
});

test('an answer without a length, or of another range, is not passed on', async () => {
  const { storage: endless } = await startFaultyS3((_request, response) => response.end('x'.repeat(10_000)));
  const { storage: chunked } = await startFaultyS3((_request, response) => {
    response.write('some');
    response.end('thing');
  });
  await assert.rejects(chunked.get(key), isUnavailable(/length/));
  await assert.rejects(endless.get(key, { start: 5, end: 9 }), isUnavailable(/another range/));
  const { storage: shifted } = await startFaultyS3((_request, response) =>
    response.writeHead(206, { 'Content-Range': 'bytes 6-10/100', 'Content-Length': 5 }).end('01234'),
  );
  await assert.rejects(shifted.get(key, { start: 5, end: 9 }), isUnavailable(/another range/));
});

test('the first byte, and a range of an empty object, are ranges', async () => {
  const { storage } = await startFaultyS3((request, response) => {
    if (request.url?.endsWith('one.png'))
      response.writeHead(206, { 'Content-Range': 'bytes 0-0/10', 'Content-Length': 1 }).end('0');
    else if (request.method === 'HEAD') response.writeHead(200, { 'Content-Length': 0 }).end();
    else refuse(response, 416, 'InvalidRange');
  });
  const one = await storage.get('one.png', { start: 0, end: 0 });
  assert.deepEqual([one?.bytes, one?.total], [1, 10]);
  one?.stream.destroy();
  const none = await storage.get('empty.png', { start: 0, end: 0 });
  assert.deepEqual([none?.bytes, none?.total], [0, 0]);
});

test('a list of 2,500 keys is read page by page, with tokens that need an encoding', async () => {
  const keys = Array.from({ length: 2500 }, (_, index) => `ab/${String(index).padStart(5, '0')}.png`);
  const token = (from: number) => `${from}/+=&amp;&lt;é&#x20;`;
  const { storage, seen, forged } = await startFaultyS3((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const given = query.get('continuation-token');
    const from = Number.parseInt(given ?? '0', 10);
    if (given !== null) assert.equal(given, `${from}/+=&<é `);
    const page = keys.slice(from, from + 1000).map((one) => `images/${one}`);
    response.end(pageOf(page, from + 1000 < keys.length ? token(from + 1000) : undefined));
  });
  const files = await listAll(storage, 'ab/');
  assert.deepEqual(
    files.map(({ key: one }) => one),
    keys,
  );
  assert.deepEqual([files[0]?.bytes, files[0]?.modifiedAt.toISOString()], [7, '2026-01-02T03:04:05.000Z']);
  assert.deepEqual([seen.length, forged], [3, []]);
  assert.equal(new URL(seen[0]?.url ?? '', 'http://localhost').searchParams.get('prefix'), 'images/ab/');
});

test('keys of others are left out of a list: outside of the prefix, or with characters that ours never have', async () => {
  const { storage } = await startFaultyS3((_request, response) =>
    response.end(
      pageOf([
        'images/a.png',
        'other/b.png',
        'images/../c.png',
        'images/A.png',
        'images/é &amp; &lt;.png',
        'images/',
        'images/.postil-check',
        'images/d.png',
      ]),
    ),
  );
  assert.deepEqual(await listKeys(storage), ['a.png', 'd.png']);
});

test('a list that is truncated, hostile or no list is unavailable, never a shorter list', async () => {
  const whole = pageOf(['images/a.png', 'images/b.png']);
  const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>${whole.slice(whole.indexOf('?>') + 2)}`;
  for (const xml of [
    whole.slice(0, -30),
    whole.slice(0, whole.indexOf('</Contents>')),
    '',
    'not XML',
    '<html><body>Welcome</body></html>',
    whole.replace('<IsTruncated>false</IsTruncated>', ''),
    whole.replace('false', 'true'),
    whole.replace('<Size>7</Size>', '<Size>many</Size>'),
    whole.replace(/<LastModified>[^<]*<\/LastModified>/, ''),
    whole.replace('2026-01-02T', 'yesterday'),
    entities,
  ]) {
    const { storage } = await startFaultyS3((_request, response) => response.end(xml));
    await assert.rejects(listAll(storage), isUnavailable(/./), xml.slice(0, 60));
  }
  const { storage: endless } = await startFaultyS3((_request, response) => response.end(pageOf([], 'same')));
  await assert.rejects(listAll(endless), isUnavailable(/same page/));
  const { storage: huge } = await startFaultyS3((_request, response) => response.end(' '.repeat(9_000_000)), {
    timing: { stall: 20_000 },
  });
  await assert.rejects(listAll(huge), isUnavailable(/more than/));
});

test('a list whose answer breaks off is asked for again', async () => {
  const { storage, seen } = await startFaultyS3(
    inTurn(
      (_request, response) => {
        response.writeHead(200, { 'Content-Length': 5000 });
        response.write('<ListBucketResult>', () => response.socket?.resetAndDestroy());
      },
      (_request, response) => response.end(pageOf(['images/a.png'])),
    ),
  );
  assert.deepEqual(await listKeys(storage), ['a.png']);
  assert.equal(seen.length, 2);
});

test('a key that S3 does not know, and a bucket that is not there, are unavailable', async () => {
  const { endpoint } = await startS3();
  const stranger = openStorage(`s3://test?endpoint=${endpoint}`, {
    credentials: { accessKeyId: 'UNKNOWN', secretAccessKey: 'x' },
  });
  await assert.rejects(stranger.get(key), isUnavailable(/403 InvalidAccessKeyId/));
  const missing = openStorage(`s3://no-such-bucket?endpoint=${endpoint}`, { credentials });
  await assert.rejects(missing.check(), isUnavailable(/404 NoSuchBucket/));
  await assert.rejects(missing.get(key), isUnavailable(/404 NoSuchBucket/));
});

test('a local file that is gone while it is sent again is unavailable, and no half of it is stored', async () => {
  const gone = await makeFile(content);
  const { storage } = await startFaultyS3(async (_request, response) => {
    await rm(gone, { force: true });
    refuse(response, 503, 'SlowDown');
  });
  await assert.rejects(storage.put(key, gone, 'image/png'), isUnavailable(/ENOENT/));
});
