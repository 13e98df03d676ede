import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startTestApp } from '../../support/app.ts';
import { postReview } from '../../support/things.ts';

// Without the memory of answers (response-cache.test.ts), so that each is made anew.
const app = await startTestApp({ CORS_ORIGINS: 'https://admin.example.org', RESPONSE_CACHE_MB: 0 });
const review = await postReview(app, {
  status: 'published',
  slug: 'cached',
  tags: ['kept'],
  body: 'word '.repeat(400),
});
const publicReads = [
  '/v1/reviews',
  '/v1/reviews/cached',
  '/v1/reviews?q=word&facets=tag',
  `/v1/papers/${review.paper.slug}`,
  '/v1/tags',
  '/v1/categories?tree=true',
  '/v1/reviews/cached/related',
  '/v1/suggest?q=k',
  '/v1/changes',
];

test('every public read has a strong ETag, Last-Modified, a public Cache-Control, Surrogate-Key and Vary', async () => {
  for (const path of publicReads) {
    const { headers } = await app.send('GET', path);
    assert.match(headers.etag ?? '', /^"[^"]+"$/, path);
    assert.ok(headers['last-modified'], path);
    assert.match(headers['cache-control'] ?? '', /^public/, path);
    assert.ok(headers['surrogate-key'] !== undefined, path);
    assert.match(headers.vary ?? '', /^Origin,( Accept,)? Authorization, Accept-Encoding$/, path);
  }
  const several = await app.send('GET', '/v1/reviews/cached');
  assert.equal(several.headers.vary, 'Origin, Accept, Authorization, Accept-Encoding');
});

/** Makes the public content newer without a change of it, as another process would. */
const touchSite = (at: string) =>
  app.db
    .$client`update site_state set public_version = public_version + 1, public_changed_at = ${at}::timestamptz`;

test('Last-Modified sent back is a 304 in each form of a date, without a body; an earlier one, and no date, is a 200', async () => {
  // Until the second of the last change is over.
  await sleep(1100);
  for (const [index, path] of publicReads.entries()) {
    await touchSite(`2024-05-06T07:0${index}:08.5Z`);
    const first = await app.send('GET', path);
    const date = first.headers['last-modified'] ?? '';
    const moment = new Date(date);
    const part = (options: Intl.DateTimeFormatOptions) =>
      moment.toLocaleString('en-US', { timeZone: 'UTC', ...options });
    const [, day, month, year, time] = /, (\d\d) (\w+) (\d+) (\S+) GMT/.exec(date) ?? [];
    const forms = [
      date,
      `${part({ weekday: 'long' })}, ${day}-${month}-${year?.slice(2)} ${time} GMT`,
      `${part({ weekday: 'short' })} ${month} ${`${moment.getUTCDate()}`.padStart(2)} ${time} ${year}`,
      // Of a copy that was made a day later, where that is not yet to come.
      new Date(
        moment.getTime() + (moment.getTime() < Date.now() - 86_400_000 ? 86_400_000 : 0),
      ).toUTCString(),
    ];
    const ask = (value: string, more: Record<string, string> = {}, method = 'GET') =>
      app.send(method, path, { headers: { 'if-modified-since': value, ...more } });
    for (const form of forms) {
      for (const method of ['GET', 'HEAD']) {
        const { status, text, headers } = await ask(form, {}, method);
        assert.deepEqual([status, text, headers.etag], [304, '', first.headers.etag], `${path} ${form}`);
      }
    }
    const tomorrow = new Date(Date.now() + 86_400_000).toUTCString();
    const earlier = new Date(moment.getTime() - 1000).toUTCString();
    for (const other of [earlier, tomorrow, 'yesterday', `${Date.now()}`])
      assert.equal((await ask(other)).status, 200, `${path} ${other}`);
    assert.equal((await ask(date, { 'if-none-match': '"other"' })).status, 200, 'If-None-Match goes first');
  }
});

test('Last-Modified stays while the bytes do, whatever else is written, and a change always has another', async () => {
  for (const [index, path] of [...publicReads, '/feeds/atom.xml', '/sitemap.xml'].entries()) {
    await touchSite(`2024-06-06T07:${10 + index}:08Z`);
    const before = await app.send('GET', path);
    await touchSite(`2024-07-06T07:${10 + index}:08Z`);
    const after = await app.send('GET', path);
    const told = ({ headers }: typeof before) => headers['last-modified'];
    if (before.text === after.text) assert.equal(told(after), told(before), path);
  }
  const path = '/v1/reviews/cached';
  let date = (await app.send('GET', path)).headers['last-modified'] ?? '';
  for (const summary of ['one', 'two', 'three']) {
    // Within one second, and each time by another way: of the review, and of what it embeds.
    const changed = summary === 'two' ? '/v1/tags/kept' : path;
    const change = summary === 'two' ? { name: 'renamed' } : { summary };
    const write = { key: app.admin, headers: { 'if-match': '*' }, body: change };
    assert.equal((await app.send('PATCH', changed, write)).status, 200);
    const read = await app.send('GET', path, { headers: { 'if-modified-since': date } });
    assert.equal(read.status, 200, `the change of ${changed} is hidden`);
    date = read.headers['last-modified'] ?? '';
  }
});

