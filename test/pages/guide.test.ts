import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { launchChromium, noChromium } from '../support/chromium.ts';

const app = await startTestApp();
const get = (path: string, headers: Record<string, string> = {}) => app.send('GET', path, { headers });
const documents = readdirSync('docs')
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.replace('.md', ''));
const pages = ['', ...documents].map((name) => `/docs/guide/${name}`);

test('every document is a page, which the contents of every page and llms.txt name', async () => {
  assert.ok(documents.length > 15);
  const llms = (await get('/llms.txt')).text;
  const full = (await get('/llms-full.txt')).text;
  assert.match(llms, /^# Postil\n\n> .+\n/);
  for (const page of pages) {
    const { status, text, headers } = await get(page);
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8'], page);
    for (const name of documents) assert.ok(text.includes(`<a href="${name}"`), `${page} ${name}`);
    assert.equal((await get(page, { 'if-none-match': headers.etag ?? '' })).status, 304);
    assert.match(
      headers['content-security-policy'] ?? '',
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    assert.doesNotMatch(text, /<script(?! src=)|<style|<\w[^>]* style=/);
  }
  for (const name of documents) {
    const markdown = readFileSync(`docs/${name}.md`, 'utf8');
    assert.ok(llms.includes(`/docs/guide/${name}.md)`), name);
    assert.ok(full.includes(markdown.trim()), name);
    const { text, headers } = await get(`/docs/guide/${name}.md`);
    assert.deepEqual([text, headers['content-type']], [markdown, 'text/markdown; charset=utf-8']);
  }
});

test('every link of the guide to a place in it leads to one that is there', async () => {
  const texts = new Map<string, string>();
  const read = async (path: string) => {
    const known = texts.get(path) ?? (await get(path)).text;
    texts.set(path, known);
    return known;
  };
  let within = 0;
  for (const page of pages)
    for (const [, href = ''] of (await read(page)).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const { origin, pathname, search, hash } = new URL(
        href.replaceAll('&amp;', '&'),
        `http://localhost${page}`,
      );
      if (origin !== 'http://localhost') continue;
      assert.equal((await app.app.inject(pathname + search)).statusCode, 200, `${page}: ${href}`);
      if (hash === '') continue;
      within += 1;
      assert.ok((await read(pathname)).includes(`id="${decodeURI(hash.slice(1))}"`), `${page}: ${href}`);
    }
  assert.ok(within > 40, `${within} links to headings`);
});

test('the address without its slash leads on, and a page that is not there is a 404, for browsers a page', async () => {
  const { status, headers } = await get('/docs/guide');
  assert.deepEqual([status, headers.location], [308, '/docs/guide/']);
  for (const name of [
    'nowhere',
    'README',
    'images',
    '..%2Fpackage.json',
    'search.js',
    'reading.md.md',
    '__proto__',
  ])
    assert.equal((await get(`/docs/guide/${name}`)).status, name === 'images' ? 200 : 404, name);
  const page = await get('/docs/guide/nowhere', { accept: 'text/html,*/*;q=0.8' });
  assert.deepEqual([page.status, page.headers['content-type']], [404, 'text/html; charset=utf-8']);
});

test('the search box finds sections in Chromium, under the policy of the page', {
  skip: noChromium,
}, async () => {
  const address = await app.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${address}/docs/guide/`);
    await page.fill('.search input', 'shared caches CDN');
    await page.click('.search a:has-text("Shared caches and CDNs")');
    await page.waitForURL('**/docs/guide/proxies#section-shared-caches-and-cdns');
    assert.ok(await page.isVisible('#section-shared-caches-and-cdns'));
    await page.fill('.search input', 'xyzzy nothing');
    await page.waitForSelector('.search li:has-text("Nothing is found.")');
    for (const path of ['/', '/problems', '/docs/guide/settings', '/docs/guide/notes']) {
      await page.goto(address + path);
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(beyond <= 0, `${path} is ${beyond} px too wide`);
    }
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});

test('without a script the contents are a plain list, and the search box is hidden', async () => {
  const { text } = await get('/docs/guide/reading');
  assert.match(text, /<div class="search"[^>]* hidden>/);
  assert.match(text, /<details class="contents" open>/);
});
