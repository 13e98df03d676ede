import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chown, cp, mkdtemp, rm, statfs, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import {
  createPostgres,
  findOwner,
  findPostgres,
  noPostgres,
  type PostgresServer,
} from '../support/postgres.ts';
import { ask, cleanUp, type RunningServer, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const key = 'k'.repeat(32);
const cleanups: (() => unknown)[] = [];

/** A file system of its own, which is full where Postgres has all that is left of it. */
async function mountSmall(megabytes: number): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-disk-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  cleanups.push(() => execFileSync('umount', ['-l', folder]));
  const { uid, gid } = await findOwner();
  if (uid !== undefined) await chown(folder, uid, gid ?? uid);
  return folder;
}

const [small, log] = await Promise.all([mountSmall(40), mountSmall(80)]);
const options = {
  skip: binaries === undefined ? noPostgres : small === undefined && 'no file system can be mounted here',
  timeout: 180_000,
};

after(async () => {
  await cleanUp();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function createServer(): Promise<PostgresServer> {
  const server = await createPostgres(binaries ?? '');
  cleanups.push(() => server.remove());
  return server;
}

async function run(url: string, statement: string): Promise<postgres.Row[]> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}

/** Takes all that is left of a file system. @returns what gives it back */
async function fill(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'filler');
  const { bavail, bsize } = await statfs(folder);
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch(() => undefined);
  return () => rm(file);
}

// Large enough to be stored out of line, and not to be compressed to nothing.
const longText = () => Array.from({ length: 2000 }, () => Math.random().toString(36).slice(2)).join(' ');

const post = (
  { url }: RunningServer,
  headers: Record<string, string> = {},
  body = newReview({ status: 'published', body: longText() }),
) => ask(`${url}/v1/reviews`, { key, body, headers });

const isReady = async ({ url }: RunningServer) => (await ask(`${url}/health/ready`)).status === 200;

async function countReviews({ url }: RunningServer): Promise<number> {
  return (await ask(`${url}/v1/reviews?limit=1&total=true`)).body.page.total;
}

test(
  'while the disk is full (53100) writes are read-only problems that leave nothing behind, and reads go on',
  options,
  async () => {
    const server = await createServer();
    await run(server.url, `create tablespace small location '${small}'`);
    await run(
      server.url,
      `create database site template template0 encoding 'UTF8' locale 'C.UTF-8' tablespace small`,
    );
    const DATABASE_URL = server.url.replace(/postgres$/, 'site');
    const service = await startServer({ DATABASE_URL, ADMIN_KEY: key });
    assert.equal((await post(service)).status, 201);
    const makeRoom = await fill(small ?? '');
    let made = 1;
    let refused = await post(service);
    for (; refused.status === 201; refused = await post(service)) made += 1;
    assert.deepEqual(
      [refused.status, refused.body.type],
      [503, '/problems/read-only'],
      JSON.stringify(refused.body),
    );
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = newReview({ status: 'published', body: longText() });
    assert.equal((await post(service, headers, body)).status, 503);
    assert.equal(await countReviews(service), made, 'reads go on');
    assert.equal((await ask(`${service.url}/v1/reviews/${refused.body.id ?? 'none'}`)).status, 404);
    assert.equal((await ask(`${service.url}/health/live`)).status, 200);

    await makeRoom();
    assert.equal((await post(service, headers, body)).status, 201);
    assert.equal((await post(service, headers, body)).headers.get('idempotency-replayed'), 'true');
    assert.ok(await isReady(service));
    assert.equal(await countReviews(service), made + 1);
    const [row] = await run(
      DATABASE_URL,
      `
    select (select count(*) from reviews)::int as reviews, (select count(*) from review_search)::int as searched,
      (select count(*) from audit_log where type = 'review')::int as deeds`,
    );
    assert.deepEqual({ ...row }, { reviews: made + 1, searched: made + 1, deeds: made + 1 });
    assert.doesNotMatch(service.stdout(), /"statusCode":500/);
    await service.stop();
  },
);

test(
  'a server that a full disk of its log has ended is away, and found again with all that was answered',
  options,
  async () => {
    const server = await createServer();
    await server.stop();
    const place = join(log ?? '', 'pg_wal');
    await cp(join(server.data, 'pg_wal'), place, { recursive: true });
    const { uid, gid } = await findOwner();
    if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, place]);
    await rm(join(server.data, 'pg_wal'), { recursive: true });
    await symlink(place, join(server.data, 'pg_wal'));
    await server.start();
    const service = await startServer({ DATABASE_URL: server.url, ADMIN_KEY: key });
    const makeRoom = await fill(log ?? '');
    const made: string[] = [];
    let refused = await post(service);
    for (; refused.status === 201; refused = await post(service)) made.push(refused.body.id);
    assert.equal(refused.status, 503, JSON.stringify(refused.body));
    assert.match(refused.body.type, /unavailable|outcome-unknown|read-only/);
    const unknown = refused.body.type.endsWith('outcome-unknown') ? 1 : 0;
    assert.equal((await ask(`${service.url}/health/live`)).status, 200);
    await makeRoom();
    for (let tries = 0; !(await isReady(service)); tries += 1) {
      assert.ok(tries < 60, service.stdout().slice(-2000));
      // Postgres begins again by itself, or not.
      await server.start().catch(() => undefined);
      await sleep(200);
    }
    assert.equal((await post(service)).status, 201);
    const found = await countReviews(service);
    assert.ok(found >= made.length + 1 && found <= made.length + 1 + unknown, `${found} of ${made.length}`);
    for (const id of made) assert.equal((await ask(`${service.url}/v1/reviews/${id}`)).status, 200);
    assert.doesNotMatch(service.stdout(), /"statusCode":500/);
    await service.stop();
  },
);
