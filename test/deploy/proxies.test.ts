import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { buildApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { startTestApp } from '../support/app.ts';
import {
  findPort,
  readDeployment,
  startCaddy,
  startNginx,
  withoutCaddy,
  withoutNginx,
} from '../support/proxy.ts';
import { postReview } from '../support/things.ts';

const app = await startTestApp();
await postReview(app, {
  status: 'published',
  slug: 'open',
  body: 'words '.repeat(500),
  tags: ['one', 'two'],
});
const { key } = await app.makeKey(['drafts:read', 'reviews:write']);
await postReview(app, { slug: 'hidden' });

/** A service of these settings. @returns its port */
async function serve(settings: Partial<Config>): Promise<number> {
  const service = await buildApp({ config: { ...app.config, ...settings }, db: app.db });
  after(() => service.close());
  return Number(new URL(await service.listen({ port: 0, host: '127.0.0.1' })).port);
}

interface Reply {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Reply> {
  const asked = request({ port, host: '127.0.0.1', path, headers, method, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const forged = {
  ...{ host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'javascript' },
  ...{ 'x-forwarded-prefix': '/evil', forwarded: 'for=8.8.8.8;host=evil.test;proto=gopher' },
};
const telling = [
  ...[
    '/feeds/atom.xml',
    '/feeds/rss.xml',
    '/feeds/feed.json',
    '/sitemap.xml',
    '/v1/reviews/open?include=jsonld',
  ],
  ...[
    '/v1/reviews/open.html',
    '/v1/reviews/open/citation?format=bibtex',
    '/v1/reviews.bib',
    '/openapi.json',
    '/',
  ],
  ...['/v1/reviews?limit=1', '/v1/reviews/none', '/v1/reviews/open?nonsense=1'],
];
const publicUrl = 'https://api.example.org';

/** Asks for what tells addresses, with forged headers; all of it is of PUBLIC_URL, and no caller evades a limit. */
async function assertProof(port: number): Promise<void> {
  for (const path of telling) {
    const { body, headers } = await ask(port, path, { ...forged, host: 'api.example.org' });
    assert.ok(headers['x-request-id'] && body, `${path} is answered by the service`);
    assert.doesNotMatch(body + JSON.stringify(headers), /evil|javascript|gopher/, path);
  }
  const link = '/v1/reviews/open/preview-links';
  const made = await ask(
    port,
    link,
    { ...forged, host: 'api.example.org', authorization: `Bearer ${key}` },
    'POST',
  );
  assert.match(JSON.parse(made.body).url, /^https:\/\/api\.example\.org\/v1\/previews\//);
  const countLeft = async (address: string) => {
    const { headers } = await ask(port, '/v1/tags', { host: 'api.example.org', 'x-forwarded-for': address });
    return Number(/r=(\d+)/.exec(`${headers.ratelimit}`)?.[1]);
  };
  // A caller that is counted alone has nearly all requests left; one a second comes back.
  await Promise.all(Array.from({ length: 200 }, () => countLeft('8.8.8.8')));
  for (const address of ['8.8.8.8', '8.8.8.8:1', '9.9.9.9', '[2001:db8::1]:443', 'unknown']) {
    const left = await countLeft(address);
    assert.ok(left > 0 && left < 3590, `${address} has ${left} requests left, as another caller`);
  }
}

const limited = {
  ...{ PUBLIC_URL: publicUrl, TRUST_PROXY: ['loopback'] },
  // Requests come back more slowly than a test sends them.
  ...{ LIMIT_READS_PER_SECOND: 1, LIMIT_BURST_SECONDS: 3600 },
} satisfies Partial<Config>;

test('through deploy/nginx.conf forged headers change no address and no caller', {
  skip: withoutNginx,
}, async () => {
  const [port, upstream] = [await findPort(), await serve(limited)];
  await startNginx(port, await readDeployment('nginx.conf', port, upstream));
  await assertProof(port);
  const raw = await ask(port, '/v1/papers/doi:10.1000/none/citation', { host: 'api.example.org' });
  assert.match(raw.body, /There is no paper/);
});

test('through deploy/Caddyfile forged headers change no address and no caller', {
  skip: withoutCaddy,
}, async () => {
  const [port, upstream] = [await findPort(), await serve(limited)];
  await startCaddy(port, await readDeployment('Caddyfile', port, upstream));
  await assertProof(port);
});

test('asked without a PUBLIC_URL, what tells a Host is for no shared cache, whatever a client forges', async () => {
  const [plain, trusting] = [await serve({}), await serve({ TRUST_PROXY: 1 })];
  for (const port of [plain, trusting]) {
    for (const path of telling) {
      for (const again of ['first', 'out of memory']) {
        const { body, headers } = await ask(port, path, forged);
        assert.doesNotMatch(body, /javascript|gopher|test\/evil/, path);
        if (!body.includes('evil.test')) continue;
        assert.match(headers['cache-control'] ?? '', /^private/, `${path}, ${again}`);
        assert.equal(headers['surrogate-key'], undefined, `${path}, ${again}`);
        const etag = { ...forged, 'if-none-match': `${headers.etag}` };
        const unchanged = await ask(port, path, etag);
        assert.equal(unchanged.status, 304, path);
        assert.match(unchanged.headers['cache-control'] ?? '', /^private/, path);
      }
    }
    const honest = await ask(port, '/feeds/atom.xml', { host: 'api.example.org' });
    assert.doesNotMatch(honest.body, /evil/);
    const page = await ask(port, '/v1/reviews/open.html', { host: 'evil.test' });
    assert.match(page.headers['cache-control'] ?? '', /^public/);
    assert.match(page.body, /rel="canonical" href="open"/);
  }
});

/** Caches that ignore Vary: the one of deploy/, and one that has all that is not private, each for a minute. */
const caches: Record<string, (port: number, upstream: number) => Promise<string> | string> = {
  'deploy/nginx-cache.conf': (port, upstream) => readDeployment('nginx-cache.conf', port, upstream),
  'a cache that stores whatever is public': (port, upstream) => `
map $upstream_http_cache_control $forbidden { "~private|no-store" 1; default 0; }
proxy_cache_path /var/cache/nginx/postil keys_zone=any:1m;
server {
  listen 127.0.0.1:${port};
  location / {
    proxy_pass http://127.0.0.1:${upstream}; proxy_set_header Host $http_host;
    proxy_cache any; proxy_cache_key $request_uri; proxy_no_cache $forbidden;
    proxy_ignore_headers Cache-Control Expires Vary; proxy_cache_valid any 1m;
    add_header X-Cache-Status $upstream_cache_status always;
  }
}`,
};

for (const [name, block] of Object.entries(caches)) {
  test(`through ${name}, which ignores Vary, programs get JSON, strangers what is public, and hits are hits`, {
    skip: withoutNginx,
  }, async () => {
    const [port, upstream] = [await findPort(), await serve({ TRUST_PROXY: ['loopback'] })];
    await startNginx(port, await block(port, upstream));
    const host = { host: 'api.example.org' };
    const browser = { ...host, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const bearer = { ...host, authorization: `Bearer ${key}` };
    const forms = [browser, { ...host, accept: 'application/ld+json' }, { ...host, accept: 'text/markdown' }];
    const paths = ['/v1/reviews/open', '/v1/reviews', '/v1/reviews/open/citation', '/v1/reviews?tag=one'];
    for (const path of paths) {
      for (const headers of [bearer, ...forms, { ...bearer, accept: 'text/html' }])
        await ask(port, path, headers);
      const program = await ask(port, path, { ...host, accept: 'application/json' });
      const direct = await ask(upstream, path, { ...host, accept: 'application/json' });
      assert.equal(program.headers['content-type'], direct.headers['content-type'], path);
      assert.equal(program.body, direct.body, path);
      assert.doesNotMatch(program.body, /hidden/);
      const head = await ask(port, path, host, 'HEAD');
      assert.deepEqual([head.status, head.body], [200, '']);
    }
    // What a key sees or is refused, nobody else gets; nor what was not there for somebody else.
    for (const path of ['/v1/reviews/hidden', '/v1/reviews/hidden.html', '/v1/reviews/hidden/citation']) {
      assert.equal((await ask(port, path, bearer)).status, 200, path);
      assert.equal((await ask(port, path, host)).status, 404, path);
      assert.equal((await ask(port, path, bearer)).status, 200, path);
    }
    // A forged Host is in no answer to anybody else.
    for (const path of telling) {
      await ask(port, path, forged);
      assert.doesNotMatch((await ask(port, path, host)).body, /evil/, path);
    }
    await ask(port, '/v1/reviews?limit=7', host);
    const hit = await ask(port, '/v1/reviews?limit=7', host);
    assert.deepEqual([hit.status, hit.headers['x-cache-status']], [200, 'HIT']);
  });
}

test('HTTP/1.0, which nginx speaks by default, is answered from memory too, and the connection as it asks', async () => {
  const port = await serve({});
  const path = '/v1/reviews?limit=3';
  await ask(port, path, { host: 'a.example.org' });
  const send = async (head: string, requests = 1) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk;
    });
    for (let sent = 1; sent <= requests; sent += 1) {
      socket.write(head);
      const bodies = () => received.split('HTTP/1.1 ').slice(1);
      while (bodies().length < sent || !/\r\n\r\n.*\}$/s.test(bodies().at(-1) ?? ''))
        await once(socket, 'data');
    }
    const isOpen = /connection: keep-alive/i.test(received);
    if (isOpen) socket.destroy();
    else await once(socket, 'close');
    return { received, isOpen };
  };
  const closing = `GET ${path} HTTP/1.0\r\nHost: a.example.org\r\nConnection: close\r\n\r\n`;
  for (const head of [
    closing,
    closing.replace('Connection: close\r\n', ''),
    `GET ${path} HTTP/1.0\r\n\r\n`,
  ]) {
    await send(head);
    const { received, isOpen } = await send(head);
    assert.match(received, /^HTTP\/1\.1 200 /);
    assert.match(received, /\r\nx-cache: hit\r\n/i, head);
    assert.equal(isOpen, false, head);
    assert.doesNotMatch(received, /transfer-encoding/i);
  }
  const kept = await send(closing.replace('close', 'keep-alive'), 2);
  assert.equal(kept.isOpen, true);
  assert.equal(kept.received.match(/x-cache: hit/gi)?.length, 2);
});

test('the configurations in the documentation are the files that are tested', () => {
  const page = readFileSync('docs/proxies.md', 'utf8');
  const blocks = [...page.matchAll(/<!-- (deploy\/[\w.-]+) -->\n```\w*\n([\s\S]*?)```/g)];
  assert.deepEqual(blocks.map(([, file]) => file).sort(), [
    ...['deploy/Caddyfile', 'deploy/nginx-cache.conf', 'deploy/nginx-prefix.conf', 'deploy/nginx.conf'],
  ]);
  for (const [, file = '', block] of blocks) assert.equal(block, readFileSync(file, 'utf8'), file);
});
