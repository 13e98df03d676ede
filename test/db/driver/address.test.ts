import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Address, AddressFault, parseAddress } from '../../../src/db/driver/address.ts';

type Expected = Partial<Omit<Address, 'tls'>> & { tls?: Partial<Address['tls']> };

const at = (host: string, port = 5432) => [{ host, port }];

/** What addresses of libpq's manual, and of hosts and clients, mean. */
const understood: [string, Expected][] = [
  ['postgres://localhost/name', { servers: at('localhost'), database: 'name', leftOut: [] }],
  ['postgresql://', { servers: at('localhost') }],
  [
    'postgres://u:p%2Fw%40@host:6543/n%20m',
    { servers: at('host', 6543), user: 'u', password: 'p/w@', database: 'n m' },
  ],
  ['postgres://u:a:b@host/n', { user: 'u', password: 'a:b' }],
  ['postgres://u@[::1]:5433/name', { servers: at('::1', 5433), user: 'u' }],
  ['postgres://u@[fe80::1%25eth0]/name', { servers: at('fe80::1%eth0') }],
  ['postgres://u@%2Fvar%2Frun%2Fpostgresql/db', { servers: at('/var/run/postgresql'), database: 'db' }],
  ['postgres://u@%2Fvar%2Frun%2Fpostgresql:5433/db', { servers: at('/var/run/postgresql', 5433) }],
  ['postgres:///db?host=/var/run/postgresql', { servers: at('/var/run/postgresql'), database: 'db' }],
  ['postgres://u:p@localhost/db?host=/cloudsql/a:b:c', { servers: at('/cloudsql/a:b:c') }],
  [
    'postgres://localhost?user=u&password=p%26&dbname=n&port=1',
    { servers: at('localhost', 1), user: 'u', password: 'p&', database: 'n' },
  ],
  ['postgres://u@one:5433,two/db', { servers: [...at('one', 5433), ...at('two')], isPrimaryOnly: true }],
  ['postgres://one,two/db?target_session_attrs=any', { isPrimaryOnly: false }],
  [
    'postgres:///db?host=one,two&port=1,2&target_session_attrs=read-write',
    { servers: [...at('one', 1), ...at('two', 2)], isPrimaryOnly: true },
  ],
  // Neon, Supabase, Heroku, RDS, Prisma.
  [
    'postgres://u:p@ep-x.neon.tech/db?sslmode=require&channel_binding=require',
    { tls: { mode: 'require' }, leftOut: ['channel_binding'] },
  ],
  [
    'postgres://u:p@h:6543/postgres?pgbouncer=true&connection_limit=1',
    { isTransactionPooled: true, leftOut: ['connection_limit'] },
  ],
  ['postgres://h/db?schema=public&sslaccept=strict', { tls: { mode: 'verify-full' }, leftOut: [] }],
  ['postgres://h/db?ssl=true', { tls: { mode: 'require' } }],
  ['postgres://h/db?ssl=false', { tls: { mode: 'disable' } }],
  [
    'postgres://h/db?sslmode=verify-ca&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem',
    { tls: { mode: 'verify-ca', rootCertificate: '/ca.pem', certificate: '/c.pem', key: '/k.pem' } },
  ],
  ['postgres://h/db?sslmode=require&sslrootcert=system', { tls: { mode: 'verify-full' } }],
  ['postgres://h/db?sslmode=allow&sslnegotiation=direct', { tls: { mode: 'prefer', isDirect: true } }],
  ['postgres://h/db?options=endpoint%3Dep-cool-1', { routing: 'endpoint=ep-cool-1', settings: {} }],
  [
    'postgres://h/db?options=-c%20search_path%3Dx%20-cwork_mem%3D8MB%20--lock-timeout%3D5s',
    { settings: { search_path: 'x', work_mem: '8MB', lock_timeout: '5s' } },
  ],
  ['postgres://h/db?options=-c%20search_path%3Da%2C%5C%20b', { settings: { search_path: 'a, b' } }],
  [
    'postgres://h/db?application_name=site&connect_timeout=10&keepalives_idle=30',
    { applicationName: 'site', connectTimeoutMs: 10_000, keepAliveSeconds: 30 },
  ],
  ['postgres://h/db?keepalives=0&connect_timeout=0', { keepAliveSeconds: 0 }],
  [
    'postgres://h/db?statement_timeout=5&gssencmode=disable&',
    { leftOut: ['statement_timeout', 'gssencmode'] },
  ],
];

