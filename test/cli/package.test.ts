import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import satisfies from 'semver/functions/satisfies.js';
import { type Packed, packPostil } from '../support/package.ts';
import { ask, cleanUp, makeFolder, runProgram } from '../support/process.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** Nodes whose packages have to run: the lowest of each line that is supported. */
const nodes = ['20.19.0', '22.12.0', '24.0.0'];

let packed: Packed;
let folder: string;
let lock: Record<
  string,
  { version?: string; engines?: { node?: string }; optional?: true; devDependencies?: object }
>;

after(cleanUp);

before(async () => {
  packed = packPostil(await makeFolder());
  folder = await makeFolder();
  install(packed.file);
});

/** Installs the package without a network: what it has to find is linked to what is installed here. */
function install(file: string): void {
  const modules = join(folder, 'node_modules');
  const root = join(modules, 'postil');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  mkdirSync(root);
  execFileSync('tar', ['-xzf', file, '--strip-components=1', '-C', root]);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  chmodSync(join(root, manifest.bin.postil), 0o755);
  symlinkSync(join('..', 'postil', manifest.bin.postil), join(modules, '.bin', 'postil'));
  lock = JSON.parse(readFileSync(join(root, 'npm-shrinkwrap.json'), 'utf8')).packages;
  for (const path of Object.keys(manifest.dependencies)) {
    const link = join(root, 'node_modules', path);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', path), link);
  }
}

const runNpx = (...args: string[]) =>
  runProgram('npx', ['--offline', 'postil', ...args], {
    folder,
    variables: { PORT: '0', npm_config_update_notifier: 'false' },
  });

test('the package holds the program, its migrations, the documents, the files of pages, the sample content and its lock, and nothing else, below 3 MB', () => {
  const tops = new Set(packed.paths.map((path) => path.split('/')[0]));
  assert.deepEqual(
    [...tops].sort(),
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'assets',
      'dist',
      'docs',
      'migrations',
      'npm-shrinkwrap.json',
      'package.json',
      'sample',
    ].sort(),
  );
  const strange = packed.paths
    .filter(
      (path) => !/\.(?:js|sql|md|svg|png|css|ico|yaml)$/.test(path) && basename(path) !== '_journal.json',
    )
    .filter((path) => !['LICENSE', 'npm-shrinkwrap.json', 'package.json'].includes(path));
  assert.deepEqual(strange, []);
  assert.ok(packed.size < 3_000_000, `${packed.size} bytes`);
});

test('the lock of the package names every package that it needs with its file, none of development, and all run on Node 20, 22 and 24', () => {
  const locked = Object.entries(lock).filter(([path]) => path !== '');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(
    Object.keys(dependencies).filter((name) => lock[`node_modules/${name}`] === undefined),
    [],
  );
  assert.equal(lock['']?.devDependencies, undefined);
  for (const name of ['typescript', 'tsx', '@biomejs/biome', 'esbuild'])
    assert.equal(lock[`node_modules/${name}`], undefined, name);
  const wrong = locked
    .filter(([, { optional }]) => !optional)
    .flatMap(([path, { engines }]) =>
      nodes.filter((node) => !satisfies(node, engines?.node ?? '*')).map((node) => `${path} on ${node}`),
    );
  assert.deepEqual(wrong, []);
  const { resolved } = lock['node_modules/@fastify/cors'] as { resolved?: string };
  assert.match(resolved ?? '', /^https:\/\/registry\.npmjs\.org\/@fastify\/cors\/-\/cors-[\d.]+\.tgz$/);
});

test('npx postil tells its version and its commands', async () => {
  const told = runNpx('--version');
  assert.deepEqual([await told.ended, told.stdout()], [0, `${version}\n`], told.stderr());
  const help = runNpx('--help');
  assert.equal(await help.ended, 0, help.stderr());
  for (const command of ['serve', 'push', 'pull', 'import', 'export', 'keys'])
    assert.match(help.stdout(), new RegExp(`^ +${command} `, 'm'));
});

test('npx postil in an empty folder is the whole first start', async () => {
  const service = runNpx();
  after(() => service.kill('SIGTERM'));
  const [, url] = await service.waitFor(/"address":"(http:[^"]+)"/);
  const { status, body } = await ask(`${url}/v1/reviews?limit=1`);
  assert.equal(status, 200);
  assert.equal(body.data.length, 1);
  for (const path of [
    '/index.html',
    '/assets/style.css',
    '/favicon.ico',
    '/docs/guide/reading',
    '/llms-full.txt',
  ])
    assert.equal((await fetch(url + path)).status, 200, path);
  // It goes to npx alone; what npx started ends too, and with it its output.
  service.kill('SIGTERM');
  await service.ended;
  await assert.rejects(ask(`${url}/v1/reviews`));
});
