import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { ConfigurationError, readConfig } from '../src/config.ts';
import { environmentSchema } from '../src/settings.ts';

const names = Object.keys(environmentSchema.properties);

function readFaults(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  return '';
}

test('an empty environment is enough, and an empty variable is none', () => {
  const config = readConfig({});
  assert.deepEqual(
    [config.HOST, config.PORT, config.DATABASE_URL, config.DATA_DIR, config.PUBLIC_READ, config.TRUST_PROXY],
    ['127.0.0.1', 3000, undefined, './data', true, false],
  );
  assert.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, '']))), config);
  assert.deepEqual(readConfig({ PATH: '/bin', UNKNOWN: 'of no concern' }), config);
});

test('all faults are told at once, each by its name and none by its value', () => {
  const wrong: Record<string, string> = {
    PORT: '70000',
    DATABASE_URL: 'mysql://planted@host/name',
    ADMIN_KEY: 'planted-and-short',
    PUBLIC_READ: 'planted',
    PUBLIC_URL: 'ftp://planted',
    SITE_URL_TEMPLATE: 'https://planted.example.org/reviews',
    SITE_TITLE: 'planted\ntwice',
    SITE_AUTHOR: '\u202eplanted',
    LOG_LEVEL: 'planted',
    TRUST_PROXY: 'planted',
    POOL_SIZE: '0',
    CONNECT_TIMEOUT_MS: '-1',
  };
  const told = readFaults(wrong);
  for (const name of Object.keys(wrong)) assert.ok(told.includes(name), name);
  assert.doesNotMatch(told, /planted/);
});

test('a number is plain decimal digits, a boolean is true or false', () => {
  for (const text of ['0x10', '1e3', '12.5', ' 12', '12 ', '+12', '1_000', '٣'])
    assert.match(readFaults({ PORT: text }), /PORT/, text);
  for (const text of ['yes', '1', 'TRUE', 'on'])
    assert.match(readFaults({ PUBLIC_READ: text }), /PUBLIC_READ/, text);
  const { PORT, PUBLIC_READ, SAMPLE_CONTENT } = readConfig({
    PORT: '0',
    PUBLIC_READ: 'false',
    SAMPLE_CONTENT: 'true',
  });
  assert.deepEqual([PORT, PUBLIC_READ, SAMPLE_CONTENT], [0, false, true]);
});

test('the pages of the site are told by their address with {slug} or {id} in it', () => {
  const right = [
    'https://example.org/{language}/reviews/{slug}',
    'http://localhost:4000/?review={id}',
    'https://example.org/{slug}/{id}/{slug}#top',
  ];
  for (const text of right) assert.equal(readConfig({ SITE_URL_TEMPLATE: text }).SITE_URL_TEMPLATE, text);
  const wrong = [
    'https://example.org/reviews',
    'https://example.org/{language}',
    'https://example.org/{slug}/{title}',
    'https://example.org/{slug}/{',
    '/reviews/{slug}',
    'ftp://example.org/{slug}',
    'https://user:secret@example.org/{slug}',
  ];
  for (const text of wrong) assert.match(readFaults({ SITE_URL_TEMPLATE: text }), /\{slug\} or \{id\}/, text);
});

test('the address of a database is read at the start, and its fault told without its value', () => {
  const wrong = ['postgres://u:planted@host:port/name', 'postgres://u:planted/w@host/name', 'host/planted'];
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL'])
    for (const url of wrong) {
      const told = readFaults({ DATABASE_URL: 'postgres://localhost/postil', [name]: url });
      assert.match(told, new RegExp(`${name} must be postgres:`), url);
      assert.doesNotMatch(told, /planted/);
    }
  const right = [
    ...['postgres://localhost/name', 'postgresql://u:p%2Fw%40@host:5432/name?sslmode=require'],
    ...[
      'postgres://u@[::1]:5432/name',
      'postgres://%2Fvar%2Frun%2Fpostgresql/name',
      'postgres://one,two/name',
    ],
  ];
  for (const url of right) assert.equal(readConfig({ DATABASE_URL: url }).DATABASE_URL, url);
});

