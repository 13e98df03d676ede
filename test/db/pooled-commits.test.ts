import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { startTestApp } from '../support/app.ts';
import { type CommitProxy, type Cut, openCommitProxy } from '../support/commit-proxy.ts';
import { serverUrl } from '../support/database.ts';
import { hasPgBouncer, noPgBouncer, startPgBouncer } from '../support/pgbouncer.ts';
import { newReview } from '../support/things.ts';

const options = {
  skip:
    serverUrl === undefined
      ? 'the embedded engine is in this process: its answers are not lost'
      : !hasPgBouncer && noPgBouncer,
  timeout: 240_000,
};
const cuts: Cut[] = ['after', 'before', 'late', 'held'];

/** An application whose way to Postgres leads through a pooler, and can be cut at a COMMIT on one side of it. */
async function startPooled(mode: 'session' | 'transaction', side: 'before' | 'behind') {
  let proxy: CommitProxy | undefined;
  const app = await startTestApp({ POOL_SIZE: 4 }, async (connection) => {
    if (options.skip || !('url' in connection)) return connection;
    const server = side === 'behind' ? await openCommitProxy(connection.url) : connection;
    const pooler = await startPgBouncer(server.url, mode);
    const way = side === 'before' ? await openCommitProxy(pooler.url) : pooler;
    proxy = (side === 'before' ? way : server) as CommitProxy;
    const opened = proxy;
    after(async () => {
      opened.close();
      await pooler.stop();
    });
    return { url: way.url, ...(mode === 'transaction' ? { pooler: 'transaction' } : {}) };
  });
  const post = (body: object, id?: string) =>
    app.send('POST', '/v1/reviews', {
      ...{ key: app.admin, body },
      headers: id === undefined ? {} : { 'idempotency-key': id },
    });
  const count = async (title: unknown) => {
    const [row] = await app.db.execute<{ reviews: number; deeds: number }>(sql`
      select count(*)::int as reviews, (select count(*)::int from audit_log where thing_id in (
        select id from reviews where title = ${title})) as deeds from reviews where title = ${title}`);
    return { ...row };
  };
  return { app, post, count, proxy: proxy as CommitProxy };
}

for (const mode of ['session', 'transaction'] as const)
  for (const side of ['before', 'behind'] as const)
    test(`a COMMIT lost ${side} a pooler in ${mode} mode`, options, async (t) => {
      const { app, post, count, proxy } = await startPooled(mode, side);

      for (const cut of cuts)
        await t.test(`whoever does what its answer says has the review once (${cut})`, async () => {
          const body = newReview({ title: `Cut ${cut}` });
          proxy.arm(cut);
          const first = await post(body);
          assert.ok(proxy.hasCut);
          const found = await count(body.title);
          if (first.status === 201) assert.deepEqual(found, { reviews: 1, deeds: 1 });
          else {
            assert.deepEqual([first.status, first.body.type], [503, '/problems/unavailable'], first.text);
            assert.deepEqual(found, { reviews: 0, deeds: 0 }, 'it says that nothing was carried out');
            assert.equal((await post(body)).status, 201);
          }
          if (cut === 'after') assert.equal(first.status, 201, first.text);
          if (cut === 'before' || cut === 'held') assert.equal(first.status, 503, first.text);
          assert.deepEqual(await count(body.title), { reviews: 1, deeds: 1 });
        });

      for (const cut of cuts)
        await t.test(`a repetition with the Idempotency-Key is carried out once (${cut})`, async () => {
          const body = newReview({ title: `Repeated ${cut}` });
          const id = crypto.randomUUID();
          proxy.arm(cut);
          const first = await post(body, id);
          const second = await post(body, id);
          assert.equal(second.status, 201, second.text);
          if (first.status === 201) assert.equal(second.body.id, first.body.id);
          assert.deepEqual(await count(body.title), { reviews: 1, deeds: 1 });
        });

      await t.test('while nobody can tell, the answer says so', async () => {
        const body = newReview({ title: 'Unknown' });
        const id = crypto.randomUUID();
        proxy.arm('after', { away: 7000 });
        const first = await post(body, id);
        assert.deepEqual([first.status, first.body.type], [503, '/problems/outcome-unknown'], first.text);
        let second = await post(body, id);
        while (second.status === 503) {
          assert.equal(second.body.type, '/problems/unavailable');
          second = await post(body, id);
        }
        assert.deepEqual([second.status, second.headers['idempotency-replayed']], [201, 'true']);
        assert.deepEqual(await count(body.title), { reviews: 1, deeds: 1 });
      });
      assert.equal((await app.send('GET', '/health/ready')).status, 200);
    });
