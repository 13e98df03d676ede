import { readFileSync } from 'node:fs';

/** The version of this program, from package.json, which lies beside `src/` and `dist/`. */
export const version: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version;
