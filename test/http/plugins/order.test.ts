import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { buildApp, plugins } from '../../../src/app.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

const base = await startTestApp();
const { id } = await postReview(base, { slug: 'open', status: 'published' });
await postThing(base, 'tags', { name: 'ordered' });
const { key: reader } = await base.makeKey(['drafts:read']);
const names = plugins.map(nameOf);

/** The name that a plugin declares (fastify-plugin). */
function nameOf(plugin: unknown): string {
  const meta = (plugin as Record<symbol, { name: string }>)[Symbol.for('plugin-meta')];
  return `${meta?.name}`;
}

const by = (key: string, headers: object = {}) => ({
  headers: { authorization: `Bearer ${key}`, ...headers },
});
const post = (url: string, payload: object, sent: object): InjectOptions => ({
  ...{ method: 'POST', url, payload },
  ...sent,
});

/** Requests that go through every plugin: what is refused where, and what is said beside the answer. */
const probes = (once: string): InjectOptions[] => [
  ...[
    { url: '/v1/reviews?limit=1' },
    { url: '/v1/reviews?limit=1' },
    { url: '/v1/reviews/open?fields=slug' },
  ],
  { url: '/v1/reviews/open', headers: { 'if-none-match': '*', origin: 'https://a.test' } },
  { url: '/v1/reviews/open', headers: { 'accept-encoding': 'gzip' } },
  { url: '/v1/reviews/open', headers: { accept: 'text/html' } },
  ...[{ url: '/v1/reviews/open.html?utm=1' }, { url: '/feeds/atom.xml' }, { url: '/v1/reviews?nonsense=1' }],
  ...[{ url: '/v1/reviews/none' }, { url: '/none' }, { url: '/v1/papers/doi:10.1/none/citation' }],
  { url: '/v1/reviews', ...by('pst_none') },
  { url: `/v1/reviews/${id}`, ...by(reader) },
  { method: 'HEAD', url: '/v1/categories' },
  { method: 'DELETE', url: '/v1/reviews' },
  { method: 'OPTIONS', url: '/v1/reviews' },
  {
    ...{ method: 'OPTIONS', url: '/v1/reviews' },
    headers: { origin: 'https://a.test', 'access-control-request-method': 'GET' },
  },
  post('/v1/tags', { name: 'refused' }, {}),
  post('/v1/tags', { name: 'refused' }, by(reader)),
  post('/v1/tags', { label: 'refused' }, by(base.admin)),
  post('/v1/tags', { name: 'refused' }, by(base.admin, { 'content-encoding': 'gzip' })),
  post('/v1/tags', { name: once }, by(base.admin, { 'idempotency-key': once })),
  post('/v1/tags', { name: once }, by(base.admin, { 'idempotency-key': once })),
  // Two faults at once: which is told depends on the order.
  post(
    '/v1/tags',
    { name: 'refused' },
    { headers: { 'idempotency-key': 'no key', 'content-encoding': 'gzip' } },
  ),
  post('/v1/tags', { name: 'refused' }, { headers: { 'idempotency-key': 'no key' } }),
  post('/v1/tags', { name: 'refused' }, by('pst_none', { 'content-encoding': 'gzip' })),
  post('/v1/tags', { label: 'refused' }, by(reader, { 'idempotency-key': 'no key' })),
  post('/v1/none', { label: 'refused' }, by('pst_none', { origin: 'https://a.test' })),
  { method: 'PATCH', url: '/v1/tags/ordered', payload: { label: 1 }, ...by(base.admin) },
  { url: '/v1/reviews?nonsense=1', ...by('pst_none', { 'if-none-match': '"x"' }) },
  { method: 'PATCH', url: '/v1/tags/ordered', payload: { description: 'x' }, ...by(base.admin) },
  { method: 'PUT', url: '/v1/tags/ordered', payload: {}, ...by(base.admin, { 'if-match': '"0-x"' }) },
  ...[{ url: '/openapi.json' }, { url: '/docs/' }, { url: '/health/live' }],
];

/** What an application that is built in this order answers to the probes; the reason when it is not built. */
async function observe(order: typeof plugins, once: string): Promise<unknown[] | string> {
  const app = await buildApp({ config: base.config, db: base.db }, order).catch(
    (error: Error) => error.message,
  );
  if (typeof app === 'string') return app;
  try {
    const seen: unknown[] = [];
    for (const probe of probes(once)) {
      const { statusCode, headers, body } = await app.inject(probe);
      const { 'x-request-id': requestId, date: _, 'last-modified': __, ...rest } = headers;
      const told = body.replaceAll(once, 'once').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
      const text = probe.method === 'POST' ? told.replaceAll(/"\d{4}-[^"]*Z"/g, '"at"') : told;
      const said = JSON.stringify(rest)
        .replaceAll(once, 'once')
        .replaceAll(/"etag":"[^,]*,/g, '');
      const digest = createHash('sha256').update(text).digest('hex');
      seen.push([probe.method, probe.url, statusCode, typeof requestId, said, digest]);
    }
    return seen;
  } finally {
    await app.close();
  }
}

test('plugins in another order are refused for a dependency that they name, or behave the same', async () => {
  assert.equal(new Set(names).size, plugins.length, 'each has a name of its own');
  const declared = await observe(plugins, 'order-900');
  assert.ok(Array.isArray(declared), `${declared}`);
  assert.deepEqual(await observe(plugins, 'order-901'), declared, 'the probes can be repeated');
  const orders = plugins.flatMap((plugin, at) => {
    const others = plugins.toSpliced(at, 1);
    return [at + 1, 0, others.length].map((place) => ({
      moved: plugin,
      order: others.toSpliced(place, 0, plugin),
    }));
  });
  let refused = 0;
  for (const [number, { moved, order }] of orders.entries()) {
    if (order.every((plugin, at) => plugin === plugins[at])) continue;
    const seen = await observe(order, `order-${100 + number}`);
    if (typeof seen === 'string') assert.match(seen, /dependency/i);
    else
      for (const [at, one] of seen.entries())
        assert.deepEqual(one, declared[at], `with ${nameOf(moved)} at ${order.indexOf(moved)}`);
    refused += Number(typeof seen === 'string');
  }
  assert.ok(refused > plugins.length, 'most orders are refused');
});
