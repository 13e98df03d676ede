import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const open = (path: string, more: Record<string, string> = {}, method = 'GET') =>
  app.send(method, path, { headers: { accept: browser, ...more } });

test('a browser gets a page at /, and a program JSON, which depends on no database', async () => {
  for (const accept of [
    undefined,
    '*/*',
    'application/json',
    'application/json, text/html;q=0.9',
    'nonsense',
  ]) {
    const { status, body, headers } = await app.send('GET', '/', { headers: accept ? { accept } : {} });
    assert.deepEqual([status, body.name, headers.vary?.includes('Accept,')], [200, 'Postil', true], accept);
  }
  for (const accept of [browser, 'text/html', 'TEXT/HTML', 'text/html, application/json;q=0.9']) {
    const { status, text, headers } = await open('/', { accept });
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8'], accept);
    assert.match(text, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.match(headers.vary ?? '', /\bAccept,/);
  }
  const { status, headers, text } = await open('/', {}, 'HEAD');
  assert.deepEqual([status, headers['content-type'], text], [200, 'text/html; charset=utf-8', '']);
  assert.equal((await open('/', {}, 'POST')).status, 405);
});

test('the home page shows the counts and the latest reviews that are public, at once and no longer', async () => {
  assert.match((await open('/')).text, /None is published yet/);
  const shown = await postReview(app, {
    slug: 'on-tea',
    title: 'On <tea>',
    tags: ['tea'],
    status: 'published',
  });
  await postReview(app, { slug: 'hidden', title: 'A hidden title', tags: ['hidden tag'] });
  const counted = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/<dt>(\w+)<\/dt><dd>(\d+)</g)].map(([, name, count]) => [name, count]),
    );
  const { text } = await open('/');
  assert.deepEqual(counted(text), { review: '1', paper: '1', tag: '1', categories: '0' });
  assert.match(text, /<a href="v1\/reviews\/on-tea.html">On &lt;tea&gt;<\/a>/);
  // For a key too: it is the page of the public.
  const { text: withKey, headers } = await open('/', { authorization: `Bearer ${app.admin}` });
  assert.deepEqual([counted(withKey), headers['cache-control']], [counted(text), 'private, no-store']);
  for (const page of [text, withKey]) assert.doesNotMatch(page, /hidden/i);
  const archive = { key: app.admin, headers: { 'if-match': '*' }, body: { status: 'archived' } };
  assert.equal((await app.send('PATCH', `/v1/reviews/${shown.id}`, archive)).status, 200);
  assert.doesNotMatch((await open('/')).text, /On &lt;tea/);
  const publish = { ...archive, body: { status: 'published' } };
  assert.equal((await app.send('PATCH', `/v1/reviews/${shown.id}`, publish)).status, 200);
  assert.match((await open('/')).text, /On &lt;tea/);
});

test('at most ten reviews are listed, the newest first', async () => {
  for (let day = 10; day < 25; day += 1)
    await postReview(app, {
      slug: `day-${day}`,
      status: 'published',
      publishedAt: `2024-05-${day}T00:00:00Z`,
    });
  const { text } = await open('/');
  const days = [...text.matchAll(/href="v1\/reviews\/day-(\d+)\.html"/g)].map(([, day]) => Number(day));
  assert.deepEqual(
    days,
    days.toSorted((one, other) => other - one),
  );
  assert.equal(text.match(/<h3>/g)?.length, 10);
});

test('the page is stored, a 304 by its ETag, and purged by the reviews and what they show', async () => {
  const first = await open('/index.html');
  assert.match(first.headers['cache-control'] ?? '', /^public/);
  assert.match(first.headers['surrogate-key'] ?? '', /^reviews [\da-f-]{36} /);
  assert.equal((await open('/index.html')).headers['x-cache'], 'hit');
  assert.equal((await open('/index.html', { 'if-none-match': first.headers.etag ?? '' })).status, 304);
  // What Accept chose is not for caches that ignore `Vary`.
  await open('/');
  const chosen = await open('/');
  assert.equal(chosen.headers['x-cache'], 'hit');
  assert.deepEqual([chosen.text, chosen.headers['surrogate-key']], [first.text, undefined]);
  assert.match(chosen.headers['cache-control'] ?? '', /^private/);
  assert.equal((await open('/', { 'if-none-match': chosen.headers.etag ?? '' })).status, 304);
});

test('without PUBLIC_READ the page says where to go and nothing of the content', async () => {
  const closed = await startTestApp({ PUBLIC_READ: false });
  await postReview(closed, { slug: 'on-tea', title: 'On tea', status: 'published' });
  for (const path of ['/', '/index.html']) {
    const { status, text } = await closed.send('GET', path, { headers: { accept: browser } });
    assert.equal(status, 200);
    assert.match(text, /Reading needs an API key here/);
    assert.doesNotMatch(text, /On tea|<dd>|feeds\//);
  }
  assert.equal((await closed.send('GET', '/robots.txt')).text, 'User-agent: *\nDisallow: /\n');
});

test('with a site elsewhere reviews lead there', async () => {
  const sited = await startTestApp({
    SITE_URL_TEMPLATE: 'https://example.org/{language}/{slug}',
    SITE_TITLE: 'Tea & co',
  });
  await postReview(sited, { slug: 'on-tea', language: 'ko', status: 'published' });
  const { text } = await sited.send('GET', '/', { headers: { accept: browser } });
  assert.match(text, /href="https:\/\/example.org\/ko\/on-tea"/);
  assert.match(text, /<h1>Tea &amp; co<\/h1>/);
  assert.match(text, /<div lang="ko" dir="ltr">/);
});
