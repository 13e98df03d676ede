import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../../src/app.ts';
import { closeDatabase, openDatabase } from '../../../src/db/driver/client.ts';
import { invalidateVersions } from '../../../src/db/unit-of-work/version-watcher.ts';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

const app = await startTestApp();
const uncached = await buildApp({ config: { ...app.config, RESPONSE_CACHE_MB: 0 }, db: app.db });
after(() => uncached.close());
await postThing(app, 'categories', { name: 'Shelf', slug: 'shelf' });
const review = await postReview(app, {
  ...{ status: 'published', slug: 'kept', tags: ['kept', 'other'], category: 'shelf' },
  ...{ body: `## Method\n\n${'words and 낱말 '.repeat(200)}` },
});
await postReview(app, { slug: 'hidden', title: 'Hidden' });

const reads = [
  '/v1/reviews',
  '/v1/reviews?limit=5&tag=kept&total=true&facets=tag',
  '/v1/reviews?q=words&highlight=true',
  '/v1/reviews?fields=slug,title',
  '/v1/reviews/kept',
  `/v1/reviews/${review.id}?include=jsonld`,
  '/v1/reviews/kept.md',
  '/v1/reviews/kept.html',
  '/v1/reviews/kept/related',
  '/v1/reviews/kept/citation?format=bibtex',
  `/v1/papers/${review.paper.slug}`,
  '/v1/papers.bib',
  '/v1/tags',
  '/v1/tags/kept',
  '/v1/categories?tree=true',
  '/v1/suggest?q=k',
  '/v1/changes',
  '/feeds/atom.xml?tag=kept',
  '/sitemap.xml',
];
const encodings = ['identity', 'gzip', 'br, gzip'];