for (const [uri, expected] of understood)
  test(`the address ${uri.replace(/:p[^@/]*@/, ':…@')} is understood`, () => {
    const address = parseAddress(uri);
    const { tls, ...others } = expected;
    for (const [name, value] of Object.entries(others))
      assert.deepEqual(address[name as keyof Address], value, name);
    for (const [name, value] of Object.entries(tls ?? {}))
      assert.deepEqual(address.tls[name as keyof Address['tls']], value, name);
  });

/** Each with a word of the rule that it breaks. */
const refused: [string, RegExp][] = [
  ['mysql://planted@host/name', /must be postgres:/],
  ['host/name', /must be postgres:/],
  ['postgres://u:p@host:port/name', /must be postgres:/],
  ['postgres://u:planted%zz@host/name', /percent-encoded/],
  ['postgres://u:planted%00@host/name', /percent-encoded/],
  ['postgres://u:planted/w@host/name', /percent-encoded/],
  ['postgres://u:1/planted@host/name', /percent-encoded/],
  ['postgres://u:planted@planted@host/name', /percent-encoded/],
  ['postgres://u:1?planted@host/name', /percent-encoded/],
  ['postgres://host/name?planted', /name=value/],
  ['postgres://u:1?planted=x@host/name', /must be|name/],
  ['postgres://u:planted#w@host/name', /percent-encoded/],
  ['postgres://u:p@host:0/name', /ports from 1 to 65535/],
  ['postgres://u:p@host:65536/name', /ports from 1 to 65535/],
  ['postgres://one,two,three/db?port=1,2', /one port, or one for each host/],
  [
    'postgres://host/name?sslmode=planted',
    /one of disable, allow, prefer, require, verify-ca, verify-full as sslmode/,
  ],
  ['postgres://host/name?sslmode=require&sslmode=disable', /sslmode twice/],
  ['postgres://host/name?target_session_attrs=standby', /one of any, primary, read-write/],
  ['postgres://host/name?pgbouncer=planted', /one of true, false as pgbouncer/],
  ['postgres://host/name?schema=planted', /schema at public/],
  ['postgres://host/name?connect_timeout=planted', /number of seconds as connect_timeout/],
  ['postgres://host/name?options=planted', /options such as -c name=value/],
  ['postgres://host/name?options=-c%20planted', /options such as -c name=value/],
];

for (const [uri, rule] of refused)
  test(`the address ${uri} is refused by its rule, which repeats nothing of it`, () => {
    assert.throws(
      () => parseAddress(uri),
      (error) => {
        assert.ok(error instanceof AddressFault);
        assert.match(error.message, rule);
        assert.doesNotMatch(error.message, /planted|\n/);
        return true;
      },
    );
  });

test('any user, password and name comes back out of an address that they are percent-encoded in', () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((one) => !one.includes('\0') && one.isWellFormed());
  fc.assert(
    fc.property(text, text, text, (user, password, database) => {
      const [u, p, d] = [user, password, database].map((one) => encodeURIComponent(one));
      const address = parseAddress(`postgres://${u}:${p}@host/${d}`);
      assert.deepEqual([address.user, address.password, address.database], [user, password, database]);
    }),
  );
});

test('any text is an address or is refused by a rule', () => {
  const part = fc.oneof(
    fc.constantFrom('postgres://', '@', ':', '/', '?', '&', '=', ',', '%', '[', ']', '#', 'host', '1'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      try {
        parseAddress(`postgres://${parts.join('')}`);
      } catch (error) {
        assert.ok(error instanceof AddressFault, `${error}`);
      }
    }),
    { numRuns: 500 },
  );
});
