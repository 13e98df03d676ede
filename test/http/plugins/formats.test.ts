import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../support/app.ts';
import { postReview, postThing } from '../../support/things.ts';

// Statements are counted: no answer comes out of memory.
const app = await startTestApp({ RESPONSE_CACHE_MB: 0 });
const review = await postReview(app, {
  ...{
    slug: 'formed',
    status: 'published',
    tags: ['tea'],
    category: null,
    summary: 'A </script><!-- summary',
  },
  paper: { title: 'Forms', slug: 'forms', identifiers: { arxiv: '2401.00001' }, authors: [{ name: 'Ada' }] },
});
const jsonLd = 'application/ld+json';
const paths = ['/v1/reviews', '/v1/reviews/formed', '/v1/papers', '/v1/papers/forms'];
const read = (path: string, accept?: string, more: Record<string, string> = {}) =>
  app.send('GET', path, { headers: { ...(accept === undefined ? {} : { accept }), ...more } });
const typeOf = async (path: string, accept?: string) =>
  (await read(path, accept)).headers['content-type']?.split(';')[0];

test('the form of an answer is the one that Accept likes best; JSON when it says nothing or nothing that there is', async () => {
  const cases: [string | undefined, string][] = [
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['image/svg+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
    ['image/png', 'application/json'],
    ['nonsense', 'application/json'],
    ['', 'application/json'],
    [jsonLd, jsonLd],
    ['application/LD+JSON', jsonLd],
    [`${jsonLd};profile="http://www.w3.org/ns/json-ld#expanded"`, 'application/json'],
    [`text/csv, ${jsonLd};q=0.5`, jsonLd],
    [`application/json;q=0.4, ${jsonLd};q=0.5`, jsonLd],
    [`application/json, ${jsonLd};q=0.9`, 'application/json'],
    [`${jsonLd};q=0, */*`, 'application/json'],
    [`application/json;q=0, */*`, jsonLd],
  ];
  for (const path of paths) {
    for (const [accept, type] of cases) assert.equal(await typeOf(path, accept), type, `${path} ${accept}`);
  }
});

test('of a list of media types the first hundred count', async () => {
  for (const path of paths) {
    assert.equal(await typeOf(path, `${'a/b,'.repeat(99)}${jsonLd}`), jsonLd, path);
    assert.equal(await typeOf(path, `${'a/b,'.repeat(100)}${jsonLd}`), 'application/json', path);
  }
});

test('each form has an ETag of its own, by which it is a 304 and another form is not', async () => {
  for (const path of paths) {
    const [plain, linked] = [await read(path), await read(path, jsonLd)];
    for (const { headers } of [plain, linked]) {
      assert.match(headers.etag ?? '', /^"[^"]+"$/);
      assert.ok(headers['last-modified'], path);
      assert.match(headers.vary ?? '', /(^|, )Accept(,|$)/, path);
    }
    assert.notEqual(plain.headers.etag, linked.headers.etag);
    assert.match(plain.headers['cache-control'] ?? '', /^public,/);
    assert.ok(plain.headers['surrogate-key']);
    assert.match(linked.headers['cache-control'] ?? '', /^private,/, 'for no cache that ignores Vary');
    assert.equal(linked.headers['surrogate-key'], undefined);
    const again = async (etag: string | undefined, accept?: string) =>
      (await read(path, accept, { 'if-none-match': etag ?? '' })).status;
    assert.equal(await again(linked.headers.etag, jsonLd), 304);
    assert.equal(await again(plain.headers.etag, jsonLd), 200);
    assert.equal(await again(linked.headers.etag), 200);
    const statements = await app.countStatements(() => again(linked.headers.etag, jsonLd));
    assert.equal(statements.length, 1, 'an unchanged form costs one look at the site');
    const fresh = await app.countStatements(() => read(path, jsonLd));
    assert.equal(fresh.length, 1, 'a form costs the statements of the list or the thing');
  }
  const { headers } = await read('/v1/tags', jsonLd);
  assert.doesNotMatch(headers.vary ?? '', /(^|, )Accept(,|$)/, 'one form needs no Vary');
});

test('a list in another form has the same pages, and what fields trims is JSON', async () => {
  await postReview(app, { status: 'published' });
  const { headers } = await read('/v1/reviews?limit=1', jsonLd);
  assert.match(headers.link ?? '', /rel="next"/);
  assert.equal(await typeOf('/v1/reviews?fields=id', jsonLd), 'application/json');
});

test('errors and redirects are what they are, whatever form was asked for', async () => {
  const missing = await read('/v1/reviews/nowhere', jsonLd);
  assert.deepEqual([missing.status, missing.body.type], [404, '/problems/not-found']);
  await app.send('PATCH', '/v1/papers/forms', {
    ...{ key: app.admin, headers: { 'if-match': '*' }, body: { slug: 'formed-anew' } },
  });
  assert.equal((await read('/v1/papers/forms', jsonLd)).status, 308);
  await app.send('PATCH', '/v1/papers/formed-anew', {
    ...{ key: app.admin, headers: { 'if-match': '*' }, body: { slug: 'forms' } },
  });
});

test('what is not public is in no form without a key, and is kept by nobody with one', async () => {
  const draft = await postReview(app, { title: 'Quokka' });
  assert.equal((await read(`/v1/reviews/${draft.slug}`, jsonLd)).status, 404);
  assert.doesNotMatch((await read('/v1/reviews', jsonLd)).text, /Quokka/);
  const seen = await app.send('GET', '/v1/reviews', { key: app.admin, headers: { accept: jsonLd } });
  assert.match(seen.text, /Quokka/);
  assert.equal(seen.headers['cache-control'], 'private, no-store');
});

test('an operation of the document that answers JSON has one type, and each form that Accept chooses is an operation of its own', async () => {
  const types = Object.entries(app.document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({
      ...{ path, operation },
      types: Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
        status.startsWith('2') ? Object.keys(content) : [],
      ),
    })),
  );
  for (const { operation, types: all } of types)
    if (all.some((type) => /\bjson$/.test(type))) assert.equal(new Set(all).size, 1, operation.operationId);
  for (const path of paths) {
    const form = await read(`${path}.jsonld`);
    assert.equal(form.headers['content-type'], `${jsonLd}; charset=utf-8`, path);
    const negotiated = await read(path, jsonLd);
    const { '@id': _own, ...document } = form.body;
    const { '@id': _chosen, ...chosen } = negotiated.body;
    assert.deepEqual(document, chosen, path);
    const template = path.replace(/formed$/, '{review}').replace(/forms$/, '{paper}');
    const declared = app.document.paths[`${template}.jsonld`]?.get;
    assert.deepEqual(Object.keys(declared?.responses[200]?.content ?? {}), [jsonLd], template);
  }
});

