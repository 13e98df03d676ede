import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs of ours are compiled when this one is (by compile.mjs), else TypeScript, and run through tsx. */
const extension = extname(import.meta.url);

/** Where a program is. @param path from the root, without its ending: `src/main` */
export function programUrl(path: string): URL {
  return new URL(`../../${path}${extension}`, import.meta.url);
}

/** The arguments of Node that run a program. @param path from the root, without its ending: `src/main` */
export function programArguments(path: string): string[] {
  const file = fileURLToPath(programUrl(path));
  return extension === '.ts' ? ['--import', 'tsx', file] : [file];
}
