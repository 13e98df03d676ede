import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { makeSecret } from '../../../src/access/secret.ts';
import { buildApp } from '../../../src/app.ts';
import type { Config } from '../../../src/config.ts';
import { uuidv7 } from '../../../src/db/schema/columns.ts';
import { startTestApp } from '../../support/app.ts';
import { newReview, postReview } from '../../support/things.ts';

const burst = 5;
/** A burst, and so little afterwards that no test sees it. */
const few = { LIMIT_READS_PER_SECOND: burst / 1e5, LIMIT_BURST_SECONDS: 1e5 };

const app = await startTestApp();
await postReview(app, { status: 'published', slug: 'kept' });

/** The application with other limits, on the same database; every test has callers of its own. */
async function limit(settings: Partial<Config>) {
  const limited = await buildApp({ config: { ...app.config, ...settings }, db: app.db });
  after(() => limited.close());
  let others = 0;
  const ask = async (address: string, url: string, options: InjectOptions = {}) => {
    const answer = await limited.inject({ url, remoteAddress: address, ...options });
    const contentType = `${answer.headers['content-type'] ?? ''}`;
    app.check({
      method: options.method ?? 'GET',
      path: url,
      status: answer.statusCode,
      contentType,
      body: contentType.includes('json') ? answer.json() : answer.body,
    });
    return answer;
  };
  const askMany = async (address: string, urls: string[], options: InjectOptions = {}) => {
    const statuses: number[] = [];
    for (const url of urls) statuses.push((await ask(address, url, options)).statusCode);
    return statuses;
  };
  const newAddress = () => {
    others += 1;
    return `192.0.2.${others}`;
  };
  return { app: limited, ask, askMany, newAddress };
}

const reading = await limit(few);
const many = (url: string, times: number) => Array<string>(times).fill(url);
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test('who asks faster than a caller may is refused with the time to wait, and nobody else is', async () => {
  const { ask, askMany, newAddress } = reading;
  const [address, other] = [newAddress(), newAddress()];
  assert.deepEqual(await askMany(address, many('/v1/reviews', burst)), Array(burst).fill(200));
  const refused = await ask(address, '/v1/reviews');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.json().type, '/problems/too-many-requests');
  assert.match(`${refused.headers['retry-after']}`, /^[1-9]\d*$/);
  assert.match(`${refused.headers.ratelimit}`, /^"reads";r=0;t=[1-9]\d*$/);
  assert.equal(refused.headers['ratelimit-policy'], `"reads";q=${burst};w=100000`);
  assert.equal(refused.headers['cache-control'], 'private, no-store');
  assert.equal((await ask(other, '/v1/reviews')).statusCode, 200);
});

test('a caller is let through again when the time is over that it was told', async () => {
  const { ask, newAddress } = await limit({ LIMIT_READS_PER_SECOND: 1, LIMIT_BURST_SECONDS: 1 });
  const address = newAddress();
  let refused = await ask(address, '/v1/tags');
  while (refused.statusCode !== 429) refused = await ask(address, '/v1/tags');
  assert.equal(refused.headers['retry-after'], '1');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal((await ask(address, '/v1/tags')).statusCode, 200);
});

test('what comes out of memory, HEAD, 304 and 404 count as every read, whichever way they go', async () => {
  const server = await listen(few);
  const { headers } = await server.ask('/v1/reviews/kept');
  const [miss, hit, head, same, missing, over] = [
    await server.ask('/v1/reviews/kept?fields=slug'),
    await server.ask('/v1/reviews/kept'),
    await server.ask('/v1/reviews/kept', {}, 'HEAD'),
    await server.ask('/v1/reviews/kept', { 'if-none-match': `${headers.etag}` }),
    await server.ask('/nowhere'),
    await server.ask('/v1/reviews/kept'),
  ];
  const seen = [miss, hit, head, same, missing, over].map((one) => [one?.status, one?.headers['x-cache']]);
  assert.deepEqual(seen, [
    [200, 'miss'],
    [200, 'hit'],
    [200, 'hit'],
    [304, 'hit'],
    [429, undefined],
    [429, 'bypass'],
  ]);
  const left = [miss, hit, head, same, over].map((one) => /r=(\d+)/.exec(`${one?.headers.ratelimit}`)?.[1]);
  assert.deepEqual(left, ['3', '2', '1', '0', '0']);
  for (const one of [miss, hit, head, same, over])
    assert.equal(one?.headers['ratelimit-policy'], `"reads";q=${burst};w=100000`);
});

