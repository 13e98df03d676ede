import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');

/**
 * Makes what `npm run build` makes, without the checks of types, in a temporary folder that is kept until the sources
 * change: a process starts from it three times faster than through tsx.
 * @returns the path of main.js
 */
export async function buildProgram(): Promise<string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
  const names = (await readdir(join(root, 'src'), { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  );
  const sources = await Promise.all(names.sort().map((name) => readFile(join(root, 'src', name), 'utf8')));
  const hash = createHash('sha256')
    .update(JSON.stringify([root, compilerOptions, names, sources]))
    .digest('hex');
  const folder = join(tmpdir(), `postil_build_${hash.slice(0, 12)}`);
  const main = join(folder, 'dist', 'main.js');
  if (await stat(main).catch(() => null)) return main;

  const making = await mkdtemp(`${folder}-`);
  for (const [index, name] of names.entries()) {
    const path = join(making, 'dist', name.replace(/\.ts$/, '.js'));
    await mkdir(dirname(path), { recursive: true });
    const { outputText } = ts.transpileModule(sources[index] ?? '', {
      compilerOptions,
      fileName: name,
    });
    await writeFile(path, outputText);
  }
  for (const name of ['migrations', 'node_modules', 'package.json'])
    await symlink(join(root, name), join(making, name));
  // Another test file may have been faster.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return main;
}
