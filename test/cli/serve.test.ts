import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { scopes } from '../../src/db/schema/tables.ts';
import { createEmptyDatabase, serverUrl } from '../support/database.ts';
import { listPosted, postUntilKilled } from '../support/posting.ts';
import {
  ask,
  cleanUp,
  finishPostil,
  makeFolder,
  type RunningServer,
  startServer,
} from '../support/process.ts';
import { sampleReviews } from '../support/sample.ts';
import { newReview } from '../support/things.ts';

const noServer = serverUrl === undefined && 'there is no TEST_DATABASE_URL';
let folder: string;
let dataDir: string;
let key: string;
let server: RunningServer;

after(cleanUp);

before(async () => {
  folder = await makeFolder();
  dataDir = join(folder, 'data');
});

test('the first start says what takes long, makes a private directory, loads the sample content and prints one key, once, with the addresses', async () => {
  server = await startServer({ DATA_DIR: dataDir });
  const [greeting] = await server.waitFor(/.*"msg":"Postil is ready".*\n/);
  assert.match(server.stdout(), /"msg":"The embedded database is made in /);
  assert.match(server.stdout(), /"msg":"14 sample reviews are loaded\."/);
  [key = ''] = /pst_\w+/.exec(greeting) ?? [];
  assert.equal(greeting.split(key).length, 2, 'the key is printed once');
  assert.ok(greeting.includes(`${server.url}/docs`));
  assert.ok(greeting.includes(`${server.url}/v1/reviews`));

  const file = join(dataDir, 'admin.key');
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal(await readFile(file, 'utf8'), `${key}\n`);
  const keys = await ask(`${server.url}/v1/keys`, { key });
  assert.equal(keys.status, 200);
  assert.deepEqual(new Set(keys.body.data[0].scopes), new Set(scopes));

  const reviews = await ask(`${server.url}/v1/reviews?total=true`);
  assert.equal(reviews.body.page.total, sampleReviews.length);
  assert.equal((await ask(`${server.url}/docs`)).status, 200);
  assert.equal((await ask(`${server.url}/health/ready`)).status, 200);
  await endDuringPost(server, 'SIGTERM', 'posted-during-sigterm');
  for (const directory of [dataDir, join(dataDir, 'postgres')])
    assert.equal((await stat(directory)).mode & 0o777, 0o700, directory);
  assert.deepEqual((await readdir(dataDir)).sort(), ['admin.key', 'postgres'], 'nothing else is left');
});

test('a later start says where it is, no key that was used, and has lost nothing, also not a post that the signal met', async () => {
  server = await startServer({ DATA_DIR: dataDir });
  const lines = server.stdout().trim().split('\n');
  const ready = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'Postil is ready');
  assert.deepEqual(
    ready.map(({ docs, key }) => ({ docs, key })),
    [{ docs: `${server.url}/docs`, key: undefined }],
  );
  assert.doesNotMatch(server.stdout(), /pst_/);
  assert.equal((await ask(`${server.url}/v1/reviews?total=true`)).body.page.total, sampleReviews.length);
  assert.equal((await ask(`${server.url}/v1/reviews/posted-during-sigterm`, { key })).status, 200);
});

test('a second process on the data directory is refused with a line that says what to do', async () => {
  for (const command of ['serve', 'migrate']) {
    const { code, stdout, stderr } = await finishPostil([command], { DATA_DIR: dataDir, PORT: '0' });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(
      stderr,
      /^The data directory \S+ is in use by another Postil process\. [^\n]*--url[^\n]*\n$/,
    );
  }
  assert.equal((await ask(`${server.url}/health/ready`)).status, 200);
});

