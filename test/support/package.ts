import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the package is made of, and by. */
const folders = ['src', 'assets', 'migrations', 'sample', 'docs', 'scripts'];
const texts = ['README.md', 'CHANGELOG.md', 'LICENSE'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

export interface Packed {
  /** The path of the packed file. */
  file: string;
  /** In bytes. */
  size: number;
  paths: string[];
}

/** Runs `npm pack` on a copy of what is here. @param folder an empty one for the copy, which the file lies in */
export function packPostil(folder: string): Packed {
  for (const name of [...folders, ...texts, ...settings])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const told = execFileSync('npm', ['pack', '--json', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(told.slice(told.search(/^\[/m)));
  const paths = (packed.files as { path: string }[]).map(({ path }) => path);
  return { file: join(folder, packed.filename), size: packed.size, paths };
}
