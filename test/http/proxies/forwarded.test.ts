import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../src/config.ts';
import { ForwardedReader, parseForwarded } from '../../../src/http/proxies/forwarded.ts';
import { trials } from '../../support/trials.ts';

const readerOf = (proxies: string, headers?: string) =>
  new ForwardedReader(
    readConfig({ TRUST_PROXY: proxies, ...(headers === undefined ? {} : { TRUST_PROXY_HEADERS: headers }) }),
  );
const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const all = 'x-forwarded-for,x-forwarded-proto,x-forwarded-host,x-forwarded-prefix';

test('the client is the nearest address that no trusted proxy has, whatever it says itself', () => {
  const proxies = readerOf('10.0.0.0/8,2001:db8::/32,loopback');
  const cases: [peer: string, list: string, client: string][] = [
    ['192.0.2.1', '8.8.8.8', '192.0.2.1'],
    ['10.0.0.1', '8.8.8.8', '8.8.8.8'],
    ['10.0.0.1', '1.1.1.1, 8.8.8.8', '8.8.8.8'],
    ['10.0.0.1', '1.1.1.1, 8.8.8.8:1234,10.0.0.2:9', '8.8.8.8'],
    ['::ffff:10.0.0.1', '[2001:0DB8::7]:443', '2001:db8::7'],
    ['2001:db8::1', '8.8.8.8, ::ffff:10.0.0.2', '8.8.8.8'],
    ['127.0.0.1', '', '127.0.0.1'],
    // What a proxy does not know or hides is as if it had asked itself.
    ['10.0.0.1', '8.8.8.8, unknown', '10.0.0.1'],
    ['10.0.0.1', '8.8.8.8, _hidden', '10.0.0.1'],
    ['10.0.0.1', '8.8.8.8,', '10.0.0.1'],
    ['10.0.0.1', '8.8.8.8, 999.1.1.1', '10.0.0.1'],
  ];
  for (const [peer, list, client] of cases)
    assert.equal(proxies.readClient(from(peer, { 'x-forwarded-for': list })), client, `${peer} for ${list}`);
  const hops = readerOf('2');
  assert.equal(
    hops.readClient(from('192.0.2.1', { 'x-forwarded-for': '1.1.1.1, 8.8.8.8, 9.9.9.9' })),
    '8.8.8.8',
  );
  assert.equal(
    readerOf('false').readClient(from('192.0.2.1', { 'x-forwarded-for': '8.8.8.8' })),
    '192.0.2.1',
  );
});

test('a client cannot change who it is by what it puts before what the proxy adds', () => {
  const reader = readerOf('1', 'x-forwarded-for');
  const standard = readerOf('1', 'forwarded');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (sent) => {
      const header = `${sent}, 8.8.8.8`;
      assert.equal(reader.readClient(from('10.0.0.1', { 'x-forwarded-for': header })), '8.8.8.8');
      const client = standard.readClient(from('10.0.0.1', { forwarded: `${sent}, for=8.8.8.8` }));
      assert.ok(['8.8.8.8', '10.0.0.1'].includes(client), client);
    }),
    { numRuns: trials(300) },
  );
});

test('host, scheme and prefix are believed of a trusted proxy, by headers that are named, and only as what they are', () => {
  const headers = {
    'x-forwarded-host': 'evil.test, api.example.org:8443',
    'x-forwarded-proto': 'http, HTTPS',
    'x-forwarded-prefix': '/evil, /cms/',
  };
  const told = { protocol: 'https', host: 'api.example.org:8443', prefix: '/cms' };
  const nothing = { protocol: 'http', host: undefined, prefix: null };
  assert.deepEqual(readerOf('10.0.0.1', all).read(from('10.0.0.1', headers)), told);
  assert.deepEqual(readerOf('10.0.0.1', all).read(from('10.0.0.2', headers)), nothing);
  assert.deepEqual(readerOf('10.0.0.1').read(from('10.0.0.1', headers)), { ...nothing, protocol: 'https' });
  assert.deepEqual(readerOf('false', all).read(from('10.0.0.1', headers)), nothing);
  assert.deepEqual(readerOf('1', all).read(from('10.0.0.1')), { ...nothing, prefix: '' });
  const one = (name: string, value: string) => readerOf('1', all).read(from('', { [name]: value }));
  for (const scheme of ['javascript', 'ftp', 'https:', 'http s', ''])
    assert.equal(one('x-forwarded-proto', scheme).protocol, 'http', scheme);
  for (const host of [
    'a b',
    'a/b',
    'a@b',
    'a?b',
    'a#b',
    'a\\b',
    'a:b',
    '[::1',
    'a"b',
    '<script>',
    'x'.repeat(300),
  ])
    assert.equal(one('x-forwarded-host', host).host, undefined, host);
  for (const host of ['example.org', 'localhost:3000', '[::1]:80', '10.0.0.1'])
    assert.equal(one('x-forwarded-host', host).host, host);
  for (const prefix of [
    'cms',
    '//evil.test',
    '/a//b',
    '/..',
    '/a/../b',
    '/a?b',
    '/a#b',
    '/a b',
    '/\\evil',
    '/"',
    '/a,b;',
  ])
    assert.ok([null, ''].includes(one('x-forwarded-prefix', prefix).prefix), prefix);
});

test('Forwarded (RFC 7239) is read with quotes and any case, its last element counts, and a broken one is none', () => {
  const reader = readerOf('1', 'forwarded,x-forwarded-prefix');
  const read = (forwarded: string) => reader.read(from('10.0.0.1', { forwarded }));
  assert.deepEqual(
    read('for=1.1.1.1;host=evil.test, For="[2001:db8::1]:47";Proto=HTTPS;host="api.example.org:80"'),
    {
      ...{ protocol: 'https', host: 'api.example.org:80', prefix: '' },
    },
  );
  const client = (forwarded: string) => reader.readClient(from('10.0.0.1', { forwarded }));
  assert.equal(client('for=1.1.1.1, FOR = "x"'), '10.0.0.1');
  assert.equal(client('for=1.1.1.1, for="[2001:DB8::1]:47";by=_x'), '2001:db8::1');
  assert.equal(client('for="un\\"closed, for=8.8.8.8'), '10.0.0.1');
  assert.equal(client('for=unknown'), '10.0.0.1');
  assert.equal(reader.readClient(from('10.0.0.1', { 'x-forwarded-for': '8.8.8.8' })), '10.0.0.1');
  assert.deepEqual(
    parseForwarded('for=1;host="a", for=2').map((one) => [...one]),
    [
      [
        ['for', '1'],
        ['host', 'a'],
      ],
      [['for', '2']],
    ],
  );
});
