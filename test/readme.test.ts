import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { generatedDocuments, renewDocument } from '../scripts/documents.ts';
import { startTestApp } from './support/app.ts';

const readme = await readFile('README.md', 'utf8');
const run = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

for (const file of generatedDocuments)
  test(`the generated parts of ${file} are current`, async () => {
    assert.ok((await readFile(file, 'utf8')) === (await renewDocument(file)), 'run npm run docs');
  });

test('README names every script of package.json that a developer runs, and no other', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [, script] of readme.matchAll(/npm run ([a-z]+)/g)) assert.ok(scripts[script ?? ''], script);
  assert.ok(readme.includes('npm test') && readme.includes('npm run check'));
});

test('the curl examples of README run as they stand', {
  skip: hasCurl ? false : 'there is no curl on this machine',
}, async () => {
  const { app, admin } = await startTestApp();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const directory = await mkdtemp(join(tmpdir(), 'postil-readme-'));
  await mkdir(join(directory, 'data'));
  await writeFile(join(directory, 'data', 'admin.key'), `${admin}\n`);
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  const examples = blocks.filter((block) => block.includes('curl')).join('\n');
  const script = `set -e\n${examples.replaceAll('http://127.0.0.1:3000', address)}`;
  const { stdout } = await run('bash', ['-c', script], { cwd: directory });
  await rm(directory, { recursive: true });
  assert.match(stdout, /"slug":"attention".*"revision":1/);
  assert.match(stdout, /"summary":"What stayed, and what did not.".*"revision":2/);
  assert.match(stdout, /"arxiv":"1706.03762"/);
});
