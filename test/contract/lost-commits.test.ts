import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { type Answer, type Asked, startTestApp, type TestApp } from '../support/app.ts';
import { type CommitProxy, type Cut, openCommitProxy } from '../support/commit-proxy.ts';
import { serverUrl } from '../support/database.ts';
import { Caller, freshen, type KnownOperation, takesStream } from '../support/operations.ts';
import { newReview, postReview } from '../support/things.ts';

const options = {
  skip: serverUrl === undefined && 'the embedded engine is in this process: its answers are not lost',
  timeout: 240_000,
};
let proxy: CommitProxy;
const app: TestApp = await startTestApp({}, async (connection) => {
  if (!('url' in connection)) return connection;
  proxy = await openCommitProxy(connection.url);
  after(() => proxy.close());
  return { url: proxy.url };
});
const caller = new Caller(app);
await caller.seed();

const writes = caller.operations.filter(
  (operation) =>
    operation.method !== 'GET' &&
    operation.access === 'scope' &&
    operation.id !== 'renderMarkdown' &&
    !takesStream(operation),
);

function ask(operation: KnownOperation): Asked {
  return {
    key: app.admin,
    headers: { 'if-match': '*' },
    ...(operation.body ? { body: freshen(caller.sampler.example(operation.body)) } : {}),
  };
}

/** How many rows the audit log has: one for each thing that was done. */
async function countDeeds(): Promise<number> {
  const [row] = await app.db.execute<{ deeds: string }>(sql`select count(*) as deeds from audit_log`);
  return Number(row?.deeds);
}

/** Sends a write whose connection is cut at its COMMIT; undefined when it sent none. */
async function sendCut(operation: KnownOperation, cut: Cut) {
  caller.forget(operation);
  const path = await caller.target(operation);
  const query = caller.completeQuery(operation);
  const deeds = await countDeeds();
  proxy.arm(cut);
  const answer = await app.send(operation.method, `${path}${query && '?'}${query}`, ask(operation));
  if (!proxy.hasCut) return undefined;
  return { answer, done: (await countDeeds()) - deeds };
}

/** What differs by the moment of the cut alone is tried on some of them. */
const chosen = (cut: Cut) =>
  cut === 'after' || cut === 'before' ? writes : writes.filter((_, index) => index % 4 === 0);

const codeOf = ({ body }: Answer) => body?.type?.replace('/problems/', '');

for (const cut of ['after', 'late'] as const) {
  test(
    `a write whose COMMIT arrived (${cut}) is answered as what it is, although no answer came`,
    options,
    async () => {
      let tried = 0;
      for (const operation of chosen(cut)) {
        const found = await sendCut(operation, cut);
        if (!found) continue;
        const { answer, done } = found;
        const what = `${operation.id}: ${answer.text}`;
        if (done === 0) {
          // What changes nothing has no commit to find; and a backend may be ended before the late commit comes.
          if (answer.status !== operation.success) assert.equal(codeOf(answer), 'unavailable', what);
          continue;
        }
        tried += 1;
        assert.equal(answer.status, operation.success, what);
      }
      assert.ok(tried > chosen(cut).length / 3, `${tried} of ${chosen(cut).length} were cut`);
    },
  );
}

for (const cut of ['before', 'held'] as const) {
  test(`a write whose COMMIT did not arrive (${cut}) is known not to be carried out`, options, async () => {
    let tried = 0;
    for (const operation of chosen(cut)) {
      const found = await sendCut(operation, cut);
      if (!found) continue;
      const { answer, done } = found;
      const what = `${operation.id}: ${answer.text}`;
      assert.equal(done, 0, what);
      // What changes nothing is answered as it is.
      if (answer.status === operation.success) continue;
      tried += 1;
      assert.deepEqual(
        [answer.status, codeOf(answer), answer.headers['retry-after']],
        [503, 'unavailable', '1'],
        what,
      );
    }
    assert.ok(tried > chosen(cut).length / 3, `${tried} of ${chosen(cut).length} were cut`);
  });
}

test('whoever does what a lost COMMIT is answered with has each review once', options, async () => {
  for (const cut of ['after', 'before', 'late', 'held'] as const) {
    const body = newReview({ title: `Cut ${cut}` });
    proxy.arm(cut);
    let answer = await app.send('POST', '/v1/reviews', { key: app.admin, body });
    assert.ok(proxy.hasCut);
    if (answer.status === 503) answer = await app.send('POST', '/v1/reviews', { key: app.admin, body });
    assert.equal(answer.status, 201, answer.text);
    const [row] = await app.db.execute<{ count: string }>(
      sql`select count(*) from reviews where title = ${`Cut ${cut}`}`,
    );
    assert.equal(Number(row?.count), 1, cut);
  }
});

test(
  'with an Idempotency-Key the repetition gets the first answer, whatever became of the COMMIT',
  options,
  async () => {
    for (const cut of ['after', 'before', 'late', 'held'] as const) {
      const asked = {
        key: app.admin,
        body: newReview(),
        headers: { 'idempotency-key': crypto.randomUUID() },
      };
      proxy.arm(cut);
      const first = await app.send('POST', '/v1/reviews', asked);
      const second = await app.send('POST', '/v1/reviews', asked);
      assert.equal(second.status, 201, second.text);
      if (first.status === 201) {
        assert.equal(second.headers['idempotency-replayed'], 'true');
        assert.equal(second.body.id, first.body.id);
      }
    }
  },
);

test(
  'while nobody can tell, the answer says so, and a repetition with the Idempotency-Key is carried out once',
  options,
  async () => {
    const asked = { key: app.admin, body: newReview(), headers: { 'idempotency-key': crypto.randomUUID() } };
    proxy.arm('after', { away: 7000 });
    const first = await app.send('POST', '/v1/reviews', asked);
    assert.deepEqual([first.status, codeOf(first)], [503, 'outcome-unknown']);
    assert.equal(first.headers['retry-after'], undefined, 'nothing sends it again by itself');
    assert.match(first.body.detail, /Idempotency-Key/);
    let second = await app.send('POST', '/v1/reviews', asked);
    while (second.status === 503) {
      assert.equal(codeOf(second), 'unavailable');
      second = await app.send('POST', '/v1/reviews', asked);
    }
    assert.deepEqual([second.status, second.headers['idempotency-replayed']], [201, 'true']);
    assert.equal((await app.send('GET', `/v1/reviews/${second.body.id}`, { key: app.admin })).status, 200);
  },
);

test('what is read after a lost COMMIT is what it wrote', options, async () => {
  const review = await postReview(app, { status: 'published' });
  const path = `/v1/reviews/${review.slug}`;
  for (let number = 1; number <= 3; number += 1) {
    await app.send('GET', path);
    proxy.arm('after');
    const changed = await app.send('PATCH', path, {
      key: app.admin,
      body: { title: `Changed ${number}` },
      headers: { 'if-match': '*' },
    });
    assert.equal(changed.status, 200, changed.text);
    assert.equal((await app.send('GET', path)).body.title, `Changed ${number}`);
  }
});
