import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs of ours are compiled when this one is (by compile.mjs), else TypeScript, and run through tsx. */
const extension = extname(import.meta.url);

/** How this process compiles the embedded engine (run.mjs), those that it starts do too. */
const compiler = process.execArgv.filter((flag) => flag === '--liftoff-only');

/** Where a program is. @param path from the root, without its ending: `src/main` */
export function programUrl(path: string): URL {
  return new URL(`../../${path}${extension}`, import.meta.url);
}

/** The arguments of Node that run a program. @param path from the root, without its ending: `src/main` */
export function programArguments(path: string): string[] {
  const file = fileURLToPath(programUrl(path));
  return extension === '.ts' ? ['--import', 'tsx', file] : [...compiler, file];
}
