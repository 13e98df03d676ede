// Runs test files (all of them, or those whose path holds one of the arguments), each in a process of its own; with
// --on-database those that use a database, which can differ from engine to engine.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compilePrograms } from './compile.mjs';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const onDatabase = '--on-database';
const given = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const options = given.filter((argument) => argument !== onDatabase);
const database = join('test', 'support', 'database.ts');
const seen = new Map([[database, true]]);

/** Whether a file imports the databases of tests, itself or by what it imports of the tests. */
function usesDatabase(file) {
  const known = seen.get(file);
  if (known !== undefined) return known;
  // Of files that import each other.
  seen.set(file, false);
  const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)]
    .map(([, path]) => join(dirname(file), path))
    .filter((path) => !path.startsWith('src'));
  const uses = imports.some(usesDatabase);
  seen.set(file, uses);
  return uses;
}

const files = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .filter((file) => !given.includes(onDatabase) || usesDatabase(file))
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