test('what a key reads has no Last-Modified, since what it shows may change within a second', async () => {
  const { headers } = await app.send('GET', '/v1/reviews/cached', { key: app.admin });
  assert.equal(headers['last-modified'], undefined);
});

test('a conditional read of what has not changed is a 304 after one look at the site, and a change ends it', async () => {
  for (const path of publicReads) {
    const etag = (await app.send('GET', path)).headers.etag ?? '';
    const ask = () => app.send('GET', path, { headers: { 'if-none-match': etag } });
    assert.equal((await ask()).status, 304, path);
    const statements = await app.countStatements(async () => assert.equal((await ask()).status, 304));
    assert.equal(statements.length, 1, path);
  }
  const path = '/v1/reviews/cached';
  const etag = (await app.send('GET', path)).headers.etag ?? '';
  await app.send('PATCH', path, { key: app.admin, headers: { 'if-match': '*' }, body: { summary: 'new' } });
  assert.equal((await app.send('GET', path, { headers: { 'if-none-match': etag } })).status, 200);
});

test('a write that the public does not see leaves its answers unchanged, 304s included', async () => {
  const { headers, text } = await app.send('GET', '/v1/reviews');
  await postReview(app, { tags: ['hidden'] });
  const again = await app.send('GET', '/v1/reviews', { headers: { 'if-none-match': headers.etag ?? '' } });
  assert.equal(again.status, 304);
  assert.equal((await app.send('GET', '/v1/reviews')).text, text);
});

test('answers above a kilobyte are compressed as the caller takes them, each encoding with its own ETag', async () => {
  const read = async (encoding: string) => {
    const headers = { 'accept-encoding': encoding };
    return app.app.inject({ method: 'GET', url: '/v1/reviews/cached', headers });
  };
  const plain = await read('identity');
  const [gzip, br] = [await read('gzip'), await read('gzip, br')];
  assert.equal(gunzipSync(gzip.rawPayload).toString(), plain.body);
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body);
  assert.deepEqual([gzip.headers['content-encoding'], br.headers['content-encoding']], ['gzip', 'br']);
  assert.equal(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size, 3);
  const again = await app.app.inject({
    method: 'GET',
    url: '/v1/reviews/cached',
    headers: { 'accept-encoding': 'gzip', 'if-none-match': gzip.headers.etag },
  });
  assert.equal(again.statusCode, 304);
  const change = await app.send('PATCH', '/v1/reviews/cached', {
    key: app.admin,
    headers: { 'if-match': gzip.headers.etag as string },
    body: { summary: 'by the ETag of a compressed answer' },
  });
  assert.equal(change.status, 200);
});

test('HEAD answers what GET does, without the body', async () => {
  for (const path of publicReads) {
    const [get, head] = [await app.send('GET', path), await app.send('HEAD', path)];
    assert.deepEqual([head.status, head.text, head.headers.etag], [200, '', get.headers.etag], path);
  }
});

test('nothing that a key saw may be kept by a shared cache', async () => {
  for (const path of publicReads) {
    const { headers } = await app.send('GET', path, { key: app.admin });
    assert.equal(headers['cache-control'], 'private, no-store', path);
    assert.equal(headers['surrogate-key'], undefined, path);
  }
});

test('pages of any origin may read without a key; with a key or for a write only those of CORS_ORIGINS', async () => {
  const from = (origin: string) => ({ origin });
  const read = await app.send('GET', '/v1/reviews', { headers: from('https://anyone.example') });
  assert.equal(read.headers['access-control-allow-origin'], '*');
  assert.match(read.headers['access-control-expose-headers'] ?? '', /ETag.*Link/);
  const preflight = (origin: string, method: string, headers?: string) =>
    app.send('OPTIONS', '/v1/reviews', {
      headers: {
        origin,
        'access-control-request-method': method,
        ...(headers ? { 'access-control-request-headers': headers } : {}),
      },
    });
  const allowed = async (...asked: Parameters<typeof preflight>) =>
    (await preflight(...asked)).headers['access-control-allow-origin'];
  assert.equal(await allowed('https://anyone.example', 'GET', 'if-none-match'), '*');
  assert.equal(await allowed('https://anyone.example', 'GET', 'authorization'), undefined);
  assert.equal(await allowed('https://anyone.example', 'POST', 'content-type'), undefined);
  assert.equal(
    await allowed('https://admin.example.org', 'PATCH', 'authorization, if-match'),
    'https://admin.example.org',
  );
  const withKey = await app.send('GET', '/v1/reviews', {
    key: app.admin,
    headers: from('https://anyone.example'),
  });
  assert.equal(withKey.headers['access-control-allow-origin'], undefined);
});

test('the export streams every public review a line, and with a key every review', async () => {
  const count = async (key?: string) => {
    const answer = await app.app.inject({
      method: 'GET',
      url: '/v1/export.ndjson',
      headers: key ? { authorization: `Bearer ${key}` } : {},
    });
    assert.match(answer.headers['content-type'] as string, /^application\/x-ndjson/);
    return answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const lines = await count();
  assert.deepEqual(lines, [(await app.send('GET', '/v1/reviews/cached')).body]);
  assert.equal((await count(app.admin)).length, 2);
});
