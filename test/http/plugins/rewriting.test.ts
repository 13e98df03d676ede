import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';

const app = await startTestApp({ PUBLIC_URL: 'https://example.org/cms' });
const doi = '10.1145/3292500.3330701';
const [raw, encoded] = [`doi:${doi}`, `doi:${encodeURIComponent(doi)}`];
const ask = (method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE', path: string, payload?: object) =>
  app.app.inject({
    ...{ method, url: path, ...(payload ? { payload } : {}) },
    headers: method === 'GET' ? {} : { authorization: `Bearer ${app.admin}`, 'if-match': '*' },
  });

test('every operation takes a paper by an identifier with its slashes as they are', async () => {
  const created = await ask('PUT', `/v1/papers/${raw}`, { title: 'With slashes' });
  assert.equal(created.statusCode, 201, created.body);
  assert.equal(created.json().identifiers.doi, doi);
  for (const paper of [raw, encoded, `https://doi.org/${doi}`]) {
    const at = `/v1/papers/${paper}`;
    const answers = [
      await ask('PATCH', at, { venue: 'KDD' }),
      await ask('POST', `${at}/versions`, { number: 1 }),
      await ask('POST', `${at}/withdraw`),
      await ask('POST', `${at}/reinstate`),
      await ask('GET', at),
    ];
    for (const { statusCode, body } of answers) assert.equal(statusCode, 200, body);
  }
  const refused = await ask('POST', `/v1/papers/${raw}`);
  assert.deepEqual([refused.statusCode, refused.headers.allow?.includes('PATCH')], [405, true]);
});

test('the path of PUBLIC_URL may be left on a request', async () => {
  assert.equal((await ask('GET', `/cms/v1/papers/${raw}/citation`)).statusCode, 200);
  for (const path of ['/cms', '/cms/', '/cms?x=1', '/cms/?x=1'])
    assert.equal((await ask('GET', path)).statusCode, 200);
  for (const path of ['/cmsx/v1/tags', '/cms/cms/v1/tags', '/CMS/v1/tags'])
    assert.equal((await ask('GET', path)).statusCode, 404, path);
});

test('all spellings of an address have one answer in memory, with and without parameters that nobody knows', async () => {
  const cases = [
    [`/v1/papers/${encoded}`, `/v1/papers/${raw}`, `/cms/v1/papers/${raw}`, `/v1/papers/${raw}?`],
    [`/v1/papers/${raw}/citation`, `/v1/papers/${encoded}/citation`],
    [
      '/feeds/rss.xml',
      '/feeds/rss.xml?utm_source=x',
      '/feeds/rss.xml?utm_source=y&utm_medium=z&utm_source=w',
    ],
    ['/sitemap.xml', '/sitemap.xml?fbclid=1'],
  ];
  for (const [first = '', ...others] of cases) {
    const whole = await ask('GET', first);
    assert.equal(whole.statusCode, 200, whole.body);
    for (const other of others) {
      const again = await ask('GET', other);
      assert.deepEqual(
        [again.statusCode, again.headers['x-cache'], again.body],
        [200, 'hit', whole.body],
        other,
      );
    }
  }
});

test('a browser that comes by a link with parameters added gets the page, a program is told of them', async () => {
  const body = { paper: { title: 'Shared' }, slug: 'shared', body: 'x', language: 'en', status: 'published' };
  assert.equal((await ask('POST', '/v1/reviews', body)).statusCode, 201);
  const open = (path: string, accept: string) => app.app.inject({ url: path, headers: { accept } });
  assert.equal((await open('/v1/reviews/shared?fbclid=1', 'text/html,*/*;q=0.8')).statusCode, 200);
  assert.equal((await open('/v1/reviews/shared.html?fbclid=1', '*/*')).statusCode, 200);
  assert.equal((await open('/v1/reviews/shared?fbclid=1', 'application/json')).statusCode, 400);
  assert.equal((await open('/?x=1', '*/*')).statusCode, 200);
});
