import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createFetch, type OutboundOptions } from '../../src/outbound/fetch.ts';
import { isPublicAddress } from '../../src/outbound/reserved.ts';

const bounds = { mostBytes: 10_000, timeout: 2000 };
const asked: string[] = [];
const answers: Record<string, RequestListener> = {
  '/': (_, response) => response.setHeader('content-type', 'text/plain').end('Hello'),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('Packed')),
  '/bomb': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(1_000_000))),
  '/odd': (_, response) => response.setHeader('content-encoding', 'zstd').end('x'),
  '/broken': (_, response) => response.setHeader('content-encoding', 'gzip').end('no gzip'),
  '/endless': (_, response) => {
    const writing = setInterval(() => response.write('x'.repeat(5000)), 5);
    response.on('close', () => clearInterval(writing));
  },
  '/slow': () => undefined,
  '/drip': (_, response) => {
    const writing = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(writing));
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/home': (_, response) => response.writeHead(301, { location: '/' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  '/metadata': (_, response) => response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/missing': (_, response) => response.writeHead(404).end(),
};
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  answers[request.url ?? '']?.(request, response);
});
let host: string;

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, options: OutboundOptions = {}, more = {}) =>
  createFetch({ allowed: [host], ...options })(`http://${host}${path}`, { ...bounds, ...more });

test('an allowed host is asked by http; what it answers is decoded, and redirects are followed', async () => {
  const { bytes, type } = await get('/');
  assert.deepEqual([bytes.toString(), type], ['Hello', 'text/plain']);
  assert.equal((await get('/gzip')).bytes.toString(), 'Packed');
  const home = await get('/home');
  assert.deepEqual([home.url, home.bytes.toString()], [`http://${host}/`, 'Hello']);
});

for (const [path, reason] of [
  ['/bomb', /larger than 9 KiB/],
  ['/endless', /larger than 9 KiB/],
  ['/odd', /encoding zstd is unknown/],
  ['/broken', /cannot be reached: incorrect header check/],
  ['/loop', /redirects more than 5 times/],
  ['/inside', /no https address/],
  ['/metadata', /169\.254\.169\.254 is not on the public Internet/],
  ['/file', /no https address/],
  ['/missing', /answers 404/],
] as const)
  test(`an answer is refused: ${path}`, async () => {
    await assert.rejects(get(path), reason);
  });

test('a fetch ends in time, whether nothing comes or little by little', async () => {
  await assert.rejects(get('/slow', {}, { timeout: 200 }), /takes too long/);
  await assert.rejects(get('/drip', {}, { timeout: 200 }), /takes too long/);
});

test('what is not public is not asked, in whatever form it is written', async () => {
  const before = asked.length;
  const fetch = createFetch({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  for (const url of [
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://localhost/',
    'https://looks.example/',
    'https://10.0.0.1/',
  ])
    await assert.rejects(fetch(url, bounds), /is not on the public Internet/, url);
  await assert.rejects(fetch(`http://${host}/`, bounds), /no https address/);
  await assert.rejects(fetch('https://e.org:8443/', bounds), /a port other/);
  await assert.rejects(fetch('https://a:b@e.org/', bounds), /a user and password/);
  await assert.rejects(fetch('data:text/plain,x', bounds), /no https address/);
  await assert.rejects(fetch('x', bounds), /no address/);
  assert.equal(asked.length, before);
});

test('a name with one address that is not public is asked at none', async () => {
  const resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  await assert.rejects(
    createFetch({ resolve })('https://mixed.example/', bounds),
    /not on the public Internet/,
  );
  await assert.rejects(
    createFetch({ resolve: async () => [] })('https://none.example/', bounds),
    /there is no host/,
  );
});

test('a name is resolved once for a request, and the connection goes to that address: a change of DNS leads nowhere', async () => {
  const port = (server.address() as AddressInfo).port;
  const told: string[] = [];
  const resolve = async (name: string) => {
    told.push(name);
    // The second answer would be another.
    return [{ address: told.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
  };
  const fetch = createFetch({ allowed: [`changing.example:${port}`], resolve });
  assert.equal((await fetch(`http://changing.example:${port}/`, bounds)).bytes.toString(), 'Hello');
  assert.deepEqual(told, ['changing.example']);
});

test('reserved networks of both versions are not public, and others are', () => {
  const no = [
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.1.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.8',
    ],
    ...[
      '192.0.2.1',
      '192.88.99.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:a00:1',
      '64:ff9b::808:808',
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:db8::1',
    ],
    ...[
      '2002:a00:1::',
      '3fff::1',
      '5f00::1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'ff02::1',
      'x',
      '',
    ],
  ];
  const yes = [
    '8.8.8.8',
    '100.128.0.1',
    '172.32.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '2a00::1',
  ];
  assert.deepEqual(no.filter(isPublicAddress), []);
  assert.deepEqual(
    yes.filter((address) => !isPublicAddress(address)),
    [],
  );
});
