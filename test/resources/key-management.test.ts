import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope } from '../../src/db/schema/tables.ts';
import { startTestApp } from '../support/app.ts';
import { postThing } from '../support/things.ts';

const app = await startTestApp();
const send = (method: string, path: string, key: string, body?: unknown) =>
  app.send(method, `/v1/keys${path}`, { key, ...(body === undefined ? {} : { body }) });
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const works = async (key: string) => (await app.send('GET', '/v1/reviews', { key })).status === 200;
const make = (name: string, scopes: Scope[], more = {}) => postThing(app, 'keys', { name, scopes, ...more });
const audited = async (id: string) => {
  const { body } = await app.send('GET', `/v1/audit?thing=${id}`, { key: app.admin });
  return body.data.map(({ action }: { action: string }) => action);
};

test('a key manages only keys whose scopes it has: the others are not there for it', async () => {
  const { key: manager } = await make('manager', ['keys:manage', 'drafts:read']);
  const weaker = await make('weaker', ['drafts:read']);
  const stronger = await make('stronger', ['drafts:read', 'papers:write']);
  const list = await send('GET', '?limit=100&total=true', manager);
  const ids = list.body.data.map(({ id }: { id: string }) => id);
  assert.ok(ids.includes(weaker.id) && !ids.includes(stronger.id));
  assert.ok(!list.text.includes('stronger') && list.body.page.total === ids.length);
  for (const [method, path, body] of [
    ['PATCH', '', { name: 'renamed' }],
    ['POST', '/rotate', { overlapSeconds: 0 }],
    ['DELETE', '', undefined],
  ] as const) {
    const refused = await send(method, `/${stronger.id}${path}`, manager, body);
    assert.equal(refused.status, 404, method);
    const unknown = await send(method, `/018fb9a3-6c00-7a52-8d4e-2f1b9c3a7e10${path}`, manager, body);
    assert.deepEqual({ ...refused.body, instance: '' }, { ...unknown.body, instance: '' });
  }
  assert.ok(await works(stronger.key));
  assert.deepEqual(await audited(stronger.id), ['create']);
  assert.equal((await send('PATCH', `/${weaker.id}`, manager, { name: 'renamed' })).body.name, 'renamed');
  assert.equal((await send('DELETE', `/${weaker.id}`, manager)).status, 204);
});

test('a key that a key makes, extends or rotates works no longer than that one', async () => {
  const end = later(10);
  const { key: manager, id } = await make('for ten days', ['keys:manage'], { expiresAt: end });
  const body = { name: 'copy', scopes: ['keys:manage'] };
  const copy = await send('POST', '', manager, body);
  assert.deepEqual([copy.status, copy.body.expiresAt], [201, end]);
  const earlier = await send('POST', '', manager, { ...body, expiresAt: later(5) });
  assert.equal(earlier.status, 201);
  for (const expiresAt of [null, later(11)]) {
    const made = await send('POST', '', manager, { ...body, expiresAt });
    assert.deepEqual([made.status, made.body.errors[0].pointer], [422, '/expiresAt']);
    assert.ok(made.text.includes(end));
    const extended = await send('PATCH', `/${copy.body.id}`, manager, { expiresAt });
    assert.deepEqual([extended.status, extended.body.errors[0].pointer], [422, '/expiresAt']);
    assert.equal((await send('PATCH', `/${id}`, manager, { expiresAt })).status, 422, 'not itself either');
  }
  assert.equal((await send('PATCH', `/${earlier.body.id}`, manager, { expiresAt: end })).body.expiresAt, end);
  const forever = await make('for ever', ['keys:manage']);
  const rotated = await send('POST', `/${forever.id}/rotate`, manager, {});
  assert.equal(rotated.status, 409);
  assert.ok(rotated.text.includes(end));
  assert.ok(await works(forever.key));
  assert.equal((await send('POST', `/${id}/rotate`, manager, {})).status, 200, 'itself it may');
});