type Headers = Record<string, string>;
const ask = (path: string, headers: Headers = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.app.inject({ method, url: path, headers: { 'accept-encoding': 'identity', ...headers } });
const from = ({ headers }: LightMyRequestResponse) => headers['x-cache'];

/** What is the caller's: all but what each answer has anew, and the date, which is that of the process. */
function essence({ statusCode, headers, rawPayload }: LightMyRequestResponse) {
  const {
    date,
    connection,
    'last-modified': modified,
    'x-request-id': id,
    'x-cache': cache,
    'content-length': length,
    ...rest
  } = headers;
  return { statusCode, headers: rest, body: rawPayload.toString('base64') };
}

/** Makes a version of which nobody is told what it changed. */
async function forget(): Promise<void> {
  await app.db.execute(sql`update site_state set public_version = public_version + 1`);
  invalidateVersions(app.db);
  // So that those who ask next need not look for it.
  await ask('/v1/tags/none');
}

test('a public read that repeats takes no statement, and is to the byte what it was without the memory', async () => {
  for (const path of reads) {
    for (const encoding of encodings) {
      const headers = { 'accept-encoding': encoding };
      const first = await ask(path, headers);
      assert.equal(first.statusCode, 200, path);
      let again = first;
      const statements = await app.countStatements(async () => {
        again = await ask(path, headers);
      });
      assert.deepEqual(statements, [], path);
      assert.equal(from(again), 'hit', path);
      const plain = await uncached.inject({ url: path, headers });
      assert.equal(from(plain), 'bypass', path);
      for (const one of [first, again]) assert.deepEqual(essence(one), essence(plain), `${path} ${encoding}`);
      assert.match(`${again.headers['x-request-id']}`, /^[\da-f-]{36}$/);
      assert.notEqual(again.headers['x-request-id'], first.headers['x-request-id']);
      assert.equal(Number(again.headers['content-length']), again.rawPayload.length);
    }
  }
});

test('the answer to GET is that to HEAD, and to If-None-Match a 304, without a statement', async () => {
  for (const path of reads) {
    const get = await ask(path);
    const statements = await app.countStatements(async () => {
      const head = await ask(path, {}, 'HEAD');
      assert.deepEqual([head.statusCode, head.body, from(head)], [200, '', 'hit'], path);
      assert.equal(head.headers.etag, get.headers.etag);
      for (const tags of [`${get.headers.etag}`, `"x", W/${get.headers.etag}`, '*']) {
        const same = await ask(path, { 'if-none-match': tags });
        assert.deepEqual([same.statusCode, same.body, from(same)], [304, '', 'hit'], path);
        assert.equal(same.headers.etag, get.headers.etag);
        assert.equal(same.headers['content-type'], undefined);
      }
      assert.equal((await ask(path, { 'if-none-match': '"x"' })).statusCode, 200);
    });
    assert.deepEqual(statements, [], path);
  }
});

test('the order of parameters and defaults that are spelled out make no other request', async () => {
  await forget();
  const spellings = [
    ['/v1/reviews?tag=kept&limit=5', '/v1/reviews?limit=5&tag=kept', '/v1/%72eviews?tag=k%65pt&limit=5'],
    ['/v1/reviews', '/v1/reviews?limit=20', '/v1/reviews?total=false&sort=-publishedAt', '/v1/reviews?'],
    ['/v1/reviews?q=kept', '/v1/reviews?sort=relevance&q=kept'],
    ['/v1/tags', '/v1/tags?sort=name'],
    ['/v1/reviews/kept', '/v1/reviews/%6bept'],
    ['/v1/changes?limit=1000', '/v1/changes?since=0', '/v1/changes'],
    ['/v1/reviews/kept/related', '/v1/reviews/kept/related?limit=5'],
    ['/feeds/atom.xml?tag=kept&limit=1', '/feeds/atom.xml?limit=1&tag=kept'],
  ];
  for (const [first = '', ...others] of spellings) {
    const answer = await ask(first);
    assert.equal(from(answer), 'miss', first);
    for (const other of others) {
      const same = await ask(other);
      assert.equal(from(same), 'hit', other);
      assert.deepEqual(essence(same), essence(answer));
      assert.deepEqual(essence(same), essence(await uncached.inject(other)), other);
    }
  }
  assert.equal(from(await ask('/v1/reviews?q=kept&sort=-publishedAt')), 'miss');
  const order = await ask('/v1/reviews?tag=kept&tag=other&limit=1');
  assert.equal(from(order), 'miss');
  assert.equal(from(await ask('/v1/reviews?tag=other&tag=kept&limit=1')), 'miss');
});

test('however many ask for an answer that is not there, it is computed once', async () => {
  for (const path of reads) {
    await forget();
    const alone = await app.countStatements(() => ask(path));
    await forget();
    const together = await app.countStatements(async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, index) => ask(path, { 'accept-encoding': `${encodings[index % 3]}` })),
      );
      assert.equal(all.filter((one) => from(one) === 'miss').length, 1, path);
      for (const one of all) assert.equal(one.statusCode, 200, path);
    });
    assert.equal(together.length, alone.length, path);
  }
});

test('who waits for a computation that fails computes for himself', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => ask('/v1/reviews/nothing-there')));
  for (const one of all) assert.deepEqual([one.statusCode, from(one)], [404, 'bypass']);
  const late = await ask('/v1/reviews?after=nonsense');
  assert.equal(late.statusCode, 400);
});

test('a write is seen by the next read, whatever was asked before it and is still under way', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const early = [ask('/v1/reviews/kept'), ask('/v1/reviews')];
    const written = await app.send('PATCH', '/v1/reviews/kept', {
      ...{ key: app.admin, headers: { 'if-match': '*' } },
      body: { summary: `round ${round}` },
    });
    assert.equal(written.status, 200);
    const [one, list] = await Promise.all([ask('/v1/reviews/kept'), ask('/v1/reviews')]);
    assert.equal(one.json().summary, `round ${round}`);
    assert.equal(list.json().data[0].summary, `round ${round}`);
    await Promise.all(early);
  }
});