test('a paper is addressed by every spelling of its identifiers before .jsonld, and its former slug leads on', async () => {
  for (const address of [
    'arxiv:2401.00001',
    'arxiv:2401.00001v1',
    encodeURIComponent('https://arxiv.org/abs/2401.00001'),
  ]) {
    const { status, headers } = await read(`/v1/papers/${address}.jsonld`);
    assert.deepEqual([status, headers['content-type']], [200, `${jsonLd}; charset=utf-8`], address);
  }
  assert.equal((await read('/v1/papers/nowhere.jsonld')).status, 404);
  // A DOI may end like a form: then the address means its paper, and not the JSON-LD of another.
  const dois = ['10.1000/x', '10.1000/x.jsonld'];
  for (const doi of dois)
    await postThing(app, 'papers', { title: `Of ${doi}`, slug: `of-${doi.length}`, identifiers: { doi } });
  for (const spelling of [
    `doi:${dois[1]}`,
    `doi:${encodeURIComponent(`${dois[1]}`)}`,
    `https://doi.org/${dois[1]}`,
  ]) {
    const { status, headers } = await read(`/v1/papers/${spelling}`);
    assert.deepEqual([status, headers.location], [308, '/v1/papers/of-16'], spelling);
  }
  assert.equal((await read('/v1/papers/doi:10.1000/x.jsonld.jsonld')).body.name, 'Of 10.1000/x.jsonld');
  const { body: cited } = await read('/v1/papers/doi:10.1000/x.jsonld/citation');
  assert.equal(cited[0].DOI, '10.1000/x.jsonld');
  assert.equal((await app.send('POST', '/v1/papers/forms.jsonld', { key: app.admin })).status, 405);
  const second = await read('/v1/reviews.jsonld?limit=1&tag=tea');
  assert.equal(second.status, 200, second.text);
  assert.equal((await read('/v1/reviews.jsonld?fields=id')).status, 400);
});

test('include=jsonld embeds the same document, safe within a script element, in whole and trimmed answers', async () => {
  for (const path of ['/v1/reviews/formed', '/v1/papers/forms']) {
    const document = (await read(path, jsonLd)).body;
    const { body: whole } = await read(`${path}?include=jsonld`);
    assert.deepEqual(JSON.parse(whole.jsonld), document);
    assert.doesNotMatch(whole.jsonld, /</);
    const { jsonld, ...rest } = whole;
    assert.ok(jsonld);
    assert.deepEqual(rest, (await read(path)).body);
    const trimmed = await read(`${path}?fields=slug&include=jsonld`);
    assert.deepEqual(trimmed.body, { slug: whole.slug, jsonld });
    assert.deepEqual((await read(`${path}?fields=jsonld,id`)).body, { id: whole.id, jsonld });
    const statements = await app.countStatements(() => read(`${path}?include=jsonld`));
    assert.equal(statements.length, 1);
  }
  assert.equal((await read('/v1/reviews?include=jsonld')).status, 400);
});

test('a Host that is no host is not repeated', async () => {
  const { body } = await read(`/v1/papers/${review.paper.slug}`, jsonLd, { host: 'evil.example/"<x>' });
  assert.match(body['@id'], /^http:\/\/127\.0\.0\.1:3000\/v1\/papers\/forms$/);
  const { body: named } = await read('/v1/papers/forms', jsonLd, { host: 'api.example.org:8080' });
  assert.equal(named['@id'], 'http://api.example.org:8080/v1/papers/forms');
});
