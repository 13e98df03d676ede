import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compile,
  expectedOf,
  generateClient,
  generators,
  prepareProject,
  runClient,
} from '../test/support/generators.ts';
import { cleanUp, makeFolder, startServer } from '../test/support/process.ts';

/**
 * Installs generators of clients from the registry, each into a folder of its own, and holds what they make of the
 * document: it compiles under `strict`, and reads a page, a review and an error of a server.
 * @throws Error when one of them does not, once all were tried
 */
export async function drillGenerators(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { only: { type: 'string' } } });
  const folder = await makeFolder();
  const failed: string[] = [];
  try {
    const { url } = await startServer({ DATA_DIR: join(folder, 'data') });
    const expected = await expectedOf(url);
    for (const name of values.only?.split(',') ?? Object.keys(generators)) {
      try {
        assert.equal(await tryGenerator(name, join(folder, name), url), expected);
        process.stdout.write(`${name}: compiles, and prints ${JSON.stringify(expected)}\n`);
      } catch (error) {
        failed.push(name);
        process.stdout.write(`${name}: ${error}\n`);
      }
    }
  } finally {
    await cleanUp();
  }
  if (failed.length > 0) throw new Error(`No client by ${failed.join(', ')}`);
}

/** @returns what the program of its client prints */
async function tryGenerator(name: string, folder: string, url: string): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const packages = generators[name]?.packages ?? [];
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await prepareProject(folder, readFileSync('openapi/openapi.json', 'utf8'));
  await generateClient(name, folder, url);
  await compile(folder);
  return runClient(folder, url);
}