test('a write forgets the answers that it may have changed, and no others', async () => {
  await postThing(app, 'categories', { name: 'Far', slug: 'far' });
  const paper = { title: 'Apart', venue: 'There' };
  await postReview(app, { status: 'published', slug: 'apart', tags: ['apart'], category: 'far', paper });
  await forget();
  const touched = [
    ...['/v1/reviews', '/v1/reviews?sort=title', '/v1/reviews?tag=kept', '/v1/reviews?tag=kept&language=en'],
    ...[
      '/v1/reviews?category=shelf',
      '/v1/reviews?tag=apart&sort=updatedAt',
      '/v1/reviews?tag=apart&tag=nothing',
    ],
    ...['/v1/reviews/kept', `/v1/reviews/${review.id}`, '/v1/tags', '/v1/tags/kept', '/v1/categories'],
    ...['/v1/reviews?tag=nothing', '/v1/reviews?q=apart', '/v1/reviews?tag=apart&facets=tag', '/v1/changes'],
    ...[
      '/v1/reviews?tag=apart&venue=there',
      '/v1/reviews?tag=apart&fields=slug',
      '/feeds/atom.xml?tag=apart',
    ],
  ];
  const spared = [
    ...['/v1/reviews?tag=apart', '/v1/reviews?tag=apart&total=true&limit=5', '/v1/reviews?category=far'],
    ...['/v1/reviews?tag=apart&category=far&language=en', '/v1/reviews/apart', '/v1/reviews/apart.md'],
    ...['/v1/tags/apart', '/v1/categories/far', '/v1/reviews/apart?include=jsonld'],
  ];
  for (const path of [...touched, ...spared]) await ask(path);
  await app.send('PATCH', '/v1/reviews/kept', {
    ...{ key: app.admin, headers: { 'if-match': '*' } },
    body: { title: 'Another title' },
  });
  for (const path of spared) {
    const kept = await ask(path);
    assert.equal(from(kept), 'hit', path);
    const { body, headers } = await uncached.inject({
      url: path,
      headers: { 'accept-encoding': 'identity' },
    });
    assert.deepEqual([kept.body, kept.headers.etag], [body, headers.etag], path);
  }
  for (const path of touched) assert.notEqual(from(await ask(path)), 'hit', path);
});

test('a write that changes more than a notification can tell forgets all answers', async () => {
  const tags = Array.from({ length: 50 }, (_, index) => `${index}${' 낱말'.repeat(60)}`);
  await postReview(app, { status: 'published', slug: 'wide', tags });
  await ask('/v1/reviews/apart');
  const { status } = await app.send('PATCH', '/v1/reviews/wide', {
    ...{ key: app.admin, headers: { 'if-match': '*' } },
    body: { title: 'Wider' },
  });
  assert.equal(status, 200);
  assert.equal(from(await ask('/v1/reviews/apart')), 'miss');
});

test('nothing that a key saw is kept, and nothing that is kept is given to a key', async () => {
  await forget();
  const key = { authorization: `Bearer ${app.admin}` };
  for (const path of ['/v1/reviews', '/v1/reviews/kept', '/v1/tags', '/v1/changes']) {
    for (let time = 0; time < 2; time += 1) assert.equal(from(await ask(path, key)), 'bypass', path);
    assert.equal(from(await ask(path)), 'miss', path);
    const answer = await ask(path);
    assert.equal(from(answer), 'hit', path);
    assert.ok(!answer.body.includes('hidden'), path);
    assert.equal(from(await ask(path, key)), 'bypass', path);
  }
  assert.ok((await ask('/v1/reviews', key)).body.includes('hidden'));
  for (const wrong of ['Bearer nonsense', 'Basic abc', ''])
    assert.equal((await ask('/v1/reviews', { authorization: wrong })).statusCode, 401, wrong);
});

test('while no connection is free, what is kept is answered', async () => {
  const small = { ...app.config, POOL_SIZE: 1, POOL_TIMEOUT_MS: 50 };
  const db = openDatabase(app.db.$connection, small);
  const crowded = await buildApp({ config: small, db });
  assert.equal((await crowded.inject('/v1/tags')).statusCode, 200);
  await db.transaction(async (tx) => {
    await tx.execute('select 1');
    assert.equal((await crowded.inject('/v1/tags?limit=3')).statusCode, 503);
    const kept = await crowded.inject('/v1/tags');
    assert.deepEqual([kept.statusCode, from(kept)], [200, 'hit']);
    const headers = { 'if-none-match': `${kept.headers.etag}` };
    assert.equal((await crowded.inject({ url: '/v1/tags', headers })).statusCode, 304);
  });
  await crowded.close();
  await closeDatabase(db);
});

