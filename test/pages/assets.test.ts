import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
await postReview(app, { slug: 'on-tea', status: 'published' });
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = {}) => app.send('GET', path, { headers });

test('every file that a page names is there, for ever under its digest, and else revalidated', async () => {
  for (const page of [
    '/',
    '/nowhere/else',
    '/v1/reviews/on-tea.html',
    '/v1/reviews/on-tea',
    '/v1/reviews/none.html',
  ]) {
    const { text, headers } = await get(page, browser);
    assert.match(headers['content-security-policy'] ?? '', /default-src 'none'.*style-src 'self'/);
    assert.doesNotMatch(
      text,
      /<style|<\w[^>]* style=|<script(?! type="application\/ld)|<\w[^>]* on\w+=/,
      page,
    );
    const files = [...text.matchAll(/(?:href|src)="([^"]*assets\/[^"]*)"/g)].map(([, file]) => file ?? '');
    assert.ok(files.length >= 2, page);
    for (const file of files) {
      const { pathname, search } = new URL(file, `http://localhost${page}`);
      const { status, headers: got } = await get(pathname + search);
      assert.deepEqual([status, got['cache-control']], [200, 'public, max-age=31536000, immutable'], file);
      const plain = await get(pathname);
      assert.equal(plain.headers['cache-control'], 'public, max-age=0, must-revalidate');
      assert.equal((await get(`${pathname}?v=old`)).headers['cache-control'], plain.headers['cache-control']);
      assert.equal((await get(pathname, { 'if-none-match': plain.headers.etag ?? '' })).status, 304);
    }
  }
  for (const path of [
    '/assets/',
    '/assets/x.css',
    '/assets/..%2Fpackage.json',
    '/assets/favicon.ico',
    '/assets/__proto__',
  ])
    assert.ok([400, 404].includes((await get(path)).status), path);
});

test('the icon is one with its sizes, and the logo an SVG in which nothing runs', async () => {
  const icon = await get('/favicon.ico');
  assert.deepEqual([icon.status, icon.headers['content-type']], [200, 'image/x-icon']);
  assert.deepEqual([...icon.bytes.subarray(0, 6)], [0, 0, 1, 0, 3, 0]);
  assert.equal((await get('/favicon.ico', { 'if-none-match': icon.headers.etag ?? '' })).status, 304);
  const logo = await get('/assets/logo.svg');
  assert.equal(logo.headers['content-type'], 'image/svg+xml');
  assert.match(logo.headers['content-security-policy'] ?? '', /default-src 'none'/);
});

test('robots.txt lets crawlers read reviews and images, no lists, and names the sitemap', async () => {
  const { text, headers } = await get('/robots.txt', { host: 'api.example.org' });
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
  const rules = [...text.matchAll(/^(Allow|Disallow): (\S+)$/gm)].map(([, kind, path = '']) => ({
    kind,
    path,
  }));
  // The longest match holds (RFC 9309, 2.2.2).
  const mayRead = (path: string) =>
    rules
      .filter((rule) => path.startsWith(rule.path))
      .sort((one, other) => other.path.length - one.path.length)[0]?.kind !== 'Disallow';
  for (const path of [
    '/',
    '/v1/reviews/on-tea',
    '/v1/reviews/on-tea.html',
    '/v1/images/x/640.webp',
    '/docs/guide/',
    '/assets/style.css',
  ])
    assert.ok(mayRead(path), path);
  for (const path of [
    '/v1/reviews',
    '/v1/reviews?limit=1',
    '/v1/papers/x',
    '/v1/export.ndjson',
    '/v1/previews/x',
  ])
    assert.ok(!mayRead(path), path);
  assert.match(text, /^Sitemap: http:\/\/api\.example\.org\/sitemap\.xml$/m);
  // An address from a `Host` that anybody may send.
  assert.match(headers['cache-control'] ?? '', /^private/);
});

test('a browser gets a page where nothing is, and where a review is missing; all others problem+json', async () => {
  const attack = '/<img src=x onerror=alert(1)>';
  for (const path of [
    '/nowhere',
    '/v1/nowhere',
    encodeURI(attack),
    '/v1/reviews/none',
    '/v1/reviews/none.html',
    '/index.htm',
  ]) {
    const page = await get(path, browser);
    assert.deepEqual([page.status, page.headers['content-type']], [404, 'text/html; charset=utf-8'], path);
    assert.match(page.text, /<h1>Nothing is here<\/h1>/);
    assert.match(page.text, /<meta name="robots" content="noindex">/);
    assert.doesNotMatch(page.text, /<img src=x/);
    assert.ok(page.text.includes(page.headers['x-request-id'] ?? '?'));
    for (const accept of ['*/*', 'application/json', 'application/problem+json, text/html;q=0.9']) {
      const program = await get(path, { accept });
      assert.match(program.headers['content-type'] ?? '', /^application\/problem\+json/, `${path} ${accept}`);
    }
    assert.equal(page.headers['cache-control'], 'private, no-store');
    assert.match(page.headers.vary ?? '', /\bAccept,/);
  }
  // What is JSON only stays so.
  assert.match(
    (await get('/v1/reviews?nonsense=1', browser)).headers['content-type'] ?? '',
    /^application\/problem\+json/,
  );
  const posted = await app.send('POST', '/nowhere', { headers: browser });
  assert.match(posted.headers['content-type'] ?? '', /^application\/problem\+json/);
});
