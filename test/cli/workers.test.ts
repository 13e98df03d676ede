import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeptConnection } from '../support/connection.ts';
import { serverUrl } from '../support/database.ts';
import { cleanUp, makePlace, type RunningServer, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const key = 'k'.repeat(32);
const options = {
  skip: serverUrl === undefined && 'the embedded engine serves one process',
  timeout: 120_000,
};
/** Within so many milliseconds a write is seen by way of every process. */
const latest = 200;
let variables: Record<string, string>;
let server: RunningServer;
let scheduled: string;
const connections: KeptConnection[] = [];

after(cleanUp);
afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
});

before(async () => {
  if (serverUrl === undefined) return;
  variables = { ...(await makePlace()), ADMIN_KEY: key, WORKERS: '2' };
  server = await startServer(variables);
});

test(
  'two workers on an empty Postgres listen at one port, which is told once, and share the connections',
  options,
  async () => {
    assert.equal(server.stdout().match(/"msg":"Postil is ready"/g)?.length, 1);
    assert.equal(server.stdout().match(/"msg":"2 workers listen at/g)?.length, 1);
    const { connection } = await connect();
    const { body } = await connection.ask('/v1/reviews', { key, body: newReview() });
    const at = new Date(Date.now() + 2000).toISOString();
    const planned = await connection.ask(`/v1/reviews/${body.id}/publish`, { key, body: { at } });
    assert.equal(planned.body.status, 'scheduled');
    scheduled = body.id;
    const clients = [];
    for (let number = 0; number < 10; number += 1) clients.push(await connect());
    for (;;) {
      const pids = await Promise.all(clients.map(({ connection }) => findWorker(connection)));
      assert.ok(!pids.includes(server.pid));
      const onFirst = pids.filter((pid) => pid === pids[0]).length;
      if (onFirst >= 4 && onFirst <= 6) break;
      await sleep(100);
    }
  },
);

test('what one worker has written it answers at once, and the other one soon after', options, async () => {
  const [{ connection: one }, { connection: other }] = await connectToBoth();
  const posted = await one.ask('/v1/reviews', {
    key,
    body: newReview({ slug: 'seen', status: 'published' }),
  });
  assert.equal(posted.status, 201);
  for (let number = 1; number <= 20; number += 1) {
    const summary = `${number}`;
    await one.ask('/v1/reviews/seen', { key, method: 'PATCH', body: { summary } });
    assert.equal((await one.ask('/v1/reviews/seen')).body.summary, summary);
    const end = performance.now() + latest;
    let seen = '';
    while (seen !== summary && performance.now() < end)
      seen = (await other.ask('/v1/reviews/seen')).body.summary;
    assert.equal(seen, summary);
  }
});

test('what is scheduled is published once', options, async () => {
  const { connection } = await connect();
  while ((await connection.ask(`/v1/reviews/${scheduled}`)).status !== 200) await sleep(50);
  const { body } = await connection.ask(`/v1/reviews/${scheduled}/revisions`, { key });
  // Created, scheduled, published.
  assert.deepEqual(
    body.data.map(({ revision }: { revision: number }) => revision),
    [3, 2, 1],
  );
});

test(
  'a worker that is killed is replaced, and gets its part of the connections that clients keep',
  options,
  async () => {
    const [{ pid: killed }, { pid: kept }] = await connectToBoth();
    process.kill(killed, 'SIGKILL');
    await server.waitFor(new RegExp(`worker ${killed} ended by SIGKILL`));
    const clients = [];
    for (let number = 0; number < 6; number += 1) clients.push(await connect());
    for (;;) {
      const pids = await Promise.all(clients.map(({ connection }) => findWorker(connection)));
      assert.ok(!pids.includes(killed));
      const onNew = pids.filter((pid) => pid !== kept).length;
      if (onNew >= 2) break;
      await sleep(100);
    }
  },
);

test('no client waits for a worker that was killed, and none of their sockets is lost', options, async () => {
  const countSockets = () => readdirSync(`/proc/${server.pid}/fd`).length;
  const countStarts = () => server.stdout().split('A worker listens at').length;
  const isLinux = existsSync('/proc/self/fd');
  const sockets = isLinux ? countSockets() : 0;
  let isOver = false;
  const counts = { answered: 0, failed: 0 };
  const clients = Array.from({ length: 8 }, async () => {
    for (; !isOver; await sleep(5)) {
      // What is never answered and never closed ends in a TimeoutError, after far longer than any answer takes.
      const asked = fetch(`${server.url}/v1/tags`, {
        headers: { connection: 'close' },
        signal: AbortSignal.timeout(20_000),
      });
      await asked.then(
        (answer) => answer.arrayBuffer().then(() => (counts.answered += 1)),
        (error: Error) => {
          assert.notEqual(error.name, 'TimeoutError');
          counts.failed += 1;
        },
      );
    }
  });
  for (let round = 0; round < 5; round += 1) {
    await sleep(300);
    const started = countStarts();
    process.kill(findWorkers()[0] ?? 0, 'SIGKILL');
    while (countStarts() === started) await sleep(20);
  }
  isOver = true;
  await Promise.all(clients);
  assert.ok(counts.answered > counts.failed);
  while (isLinux && countSockets() > sockets) await sleep(50);
});

test(
  'a worker that hangs is replaced within ten seconds, and the other one answers meanwhile',
  options,
  async () => {
    const [{ connection, pid }, { connection: other, pid: kept }] = await connectToBoth();
    process.kill(pid, 'SIGSTOP');
    const hanging = performance.now();
    const waiting = connection.ask('/v1/tags').then(
      () => 'answered',
      () => 'closed',
    );
    for (let number = 0; number < 10; number += 1) {
      assert.equal((await other.ask('/v1/tags')).status, 200);
      assert.equal((await connect()).pid, kept);
    }
    await server.waitFor(new RegExp(`worker ${pid} hangs: it is killed`));
    assert.equal(await waiting, 'closed');
    while ((await connect()).pid === kept) await sleep(20);
    // Ten, and what a busy machine adds.
    assert.ok(performance.now() - hanging < 20_000);
  },
);

test('a service that was suspended as a whole goes on with the workers that it has', options, async () => {
  const workers = findWorkers();
  for (const pid of [server.pid, ...workers]) process.kill(pid, 'SIGSTOP');
  await sleep(8000);
  for (const pid of [server.pid, ...workers]) process.kill(pid, 'SIGCONT');
  await sleep(1500);
  assert.deepEqual(findWorkers(), workers);
  assert.equal((await fetch(`${server.url}/v1/tags`)).status, 200);
});

test('a rolling restart replaces both workers and loses no request', options, async () => {
  const old = (await connectToBoth()).map(({ connection, pid }) => {
    connection.close();
    return pid;
  });
  let isOver = false;
  let answered = 0;
  const clients = [1, 2, 3, 4].map(async (client) => {
    let { connection } = await connect();
    for (; !isOver; answered += 1) {
      const posting = { key, body: newReview() };
      const { status } = await connection.ask('/v1/reviews', client === 1 ? posting : {});
      assert.equal(status, client === 1 ? 201 : 200);
      await sleep(5);
      if (client < 3) continue;
      connection.close();
      ({ connection } = await connect());
    }
  });
  server.kill('SIGHUP');
  const replaced = server.waitFor(/all workers are replaced/);
  await Promise.race([replaced, Promise.all(clients)]).finally(() => {
    isOver = true;
  });
  await Promise.all(clients);
  assert.ok(answered > 0);
  const fresh = (await connectToBoth()).map(({ pid }) => pid);
  assert.deepEqual(
    fresh.filter((pid) => old.includes(pid)),
    [],
  );
});

test('SIGTERM lets requests in flight end, and everything with them', options, async () => {
  const both = await connectToBoth();
  const posts = await Promise.all(
    both.map(({ connection }) => connection.beginPost('/v1/reviews', { key, body: newReview() })),
  );
  server.kill('SIGTERM');
  while (!(await isRefused())) await sleep(10);
  const answers = await Promise.all(posts.map((finish) => finish()));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  );
  assert.equal(await server.ended, 0, server.stderr());
  assert.deepEqual(
    both.filter(({ pid }) => isRunning(pid)),
    [],
  );
});

test(
  'a shutdown that is announced says so before the ports close, and answers all else',
  options,
  async () => {
    server = await startServer({ ...variables, SHUTDOWN_DELAY_MS: '3000' });
    const both = await connectToBoth();
    server.kill('SIGTERM');
    for (const { connection } of both) {
      while ((await connection.ask('/health/ready')).status === 200) await sleep(20);
      assert.equal((await connection.ask('/v1/tags')).status, 200);
    }
    const posted = await both[0].connection.ask('/v1/reviews', { key, body: newReview() });
    assert.equal(posted.status, 201);
    // A new connection, too.
    await connect();
    assert.equal(await server.ended, 0, server.stderr());
  },
);

test('a primary that is killed takes its workers with it', options, async () => {
  server = await startServer(variables);
  const both = await connectToBoth();
  server.kill('SIGKILL');
  await server.ended;
  while (both.some(({ pid }) => isRunning(pid))) await sleep(10);
});

/** A new connection to one of the workers: to which one, by the id of the request in the log. */
async function connect() {
  const connection = new KeptConnection(server.url);
  connections.push(connection);
  return { connection, pid: await findWorker(connection) };
}

async function findWorker(connection: KeptConnection): Promise<number> {
  const { status, headers } = await connection.ask('/v1/tags');
  assert.equal(status, 200);
  const [, pid] = await server.waitFor(new RegExp(`"pid":(\\d+),"reqId":"${headers['x-request-id']}"`));
  return Number(pid);
}

/** The processes whose parent is the service. */
function findWorkers(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/));
  return processes
    .filter(([, parent, state]) => Number(parent) === server.pid && !state?.startsWith('Z'))
    .map(([pid]) => Number(pid))
    .sort((one, other) => one - other);
}

async function connectToBoth() {
  const one = await connect();
  let other = await connect();
  while (other.pid === one.pid) other = await connect();
  return [one, other] as const;
}

/** One that comes while the workers leave may be taken and never answered. */
const isRefused = () =>
  fetch(`${server.url}/health/live`, { signal: AbortSignal.timeout(500) }).then(
    () => false,
    (error: Error) => error.name !== 'TimeoutError',
  );

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