test('each request is one line of the log, which never holds a key, a query or a body', async () => {
  await server.waitFor(/"path":"\/health\/ready".*\n/);
  const mistyped = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  const secret = 'planted-secret';
  const review = newReview({ title: secret, body: `${secret} text`, status: 'published' });
  const asked: [string, Parameters<typeof ask>[1]?][] = [
    ['/v1/reviews', { key, body: review }],
    ['/v1/reviews', { key, body: { ...review, language: `not ${secret}` } }],
    ['/v1/reviews', { key, body: `{"${secret}": ` }],
    ['/v1/reviews', { key: mistyped, body: review }],
    ['/v1/reviews', { key: secret, body: review }],
    ['/v1/reviews', { body: review, headers: { authorization: `Basic ${secret}`, cookie: secret } }],
    [`/v1/reviews?tag=${secret}`, { key }],
    [`/v1/reviews?unknown=${secret}`],
    ['/v1/keys', { key, body: { name: secret, scopes: ['drafts:read'] } }],
    [`/v1/tags?after=${secret}`],
    ['/nowhere', { method: 'PUT', body: { secret } }],
    ['/health/live'],
  ];
  const link = await ask(`${server.url}/v1/reviews/posted-during-sigterm/preview-links`, { key, body: {} });
  const [address, token = ''] = link.body.url.slice(server.url.length).split('=');
  asked.unshift([`${address}=${token}`], [`${address}=${token}0`], [`${address}=${token}&unknown=`]);
  await server.waitFor(/preview-links".*\n/);
  const begun = server.stdout().length;
  const statuses: number[] = [];
  for (const [path, how] of asked) statuses.push((await ask(server.url + path, how)).status);
  assert.deepEqual(statuses, [200, 404, 200, 201, 422, 400, 401, 401, 401, 200, 400, 201, 400, 404, 200]);
  await endDuringPost(server, 'SIGINT', 'posted-during-sigint');

  const lines = server.stdout().slice(begun).trim().split('\n');
  const requests = lines.map((line) => JSON.parse(line)).filter(({ reqId }) => reqId);
  assert.deepEqual(
    requests.slice(0, asked.length).map(({ status, path }) => [status, path]),
    asked.map(([path], index) => [statuses[index], path.split('?')[0]]),
  );
  assert.equal(new Set(requests.map(({ reqId }) => reqId)).size, requests.length);
  const printed = server.stdout() + server.stderr();
  for (const text of [secret, key, mistyped, 'pst_', token, 'pvw_']) assert.ok(!printed.includes(text), text);
});

test('the key is printed at every start until it is used, and no other key is made', async () => {
  const place = { DATA_DIR: join(folder, 'unused'), SAMPLE_CONTENT: 'false' };
  const printed: string[] = [];
  for (const isUsed of [false, true, true]) {
    const running = await startServer(place);
    const [secret = ''] = /pst_\w+/.exec(running.stdout()) ?? [];
    printed.push(secret);
    if (isUsed) assert.equal((await ask(`${running.url}/v1/keys`, { key: printed[0] ?? '' })).status, 200);
    await running.stop();
  }
  assert.deepEqual(printed, [printed[0], printed[0], '']);
  assert.match(printed[0] ?? '', /^pst_/);
});

test('a port that is in use ends the start with one line, before anything is made', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const DATA_DIR = join(folder, 'never-made');
  const { code, stderr } = await finishPostil(['serve'], { DATA_DIR, PORT: `${port}` });
  taken.close();
  assert.equal(code, 1);
  assert.ok(!(await readdir(folder)).includes('never-made'));
  assert.match(stderr, /^The address is in use [^\n]*PORT[^\n]*\n$/);
});

test('while the service starts its port is bound, and a request answered 503 with Retry-After', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const starting = startServer({ DATA_DIR: join(folder, 'slow'), SAMPLE_CONTENT: 'false', PORT: `${port}` });
  const statuses = new Set<number>();
  while (!statuses.has(200)) {
    const answer = await ask(`http://127.0.0.1:${port}/v1/reviews`).catch(() => undefined);
    if (answer) statuses.add(answer.status);
    if (answer?.status === 503) {
      assert.equal(answer.headers.get('retry-after'), '1');
      assert.equal(answer.body.code, 'unavailable');
    }
  }
  assert.deepEqual([...statuses], [503, 200]);
  await (await starting).stop();
});

