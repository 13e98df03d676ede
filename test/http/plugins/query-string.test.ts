import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../../../src/http/plugins/requests.ts';
import { startTestApp } from '../../support/app.ts';
import { trials } from '../../support/trials.ts';
import { exchange, writeRequest } from '../../support/wire.ts';

const app = await startTestApp();
await app.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.app.server.address() as AddressInfo;

type Pairs = [string, string][];

/** What is to be read: texts in NFC, lists of them where a name is there more than once, also in another form. */
function group(pairs: Iterable<[string, string]>): Pairs | [string, string | string[]][] {
  const read = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const key = name.normalize('NFC');
    read.set(key, [...(read.get(key) ?? []), value.normalize('NFC')]);
  }
  return [...read].map(([name, values]) => [name, values.length === 1 ? `${values[0]}` : values]);
}
const entriesOf = (query: object) => Reflect.ownKeys(query).map((key) => [key, Reflect.get(query, key)]);
const byName = (pairs: unknown[][]) =>
  pairs.sort(([one], [other]) => (`${String(one)}` < `${String(other)}` ? -1 : 1));
const isRefused = (query: object) => Object.getOwnPropertySymbols(query).length === 1;

const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '0',
    'é',
    'e\u0301',
    'a[gte]',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const values = fc.oneof(
  fc.constantFrom('', '+', '%', '&=', '한', '\u1112\u1161\u11AB'),
  fc.string({ unit: 'grapheme' }),
);
const withoutNul = (text: string) => !text.includes('\0');
const pairs = fc.array(fc.tuple(names.filter(withoutNul), values.filter(withoutNul)), { maxLength: 100 });

test('what URLSearchParams writes is read as it was: every value of a repeated name in order, in NFC', () => {
  fc.assert(
    fc.property(pairs, (sent: Pairs) => {
      const query = parseQuery(new URLSearchParams(sent).toString());
      assert.deepEqual(byName(entriesOf(query)), byName(group(sent)));
      assert.equal(Object.getPrototypeOf(query), null);
    }),
    { numRuns: trials(300) },
  );
});

/** Pieces of which a query string can be made that is broken in any way. */
const pieces = fc.constantFrom(
  ...[
    '&',
    '&&',
    '=',
    '==',
    '+',
    '%',
    '%2',
    '%zz',
    '%41',
    '%26',
    '%3D',
    '%2B',
    '%25',
    '%00',
    'a',
    'b',
    '?',
    ';',
    '#',
  ],
  ...[
    '%C3%A9',
    '%C3',
    '%A9',
    '%e2%82%ac',
    '%ED%A0%80',
    '%F0%9F%99%82',
    '%FF',
    '%EF%BB%BF',
    '%C0%80',
    'e%CC%81',
  ],
  ...['__proto__', '__proto__=1', 'constructor=', '[]'],
);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether a part of a query string is percent-encoded UTF-8 without NUL: byte by byte, as RFC 3986 has it. */
function isEncoded(part: string): boolean {
  if (/%(?![\da-f]{2})/i.test(part)) return false;
  const bytes = Buffer.from(
    part.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return !utf8.decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

test('any query string is refused, or read as URLSearchParams reads it', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      (text) => {
        const query = parseQuery(text);
        const isRight = text.split('&').every((pair) => pair.split(/=(.*)/s).every(isEncoded));
        assert.equal(isRefused(query), !isRight, text);
        // A question mark at its beginning is left out there.
        if (isRight)
          assert.deepEqual(byName(entriesOf(query)), byName(group(new URLSearchParams(`?${text}`))), text);
      },
    ),
    { numRuns: trials(2000) },
  );
});

test('a hundred parameters are read, and of one more nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a=1', 'b', '', '=', '__proto__=x'), { maxLength: 250 }),
      (parts) => {
        const count = parts.filter((part) => part !== '').length;
        const query = parseQuery(parts.join('&'));
        assert.equal(isRefused(query), count > 100);
        if (count > 100) assert.equal(Object.keys(query).length, 0);
        else assert.equal(Object.values(query).flat().length, count);
      },
    ),
    { numRuns: trials(300) },
  );
});

test('a query that is refused is a 400 that says why, and a name of Object.prototype is a parameter like any other', async () => {
  const many = 'tag=a&'.repeat(101);
  for (const [query, detail] of [
    ['q=%', /percent-encoded/],
    ['q=%zz', /percent-encoded/],
    ['%FF=a', /percent-encoded/],
    ['q=%ED%A0%80', /percent-encoded/],
    ['q=%00', /NUL/],
    [many, /at most 100/],
    ['__proto__=a&__proto__=b', /__proto__/],
    ['constructor=a', /constructor/],
  ] as const)
    for (const path of ['/v1/reviews', '/feeds/atom.xml']) {
      const isIgnored = path !== '/v1/reviews' && /^(__proto__|constructor)/.test(query);
      const head = [`GET ${path}?${query} HTTP/1.1`, 'Host: postil.test', 'Connection: close'];
      const [answer] = await exchange(port, writeRequest(head));
      assert.equal(answer?.status, isIgnored ? 200 : 400, `${path}?${query.slice(0, 50)}`);
      if (!isIgnored) assert.match(JSON.parse(answer?.text ?? '').detail, detail, query.slice(0, 50));
    }
});

test('a target with characters that are not percent-encoded is a 400, not another text', async () => {
  for (const target of ['/v1/reviews?q=한', '/v1/reviews/한', '/v1/reviews?q=é']) {
    const head = Buffer.from(`GET ${target} HTTP/1.1\r\nHost: postil.test\r\nConnection: close\r\n\r\n`);
    const [answer] = await exchange(port, head);
    assert.equal(answer?.status, 400, target);
  }
});
