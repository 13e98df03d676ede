import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import { listPosted } from '../support/posting.ts';
import {
  ask,
  cleanUp,
  finishPostil,
  type Reply,
  type RunningServer,
  startServer,
} from '../support/process.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres };
const key = 'k'.repeat(32);
let postgres: PostgresServer;
let server: RunningServer;

before(async () => {
  if (binaries === undefined) return;
  postgres = await createPostgres(binaries);
  const limits = { POOL_SIZE: '4', POOL_TIMEOUT_MS: '1000', CONNECT_TIMEOUT_MS: '2000' };
  server = await startServer({ DATABASE_URL: postgres.url, ADMIN_KEY: key, ...limits });
});

after(async () => {
  await cleanUp();
  await postgres?.remove();
});

test('a wrong password ends the start with one line, which does not hold it', options, async () => {
  const url = postgres.url.replace(/:\w+@/, ':planted-secret@');
  const { code, stderr } = await finishPostil(['serve'], { DATABASE_URL: url });
  assert.equal(code, 1);
  assert.match(stderr, /^The database is wrong: password authentication failed [^\n]*DATABASE_URL[^\n]*\n$/);
  assert.ok(!stderr.includes('planted-secret'));
});

for (const mode of ['fast', 'immediate'] as const) {
  test(
    `a database that stops under load (${mode}) is a 503 until it is back, and loses no post`,
    options,
    async () => {
      const load = startLoad();
      await load.until(({ status }) => status === 201, 40);
      await postgres.stop(mode);
      await load.until(({ status }) => status === 503, 40);
      assert.equal((await ask(`${server.url}/health/live`)).status, 200);
      const ready = await ask(`${server.url}/health/ready`);
      assert.deepEqual([ready.status, ready.headers.get('retry-after')], [503, '1']);
      const unauthenticated = await ask(`${server.url}/v1/reviews`, { body: newReview() });
      assert.equal(unauthenticated.status, 401, 'a bad request does not need the database');

      await postgres.start();
      const begun = Date.now();
      await load.until(({ status }) => status === 201, 40);
      assert.ok(Date.now() - begun < 10_000, 'it is back within seconds');
      assert.equal((await ask(`${server.url}/health/ready`)).status, 200);

      const answers = await load.stop();
      assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 201, 503]);
      for (const { status, headers, body } of answers) {
        if (status !== 503) continue;
        assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
        assert.equal(headers.get('retry-after'), '1');
        assert.equal(body.type, '/problems/unavailable');
      }
      const stored = await listPosted(server.url, { key, tag: 'load' });
      const posted = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
      assert.deepEqual(
        posted.filter((id) => !stored.has(id)),
        [],
      );
    },
  );
}

/** Eight clients that post and read without a pause until they are stopped. */
function startLoad() {
  const answers: Reply[] = [];
  let isStopped = false;
  const work = async (client: number) => {
    while (!isStopped) {
      answers.push(
        client % 2
          ? await ask(`${server.url}/v1/reviews`, { key, body: newReview({ tags: ['load'] }) })
          : await ask(`${server.url}/v1/reviews?limit=1`),
      );
      await sleep(5);
    }
  };
  const clients = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(work));
  return {
    /** Waits for so many more answers of a kind. */
    async until(isWanted: (answer: Reply) => boolean, count: number) {
      const begun = answers.length;
      while (answers.slice(begun).filter(isWanted).length < count) await Promise.race([sleep(10), clients]);
    },
    async stop() {
      isStopped = true;
      await clients;
      return answers;
    },
  };
}
