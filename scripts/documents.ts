import { readFile } from 'node:fs/promises';
import { drawArchitecture } from './architecture.ts';
import { replaceGenerated } from './generated.ts';
import { writeSettings } from './settings.ts';

/** The files in docs/ that are generated, or have a part that is, and how each is written. */
export const generatedFiles: Record<string, (file: string) => Promise<string>> = {
  'docs/settings.md': async (file) =>
    replaceGenerated(await readFile(file, 'utf8'), 'settings', writeSettings()),
  'docs/architecture.svg': async () => drawArchitecture(),
};