test('links lead to where the service was asked, each caller to his own', async () => {
  for (const host of ['one.example', 'two.example', 'one.example']) {
    const answer = await ask('/feeds/atom.xml', { host });
    assert.ok(answer.body.includes(`http://${host}/`), host);
  }
  const { headers } = await ask('/v1/reviews/kept', { accept: 'text/markdown' });
  assert.match(`${headers['content-type']}`, /^text\/markdown/);
  assert.match(`${(await ask('/v1/reviews/kept')).headers['content-type']}`, /^application\/json/);
});

test('what streams, what is not found and what has moved is not kept', async () => {
  await app.send('PATCH', '/v1/tags/other', {
    ...{ key: app.admin, headers: { 'if-match': '*' } },
    body: { slug: 'moved' },
  });
  for (const [path, status] of [
    ['/v1/export.ndjson', 200],
    ['/v1/reviews/none', 404],
    ['/v1/tags/other', 308],
    ['/v1/reviews?limit=0', 400],
  ] as const) {
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask(path);
      assert.deepEqual([answer.statusCode, from(answer)], [status, 'bypass'], path);
    }
  }
});

test('over a connection a kept answer is what it is by way of the application, one after the other', async () => {
  const address = await app.app.listen({ port: 0, host: '127.0.0.1' });
  const get = async (path: string, headers: Headers = {}) => {
    const sent = request(`${address}${path}`, {
      headers: { 'accept-encoding': 'identity', ...headers },
    }).end();
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = await response.toArray();
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
  };
  for (const path of reads) {
    await get(path);
    const statements = await app.countStatements(async () => {
      const { status, headers, body } = await get(path);
      assert.deepEqual([status, headers['x-cache']], [200, 'hit'], path);
      assert.ok(headers.date && headers['x-request-id'] && headers['access-control-allow-origin']);
      const same = await ask(path, { host: headers.host ?? new URL(address).host });
      assert.equal(body, same.body);
      assert.equal(headers.etag, same.headers.etag);
      assert.equal((await get(path, { 'if-none-match': headers.etag })).status, 304);
    });
    assert.deepEqual(statements, [], path);
  }
  assert.equal(connectionOf(await get('/v1/reviews')), 'keep-alive');
  assert.equal(connectionOf(await get('/v1/reviews', { connection: 'close' })), 'close');
  const keyed = await get('/v1/reviews', { authorization: `Bearer ${app.admin}` });
  assert.deepEqual([keyed.status, keyed.headers['x-cache']], [200, 'bypass']);
  assert.equal((await get('/v1/reviews', { 'content-encoding': 'gzip' })).status, 415);
});

test('requests that come at once over one connection are answered in their order, and the last one ends it', async () => {
  const { port } = app.app.server.address() as AddressInfo;
  const asking = (method: string, path: string, more = '') =>
    `${method} ${path} HTTP/1.1\r\nhost: here\r\n${more}\r\n`;
  const etag = (await ask('/v1/tags', { host: 'here' })).headers.etag;
  await ask('/v1/tags', { host: 'here' });
  const socket = connect(port, '127.0.0.1');
  socket.write(
    [
      asking('GET', '/v1/tags'),
      asking('HEAD', '/v1/tags'),
      asking('GET', '/v1/tags/nowhere'),
      asking('GET', '/v1/tags', `if-none-match: ${etag}\r\n`),
      asking('GET', '/v1/tags'),
      asking('GET', '/v1/tags', 'connection: close\r\n'),
    ].join(''),
  );
  const text = (await socket.setEncoding('utf8').toArray()).join('');
  const found = [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));
  assert.deepEqual(found, [200, 200, 404, 304, 200, 200]);
  assert.equal(text.match(/"data":/g)?.length, 3);
  assert.equal(text.match(/^date: /gim)?.length, 6);
  assert.equal(text.match(/^x-cache: hit/gim)?.length, 5);
});

const connectionOf = ({ headers }: { headers: Record<string, string> }) => headers.connection;
