import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { get, request as httpRequest } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanUp, makeFolder, makePlace, runPostil } from '../support/process.ts';
import { newReview } from '../support/things.ts';

const hasCaddy = spawnSync('caddy', ['version']).status === 0;
const key = 'k'.repeat(32);

after(cleanUp);

test("Caddy's file of compose serves the API by TLS, with a certificate that a client can check, and no other way", {
  skip: hasCaddy ? false : 'there is no caddy on this machine',
  timeout: 120_000,
}, async () => {
  const folder = await makeFolder();
  const [port, httpPort, httpsPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  runPostil(['serve'], {
    ...(await makePlace()),
    ADMIN_KEY: key,
    PORT: `${port}`,
    PUBLIC_URL: `https://localhost:${httpsPort}`,
    TRUST_PROXY: '127.0.0.1',
  });
  // For localhost Caddy is its own authority; what differs from compose are the ports.
  await writeFile(
    join(folder, 'Caddyfile'),
    `{\n\tadmin off\n\tskip_install_trust\n\thttp_port ${httpPort}\n\thttps_port ${httpsPort}\n}\nimport ${resolve('deploy/compose.Caddyfile')}\n`,
  );
  const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      ...{ DOMAIN: 'localhost', UPSTREAM: `127.0.0.1:${port}` },
    },
    stdio: 'ignore',
  });
  after(() => caddy.kill('SIGKILL'));
  const root = join(folder, 'caddy/pki/authorities/local/root.crt');
  const ask = async (path: string, body?: unknown) => {
    const asking = request({
      ...{ host: 'localhost', port: httpsPort, path, method: body ? 'POST' : 'GET' },
      ca: await readFile(root),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    asking.end(body ? JSON.stringify(body) : undefined);
    const [response] = await once(asking, 'response');
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  while ((await ask('/health/ready').catch(() => null))?.status !== 200) {
    assert.equal(caddy.exitCode, null, 'caddy has ended');
    await sleep(100);
  }
  const posted = await ask('/v1/reviews', newReview({ slug: 'by-tls', status: 'published' }));
  assert.equal(posted.status, 201, posted.body);
  assert.match(posted.headers.location, new RegExp(`^(https://localhost:${httpsPort})?/v1/reviews/by-tls$`));
  assert.ok((await ask('/feeds/atom.xml')).body.includes(`https://localhost:${httpsPort}/`));
  assert.equal((await ask('/v1/reviews', newReview({ body: 'x'.repeat(900_000) }))).status, 201);

  const plain = get({
    host: '127.0.0.1',
    port: httpPort,
    path: '/v1/reviews',
    headers: { host: 'localhost' },
  });
  const [redirected] = await once(plain, 'response');
  redirected.resume();
  assert.equal(redirected.statusCode, 308);
  assert.match(redirected.headers.location, /^https:\/\/localhost/);
  const stranger = httpRequest({ host: '127.0.0.1', port: httpPort, headers: { host: 'evil.test' } }).end();
  const [refused] = await once(stranger, 'response');
  assert.ok(!(await text(refused)).includes('Postil'));
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
