import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNode } from '../../../src/http/proxies/node.ts';
import { trials } from '../../support/trials.ts';

test('ports, brackets, quotes and zones are taken off an address, and IPv4 in IPv6 is IPv4', () => {
  const cases: [string, string | null][] = [
    ['8.8.8.8', '8.8.8.8'],
    ['8.8.8.8:1', '8.8.8.8'],
    [' 8.8.8.8:65535\t', '8.8.8.8'],
    ['8.8.8.8:_port', '8.8.8.8'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:db8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:80', 'fe80::1'],
    ['::ffff:8.8.8.8', '8.8.8.8'],
    ['[::FFFF:8.8.8.8]:443', '8.8.8.8'],
    ['::ffff:808:808', '8.8.8.8'],
    ...[
      '',
      ' ',
      'unknown',
      '_hidden',
      '_x:80',
      '8.8.8',
      '8.8.8.8.8',
      '08.8.8.8',
      '256.1.1.1',
      '[8.8.8.8]',
    ].map((text): [string, null] => [text, null]),
    ...['[::1', '::1]', '[]', '8.8.8.8:80:90', 'example.org', '8.8.8.8 9.9.9.9', `${'1'.repeat(5000)}`].map(
      (text): [string, null] => [text, null],
    ),
  ];
  for (const [text, address] of cases) assert.equal(parseNode(text), address, text.slice(0, 50));
});

test('an address is the same whatever port, brackets and case it is written with', () => {
  const port = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: 65_535 }).map((one) => `:${one}`),
  );
  const space = fc.constantFrom('', ' ', '\t ');
  fc.assert(
    fc.property(fc.ipV4(), port, space, (address, end, blank) => {
      assert.equal(parseNode(blank + address + end + blank), address);
    }),
    { numRuns: trials(200) },
  );
  fc.assert(
    fc.property(fc.ipV6(), port, fc.boolean(), (address, end, isUpper) => {
      const plain = parseNode(address);
      assert.ok(plain !== null);
      assert.equal(parseNode(`[${isUpper ? address.toUpperCase() : address}]${end}`), plain);
      assert.equal(parseNode(plain), plain);
    }),
    { numRuns: trials(200) },
  );
});
