import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packPostil } from '../test/support/package.ts';
import { installNode } from './nodes.ts';

/**
 * Packs Postil, and on versions of Node installs it as a user does, from a registry and from the file, then starts it in
 * an empty folder. Its packages come from the registry of npm's settings.
 * @throws Error when one of them is refused by its `engines`, or Postil does not answer
 */
export async function drillPackage(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { versions: { type: 'string', default: '20,22,24' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'postil-package-'));
  const source = join(folder, 'source');
  mkdirSync(source);
  const { file } = packPostil(source);
  const registry = await serveRegistry(file);
  const { port } = registry.address() as AddressInfo;
  try {
    for (const version of values.versions.split(',')) {
      const env = installNode(folder, version);
      for (const [way, wanted] of [
        ['registry', ['postil', `--registry=http://127.0.0.1:${port}`, '--prefer-offline']],
        ['file', [file]],
      ] as const) {
        const place = join(folder, `${way}-${version}`);
        mkdirSync(place);
        await run('npm', ['install', '--engine-strict', '--no-audit', '--no-fund', ...wanted], place, env);
        await tryStart(place, env);
        process.stdout.write(`installed from the ${way}, and answers on Node ${version}\n`);
        rmSync(place, { recursive: true });
      }
    }
  } finally {
    registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A registry that has Postil alone. Like npm's it says whether there is a shrinkwrap, without which npm looks for none. */
async function serveRegistry(file: string): Promise<Server> {
  const bytes = readFileSync(file);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`;
    if (request.url === '/postil.tgz') return response.end(bytes);
    if (request.url !== '/postil') {
      // Files are had from npm's own, the lists of versions are not asked for.
      const location = `https://registry.npmjs.org${request.url}`;
      return response.writeHead(request.url?.endsWith('.tgz') ? 302 : 404, { location }).end('{}');
    }
    const dist = { tarball: `${base}/postil.tgz`, integrity };
    response.setHeader('content-type', 'application/json');
    const versions = { [manifest.version]: { ...manifest, _hasShrinkwrap: true, dist } };
    response.end(JSON.stringify({ name: 'postil', 'dist-tags': { latest: manifest.version }, versions }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function run(program: string, args: string[], folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0, `${program} ${args.join(' ')}`);
}

async function tryStart(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  assert.match(execFileSync('npx', ['postil', '--version'], { cwd: folder, env, encoding: 'utf8' }), /^\d/);
  const child = spawn('npx', ['postil'], {
    cwd: folder,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let told = '';
  for await (const part of child.stdout.setEncoding('utf8')) {
    told += part;
    const [, url] = /"address":"(http:[^"]+)"/.exec(told) ?? [];
    if (url === undefined) continue;
    const answer = await fetch(`${url}/v1/reviews?limit=1`);
    assert.equal(answer.status, 200);
    child.kill('SIGTERM');
    await ended;
    return;
  }
  throw new Error(`It ended before it was ready:\n${told}`);
}