test('what is left is told to each caller, and is no part of the answer that is remembered', async () => {
  const { ask, newAddress } = reading;
  const [one, other] = [newAddress(), newAddress()];
  const url = '/v1/reviews?limit=7';
  const answers = [await ask(one, url), await ask(one, url), await ask(other, url)];
  assert.deepEqual(
    answers.map(({ headers }) => [headers['x-cache'], /r=\d+/.exec(`${headers.ratelimit}`)?.[0]]),
    [
      ['miss', 'r=4'],
      ['hit', 'r=3'],
      ['hit', 'r=4'],
    ],
  );
  const free = await app.send('GET', url);
  assert.equal(free.headers.ratelimit, undefined, 'not limited, not told');
  for (const { headers } of answers)
    assert.deepEqual([headers.etag, headers.vary], [free.headers.etag, free.headers.vary]);
});

test('an IPv6 network (/64) is one caller, and an IPv4 address in IPv6 is that', async () => {
  const { askMany, ask } = reading;
  await askMany('2001:db8:1:2::1', many('/v1/tags', burst));
  assert.equal((await ask('2001:db8:1:2:ffff::9', '/v1/tags')).statusCode, 429);
  assert.equal((await ask('2001:db8:1:3::1', '/v1/tags')).statusCode, 200);
  await askMany('::ffff:198.51.100.1', many('/v1/tags', burst));
  assert.equal((await ask('198.51.100.1', '/v1/tags')).statusCode, 429);
});

test('a key is a caller wherever it is used, and its address and other keys of it are others', async () => {
  const { ask, askMany, newAddress } = reading;
  const [address, elsewhere] = [newAddress(), newAddress()];
  const [{ key }, second] = [await app.makeKey(['drafts:read']), await app.makeKey(['drafts:read'])];
  // Until it is known to be good, a key is whoever sends it.
  assert.equal((await ask(address, '/v1/tags', { headers: bearer(key) })).statusCode, 200);
  assert.deepEqual(
    await askMany(address, many('/v1/tags', burst), { headers: bearer(key) }),
    Array(burst).fill(200),
  );
  assert.equal((await ask(elsewhere, '/v1/tags', { headers: bearer(key) })).statusCode, 429);
  assert.equal((await ask(address, '/v1/tags', { headers: bearer(second.key) })).statusCode, 200);
  assert.equal((await ask(address, '/v1/tags')).statusCode, 200);
});

test("nobody uses up what a key may do with the key's id alone", async () => {
  const { ask, askMany, newAddress } = reading;
  const { key, id } = await app.makeKey(['drafts:read']);
  assert.equal((await ask(newAddress(), '/v1/tags', { headers: bearer(key) })).statusCode, 200);
  const forged = { headers: bearer(makeSecret(id)) };
  const statuses = await askMany(newAddress(), many('/v1/tags', burst + 1), forged);
  assert.deepEqual(statuses, [...Array(burst).fill(401), 429]);
  assert.equal((await ask(newAddress(), '/v1/tags', { headers: bearer(key) })).statusCode, 200);
});

test('writes are counted apart from reads, and refused before their body is read', async () => {
  const { ask, askMany, newAddress } = await limit({
    ...{ LIMIT_WRITES_PER_SECOND: 2 / 1e5, LIMIT_BURST_SECONDS: 1e5, LIMIT_READS_PER_SECOND: 1 / 1e5 },
  });
  const address = newAddress();
  const headers = { ...bearer(app.admin), 'content-type': 'application/json' };
  const post = (payload: string) =>
    ask(address, '/v1/reviews', { method: 'POST', headers: { ...headers }, payload });
  assert.equal((await post(JSON.stringify(newReview()))).statusCode, 201);
  assert.equal((await post(JSON.stringify(newReview()))).statusCode, 201);
  assert.equal((await post('{')).statusCode, 400);
  const refused = await post('{');
  assert.equal(refused.statusCode, 429);
  assert.match(`${refused.headers.ratelimit}`, /^"writes";r=0;/);
  assert.deepEqual(await askMany(address, many('/v1/tags', 2), { headers }), [200, 429]);
});

test('health and OPTIONS count apart from reads, as many of them as of those', async () => {
  const { ask, askMany, newAddress } = reading;
  const address = newAddress();
  await askMany(address, many('/v1/tags', burst + 1));
  for (const url of ['/health/live', '/health/ready', '/health/live?a&a&a']) {
    const other = newAddress();
    assert.deepEqual((await askMany(other, many(url, burst + 1))).at(-1), 429, url);
    assert.equal((await ask(other, '/v1/tags')).statusCode, 200);
  }
  assert.deepEqual(await askMany(address, many('/health/live', burst - 2)), Array(burst - 2).fill(200));
  const preflight = { origin: 'https://example.org', 'access-control-request-method': 'GET' };
  for (const headers of [{}, preflight]) {
    const options = await ask(address, '/v1/tags', { method: 'OPTIONS', headers });
    assert.equal(options.statusCode, 204);
  }
  const refused = await ask(address, '/v1/tags', { headers: { origin: 'https://example.org' } });
  assert.equal(refused.statusCode, 429);
  assert.match(`${refused.headers['access-control-expose-headers']}`, /RateLimit, RateLimit-Policy/);
});

