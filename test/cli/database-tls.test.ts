import assert from 'node:assert/strict';
import { chown, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeDatabase, openDatabase } from '../../src/db/driver/client.ts';
import { migrateDatabase } from '../../src/db/migrations/migrate.ts';
import { type Certificate, makeAuthority, makeCertificate } from '../support/certificates.ts';
import {
  createPostgres,
  findOwner,
  findPostgres,
  noPostgres,
  type PostgresServer,
} from '../support/postgres.ts';
import { ask, cleanUp, finishPostil, makeFolder, startServer } from '../support/process.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres, timeout: 120_000 };
let server: PostgresServer;
let own: Certificate;
let other: Certificate;
let client: Certificate;
let byName: Certificate;
let byAddress: Certificate;

before(async () => {
  if (binaries === undefined) return;
  const folder = await makeFolder();
  [own, other] = [makeAuthority(folder, 'own'), makeAuthority(folder, 'other')];
  client = makeCertificate(folder, own, { subject: 'postgres' });
  byName = makeCertificate(folder, own, { subject: 'database', names: 'DNS:localhost' });
  byAddress = makeCertificate(folder, own, { subject: 'database', names: 'IP:127.0.0.1' });
  server = await createPostgres(binaries);
  await migrateDatabase({ url: server.url });
});

after(async () => {
  await cleanUp();
  await server?.remove();
});

/** Starts the server anew: with a certificate, or without TLS. @param access the lines of pg_hba.conf */
async function restart(certificate: Certificate | null, access = 'host all all all scram-sha-256') {
  await server.stop();
  await writeFile(join(server.data, 'pg_hba.conf'), `${access}\n`);
  const owner = await findOwner();
  const files = { 'server.crt': certificate?.certificate, 'server.key': certificate?.key };
  for (const [name, file] of Object.entries({ ...files, 'clients.crt': own.certificate })) {
    if (file === undefined) continue;
    const copy = join(server.data, name);
    await copyFile(file, copy);
    if (owner.uid !== undefined) await chown(copy, owner.uid, owner.gid ?? owner.uid);
  }
  await server.start(certificate ? { ssl: 'on', ssl_ca_file: 'clients.crt' } : {});
}

function addressOf(host: string, parameters: Record<string, string>): string {
  const url = new URL(server.url);
  url.hostname = host;
  url.search = `${new URLSearchParams(parameters)}`;
  return url.href;
}

const limits = { POOL_SIZE: 1, CONNECT_TIMEOUT_MS: 10_000, STATEMENT_TIMEOUT_MS: 0 };

/** Whether a connection to the address has TLS. @throws when there is none */
async function hasTls(url: string): Promise<boolean> {
  const db = openDatabase({ url }, limits);
  try {
    const [row] = await db.$client.unsafe('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
    return row?.ssl;
  } finally {
    await closeDatabase(db);
  }
}

async function refusalOf(DATABASE_URL: string): Promise<string> {
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL, PORT: '0', START_TIMEOUT_MS: '0' });
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^The database [^\n]*DATABASE_URL[^\n]*\n$/, 'one line');
  return stderr;
}

test(
  'a server that proves its name by the authority that is named is accepted, whatever is asked of it',
  options,
  async () => {
    await restart(byName);
    const ca = { sslrootcert: own.certificate };
    for (const [host, parameters] of [
      ['localhost', { sslmode: 'verify-full', ...ca }],
      ['127.0.0.1', { sslmode: 'verify-ca', ...ca }],
      ['127.0.0.1', { sslmode: 'require' }],
      ['127.0.0.1', { sslmode: 'prefer' }],
    ] as const)
      assert.ok(await hasTls(addressOf(host, parameters)), `${host} ${parameters.sslmode}`);
  },
);

test(
  'a server by another name, or of another authority, is refused in one line that says so',
  options,
  async () => {
    await restart(byName);
    const [right, wrong] = [{ sslrootcert: own.certificate }, { sslrootcert: other.certificate }];
    const refused: [string, Record<string, string>, RegExp][] = [
      ['127.0.0.1', { sslmode: 'verify-full', ...right }, /127\.0\.0\.1/],
      ['localhost', { sslmode: 'verify-full', ...wrong }, /certificate/],
      ['localhost', { sslmode: 'verify-full' }, /certificate/],
      ['localhost', { sslmode: 'verify-ca', ...wrong }, /certificate/],
      ['localhost', { sslmode: 'require', ...wrong }, /certificate/],
    ];
    await Promise.all(
      refused.map(async ([host, parameters, says]) => {
        const what = `${host} ${JSON.stringify(parameters)}`;
        assert.match(await refusalOf(addressOf(host, parameters)), says, what);
      }),
    );
  },
);

test('an IP address is proved by a certificate that has it', options, async () => {
  await restart(byAddress);
  const parameters = { sslmode: 'verify-full', sslrootcert: own.certificate };
  assert.ok(await hasTls(addressOf('127.0.0.1', parameters)));
  assert.match(await refusalOf(addressOf('localhost', parameters)), /localhost/);
});

test(
  'a server without TLS is refused where TLS is asked for, and one that wants TLS where it is not',
  options,
  async () => {
    await restart(null);
    for (const sslmode of ['require', 'verify-ca', 'verify-full'])
      assert.match(await refusalOf(addressOf('localhost', { sslmode })), /TLS/, sslmode);
    assert.equal(await hasTls(addressOf('localhost', { sslmode: 'prefer' })), false);
    await restart(byName, 'hostssl all all all scram-sha-256');
    assert.match(await refusalOf(addressOf('localhost', {})), /sslmode=require/);
  },
);

test(
  'a server that asks for a certificate of the client takes the one of sslcert and sslkey',
  options,
  async () => {
    await restart(byName, 'hostssl all all all cert');
    const [sslmode, sslrootcert] = ['verify-full', own.certificate];
    const keys = { sslcert: client.certificate, sslkey: client.key };
    const running = await startServer({
      DATABASE_URL: addressOf('localhost', { sslmode, sslrootcert, ...keys }),
      ADMIN_KEY: 'k'.repeat(32),
    });
    assert.equal((await ask(`${running.url}/health/ready`)).status, 200);
    await running.stop();
    assert.match(await refusalOf(addressOf('localhost', { sslmode, sslrootcert })), /certificate/);
  },
);
