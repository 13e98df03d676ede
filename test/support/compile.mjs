// Compiles every program of ours once for a run of the tests, without checking types. Through tsx each process would do
// that again, and ask for every module on its way: a third of the time of a short test file.
import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const folders = ['src', 'test', 'examples', 'bench', 'drills', 'scripts', 'packages'];

/** What programs find from where they are, not from the current folder. */
const neighbours = ['assets', 'docs', 'migrations', 'openapi', 'sample', 'node_modules', 'package.json'];

/** Packages of hundreds of modules, which every process would read one by one: half of the time of its start. */
const bundled = [
  'drizzle-orm',
  'drizzle-orm/pg-core',
  'drizzle-orm/postgres-js',
  'drizzle-orm/postgres-js/migrator',
  'hast-util-from-parse5',
  'hast-util-sanitize',
  'hast-util-to-html',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-to-hast',
  'micromark-core-commonmark',
  'micromark-extension-cjk-friendly',
  'micromark-extension-gfm',
  'typebox',
];

/** What ends in .ts here ends in .js there, as by the rewriteRelativeImportExtensions of tsc. */
const renameImports = (folder) => ({
  name: 'rename-imports',
  setup({ onResolve }) {
    onResolve({ filter: /^/ }, ({ kind, path }) => {
      if (kind === 'entry-point') return undefined;
      if (bundled.includes(path)) return { path: join(folder, 'bundled', `${path}.js`), external: true };
      return { path: path.startsWith('.') ? path.replace(/\.ts$/, '.js') : path, external: true };
    });
  },
});

/** @returns a temporary folder that holds all programs as they lie here, for the caller to remove */
export async function compilePrograms() {
  const folder = mkdtempSync(join(tmpdir(), 'postil-programs-'));
  const isProgram = (file) => /(?<!\.d)\.ts$/.test(file);
  const files = folders.flatMap((name) =>
    readdirSync(name, { recursive: true }).map((file) => join(name, file)),
  );
  for (const name of folders)
    cpSync(name, join(folder, name), { recursive: true, filter: (file) => !isProgram(file) });
  for (const name of neighbours) symlinkSync(resolve(name), join(folder, name));
  const target = { platform: 'node', format: 'esm', target: 'node20' };
  await build({
    entryPoints: Object.fromEntries(bundled.map((name) => [name, name])),
    outdir: join(folder, 'bundled'),
    bundle: true,
    splitting: true,
    external: ['postgres'],
    ...target,
  });
  await build({
    entryPoints: files.filter(isProgram),
    outdir: folder,
    outbase: '.',
    bundle: true,
    plugins: [renameImports(folder)],
    ...target,
    sourcemap: 'inline',
    sourcesContent: false,
  });
  return folder;
}
