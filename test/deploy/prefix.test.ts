import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { buildApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { type Answer, startTestApp, type TestApp } from '../support/app.ts';
import { Caller } from '../support/operations.ts';
import { findPort, readDeployment, startNginx, withoutNginx } from '../support/proxy.ts';
import { postReview } from '../support/things.ts';

const base = await startTestApp();
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = withoutNginx;

/** A proxy that takes the prefix off; with a path in `proxy_pass`, nginx decodes and merges slashes. */
const stripping = (port: number, upstream: number, headers = '') => `server {
  listen 127.0.0.1:${port};
  client_max_body_size 0;
  location /cms/ { proxy_pass http://127.0.0.1:${upstream}/; proxy_set_header Host $http_host; ${headers} }
}`;

interface Site {
  origin: string;
  settings: Partial<Config>;
  block: (upstream: number) => Promise<string> | string;
}

const ways: Record<string, (port: number) => Site> = {
  'with PUBLIC_URL, and the prefix left on by deploy/nginx-prefix.conf': (port) => ({
    origin: `http://127.0.0.1:${port}`,
    settings: { PUBLIC_URL: `http://127.0.0.1:${port}/cms`, TRUST_PROXY: ['loopback'] },
    block: (upstream) => readDeployment('nginx-prefix.conf', port, upstream),
  }),
  'with PUBLIC_URL, and the prefix taken off': (port) => ({
    origin: `http://127.0.0.1:${port}`,
    settings: { PUBLIC_URL: `http://127.0.0.1:${port}/cms` },
    block: (upstream) => stripping(port, upstream),
  }),
  'by headers that the settings name': (port) => ({
    origin: `http://127.0.0.1:${port}`,
    settings: {
      TRUST_PROXY: ['loopback'],
      TRUST_PROXY_HEADERS: ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-prefix'],
    },
    block: (upstream) =>
      stripping(
        port,
        upstream,
        'proxy_set_header X-Forwarded-Prefix /cms; proxy_set_header X-Forwarded-Host $http_host; proxy_set_header X-Forwarded-Proto http;',
      ),
  }),
  'with nothing told': (port) => ({
    origin: `http://127.0.0.1:${port}`,
    settings: {},
    block: (upstream) => stripping(port, upstream),
  }),
};

async function serve(way: string) {
  const port = await findPort();
  const site = (ways[way] as (port: number) => Site)(port);
  const app = await buildApp({ config: { ...base.config, ...site.settings }, db: base.db });
  after(() => app.close());
  const upstream = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  await startNginx(port, await site.block(upstream));
  const root = `${site.origin}/cms`;
  const send: TestApp['send'] = async (method, path, { key, body, payload, headers = {} } = {}) => {
    const response = await fetch(path.startsWith('/cms/') ? site.origin + path : root + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(payload === undefined ? {} : { body: payload as string }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    const answer: Answer = {
      ...{ status: response.status, headers: Object.fromEntries(response.headers), text, bytes },
      body: isJson ? JSON.parse(text) : null,
    };
    return answer;
  };
  return { root, app, send };
}

for (const way of Object.keys(ways)) {
  test(`below a prefix, ${way}: every operation of the document is there, and each address it answers leads back`, {
    skip,
  }, async () => {
    const { root, send } = await serve(way);
    const caller = new Caller({ ...base, send });
    if (way === Object.keys(ways)[0]) await caller.seed();
    const isNamed = way !== 'with nothing told';
    const followed = { location: 0, link: 0, type: 0 };
    const follow = async (kind: keyof typeof followed, reference: string, from: string) => {
      const address = new URL(reference, from);
      assert.ok(address.href.startsWith(`${root}/`), `${kind} ${reference} of ${from} leads out`);
      const answer = await send('GET', address.pathname + address.search, { key: base.admin });
      assert.ok([200, 405].includes(answer.status), `${kind} ${address} answered ${answer.status}`);
      if (kind === 'type') assert.equal(answer.body.type, reference);
      followed[kind] += 1;
    };
    for (const operation of caller.operations) {
      const address = await caller.target(operation);
      const list = operation.query.some(({ name }) => name === 'after');
      const answers = [
        await caller.call(operation, { address, ...(list ? { query: 'limit=1' } : {}) }),
        await caller.call(operation, { address, query: 'limit=none&nonsense=1' }),
      ];
      for (const { status, headers, body } of answers) {
        const from = `${root}${address.replace(/^\/cms/, '')}`;
        if (headers.location !== undefined) await follow('location', headers.location, from);
        for (const [, link = ''] of headers.link?.matchAll(/<([^<>]*)>/g) ?? [])
          await follow('link', link, from);
        if (status >= 400 && isNamed) {
          assert.ok(body, `${operation.id} answered ${status} without a problem`);
          await follow('type', body.type, from);
          assert.ok(body.instance.startsWith('/cms/'), body.instance);
        }
      }
    }
    caller.assertCalled();
    assert.ok(
      followed.location > 5 && followed.link > 5 && (followed.type > 20 || !isNamed),
      JSON.stringify(followed),
    );

    const { body: home } = await send('GET', '/');
    for (const name of ['docs', 'openapi', 'reviews', 'papers', 'tags', 'categories'])
      await follow('location', home[name], `${root}/`);
    const { body: document } = await send('GET', '/openapi.json');
    const server = new URL(document.servers[0].url, `${root}/openapi.json`).href.replace(/\/$/, '');
    assert.equal(server, root);
  });
}

test('below a prefix, a former slug leads on, and slashes of an identifier may be as they are or encoded', {
  skip,
}, async () => {
  const doi = '10.1145/3292500.3330701';
  const made = await postReview(base, {
    ...{ status: 'published', slug: 'before-it', paper: { title: 'Slashes', identifiers: { doi } } },
  });
  const headers = { 'if-match': '*' };
  await base.send('PATCH', `/v1/reviews/${made.id}`, {
    key: base.admin,
    headers,
    body: { slug: 'after-it' },
  });
  for (const way of Object.keys(ways)) {
    const { root, send } = await serve(way);
    const moved = await send('GET', '/v1/reviews/before-it/citation?format=bibtex');
    assert.equal(moved.status, 308);
    assert.equal(
      new URL(moved.headers.location ?? '', `${root}/v1/reviews/before-it/citation`).href,
      `${root}/v1/reviews/after-it/citation?format=bibtex`,
    );
    for (const spelling of [`doi:${doi}`, `doi:${encodeURIComponent(doi)}`, `https://doi.org/${doi}`]) {
      assert.equal(
        (await send('GET', `/v1/papers/${spelling}`)).body.identifiers.doi,
        doi,
        `${way}, ${spelling}`,
      );
      const cited = await send('GET', `/v1/papers/${spelling}/citation?format=bibtex`);
      assert.match(cited.text, /3292500/, `${way}, ${spelling}`);
    }
  }
});

test('below a prefix Swagger UI opens with a slash, without one and with a query, and executes', {
  skip: skip || (existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}`),
}, async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const way of Object.keys(ways)) {
      const { root } = await serve(way);
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      for (const end of ['', '/', '?utm_source=x', '/?fbclid=1#/']) {
        await page.goto('about:blank');
        await page.goto(`${root}/docs${end}`);
        await page.waitForSelector('#operations-service-getHome');
      }
      await page.click('#operations-service-getLiveness .opblock-summary');
      const live = page.locator('#operations-service-getLiveness');
      await live.locator('.execute').click();
      await live.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
      assert.deepEqual(errors, [], way);
      assert.ok(asked.includes(`${root}/health/live`), way);
      const out = asked.filter((url) => url.startsWith('http') && !url.startsWith(`${root}/`));
      assert.deepEqual(out, [], way);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
