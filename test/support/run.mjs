// Runs test files (all of them, or those whose path holds one of the arguments), each in a process of its own.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compilePrograms } from './compile.mjs';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const files = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  process.stderr.write('There is no such test file.\n');
  process.exit(1);
}

// The tests end by these too; what is left is removed after them.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
const folder = await compilePrograms();
const pathOf = (file) => join(folder, file.replace(/\.ts$/, '.js'));
const runNode = (...args) =>
  spawnSync(process.execPath, ['--enable-source-maps', ...args], { stdio: 'inherit' }).status ?? 1;
// A test often waits, for a server that starts or for a clock: two files for each core keep the cores busy.
const concurrency = `--test-concurrency=${Math.min(2 * availableParallelism(), 8)}`;
// The embedded engine lives too short in a test for the second, slower compilation of its WebAssembly to pay.
const compiler = '--liftoff-only';
const seed = ['--import', pathToFileURL(pathOf('test/support/seed.ts')).href];
process.exitCode =
  runNode(pathOf('test/support/prepare.ts')) ||
  runNode(compiler, ...seed, '--test', concurrency, ...options, ...files.map(pathOf));
rmSync(folder, { recursive: true });
