// Prepares `npm pack`: compiles anew, and writes npm-shrinkwrap.json, which npm obeys in a package that is installed, as it
// does not obey package-lock.json and `overrides`. `npm run postpack` removes it: in this folder it would replace the lock.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

interface Entry {
  version?: string;
  dev?: boolean;
  devDependencies?: object;
}

/**
 * The lock of what production needs: npm would install a package of development that it names. Each has the address of its
 * file, so that npm asks for no list of versions; npm puts the host of the configured registry in place of npmjs.org.
 */
function lockProduction(packages: Record<string, Entry>): Record<string, object> {
  const { devDependencies: _, ...root } = packages[''] ?? {};
  const locked = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, entry]) => [path, { ...entry, resolved: fileOf(path, entry) }]);
  return { '': root, ...Object.fromEntries(locked) };
}

function fileOf(path: string, { version }: Entry): string {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `https://registry.npmjs.org/${name}/-/${name.replace(/^@.*\//, '')}-${version}.tgz`;
}

rmSync('dist', { recursive: true, force: true });
// Types are checked by `npm run types`.
execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
  {
    stdio: ['ignore', 2, 2],
  },
);
const { packages, ...lock } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
writeFileSync(
  'npm-shrinkwrap.json',
  `${JSON.stringify({ ...lock, packages: lockProduction(packages) }, null, 1)}\n`,
);
