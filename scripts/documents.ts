import { readFile } from 'node:fs/promises';
import { replaceGenerated } from './generated.ts';
import { writeSettings } from './settings.ts';

const parts: { file: string; name: string; write: () => string }[] = [
  { file: 'docs/settings.md', name: 'settings', write: writeSettings },
];

/** The documents that have generated parts. */
export const generatedDocuments = [...new Set(parts.map(({ file }) => file))];

/** A document with its generated parts written again. */
export async function renewDocument(file: string): Promise<string> {
  return parts
    .filter((part) => part.file === file)
    .reduce((text, { name, write }) => replaceGenerated(text, name, write()), await readFile(file, 'utf8'));
}
