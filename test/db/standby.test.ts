import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../support/postgres.ts';
import { ask, cleanUp, finishPostil, startServer } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const binaries = await findPostgres();
const options = { skip: binaries === undefined && noPostgres, timeout: 120_000 };
const admin = 'k'.repeat(32);
const cleanups: (() => unknown)[] = [];
let primary: PostgresServer;

before(async () => {
  if (binaries === undefined) return;
  primary = await createPostgres(binaries);
  cleanups.push(() => primary.remove());
});

after(async () => {
  await cleanUp();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function replicate(): Promise<PostgresServer> {
  const standby = await primary.replicate();
  cleanups.push(() => standby.remove());
  return standby;
}

test(
  'a start on a standby without tables waits, and ends in one line that says what to do',
  options,
  async () => {
    const standby = await replicate();
    const variables = { DATABASE_URL: standby.url, PORT: '0', START_TIMEOUT_MS: '500' };
    const { code, stderr } = await finishPostil(['serve'], variables);
    assert.equal(code, 1);
    assert.match(stderr, /^The database is wrong: [^\n]*read-only[^\n]*standby[^\n]*takes writes\.\n$/);
    await standby.stop();
  },
);

test(
  'a service that is started on a standby reads, takes no write, and goes on when it is promoted',
  options,
  async () => {
    const before = await startServer({ DATABASE_URL: primary.url, ADMIN_KEY: admin, SAMPLE_CONTENT: 'true' });
    const made = await ask(`${before.url}/v1/keys`, {
      key: admin,
      body: { name: 'reader', scopes: ['drafts:read', 'keys:manage'] },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { body: draft } = await ask(`${before.url}/v1/reviews`, { key: admin, body: newReview() });
    const { epoch } = (await ask(`${before.url}/v1/changes`)).body;
    const link = await ask(`${before.url}/v1/reviews/${draft.id}/preview-links`, { key: admin, body: {} });
    await before.stop();
    const standby = await replicate();
    await primary.stop('immediate');

    for (const WORKERS of ['1', '2']) {
      const service = await startServer({ DATABASE_URL: standby.url, ADMIN_KEY: admin, WORKERS });
      const at = (path: string, asked: Parameters<typeof ask>[1] = {}) => ask(`${service.url}${path}`, asked);
      const ready = await at('/health/ready');
      assert.equal(ready.status, 503);
      assert.match(ready.body.detail, /^The database takes no writes[^.\n]*standby\.$/);
      const [review] = (await at('/v1/reviews')).body.data;
      const reads = [
        ...['/v1/reviews?q=attention', '/v1/reviews?total=true&facets=tag', `/v1/reviews/${review.slug}`],
        ...['/v1/changes', '/v1/tags', '/v1/papers', '/v1/categories', '/feeds/rss.xml', '/sitemap.xml'],
        ...[
          `/v1/reviews/${draft.id}`,
          `/v1/reviews/${review.id}/revisions`,
          `/v1/reviews/${draft.id}/preview-links`,
        ],
        ...['/v1/keys', '/v1/audit', '/v1/export.ndjson', '/v1/archive.ndjson'],
      ];
      // A key of the database, of which it is noted when it was used.
      for (const key of [admin, made.body.key])
        for (const path of reads) {
          const { status, body } = await at(path, { key });
          assert.ok(status === 200 || (key !== admin && status === 403), `${path} ${JSON.stringify(body)}`);
        }
      if (link.status === 201)
        assert.equal((await ask(link.body.url.replace(/^https?:\/\/[^/]+/, service.url))).status, 200);

      const writes: [string, string, unknown?][] = [
        ['POST', '/v1/reviews', newReview()],
        ['POST', '/v1/papers', { title: 'New' }],
        ['POST', '/v1/tags', { name: 'New' }],
        ['POST', '/v1/categories', { name: 'New' }],
        ['POST', '/v1/keys', { name: 'new', scopes: ['reviews:write'] }],
        ['PATCH', `/v1/reviews/${review.id}`, { title: 'Other' }],
        ['PUT', '/v1/tags/other', { name: 'Other' }],
        ['DELETE', `/v1/reviews/${review.id}`],
        ['DELETE', `/v1/reviews/${draft.id}?permanent=true`],
        ['POST', `/v1/reviews/${draft.id}/publish`, {}],
        ['POST', `/v1/reviews/${draft.id}/preview-links`, {}],
        ['POST', '/v1/batch?atomic=true', [{ type: 'tag', data: { name: 'One' } }]],
      ];
      for (const [method, path, body] of writes) {
        const headers = {
          'if-match': '*',
          ...(path === '/v1/reviews' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        };
        const answer = await at(path, { key: admin, method, headers, body });
        const what = `${method} ${path} ${JSON.stringify(answer.body)}`;
        assert.deepEqual([answer.status, answer.body.type], [503, '/problems/read-only'], what);
        assert.equal(answer.headers.get('retry-after'), '1', what);
      }
      const items = [{ type: 'tag', data: { name: 'One' } }];
      assert.notEqual((await at('/v1/batch', { key: admin, body: items })).status, 500);
      assert.doesNotMatch(service.stdout(), /"statusCode":500|"stack"/);
      if (WORKERS === '2') {
        await standby.promote();
        for (let tries = 0; (await at('/health/ready')).status !== 200; tries += 1) {
          assert.ok(tries < 200, service.stdout());
          await sleep(50);
        }
        assert.equal((await at('/v1/reviews', { key: admin, body: newReview() })).status, 201);
        assert.notEqual((await at('/v1/changes')).body.epoch, epoch);
      }
      await service.stop();
    }
  },
);