test('behind a proxy that is trusted each address that it names is a caller; others name nobody', async () => {
  const trusting = await listen({ ...few, TRUST_PROXY: 1 });
  const plain = await listen(few);
  for (const [server, expected] of [
    [trusting, 200],
    [plain, 429],
  ] as const) {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let time = 0; time < burst; time += 1)
      assert.equal((await server.ask('/v1/reviews/kept', from('203.0.113.1'))).status, 200);
    assert.equal((await server.ask('/v1/reviews/kept', from('203.0.113.1'))).status, 429);
    const other = await server.ask('/v1/reviews/kept', from('203.0.113.2'));
    assert.equal(other.status, expected);
  }
});

test('an address that sent too many keys that are none is looked at no more, but for keys that were good', async () => {
  const operatorKey = 'o'.repeat(40);
  const { ask, askMany, newAddress } = await limit({
    ...{ ADMIN_KEY: operatorKey, LIMIT_FAILED_KEYS_PER_MINUTE: 3 },
  });
  const [address, elsewhere] = [newAddress(), newAddress()];
  const [known, late] = [await app.makeKey(['drafts:read']), await app.makeKey(['drafts:read'])];
  const tags = (key: string, from = address) => ask(from, '/v1/tags', { headers: bearer(key) });
  assert.equal((await tags(known.key)).statusCode, 200);
  const wrong = ['mistyped', makeSecret(late.id), makeSecret(uuidv7())];
  for (const key of wrong) assert.equal((await tags(key)).statusCode, 401);
  const statements = await app.countStatements(async () => {
    // A new try comes in every twenty seconds, which a test may take.
    let refused = await tags(makeSecret(uuidv7()));
    while (refused.statusCode === 401) refused = await tags(makeSecret(uuidv7()));
    assert.equal(refused.statusCode, 429);
    assert.match(`${refused.headers['retry-after']}`, /^([1-9]|1\d|20)$/);
  });
  assert.ok(statements.length <= 1, 'what is refused is not looked up');
  for (const key of [late.key, operatorKey, 'mistyped']) assert.equal((await tags(key)).statusCode, 429);
  assert.equal((await tags(known.key)).statusCode, 200);
  assert.deepEqual(await askMany(address, many('/v1/tags', 5)), Array(5).fill(200));
  for (const key of [late.key, operatorKey]) {
    assert.equal((await tags(key, elsewhere)).statusCode, 200);
    assert.equal((await tags(key)).statusCode, 200, 'good by now');
  }
  await app.send('DELETE', `/v1/keys/${known.id}`, { key: app.admin, headers: { 'if-match': '*' } });
  assert.equal((await tags(known.key)).statusCode, 401);
  assert.equal((await tags(known.key)).statusCode, 429, 'good no more');
});

test('every address counts: what is refused for its query, its method, its headers or its key, too', async () => {
  const { ask, newAddress } = reading;
  const wrong: [string, InjectOptions, number][] = [
    ['/v1/reviews?a=%ff', {}, 400],
    [`/v1/reviews?${'a&'.repeat(101)}`, {}, 400],
    ['/v1/tags', { headers: { 'content-encoding': 'gzip' } }, 415],
    ['/nowhere', {}, 404],
    ['/v1/keys', {}, 401],
    ['/v1/keys', { headers: bearer('mistyped') }, 401],
    ['/v1/tags?nonsense=1', {}, 400],
  ];
  for (const [url, options, status] of wrong) {
    const address = newAddress();
    const statuses: number[] = [];
    for (let time = 0; time <= burst; time += 1)
      statuses.push((await ask(address, url, { ...options })).statusCode);
    assert.deepEqual(statuses, [...Array(burst).fill(status), 429], url);
  }
});

test('every operation says that it can be refused, and when to come back', () => {
  for (const [path, operations] of Object.entries(app.document.paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      const refusal = responses['429'] as { headers?: object } | undefined;
      const told = Object.keys(refusal?.headers ?? {});
      assert.deepEqual(told, ['Retry-After', 'RateLimit', 'RateLimit-Policy'], `${method} ${path}`);
    }
  }
});

type Reply = { status: number | undefined; headers: OutgoingHttpHeaders };

/** A server of these settings, asked over the network. */
async function listen(settings: Partial<Config>) {
  const limited = await limit(settings);
  await limited.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = limited.app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  after(() => agent.destroy());
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> => {
    const asked = request({ port, host: '127.0.0.1', path, headers, method, agent }).end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    await once(answer, 'end');
    return { status: answer.statusCode, headers: answer.headers };
  };
  return { ask };
}
