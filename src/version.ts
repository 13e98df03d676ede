import { readFileSync } from 'node:fs';
import { packageUrl } from './package-root.ts';

/** The version of this program, from package.json. */
export const version: string = JSON.parse(readFileSync(packageUrl('package.json'), 'utf8')).version;