test('what is said of a pooler goes with the address of a database', () => {
  const DATABASE_URL = 'postgres://localhost/postil';
  assert.equal(readConfig({ DATABASE_URL, DATABASE_POOLER: 'transaction' }).DATABASE_POOLER, 'transaction');
  assert.match(readFaults({ DATABASE_URL, DATABASE_POOLER: 'statement' }), /DATABASE_POOLER/);
  assert.match(readFaults({ DATABASE_POOLER: 'session' }), /DATABASE_POOLER goes with a DATABASE_URL/);
  assert.match(
    readFaults({ DATABASE_DIRECT_URL: DATABASE_URL }),
    /DATABASE_DIRECT_URL goes with a DATABASE_URL/,
  );
});

test('proxies are trusted by their number, their addresses or not at all, never because they say so', () => {
  const cases: [string, unknown][] = [
    ['false', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.1, 192.168.0.0/16, ::1', ['10.0.0.1', '192.168.0.0/16', '::1']],
    ['loopback,uniquelocal, 2001:db8::/32', ['loopback', 'uniquelocal', '2001:db8::/32']],
  ];
  for (const [text, trust] of cases) assert.deepEqual(readConfig({ TRUST_PROXY: text }).TRUST_PROXY, trust);
  const wrong = [
    ...['true', 'TRUE', '300.1.1.1', '10.0.0.0/99', '10.0.0.0/0', '::/0', '10.0.0.0/', '10.0.0', '::1/129'],
    ...['fe80::1%eth0', '100', '-1', '1.5', '10.0.0.1,', ',', 'proxy.example.org', '10.0.0.1 10.0.0.2', '*'],
  ];
  for (const text of wrong)
    assert.match(
      readFaults({ TRUST_PROXY: text }),
      /TRUST_PROXY must name the proxies: .*true would let/,
      text,
    );
});

test('which headers a proxy sets is told by their names: two by default, or RFC 7239 in their place', () => {
  const headersOf = (text: string) => readConfig({ TRUST_PROXY_HEADERS: text }).TRUST_PROXY_HEADERS;
  assert.deepEqual(readConfig({}).TRUST_PROXY_HEADERS, ['x-forwarded-for', 'x-forwarded-proto']);
  assert.deepEqual(headersOf('X-Forwarded-Host , x-forwarded-prefix'), [
    'x-forwarded-host',
    'x-forwarded-prefix',
  ]);
  assert.deepEqual(headersOf('forwarded,x-forwarded-prefix'), ['forwarded', 'x-forwarded-prefix']);
  for (const text of [
    'x-real-ip',
    'true',
    'x-forwarded-for x-forwarded-host',
    'forwarded,x-forwarded-for',
    ',',
  ])
    assert.match(readFaults({ TRUST_PROXY_HEADERS: text }), /TRUST_PROXY_HEADERS must be some of/, text);
});

test('several processes serve on a Postgres only: there as many as are asked for, or one for each core', () => {
  const DATABASE_URL = 'postgres://localhost/postil';
  assert.equal(readConfig({ WORKERS: 'auto', DATABASE_URL }).WORKERS, availableParallelism());
  assert.equal(readConfig({ WORKERS: '12', DATABASE_URL }).WORKERS, 12);
  assert.deepEqual([readConfig({ WORKERS: 'auto' }).WORKERS, readConfig({ WORKERS: '1' }).WORKERS], [1, 1]);
  for (const text of ['0', '-1', '1000', 'all', '2.5'])
    assert.match(readFaults({ WORKERS: text, DATABASE_URL }), /WORKERS/, text);
  const told = readFaults({ WORKERS: '2', PORT: 'none' });
  assert.match(told, /WORKERS has to be 1 without a DATABASE_URL/);
  assert.match(told, /PORT/);
});

test('the image and the compose file set nothing that there is not', () => {
  const compose = readFileSync('docker-compose.yml', 'utf8');
  const [, api = ''] = /^ {2}api:\n((?: {4}.*\n)+)/m.exec(compose) ?? [];
  const [, environment = ''] = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(api) ?? [];
  const set = [...environment.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name ?? '');
  assert.ok(set.includes('DATABASE_URL') && set.includes('ADMIN_KEY'));
  const [, ofImage = ''] = /^ENV (.+)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  set.push(...[...ofImage.matchAll(/(\w+)=/g)].map(([, name]) => name ?? ''));
  assert.ok(set.includes('HOST'));
  assert.deepEqual(
    set.filter((name) => !names.includes(name) && name !== 'NODE_ENV'),
    [],
  );
});