test('a rotated key has a new secret at once, and the old one until the overlap ends', async () => {
  const made = await make('rotated', ['drafts:read']);
  const first = await send('POST', `/${made.id}/rotate`, app.admin, { overlapSeconds: 3600 });
  assert.equal(first.status, 200, first.text);
  const { key, previousUntil, ...rest } = first.body;
  const { key: old, previousUntil: none, lastUsedAt: _, ...before } = made;
  assert.deepEqual({ ...rest, lastUsedAt: null }, { ...before, lastUsedAt: null });
  assert.deepEqual([none, key === old], [null, false]);
  const left = Date.parse(previousUntil) - Date.now();
  assert.ok(left > 3_000_000 && left < 4_200_000, previousUntil);
  assert.ok((await works(key)) && (await works(old)));
  await app.db.$client`update api_keys set previous_until = now() where id = ${made.id}`;
  assert.deepEqual([await works(key), await works(old)], [true, false]);
  const { body } = await send('GET', '?limit=100', app.admin);
  const shown = body.data.find(({ id }: { id: string }) => id === made.id);
  assert.equal(shown.previousUntil, null);
  // Rotated twice, only the last secret before is good; without an overlap none.
  const second = (await send('POST', `/${made.id}/rotate`, app.admin)).body.key;
  const third = (await send('POST', `/${made.id}/rotate`, app.admin)).body.key;
  assert.deepEqual([await works(key), await works(second), await works(third)], [false, true, true]);
  const last = (await send('POST', `/${made.id}/rotate`, app.admin, { overlapSeconds: 0 })).body.key;
  assert.deepEqual([await works(second), await works(third), await works(last)], [false, false, true]);
  assert.deepEqual(await audited(made.id), ['rotate', 'rotate', 'rotate', 'rotate', 'create']);
  // It is revoked with all its secrets.
  const again = (await send('POST', `/${made.id}/rotate`, app.admin)).body.key;
  await send('DELETE', `/${made.id}`, app.admin);
  assert.deepEqual([await works(last), await works(again)], [false, false]);
});

test('a key is renamed and extended, also when it has expired, and not when it is revoked', async () => {
  const made = await make('as it was', ['drafts:read'], { expiresAt: later(1) });
  const end = later(3);
  const patched = await send('PATCH', `/${made.id}`, app.admin, { name: ' renamed ', expiresAt: end });
  assert.deepEqual([patched.status, patched.body.name, patched.body.expiresAt], [200, 'renamed', end]);
  assert.equal((await send('PATCH', `/${made.id}`, app.admin, {})).status, 200);
  assert.deepEqual(await audited(made.id), ['update', 'create'], 'what changes nothing is no write');
  assert.equal((await send('PATCH', `/${made.id}`, app.admin, { expiresAt: later(-1) })).status, 422);
  await app.db.$client`update api_keys set expires_at = now() where id = ${made.id}`;
  assert.equal(await works(made.key), false);
  assert.equal((await send('POST', `/${made.id}/rotate`, app.admin)).status, 409);
  assert.equal((await send('PATCH', `/${made.id}`, app.admin, { expiresAt: null })).body.expiresAt, null);
  assert.equal(await works(made.key), true);
  await send('DELETE', `/${made.id}`, app.admin);
  const { data } = (await send('GET', '?limit=100', app.admin)).body;
  assert.equal(data.find(({ id }: { id: string }) => id === made.id).status, 'revoked');
  for (const [method, path] of [
    ['PATCH', ''],
    ['POST', '/rotate'],
  ] as const)
    assert.equal((await send(method, `/${made.id}${path}`, app.admin, {})).status, 409, method);
});

test('the source of a review is shown to keys only, and nobody else finds it by that', async () => {
  const source = 'file:private-folder/draft-of-mine.md';
  const body = {
    ...{ paper: { title: 'Sourced' }, title: 'Sourced', body: 'x', language: 'en' },
    ...{ status: 'published', source },
  };
  const posted = await app.send('POST', '/v1/reviews', { key: app.admin, body });
  const { slug, id } = posted.body;
  const link = await app.send('POST', `/v1/reviews/${id}/preview-links`, { key: app.admin });
  const { pathname, search } = new URL(link.body.url);
  const paths = [
    ...[`/v1/reviews/${slug}`, `/v1/reviews/${slug}?fields=source`, `/v1/reviews/${slug}?include=jsonld`],
    ...[
      `/v1/reviews/${slug}.md`,
      `/v1/reviews/${slug}.json`,
      '/v1/export.ndjson',
      '/v1/reviews',
      pathname + search,
    ],
    ...['/feeds/rss.xml', '/v1/changes', `/v1/reviews/${slug}/related`],
  ];
  for (const path of [...paths, ...paths]) {
    const answer = await app.send('GET', path);
    assert.equal(answer.status, 200, path);
    assert.ok(!answer.text.includes('private-folder'), path);
  }
  const { key } = await app.makeKey(['taxonomy:write']);
  const find = `/v1/reviews?source=${encodeURIComponent(source)}&total=true`;
  for (const [asked, shown, total] of [
    [{}, null, 0],
    [{ key }, source, 1],
  ] as const) {
    assert.equal((await app.send('GET', `/v1/reviews/${slug}`, asked)).body.source, shown);
    assert.equal((await app.send('GET', find, asked)).body.page.total, total);
    assert.equal(
      (await app.send('GET', '/v1/export.ndjson', asked)).text.includes('private-folder'),
      total === 1,
    );
  }
});