test('a wrong configuration is told in one line, all faults of it', async () => {
  const { code, stdout, stderr } = await finishPostil(['serve'], {
    PORT: '99999',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://user:planted-secret@host/name',
    ADMIN_KEY: 'planted-secret',
    PUBLIC_READ: 'maybe',
  });
  assert.deepEqual([code, stdout], [1, '']);
  assert.match(stderr, /^The configuration is wrong: [^\n]+\n$/);
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'ADMIN_KEY', 'PUBLIC_READ'])
    assert.ok(stderr.includes(name), name);
  assert.ok(!stderr.includes('planted-secret'));
});

test('a database that cannot be reached ends every command with one line, which holds no password', async () => {
  for (const command of ['serve', 'migrate']) {
    const url = 'postgres://user:planted-secret@127.0.0.1:1/name';
    const { code, stderr } = await finishPostil([command], { DATABASE_URL: url, START_TIMEOUT_MS: '0' });
    assert.equal(code, 1);
    assert.match(stderr, /^The database cannot be reached: [^\n]*ECONNREFUSED[^\n]*DATABASE_URL[^\n]*\n$/);
    assert.ok(!stderr.includes('planted-secret'));
  }
});

test('a database that does not exist ends the start with one line', { skip: noServer }, async () => {
  const url = new URL(serverUrl ?? '');
  url.pathname = '/postil_no_such_database';
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL: url.href });
  assert.equal(code, 1);
  assert.match(stderr, /^The database is wrong: [^\n]*postil_no_such_database[^\n]*\n$/);
});

test('four processes at once on an empty Postgres: one migrates, all become ready', {
  skip: noServer,
}, async () => {
  const database = await createEmptyDatabase(serverUrl ?? '');
  const servers = await Promise.all(
    [1, 2, 3, 4].map(() => startServer({ DATABASE_URL: database.url, DATA_DIR: folder })),
  );
  for (const { url } of servers) {
    assert.equal((await ask(`${url}/health/ready`)).status, 200);
    assert.deepEqual((await ask(`${url}/v1/reviews`)).body.data, [], 'no sample content on a server');
  }
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
});

test('every post that was answered 201 is there after a kill -9, on the embedded engine', async () => {
  await killDuringPosts({ DATA_DIR: dataDir });
});

test('every post that was answered 201 is there after a kill -9, on Postgres', {
  skip: noServer,
}, async () => {
  const database = await createEmptyDatabase(serverUrl ?? '');
  await killDuringPosts({ DATABASE_URL: database.url });
  await database.drop();
});

async function killDuringPosts(variables: Record<string, string>): Promise<void> {
  const own = { key: 'k'.repeat(32), tag: 'killed' };
  const killed = await startServer({ ...variables, ADMIN_KEY: own.key });
  const acknowledged = await postUntilKilled(killed, { ...own, count: 60 });
  const again = await startServer({ ...variables, ADMIN_KEY: own.key });
  const stored = await listPosted(again.url, own);
  if (variables.DATA_DIR === dataDir)
    assert.equal((await ask(`${again.url}/v1/reviews/posted-during-sigint`, { key })).status, 200);
  assert.ok(acknowledged.length >= 60);
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
  await again.stop();
}

/** Sends a signal while a post is half sent, then the other half: it has to be answered before the process ends. */
async function endDuringPost(
  running: RunningServer,
  signal: 'SIGTERM' | 'SIGINT',
  slug: string,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(newReview({ slug })));
  const post = request(`${running.url}/v1/reviews`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
      // The server says when it has the headers: from there on the request is in flight.
      expect: '100-continue',
    },
  });
  post.flushHeaders();
  await once(post, 'continue');
  post.write(body.subarray(0, 20));
  running.kill(signal);
  await refusesConnections(running.url);
  post.end(body.subarray(20));
  const [response] = await once(post, 'response');
  response.resume();
  assert.equal(response.statusCode, 201);
  assert.equal(await running.ended, 0, running.stderr());
}

async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const probe = request(`${url}/health/live`, { agent: false });
    const isRefused = await new Promise<boolean>((resolve) => {
      probe.on('error', () => resolve(true));
      probe.on('response', (response) => resolve(response.resume() === null));
      probe.end();
    });
    if (isRefused) return;
    await sleep(20);
  }
}
